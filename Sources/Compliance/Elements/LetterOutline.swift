/// What tells at a glance that two words are not alike: how long they are, how they begin, and
/// which letters they have.
struct LetterOutline: Sendable, Codable {
  /// Bytes of the letters in UTF-8, two each in Cyrillic.
  private var length: Int
  /// Which letters there are; some share a bit.
  private var kinds: UInt64
  /// The first four bytes as two numbers, or the first byte where there are fewer.
  private let first: UInt16
  private let second: UInt16
  private let isShort: Bool

  init(_ bytes: [UInt8]) {
    length = bytes.count
    kinds = Self.letters(of: bytes).reduce(0) { $0 | 1 &<< UInt64($1 & 63) }
    isShort = bytes.count < 4
    if isShort {
      first = bytes.first.map(UInt16.init) ?? .max
      second = 0
    } else {
      first = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
      second = UInt16(bytes[2]) << 8 | UInt16(bytes[3])
    }
  }

  /// Letters of UTF-8 as numbers: Cyrillic ones are of two bytes.
  static func letters(of bytes: [UInt8]) -> [UInt16] {
    var result: [UInt16] = []
    var lead: UInt16?
    for byte in bytes {
      if let first = lead {
        result.append(first << 8 | UInt16(byte))
        lead = nil
      } else if byte >= 0xC0 {
        lead = UInt16(byte)
      } else {
        result.append(UInt16(byte))
      }
    }
    return result
  }

  /// Adds the letters of a word that follows.
  mutating func add(_ other: Self) {
    length += other.length
    kinds |= other.kinds
  }

  /// Whether so few edits may lead to the other: one takes a letter away and brings another in.
  func isNear(_ other: Self, edits: Int) -> Bool {
    abs(length - other.length) <= 2 * edits
      && (kinds ^ other.kinds).nonzeroBitCount <= 2 * edits
  }

  /// Whether the word could begin a name, or a slip of it: one of the first two letters is the
  /// same, for a slip seldom takes both. What follows the word may still complete the name.
  func mayBegin(_ name: Self) -> Bool {
    if isShort || name.isShort { return firstByte == name.firstByte }
    return first == name.first || second == name.second
  }

  private var firstByte: UInt16 { isShort ? first : first >> 8 }
}
