/// A layer that adds to each word what follows from it and from two others around it.
struct SpeechLayer: Sendable {
  /// How far the two stand.
  let distance: Int
  /// A row for each number of the word before, of the word and of the word after.
  let weights: [WordVector]
  let bias: WordVector

  /// How many words it looks at together.
  static let taps = 3

  /// What a word, or a sign by it, adds at each of the places that it is looked at from: before,
  /// at and after.
  func shares(of vector: WordVector) -> [WordVector] {
    var sums = [WordVector](repeating: .zero, count: Self.taps)
    for tap in 0..<Self.taps { sums.add([vector], times: weights(of: tap), from: tap) }
    return sums
  }

  private func weights(of tap: Int) -> ArraySlice<WordVector> {
    weights[tap * WordVector.count..<(tap + 1) * WordVector.count]
  }

  /// The same as `apply(to:)`, from the shares of every word and of its signs.
  ///
  /// - Parameters:
  ///   - shares: of all forms, one after the other.
  ///   - forms: which forms the words are.
  ///   - signs: the signs of each word, as bits, and their shares.
  func apply(
    to words: inout [WordVector], forms: [Int], shares: [WordVector], signs: [UInt16],
    signShares: [WordVector]
  ) {
    var sums = [WordVector](repeating: bias, count: words.count)
    for index in words.indices {
      for tap in 0..<Self.taps {
        let target = index - (tap - 1) * distance
        guard sums.indices.contains(target) else { continue }
        sums.add(shares, forms[index] * Self.taps + tap, to: target)
        var bits = signs[index]
        while bits != 0 {
          sums.add(signShares, bits.trailingZeroBitCount * Self.taps + tap, to: target)
          bits &= bits - 1
        }
      }
    }
    sums.formPositive(addedTo: words)
    words = sums
  }

  func apply(to words: [WordVector]) -> [WordVector] {
    var sums = [WordVector](repeating: bias, count: words.count)
    for tap in 0..<Self.taps {
      // So far before a word stands the one that is looked at.
      let shift = (1 - tap) * distance
      guard words.count > abs(shift) else { continue }
      let own = max(0, -shift)..<min(words.count, words.count - shift)
      sums.add(words[own], times: weights(of: tap), from: max(0, shift))
    }
    sums.formPositive(addedTo: words)
    return sums
  }
}

/// Probabilities of the outputs and, first, of none of them, from what the layers made.
struct SpeechOutput: Sendable {
  private let own: [SIMD16<Float>]
  private let turn: [SIMD16<Float>]
  private let bias: SIMD16<Float>

  init(_ reader: inout SpeechModelReader) throws(SpeechModel.Damaged) {
    own = try Self.rows(&reader)
    turn = try Self.rows(&reader)
    bias = SIMD16(try reader.numbers(16))
  }

  private static func rows(_ reader: inout SpeechModelReader) throws(SpeechModel.Damaged)
    -> [SIMD16<Float>]
  {
    var rows: [SIMD16<Float>] = []
    for _ in 0..<WordVector.count { rows.append(SIMD16(try reader.numbers(16))) }
    return rows
  }

  func probabilities(of words: [WordVector]) -> [SIMD16<Float>] {
    var common = [bias]
    [words.maximum()].add(to: &common, times: turn)
    var sums = Array(repeating: common[0], count: words.count)
    words.add(to: &sums, times: own)
    return sums.map(Self.shares)
  }

  /// Softmax.
  private static func shares(_ sums: SIMD16<Float>) -> SIMD16<Float> {
    var powers = sums - sums.max()
    powers.replace(with: -40, where: powers .< -40)
    powers = powers.exponential
    return powers / powers.sum()
  }
}

extension SIMD16<Float> {
  /// e to the power of each number, as the 4096th power of 1 + x / 4096; for numbers far above -4096.
  var exponential: SIMD16<Float> {
    var powers = 1 + self / 4096
    for _ in 0..<12 { powers *= powers }
    return powers
  }
}
