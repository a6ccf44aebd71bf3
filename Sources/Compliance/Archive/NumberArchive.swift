package import RussianMorphology

/// What was compiled, as bytes: arrays of numbers one after the other, each with its count before
/// it, little-endian.
public struct NumberWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func write(_ numbers: [some FixedWidthInteger]) {
    append(UInt64(numbers.count))
    for number in numbers { append(number) }
  }

  mutating func write(_ number: Int) { append(Int64(number)) }

  mutating func write(_ flags: [Bool]) { write(flags.map { UInt8($0 ? 1 : 0) }) }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Reads what a `NumberWriter` wrote.
public struct NumberReader: Sendable {
  private let bytes: ByteSection
  private var position: Int

  public init(_ bytes: [UInt8]) { self.init(ByteSection(MappedMemory(bytes: bytes)), from: 0) }

  /// - Parameter start: how many bytes stand before what was written.
  package init(_ bytes: ByteSection, from start: Int) {
    self.bytes = bytes
    position = min(max(0, start), bytes.count)
  }

  /// The bytes are not what a writer of this version wrote.
  public struct Damaged: Error {}

  public mutating func numbers<Number: FixedWidthInteger>(_ type: Number.Type = Number.self)
    throws(Damaged) -> [Number]
  {
    let size = MemoryLayout<Number>.size
    let count = try number(UInt64.self)
    guard count <= UInt64((bytes.count - position) / size) else { throw Damaged() }
    let start = position
    position += Int(count) * size
    let stored = bytes.withBytes { raw in
      [Number](unsafeUninitializedCapacity: Int(count)) { buffer, initialized in
        UnsafeMutableRawBufferPointer(buffer)
          .copyMemory(
            from: UnsafeRawBufferPointer(rebasing: raw[start..<start + Int(count) * size]))
        initialized = Int(count)
      }
    }
    return 1.littleEndian == 1 ? stored : stored.map(Number.init(littleEndian:))
  }

  mutating func integer() throws(Damaged) -> Int { Int(try number(Int64.self)) }

  mutating func flags() throws(Damaged) -> [Bool] { try numbers(UInt8.self).map { $0 != 0 } }

  private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(Damaged)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    guard bytes.count - position >= size else { throw Damaged() }
    defer { position += size }
    return bytes.withBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
    }
  }
}
