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

  /// Texts as their lengths and one run of UTF-8.
  mutating func write(_ texts: [String]) {
    write(texts.map { UInt32($0.utf8.count) })
    write(texts.flatMap { Array($0.utf8) })
  }

  /// Cases by their place among all.
  mutating func write<Case: CaseIterable & Equatable>(_ cases: [Case]) {
    let all = Array(Case.allCases)
    write(cases.map { UInt8(all.firstIndex(of: $0) ?? 0) })
  }

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

  /// Columns of one table are equally long.
  static func require(_ counts: Int...) throws(Damaged) {
    guard counts.allSatisfy({ $0 == counts.first }) else { throw Damaged() }
  }

  mutating func integer() throws(Damaged) -> Int { Int(try number(Int64.self)) }

  mutating func flags() throws(Damaged) -> [Bool] { try numbers(UInt8.self).map { $0 != 0 } }

  mutating func texts() throws(Damaged) -> [String] {
    let lengths = try numbers(UInt32.self)
    let bytes = try numbers(UInt8.self)
    guard lengths.reduce(0, { $0 + Int($1) }) == bytes.count else { throw Damaged() }
    var start = 0
    return lengths.map { length in
      defer { start += Int(length) }
      return String(decoding: bytes[start..<start + Int(length)], as: UTF8.self)
    }
  }

  mutating func cases<Case: CaseIterable>(_ type: Case.Type = Case.self) throws(Damaged) -> [Case] {
    let all = Array(Case.allCases)
    let places = try numbers(UInt8.self)
    guard places.allSatisfy({ $0 < all.count }) else { throw Damaged() }
    return places.map { all[Int($0)] }
  }

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
