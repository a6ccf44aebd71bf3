/// Texts of JSON: read from between their quotes, and written.
public enum JSONText {
  /// `text` in quotes, with only what JSON demands escaped (RFC 8259, section 7).
  public static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The contents of a text with its escapes resolved; what is no UTF-8 stays as it is. U+0000 is
  /// read as U+FFFD: SQLite and everything written in C take it for the end of the text.
  static func unescaped(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(end - start)
    var index = start
    while index < end {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\") else {
        if byte == 0 { append("\u{FFFD}", to: &result) } else { result.append(byte) }
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var value = unit(bytes, at: index + 2) ?? 0xFFFD
        if value & 0xFC00 == 0xD800, index + 11 < end, bytes[index + 6] == UInt8(ascii: "\\"),
          bytes[index + 7] == UInt8(ascii: "u"), let low = unit(bytes, at: index + 8),
          low & 0xFC00 == 0xDC00
        {
          value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
          index += 6
        }
        append(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}", to: &result)
        index += 4
      case let other: result.append(other)
      }
      index += 2
    }
    return result
  }

  /// Four hexadecimal digits.
  @inline(__always)
  static func unit(_ bytes: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var result: UInt32 = 0
    for index in start..<(start + 4) {
      let byte = bytes[index]
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      result = result << 4 | UInt32(digit)
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    for unit in UTF8.encode(scalar)! { bytes.append(unit) }
  }
}

/// Numbers read exactly.
enum JSONNumber {
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The nearest double of a well-formed number; infinite when it is too large.
  ///
  /// Up to 15 digits and powers of ten up to 22 are exact in a double, so one operation rounds
  /// once (Clinger 1990). Everything else goes to the standard library.
  static func value(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double {
    var index = start
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var mantissa: UInt64 = 0
    var digits = 0
    var scale = 0
    var isFraction = false
    while index < end {
      let byte = bytes[index]
      if byte &- 0x30 < 10 {
        mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30)
        if mantissa > 0 { digits &+= 1 }
        if isFraction { scale &-= 1 }
      } else if byte == UInt8(ascii: ".") {
        isFraction = true
      } else {
        break
      }
      index &+= 1
    }
    guard index == end, digits <= 15, scale >= -22 else { return slow(bytes, start, end) }
    let value = Double(mantissa) / powers[-scale]
    return isNegative ? -value : value
  }

  private static func slow(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Double {
    let text = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
    }
    return Double(text) ?? .nan
  }
}
