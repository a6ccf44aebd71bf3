import Testing
import VectorKernel

/// The loop in C gives, to the last bit, what the same sums in Swift do.
@Suite("Vector kernel")
struct VectorKernelTests {
  private static let width = Int(VECTOR_KERNEL_WIDTH)

  @Test("Sums of products are those of a plain loop", arguments: [0, 1, 2, 7, 22])
  func sums(rows: Int) {
    // Numbers from -3 to 3 of which hardly any is short in binary.
    func numbers(_ count: Int, step: Int) -> [Float] {
      (0..<count).map { Float($0 * step % 6007) / 1001 - 3 }
    }
    let weights = numbers(Self.width * Self.width, step: 7919)
    let inputs = numbers(rows * Self.width, step: 104_729)
    let start = numbers(rows * Self.width, step: 1_299_709)
    var sums = start
    vector_kernel_add(weights, inputs, &sums, rows)
    var expected = start
    for row in 0..<rows {
      for number in 0..<Self.width {
        for place in 0..<Self.width {
          let product = inputs[row * Self.width + number] * weights[number * Self.width + place]
          expected[row * Self.width + place] += product
        }
      }
    }
    #expect(sums.map(\.bitPattern) == expected.map(\.bitPattern))
  }
}
