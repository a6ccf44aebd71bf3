/// Tells which bytes of JSON stand in strings, one byte after the other.
struct JSONStringBounds {
  /// Where a byte stands.
  enum Place {
    case outside
    /// The quotation mark that opens a string, or the one that closes it.
    case opening, closing
    case inside
  }

  /// The last byte stood in a string that is still open.
  private(set) var isInString = false
  private var isEscaped = false

  /// Where the next byte stands.
  mutating func place(of byte: UInt8) -> Place {
    guard isInString else {
      isInString = byte == UInt8(ascii: "\"")
      return isInString ? .opening : .outside
    }
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInString = false
      return .closing
    }
    return .inside
  }
}
