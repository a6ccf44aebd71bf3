import VectorKernel

/// The numbers that stand for a word in the network.
struct WordVector: Sendable {
  static let count = Int(VECTOR_KERNEL_WIDTH)

  private var first: SIMD16<Float>
  private var second: SIMD16<Float>
  private var third: SIMD16<Float>
  private var fourth: SIMD16<Float>

  static let zero = WordVector()

  init() {
    first = .zero
    second = .zero
    third = .zero
    fourth = .zero
  }

  /// - Parameter number: the number at each place.
  init(_ number: (Int) -> Float) {
    self.init()
    for index in 0..<16 {
      first[index] = number(index)
      second[index] = number(index + 16)
      third[index] = number(index + 32)
      fourth[index] = number(index + 48)
    }
  }

  subscript(index: Int) -> Float {
    switch index / 16 {
    case 0: first[index % 16]
    case 1: second[index % 16]
    case 2: third[index % 16]
    default: fourth[index % 16]
    }
  }

  @inline(__always)
  mutating func add(_ other: WordVector, times factor: Float) {
    first += other.first * factor
    second += other.second * factor
    third += other.third * factor
    fourth += other.fourth * factor
  }

  /// The numbers above zero added.
  @inline(__always)
  mutating func addPositive(of other: WordVector) {
    first += pointwiseMax(other.first, .zero)
    second += pointwiseMax(other.second, .zero)
    third += pointwiseMax(other.third, .zero)
    fourth += pointwiseMax(other.fourth, .zero)
  }

  @inline(__always)
  mutating func formMaximum(_ other: WordVector) {
    first = pointwiseMax(first, other.first)
    second = pointwiseMax(second, other.second)
    third = pointwiseMax(third, other.third)
    fourth = pointwiseMax(fourth, other.fourth)
  }

  @inline(__always)
  func forEachNumber(_ body: (Int, Float) -> Void) {
    for index in 0..<16 { body(index, first[index]) }
    for index in 0..<16 { body(index + 16, second[index]) }
    for index in 0..<16 { body(index + 32, third[index]) }
    for index in 0..<16 { body(index + 48, fourth[index]) }
  }
}

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
    let vector = [vector]
    var sums = [WordVector](repeating: .zero, count: Self.taps)
    for tap in 0..<Self.taps { add(vector[...], by: tap, to: &sums, from: tap) }
    return sums
  }

  /// Adds what words are at one place of the layer to as many sums, from `first` on.
  private func add(
    _ words: ArraySlice<WordVector>, by tap: Int, to sums: inout [WordVector], from first: Int
  ) {
    precondition(first >= 0 && first + words.count <= sums.count)
    let weights = weights[tap * WordVector.count..<(tap + 1) * WordVector.count]
    weights.withUnsafeBytes { weights in
      words.withUnsafeBytes { inputs in
        sums.withUnsafeMutableBytes { sums in
          vector_kernel_add(
            weights.baseAddress!, inputs.baseAddress!,
            sums.baseAddress! + first * MemoryLayout<WordVector>.stride, words.count)
        }
      }
    }
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
        sums[target].add(shares[forms[index] * Self.taps + tap], times: 1)
        var bits = signs[index]
        while bits != 0 {
          sums[target].add(signShares[bits.trailingZeroBitCount * Self.taps + tap], times: 1)
          bits &= bits - 1
        }
      }
    }
    for index in words.indices { words[index].addPositive(of: sums[index]) }
  }

  func apply(to words: [WordVector]) -> [WordVector] {
    var sums = [WordVector](repeating: bias, count: words.count)
    for tap in 0..<Self.taps {
      // So far before a word stands the one that is looked at.
      let shift = (1 - tap) * distance
      guard words.count > abs(shift) else { continue }
      let own = max(0, -shift)..<min(words.count, words.count - shift)
      add(words[own], by: tap, to: &sums, from: max(0, shift))
    }
    for index in words.indices {
      var result = words[index]
      result.addPositive(of: sums[index])
      sums[index] = result
    }
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
    guard var highest = words.first else { return [] }
    for word in words { highest.formMaximum(word) }
    var common = bias
    highest.forEachNumber { place, number in common += turn[place] * number }
    return words.map { word in
      var sum = common
      word.forEachNumber { place, number in sum += own[place] * number }
      return Self.shares(sum)
    }
  }

  /// Softmax; e to the power of x as the 4096th power of 1 + x / 4096.
  private static func shares(_ sums: SIMD16<Float>) -> SIMD16<Float> {
    var powers = 1 + pointwiseMax(sums - sums.max(), SIMD16(repeating: -40)) / 4096
    for _ in 0..<12 { powers *= powers }
    return powers / powers.sum()
  }
}

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
      (pointwiseMax(sum, .zero) * output).sum() + outputBias >= threshold
    }
  }
}
