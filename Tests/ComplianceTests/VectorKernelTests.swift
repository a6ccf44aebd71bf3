import Testing
import VectorKernel

/// The loop in C gives, to the last bit, what the same sums in Swift do.
@Suite("Vector kernel")
struct VectorKernelTests {
  private static let width = Int(VECTOR_KERNEL_WIDTH)

  private static let outputs = Int(VECTOR_KERNEL_OUTPUTS)

  /// Numbers from -3 to 3 of which hardly any is short in binary.
  private static func numbers(_ count: Int, step: Int) -> [Float] {
    (0..<count).map { Float($0 * step % 6007) / 1001 - 3 }
  }

  @Test("Sums of products are those of a plain loop", arguments: [0, 1, 2, 7, 22])
  func sums(rows: Int) {
    let weights = Self.numbers(Self.width * Self.width, step: 7919)
    let inputs = Self.numbers(rows * Self.width, step: 104_729)
    let start = Self.numbers(rows * Self.width, step: 1_299_709)
    var sums = start
    vector_kernel_add(weights, inputs, &sums, rows)
    let expected = Self.products(inputs, weights, addedTo: start, width: Self.width)
    #expect(sums.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  @Test("So are the outputs", arguments: [0, 1, 2, 7, 22])
  func outputs(rows: Int) {
    let weights = Self.numbers(Self.width * Self.outputs, step: 7919)
    let inputs = Self.numbers(rows * Self.width, step: 104_729)
    let start = Self.numbers(rows * Self.outputs, step: 1_299_709)
    var sums = start
    vector_kernel_add_outputs(weights, inputs, &sums, rows)
    let expected = Self.products(inputs, weights, addedTo: start, width: Self.outputs)
    #expect(sums.map(\.bitPattern) == expected.map(\.bitPattern))
  }

  private static func products(
    _ inputs: [Float], _ weights: [Float], addedTo start: [Float], width: Int
  ) -> [Float] {
    var sums = start
    for row in 0..<inputs.count / Self.width {
      for number in 0..<Self.width {
        for place in 0..<width {
          let product = inputs[row * Self.width + number] * weights[number * width + place]
          sums[row * width + place] += product
        }
      }
    }
    return sums
  }

  @Test("A row is added to a sum")
  func row() {
    let row = Self.numbers(Self.width, step: 104_729)
    let start = Self.numbers(Self.width, step: 1_299_709)
    var sum = start
    vector_kernel_add_row(row, &sum)
    #expect(sum == zip(start, row).map { $0 + $1 })
  }

  @Test("Of the sums what is above zero is added to the inputs", arguments: [0, 1, 2, 7, 22])
  func positive(rows: Int) {
    let inputs = Self.numbers(rows * Self.width, step: 104_729)
    let start = Self.numbers(rows * Self.width, step: 1_299_709)
    var sums = start
    vector_kernel_add_positive(inputs, &sums, rows)
    #expect(sums == zip(start, inputs).map { $1 + max($0, 0) })
    #expect(rows == 0 || start.contains { $0 < 0 })
  }

  @Test("The highest number at each place", arguments: [0, 1, 2, 7, 22])
  func maximum(rows: Int) {
    let inputs = Self.numbers(rows * Self.width, step: 104_729)
    let start = Self.numbers(Self.width, step: 1_299_709)
    var highest = start
    vector_kernel_maximum(inputs, &highest, rows)
    let expected = start.indices.map { place in
      (0..<rows).reduce(start[place]) { max($0, inputs[$1 * Self.width + place]) }
    }
    #expect(highest == expected)
  }
}
