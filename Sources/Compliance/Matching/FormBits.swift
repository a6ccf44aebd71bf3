/// Bits of word forms in one layer: which matchers accept a form, and which tested classes it is of.
///
/// A form has thousands of bits, of which few are set, and most questions are answered with no.
/// Every row is therefore kept twice: whole, and folded into a few words of bits that lie close
/// together in memory and answer most of the questions.
struct FormBits: Sendable {
  /// How many 64-bit words the bits of a form take.
  let stride: Int
  private var rows: [UInt64] = []
  private var folded: [UInt64] = []

  /// How many words a row is folded into; a power of two.
  private static let foldedStride = 32

  init(stride: Int) { self.stride = stride }

  /// Appends the row of a form.
  mutating func append(_ row: [UInt64]) {
    rows += row
    let start = folded.count
    folded.append(contentsOf: repeatElement(0, count: Self.foldedStride))
    for (index, bits) in row.enumerated() {
      folded[start + index & (Self.foldedStride - 1)] |= bits
    }
  }

  /// Whether a bit of a form may be set: of ten bits that are not, this says so of nine.
  @inline(__always)
  func mayHold(_ bit: Int32, of form: Int32) -> Bool {
    let start = Int(form) &* Self.foldedStride
    return folded[start &+ Int(bit >> 6) & (Self.foldedStride &- 1)]
      & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0
  }

  /// Whether a bit of a form is set.
  @inline(__always)
  func holds(_ bit: Int32, of form: Int32) -> Bool {
    guard mayHold(bit, of: form) else { return false }
    return rows[Int(form) &* stride &+ Int(bit >> 6)]
      & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0
  }
}
