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

  @inline(__always)
  func forEachNumber(_ body: (Int, Float) -> Void) {
    for index in 0..<16 { body(index, first[index]) }
    for index in 0..<16 { body(index + 16, second[index]) }
    for index in 0..<16 { body(index + 32, third[index]) }
    for index in 0..<16 { body(index + 48, fourth[index]) }
  }
}

/// Sums of many vectors at once, by the loops in C.
extension [WordVector] {
  /// Adds to as many vectors, from `first` on, some words by a row of weights for each of their
  /// numbers.
  mutating func add(
    _ words: ArraySlice<WordVector>, times weights: ArraySlice<WordVector>, from first: Int
  ) {
    precondition(first >= 0 && first + words.count <= count && weights.count == WordVector.count)
    weights.withUnsafeBufferPointer { weights in
      words.withUnsafeBufferPointer { words in
        withUnsafeMutableBufferPointer { sums in
          vector_kernel_add(
            weights.baseAddress!, words.baseAddress!, sums.baseAddress! + first, words.count)
        }
      }
    }
  }

  /// Adds a row of others to a vector.
  @inline(__always)
  mutating func add(_ rows: [WordVector], _ row: Int, to place: Int) {
    precondition(rows.indices.contains(row) && indices.contains(place))
    rows.withUnsafeBufferPointer { rows in
      withUnsafeMutableBufferPointer { sums in
        vector_kernel_add_row(rows.baseAddress! + row, sums.baseAddress! + place)
      }
    }
  }

  /// Makes each vector the word at its place and, of its own numbers, those above zero.
  mutating func formPositive(addedTo words: [WordVector]) {
    precondition(count == words.count)
    guard !isEmpty else { return }
    words.withUnsafeBufferPointer { words in
      withUnsafeMutableBufferPointer { sums in
        vector_kernel_add_positive(words.baseAddress!, sums.baseAddress!, words.count)
      }
    }
  }

  /// The highest numbers at each place of all vectors; zeros of none.
  func maximum() -> WordVector {
    guard var highest = first else { return .zero }
    withUnsafeBufferPointer { words in
      vector_kernel_maximum(words.baseAddress!, &highest, words.count)
    }
    return highest
  }

  /// Adds each vector, by a row of weights for each of its numbers, to the sum at its place.
  func add(to sums: inout [SIMD16<Float>], times weights: [SIMD16<Float>]) {
    precondition(sums.count == count && weights.count == WordVector.count)
    guard !isEmpty else { return }
    withUnsafeBufferPointer { words in
      weights.withUnsafeBufferPointer { weights in
        sums.withUnsafeMutableBufferPointer { sums in
          vector_kernel_add_outputs(
            weights.baseAddress!, words.baseAddress!, sums.baseAddress!, words.count)
        }
      }
    }
  }
}
