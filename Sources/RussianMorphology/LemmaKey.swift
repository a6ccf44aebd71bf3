/// The identity of a lemma: a 64-bit FNV-1a hash of its folded UTF-8 (lower case, ё → е). Equal
/// for every word with that citation form, whether the dictionary knows it or not, so phrases and
/// tokens are compared without strings.
public struct LemmaKey: Sendable, Hashable, Comparable {
  public let rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of bytes that are already folded.
  @inlinable
  public init(folded bytes: some Sequence<UInt8>) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      hash ^= UInt64(byte)
      hash = hash &* 0x100_0000_01b3
    }
    rawValue = hash
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
