/// A quick look at a turn, which lets pass what may hold a fault: few turns do.
struct SpeechGate: Sendable {
  /// How many words it looks at together, and how many numbers it makes of them.
  static let reach = 5

  /// What each word, or a sign by it, adds at each of the places of the reach.
  typealias Shares = [SIMD8<Float>]

  private let weights: [SIMD8<Float>]
  private let bias: SIMD8<Float>
  private let output: SIMD8<Float>
  private let outputBias: Float
  private let threshold: Float
  private let signs: [Shares]

  init(_ reader: inout SpeechModelReader, signs: [WordVector]) throws(SpeechModel.Damaged) {
    var weights: [SIMD8<Float>] = []
    for _ in 0..<Self.reach * WordVector.count { weights.append(SIMD8(try reader.numbers(8))) }
    self.weights = weights
    bias = SIMD8(try reader.numbers(8))
    output = SIMD8(try reader.numbers(8))
    outputBias = try reader.number()
    threshold = try reader.number()
    self.signs = signs.map { Self.shares(of: $0, weights: weights) }
  }

  func shares(of vector: WordVector) -> Shares { Self.shares(of: vector, weights: weights) }

  private static func shares(of vector: WordVector, weights: [SIMD8<Float>]) -> Shares {
    (0..<reach).map { place in
      var sum = SIMD8<Float>.zero
      let start = place * WordVector.count
      vector.forEachNumber { index, number in sum += weights[start + index] * number }
      return sum
    }
  }

  /// Whether a run of words needs the network.
  ///
  /// - Parameters:
  ///   - shares: of all forms, one after the other.
  ///   - words: which forms these are.
  ///   - signs: the signs of each word, as bits.
  func passes(_ words: some RandomAccessCollection<Int>, shares: Shares, signs: [UInt16]) -> Bool {
    var sums = [SIMD8<Float>](repeating: bias, count: words.count)
    for (index, word) in words.enumerated() {
      for place in 0..<Self.reach {
        let target = index + Self.reach / 2 - place
        guard sums.indices.contains(target) else { continue }
        sums[target] += shares[word * Self.reach + place]
        var bits = signs[index]
        while bits != 0 {
          sums[target] += self.signs[bits.trailingZeroBitCount][place]
          bits &= bits - 1
        }
      }
    }
    return sums.contains { sum in
      (sum.replacing(with: 0, where: sum .< 0) * output).sum() + outputBias >= threshold
    }
  }
}
