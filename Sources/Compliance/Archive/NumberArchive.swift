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
  private let bytes: [UInt8]
  private var position: Int

  /// - Parameter start: how many bytes stand before what was written.
  public init(_ bytes: [UInt8], from start: Int = 0) {
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
    return bytes.withUnsafeBytes { raw in
      (0..<Int(count)).map {
        Number(littleEndian: raw.loadUnaligned(fromByteOffset: start + $0 * size, as: Number.self))
      }
    }
  }

  mutating func integer() throws(Damaged) -> Int { Int(try number(Int64.self)) }

  mutating func flags() throws(Damaged) -> [Bool] { try numbers(UInt8.self).map { $0 != 0 } }

  private mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(Damaged)
    -> Number
  {
    let size = MemoryLayout<Number>.size
    guard bytes.count - position >= size else { throw Damaged() }
    defer { position += size }
    return bytes.withUnsafeBytes {
      Number(littleEndian: $0.loadUnaligned(fromByteOffset: position, as: Number.self))
    }
  }
}
