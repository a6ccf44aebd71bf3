/// Turns a text into UTF-8 piece by piece, wherever the pieces are cut.
struct TextRecoder {
  private let encoding: TextEncoding
  /// The first byte of a unit whose second is still to come.
  private var half: UInt8?
  /// The first unit of a pair.
  private var high: UInt16?
  private var isFirst = true

  init(_ encoding: TextEncoding) { self.encoding = encoding }

  /// The bytes of the next piece in UTF-8; what it cuts in two comes with the piece behind it.
  mutating func utf8(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * 2)
    switch encoding {
    case .table(let table):
      for byte in bytes {
        if byte < 0x80 {
          result.append(byte)
        } else {
          Self.append(table.letters[Int(byte - 0x80)], to: &result)
        }
      }
    case .utf16LittleEndian, .utf16BigEndian:
      let isBig = encoding == .utf16BigEndian
      for byte in bytes {
        guard let first = half else {
          half = byte
          continue
        }
        half = nil
        let (upper, lower) = isBig ? (first, byte) : (byte, first)
        take(UInt16(upper) << 8 | UInt16(lower), to: &result)
      }
    }
    return result
  }

  /// What is left at the end: half a pair is a broken letter, half a unit nothing.
  mutating func end() -> [UInt8] {
    var result: [UInt8] = []
    if high != nil { Self.append("\u{FFFD}", to: &result) }
    high = nil
    half = nil
    return result
  }

  private mutating func take(_ unit: UInt16, to result: inout [UInt8]) {
    // A mark would be counted among the columns of the first line.
    let isMark = isFirst && unit == 0xFEFF
    isFirst = false
    if isMark { return }
    if let first = high {
      high = nil
      if unit & 0xFC00 == 0xDC00 {
        let value = 0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(unit & 0x3FF)
        return Self.append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &result)
      }
      Self.append("\u{FFFD}", to: &result)
    }
    if unit & 0xFC00 == 0xD800 {
      high = unit
    } else {
      Self.append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &result)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if let units = UTF8.encode(scalar) { bytes.append(contentsOf: units) }
  }
}
