/// The identity of a lemma: a 64-bit FNV-1a hash of its folded UTF-8 (lower case, ё → е). Equal
/// for every word with that citation form, whether the dictionary knows it or not, so phrases and
/// tokens are compared without strings.
public struct LemmaKey: Sendable, Hashable, Comparable {
  public var rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of bytes that are already folded.
  @inlinable
  public init(folded bytes: some Sequence<UInt8>) {
    rawValue = 0xcbf2_9ce4_8422_2325
    for byte in bytes { add(byte) }
  }

  /// The key of one byte more.
  @inlinable
  public mutating func add(_ byte: UInt8) {
    rawValue = (rawValue ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
