import ServiceStandards

/// A rewording with its phrases in the bank. An object, so that it is handed on without copying what
/// it holds.
final class CompiledRewording: Sendable {
  let rewording: Rewording
  /// Whether it has phrases; without them it rewords the finding itself.
  let hasPhrases: Bool
  let set: PhraseSet
  let circumstances: CompiledCircumstances

  init(
    rewording: Rewording, hasPhrases: Bool, set: PhraseSet, circumstances: CompiledCircumstances
  ) {
    self.rewording = rewording
    self.hasPhrases = hasPhrases
    self.set = set
    self.circumstances = circumstances
  }
}

/// A standard's rewordings in their order, found by the category that they reword.
struct CompiledRewordings: Sendable {
  /// Whose a rewording is.
  enum Origin: Hashable, Sendable {
    /// The standard says it itself.
    case own
    /// The standard that it extends does.
    case inherited
  }

  /// What rewordings are asked for by.
  private struct Key: Hashable {
    var category: Category
    var isForFindingOnly: Bool
    var origin: Origin
  }

  let all: [CompiledRewording]
  private let numbers: [Key: [Int]]

  /// - Parameter inherited: how many of them, from the first on, are those of what the standard extends.
  init(_ all: [CompiledRewording], inherited: Int) {
    self.all = all
    var numbers: [Key: [Int]] = [:]
    for (number, rewording) in all.enumerated() {
      for category in Set(rewording.rewording.categories) {
        let key = Key(
          category: category, isForFindingOnly: rewording.rewording.isForFindingOnly,
          origin: number < inherited ? .inherited : .own)
        numbers[key, default: []].append(number)
      }
    }
    self.numbers = numbers
  }

  /// Numbers of those that may reword findings of a category, in the order of the standard: those that
  /// a turn is rewritten with, or those for the finding only.
  func numbers(of category: Category, isForFindingOnly: Bool, origin: Origin) -> [Int] {
    numbers[Key(category: category, isForFindingOnly: isForFindingOnly, origin: origin)] ?? []
  }
}
