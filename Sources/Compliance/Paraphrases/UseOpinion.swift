import RussianMorphology
import ServiceStandards

/// What a `UseModel` says of the uses of a turn's words.
struct UseOpinion {
  private let model: UseModel
  private let traits: UseTraits
  private let shared: SIMD16<Int32>
  /// The categories that the model asks of each word, a bit each.
  private let asking: [UInt16]
  /// So many of a word's likeliest readings count, as in the model's training.
  private static let readings = 3

  /// - Parameter previous: the other speaker's turn before.
  init(
    model: UseModel, turn: AnalyzedTurn, after previous: AnalyzedTurn?, cache: borrowing WordCache
  ) {
    self.model = model
    traits = UseTraits(turn, after: previous)
    shared = model.sums(of: traits.shared)
    asking = turn.words.indices.map { [traits] index in
      let info = cache.infos[Int(turn.words[index].info)]
      return model.asking(
        of: traits.form(of: index),
        isImperative: info.readings.prefix(Self.readings).contains {
          $0.grammemes.contains(.imperative)
        })
    }
  }

  /// How likely some words, or the likeliest of them, are an offence of a category; nil where the model
  /// knows none of them.
  func chance(of category: Category, in words: Range<Int>) -> Float? {
    guard let number = model.categories.firstIndex(of: category) else { return nil }
    return words.filter { asking[$0] & 1 << UInt16(number) != 0 }
      .map { model.chances(shared &+ model.sums(of: traits.traits(of: $0)))[number] }.max()
  }
}
