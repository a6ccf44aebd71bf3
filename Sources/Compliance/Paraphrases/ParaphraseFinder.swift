import RussianMorphology
import ServiceStandards

/// A stretch of a turn that the model takes for an offence.
struct Paraphrase: Sendable {
  var category: Category
  var words: Range<Int>
  /// The highest probability in the stretch.
  var probability: Float
  /// Whether the model itself is heard on it, without another's word.
  var isHeardAlone = true
}

/// Looks for offences in what a model hears.
struct ParaphraseFinder: Sendable {
  let model: SpeechModel
  /// The output that tells of each category.
  let outputs: [Category: Int]
  /// The categories that the model is heard on, in the order of their outputs.
  let heard: [(category: Category, output: Int)]

  init(model: SpeechModel) {
    self.model = model
    let all = model.outputs.enumerated().compactMap { index, name in
      Category(rawValue: name).map { (category: $0, output: index + 1) }
    }
    outputs = Dictionary(all.map { ($0.category, $0.output) }) { first, _ in first }
    heard = all.filter { model.thresholds[$0.output] <= 1 }
  }

  /// A stretch goes on while the probability is above the first and above this share of its highest.
  private static let least: Float = 0.15
  private static let leastShare: Float = 0.3
  /// From this probability on another model may confirm a stretch.
  private static let leastConfirmed: Float = 0.5

  /// Stretches above the thresholds, two at most of a category in a turn, or in each piece of a
  /// monologue.
  ///
  /// - Parameters:
  ///   - probabilities: of each word's outputs, or none.
  ///   - confirmed: whether another model is asked as well, so that less will do.
  func paraphrases(in probabilities: [SIMD16<Float>], confirmed: Bool) -> [Paraphrase] {
    guard !probabilities.isEmpty else { return [] }
    let pieces = AnalyzedTurn.pieces(of: probabilities.count)
    var result: [Paraphrase] = []
    for (category, output) in heard {
      var chances = probabilities.map { $0[output] }
      let threshold = model.thresholds[output]
      let least = confirmed ? min(Self.leastConfirmed, threshold) : threshold
      for piece in pieces {
        for _ in 0..<2 {
          guard let top = piece.max(by: { chances[$0] < chances[$1] }), chances[top] >= least
          else { break }
          let words = Self.stretch(around: top, in: chances)
          result.append(
            Paraphrase(
              category: category, words: words, probability: chances[top],
              isHeardAlone: chances[top] >= threshold))
          for word in words { chances[word] = 0 }
        }
      }
    }
    return result
  }

  /// The stretch that a word is the likeliest of.
  static func stretch(around top: Int, in chances: [Float]) -> Range<Int> {
    stretch(around: top, count: chances.count) { chances[$0] }
  }

  /// The same by one output among probabilities of all.
  static func stretch(around top: Int, in chances: [SIMD16<Float>], output: Int) -> Range<Int> {
    stretch(around: top, count: chances.count) { chances[$0][output] }
  }

  private static func stretch(around top: Int, count: Int, chance: (Int) -> Float) -> Range<Int> {
    let limit = max(least, chance(top) * leastShare)
    // No offence is longer than a turn; what sounds alike all through a monologue is many.
    let first = max(0, top - AnalyzedTurn.longestContext)
    let last = min(count, top + AnalyzedTurn.longestContext)
    var start = top
    while start > first, chance(start - 1) > limit { start -= 1 }
    var end = top + 1
    while end < last, chance(end) > limit { end += 1 }
    return start..<end
  }
}
