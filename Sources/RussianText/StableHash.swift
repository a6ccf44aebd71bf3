/// A 64-bit FNV-1a hash: the same in every run and on every machine, so that files and databases may
/// hold it.
public struct StableHash: Sendable, Hashable {
  /// The hash of all that was added.
  public var value: UInt64

  /// The hash of nothing.
  @inlinable
  public init() { value = 0xcbf2_9ce4_8422_2325 }

  /// The hash of something, to which more is added.
  @inlinable
  public init(continuing value: UInt64) { self.value = value }

  /// Adds a byte.
  @inlinable @inline(__always)
  public mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  /// Adds bytes one by one.
  @inlinable
  public mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
  }

  /// Adds eight bytes at once: not the same as one by one.
  public mutating func add(word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01b3
    // The upper bytes of a word would else change the upper half alone.
    value ^= value >> 29
  }

  /// Adds bytes as little-endian words, and what is left of them one by one: much faster than all of
  /// them one by one, and not the same.
  public mutating func add(inWords bytes: RawSpan) {
    let end = bytes.byteCount & ~7
    for start in stride(from: 0, to: end, by: 8) {
      add(
        word: UInt64(
          littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)))
    }
    for index in end..<bytes.byteCount {
      add(bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt8.self))
    }
  }
}
