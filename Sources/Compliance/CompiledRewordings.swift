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
  /// Numbers of those of each category.
  private let numbers: [Category: [Int]]

  init(_ all: [CompiledRewording]) {
    self.all = all
    var numbers: [Category: [Int]] = [:]
    for (number, rewording) in all.enumerated() {
      for category in Set(rewording.rewording.categories) {
        numbers[category, default: []].append(number)
      }
    }
    self.numbers = numbers
  }

  /// Numbers of those that may reword findings of a category, in the order of the standard.
  func numbers(of category: Category) -> [Int] { numbers[category] ?? [] }
}
