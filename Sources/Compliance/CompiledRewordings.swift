import ServiceStandards

/// A rewording with its phrases in the bank.
struct CompiledRewording: Sendable {
  var rewording: Rewording
  /// Whether it has phrases; without them it rewords the finding itself.
  var hasPhrases: Bool
  var set: PhraseSet
  var circumstances: CompiledCircumstances
}

/// A standard's rewordings in their order, found by the category that they reword.
struct CompiledRewordings: Sendable {
  let all: [CompiledRewording]
  /// Numbers of those of each category that a turn is rewritten with.
  private let numbers: [Category: [Int]]
  /// Numbers of those of each category that are for the finding only.
  private let numbersForFindings: [Category: [Int]]

  init(_ all: [CompiledRewording]) {
    self.all = all
    var numbers: [Category: [Int]] = [:]
    var numbersForFindings: [Category: [Int]] = [:]
    for (number, rewording) in all.enumerated() {
      for category in Set(rewording.rewording.categories) {
        if rewording.rewording.isForFindingOnly {
          numbersForFindings[category, default: []].append(number)
        } else {
          numbers[category, default: []].append(number)
        }
      }
    }
    self.numbers = numbers
    self.numbersForFindings = numbersForFindings
  }

  /// Numbers of those that may reword findings of a category, in the order of the standard: those that
  /// a turn is rewritten with, or those for the finding only.
  func numbers(of category: Category, isForFindingOnly: Bool) -> [Int] {
    (isForFindingOnly ? numbersForFindings : numbers)[category] ?? []
  }
}
