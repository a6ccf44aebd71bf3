/// What the first byte of a token says about it.
enum ByteClass: UInt8 {
  case space, cyrillic, latin, digit, punctuation, symbol
  /// The lead byte of some other multi-byte scalar, to be looked at whole.
  case wide

  /// The class of each byte. Copy it into a local and use its span on a hot path: reading a global
  /// per byte halves the speed.
  static let table: [ByteClass] = (0...255).map { Self(byte: UInt8($0)) }

  private init(byte: UInt8) {
    switch byte {
    case 0...0x20, 0x7F: self = .space
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .latin
    case 0xD0, 0xD1: self = .cyrillic
    case 0x80...: self = .wide
    default:
      self = Self.punctuationSigns.contains(byte) ? .punctuation : .symbol
    }
  }

  private static let punctuationSigns = Array(#".,!?:;()[]{}"'-/\"#.utf8)
}
