/// Spaces, punctuation and symbols outside ASCII.
enum WideScalar {
  /// The length of a space at `index`, 0 where there is none.
  static func spaceLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let count = bytes.count
    switch bytes[index] {
    case 0xC2:
      guard index + 1 < count else { return 0 }
      let next = bytes[index + 1]
      // A soft hyphen beside no letter is nothing.
      return next == 0xA0 || next == 0x85 || next == 0xAD ? 2 : 0
    case 0xE2:
      guard index + 2 < count else { return 0 }
      let last = bytes[index + 2]
      if bytes[index + 1] == 0x80 {
        return (0x80...0x8F).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
      }
      return bytes[index + 1] == 0x81 && (last == 0x9F || last == 0xA0) ? 3 : 0
    case 0xE3:
      guard index + 2 < count else { return 0 }
      return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    case 0xEF:
      guard index + 2 < count else { return 0 }
      return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The length of a sign of no width at `index`, such as may stand inside a word: spaces and joiners
  /// of no width, marks of direction, a byte order mark.
  static func invisibleLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index + 2 < bytes.count else { return 0 }
    let last = bytes[index + 2]
    switch (bytes[index], bytes[index + 1]) {
    case (0xE2, 0x80): return (0x8B...0x8F).contains(last) ? 3 : 0
    case (0xE2, 0x81): return last == 0xA0 ? 3 : 0
    case (0xEF, 0xBB): return last == 0xBF ? 3 : 0
    default: return 0
    }
  }

  /// The length of a punctuation sign at `index`, 0 where there is none: « » and the general
  /// punctuation block's dashes, quotation marks, ellipsis and bullets.
  static func punctuationLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    guard index + 1 < bytes.count else { return 0 }
    switch bytes[index] {
    case 0xC2:
      let next = bytes[index + 1]
      return next == 0xAB || next == 0xBB || next == 0xA1 || next == 0xBF ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
      let last = bytes[index + 2]
      return (0x90...0xA7).contains(last) || last == 0xB9 || last == 0xBA ? 3 : 0
    default: return 0
    }
  }

  /// The end of the symbol at `start`: one scalar, or an emoji with its modifiers and joiners. An
  /// invalid byte is a symbol of its own.
  static func symbolEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start + scalarLength(bytes, start)
    if isFlag(bytes, start), isFlag(bytes, end) { end += 4 }
    while end < bytes.count {
      if matches(bytes, end, 0xEF, 0xB8, 0x8F) || matches(bytes, end, 0xE2, 0x83, 0xA3) {
        end += 3  // variation selector, keycap
      } else if matches(bytes, end, 0xF0, 0x9F, 0x8F), end + 3 < bytes.count,
        (0xBB...0xBF).contains(bytes[end + 3])
      {
        end += 4  // skin tone
      } else if matches(bytes, end, 0xE2, 0x80, 0x8D), end + 3 < bytes.count,
        bytes[end + 3] >= 0xE2
      {
        end += 3 + scalarLength(bytes, end + 3)  // joined emoji
      } else {
        break
      }
    }
    return end
  }

  /// The length of the well-formed scalar at `index`, 1 for a byte that starts none.
  static func scalarLength(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let length: Int
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 1
    }
    guard index + length <= bytes.count else { return 1 }
    for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return 1 }
    return length
  }

  private static func isFlag(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    matches(bytes, index, 0xF0, 0x9F, 0x87) && index + 3 < bytes.count && bytes[index + 3] >= 0xA6
      && bytes[index + 3] <= 0xBF
  }

  private static func matches(
    _ bytes: Span<UInt8>, _ index: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
  ) -> Bool {
    index + 2 < bytes.count && bytes[index] == first && bytes[index + 1] == second
      && bytes[index + 2] == third
  }
}
