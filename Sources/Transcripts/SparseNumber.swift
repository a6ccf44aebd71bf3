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

  /// A share of certainty. What lies outside 0…1 (95, -0.5) is none that is known: a percentage, a
  /// logarithm and a mistake look alike.
  @usableFromInline
  init(share: Double?) { self.init(share.flatMap(\.share)) }

  @usableFromInline
  var value: Double? { bits == Self.absent ? nil : Double(bitPattern: bits) }

  /// A pattern that no arithmetic gives.
  private static var absent: UInt64 { 0x7FF8_5AA5_C33C_0FF0 }
}

extension Double {
  /// The number itself where it can be a share; nil where it cannot.
  @usableFromInline var share: Double? { (0...1).contains(self) ? self : nil }
}
