public import RussianText

/// The identity of a lemma: the ``StableHash`` of its folded UTF-8 (lower case, ё → е). Equal
/// for every word with that citation form, whether the dictionary knows it or not, so phrases and
/// tokens are compared without strings.
public struct LemmaKey: Sendable, Hashable, Comparable {
  public var rawValue: UInt64

  @inlinable
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of bytes that are already folded.
  @inlinable
  public init(folded bytes: some Sequence<UInt8>) {
    var hash = StableHash()
    hash.add(bytes)
    rawValue = hash.value
  }

  /// The key of one byte more.
  @inlinable
  public mutating func add(_ byte: UInt8) {
    var hash = StableHash(continuing: rawValue)
    hash.add(byte)
    rawValue = hash.value
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
