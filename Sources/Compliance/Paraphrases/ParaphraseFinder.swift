import RussianMorphology
import ServiceStandards

/// A stretch of a turn that the model takes for an offence.
struct Paraphrase: Sendable {
  var category: Category
  var words: Range<Int>
  /// The highest probability in the stretch.
  var probability: Float
}

/// Listens to turns with the model, where its gate lets them pass.
struct ParaphraseFinder: Sendable {
  let model: ParaphraseModel

  /// A long turn is heard in pieces of this many words, each beginning so many after the other.
  private static let pieceLength = 22
  private static let pieceStride = 16
  /// A stretch goes on while the probability is above the first and above this share of its highest.
  private static let least: Float = 0.15
  private static let leastShare: Float = 0.3

  /// Stretches above the thresholds, two at most of a category.
  ///
  /// - Parameter probabilities: of each word's outputs, or none.
  func paraphrases(in probabilities: [SIMD16<Float>]) -> [Paraphrase] {
    guard !probabilities.isEmpty else { return [] }
    var result: [Paraphrase] = []
    for (index, category) in model.categories.enumerated() {
      let threshold = model.thresholds[index + 1]
      guard let category, threshold <= 1 else { continue }
      var chances = probabilities.map { $0[index + 1] }
      for _ in 0..<2 {
        guard let top = chances.indices.max(by: { chances[$0] < chances[$1] }),
          chances[top] >= threshold
        else { break }
        let words = Self.stretch(around: top, in: chances)
        result.append(
          Paraphrase(category: category, words: words, probability: chances[top]))
        for word in words { chances[word] = 0 }
      }
    }
    return result
  }

  /// Probabilities of each word's outputs; empty where no piece passes the gate.
  ///
  /// - Parameter suspects: what was found in the turn; the pieces that hold it are heard in any case.
  func probabilities(in turn: AnalyzedTurn, suspects: [Range<Int>], cache: borrowing WordCache)
    -> [SIMD16<Float>]
  {
    let signs = Self.signs(in: turn)
    let suspects = WordSpans(suspects)
    var result: [SIMD16<Float>] = []
    var start = 0
    while start < turn.words.count {
      let end = min(turn.words.count, start + Self.pieceLength)
      let piece = start..<end
      let forms = turn.words[piece].map { Int($0.info) }
      if suspects.touch(piece)
        || model.gate.passes(forms, shares: cache.gateShares, signs: Array(signs[piece]))
      {
        if result.isEmpty { result = Array(repeating: .zero, count: turn.words.count) }
        for (word, found) in zip(piece, probabilities(forms, signs: signs[piece], cache: cache)) {
          result[word] = pointwiseMax(result[word], found)
        }
      }
      if end == turn.words.count { break }
      start += Self.pieceStride
    }
    return result
  }

  private func probabilities(
    _ forms: [Int], signs: ArraySlice<UInt16>, cache: borrowing WordCache
  ) -> [SIMD16<Float>] {
    var words: [WordVector] = []
    words.reserveCapacity(forms.count)
    for (form, signs) in zip(forms, signs) {
      var vector = cache.wordVectors[form]
      var bits = signs
      while bits != 0 {
        vector.add(model.signs[bits.trailingZeroBitCount], times: 1)
        bits &= bits - 1
      }
      words.append(vector)
    }
    for layer in model.layers { words = layer.apply(to: words) }
    return model.output.probabilities(of: words)
  }

  /// The stretch that a word is the likeliest of.
  static func stretch(around top: Int, in chances: [Float]) -> Range<Int> {
    let limit = max(least, chances[top] * leastShare)
    var start = top
    while start > 0, chances[start - 1] > limit { start -= 1 }
    var end = top + 1
    while end < chances.count, chances[end] > limit { end += 1 }
    return start..<end
  }

  /// Six signs before a word, six after it, and whether it is the first or the last.
  private static func signs(in turn: AnalyzedTurn) -> [UInt16] {
    turn.words.indices.map { index in
      var bits = Self.bits(turn.words[index].before) | Self.bits(turn.words[index].after) << 6
      if index == 0 { bits |= 1 << 12 }
      if index == turn.words.count - 1 { bits |= 1 << 13 }
      return bits
    }
  }

  private static func bits(_ signs: Punctuation) -> UInt16 {
    var bits: UInt16 = 0
    if !signs.isDisjoint(with: [.sentenceEnd, .ellipsis]) { bits |= 1 }
    if signs.contains(.question) { bits |= 2 }
    if signs.contains(.exclamation) { bits |= 4 }
    if signs.contains(.comma) { bits |= 8 }
    if signs.contains(.dash) { bits |= 16 }
    if signs.contains(.colon) { bits |= 32 }
    return bits
  }
}
