/// A number that may be absent, in eight bytes: an optional one takes sixteen in an array, and a
/// call has four of them for every word.
@usableFromInline
struct SparseNumber: Sendable, Hashable {
  private var bits: UInt64

  @usableFromInline
  init(_ value: Double?) {
    // Zero has two patterns, which are equal.
    bits = value.map { ($0 + 0).bitPattern } ?? Self.absent
  }

  @usableFromInline
  var value: Double? { bits == Self.absent ? nil : Double(bitPattern: bits) }

  /// A pattern that no arithmetic gives.
  private static var absent: UInt64 { 0x7FF8_5AA5_C33C_0FF0 }
}
