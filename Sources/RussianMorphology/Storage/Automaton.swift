/// A minimal acyclic automaton over letters, from words to 32-bit values.
///
/// A state is a run of 32-bit words: the low and high half of the mask of its letters (bit 63 of
/// the mask: the state is final), the value where it is final, then the offset (in words) of the
/// target of each letter, in order of the letters. The first word of the section is the offset of
/// the root.
struct Automaton: Sendable {
  let section: ByteSection

  static let finalBit: UInt64 = 1 << 63
  static let noValue = UInt32.max

  @inline(__always)
  var root: UInt32 { section.load32(0) }

  /// The state after `letter`, 0 where there is none.
  @inline(__always)
  func next(_ state: UInt32, _ letter: UInt8) -> UInt32 {
    let offset = Int(state) &* 4
    let mask = section.load64(offset)
    let bit: UInt64 = 1 &<< UInt64(letter)
    guard mask & bit != 0 else { return 0 }
    let before = (mask & (bit &- 1)).nonzeroBitCount &+ Int(mask >> 63)
    return section.load32(offset &+ 8 &+ before &* 4)
  }

  /// The value of a final state.
  @inline(__always)
  func value(_ state: UInt32) -> UInt32 {
    let offset = Int(state) &* 4
    guard section.load64(offset) & Self.finalBit != 0 else { return Self.noValue }
    return section.load32(offset &+ 8)
  }

  /// The value of the folded or lower-case word `form`.
  @inline(__always)
  func value(of form: Span<UInt8>) -> UInt32 {
    var state = root
    var index = 0
    let count = form.count
    while index < count {
      let (letter, length) = Alphabet.letter(form, index)
      guard letter != 0 else { return Self.noValue }
      state = next(state, letter)
      guard state != 0 else { return Self.noValue }
      index &+= length
    }
    return value(state)
  }
}

/// Letters of the dictionary as numbers from 1 to 45, in the order of their UTF-8.
enum Alphabet {
  /// The letter of lower-case `bytes` at `index` (ё is е) and its length; 0 for a foreign one.
  @inline(__always)
  static func letter(_ bytes: Span<UInt8>, _ index: Int) -> (letter: UInt8, length: Int) {
    let byte = bytes[index]
    if byte >= 0x80 {
      guard index &+ 1 < bytes.count else { return (0, 1) }
      return (cyrillic(byte, bytes[index &+ 1]), 2)
    }
    return (ascii(byte), 1)
  }

  /// The letter of lower-case `bytes` that ends before `index`.
  @inline(__always)
  static func letter(_ bytes: Span<UInt8>, before index: Int) -> (letter: UInt8, length: Int) {
    let byte = bytes[index &- 1]
    if byte >= 0x80 {
      guard index >= 2 else { return (0, 1) }
      return (cyrillic(bytes[index &- 2], byte), 2)
    }
    return (ascii(byte), 1)
  }

  @inline(__always)
  static func cyrillic(_ lead: UInt8, _ byte: UInt8) -> UInt8 {
    if lead == 0xD0, byte >= 0xB0, byte <= 0xBF { return byte &- 0xB0 &+ 14 }
    if lead == 0xD1 {
      if byte >= 0x80, byte <= 0x8F { return byte &- 0x80 &+ 30 }
      if byte == 0x91 { return 19 }  // ё is е
    }
    return 0
  }

  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x27: return 1  // '
    case 0x2D: return 2  // -
    case 0x2E: return 3  // .
    case 0x30...0x39: return byte &- 0x30 &+ 4
    default: return 0
    }
  }
}
