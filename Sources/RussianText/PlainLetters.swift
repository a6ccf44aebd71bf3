/// Words as they were meant, whatever was put between or in place of their letters.
extension Folding {
  /// Whether a word is written with its own letters only: no accents, no soft hyphens and joiners, no
  /// Latin letters among Cyrillic ones. Whatever else is beyond both alphabets is told to be looked at.
  @inlinable
  public static func isPlain(_ bytes: some Sequence<UInt8>) -> Bool {
    var traits: UInt8 = 0
    for byte in bytes { traits |= trait(of: byte) }
    return isPlain(traits: traits)
  }

  /// What a byte says of the word that it is of; those of a word are joined by «or».
  @inlinable @inline(__always)
  public static func trait(of byte: UInt8) -> UInt8 {
    if byte & 0xFE == 0xD0 { return 1 }
    if byte >= 0xC2 { return 4 }
    return (byte | 0x20) &- 0x61 < 26 ? 2 : 0
  }

  /// Whether a word with the traits of all its bytes is plain.
  @inlinable @inline(__always)
  public static func isPlain(traits: UInt8) -> Bool { traits < 3 }

  /// A text with its words as they were meant, in the same case: without accents, soft hyphens and
  /// joiners, «и» and «е» with a mark above as one letter, and a word that has Cyrillic letters
  /// without the Latin ones that look the same («Минутoчку» with a Latin «o»). A wholly Latin word
  /// stays as it is, and so does one with a Latin letter that looks like no Cyrillic one («SMSка»), or
  /// with two Latin capitals before small Cyrillic letters («MAXом»).
  public static func plain(_ text: some Sequence<UInt8>) -> [UInt8] {
    var result = withoutMarks(Array(text))
    var index = 0
    while index < result.count {
      let start = index
      while letterLength(result, index) > 0 { index += letterLength(result, index) }
      if let word = inCyrillic(result[start..<index]) {
        result.replaceSubrange(start..<index, with: word)
        index = start + word.count
      } else {
        index = max(index, start + 1)
      }
    }
    return result
  }

  /// A text with its words as they were meant.
  public static func plain(_ text: String) -> String {
    isPlain(text.utf8) ? text : String(decoding: plain(text.utf8), as: UTF8.self)
  }

  private static func withoutMarks(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let length = WordScanner.markLength(bytes.span, index)
      if length > 0 {
        compose(&result, bytes[index], bytes[index + 1])
        index += length
        continue
      }
      let invisible = WideScalar.invisibleLength(bytes.span, index)
      if invisible > 0 {
        index += invisible
        continue
      }
      // Hyphens of their own kinds.
      if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91
      {
        result.append(0x2D)
        index += 3
        continue
      }
      result.append(bytes[index])
      index += 1
    }
    return result
  }

  /// Makes «й» and «ё» of «и» and «е» with a mark; other marks leave the letter as it is.
  private static func compose(_ result: inout [UInt8], _ lead: UInt8, _ mark: UInt8) {
    guard lead == 0xCC, result.count >= 2, result[result.count - 2] == 0xD0 else { return }
    switch (result[result.count - 1], mark) {
    case (0xB8, 0x86): result[result.count - 1] = 0xB9  // й
    case (0x98, 0x86): result[result.count - 1] = 0x99  // Й
    case (0xB5, 0x88): result.replaceSubrange((result.count - 2)..., with: [0xD1, 0x91])  // ё
    case (0x95, 0x88): result[result.count - 1] = 0x81  // Ё
    default: break
    }
  }

  /// The length of a Cyrillic or Latin letter, 0 where there is none.
  private static func letterLength(_ bytes: [UInt8], _ index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let byte = bytes[index]
    if byte < 0x80 { return trait(of: byte) == 2 ? 1 : 0 }
    guard index + 1 < bytes.count else { return 0 }
    return byte == 0xC3 || (0xD0...0xD3).contains(byte) ? 2 : 0
  }

  /// A word of letters with the Latin ones in Cyrillic; nil where it is to stay as it is.
  private static func inCyrillic(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    var traits: UInt8 = 0
    for byte in word { traits |= byte == 0xC3 ? 2 : trait(of: byte) }
    guard traits & 3 == 3 else { return nil }
    let capitals = word.prefix { $0 >= 0x41 && $0 <= 0x5A }.count
    let rest = word.dropFirst(capitals)
    if capitals > 1, let first = rest.first, first >= 0xD0, !isCapitalized(rest) { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(word.count * 2)
    var index = word.startIndex
    while index < word.endIndex {
      let byte = word[index]
      if byte >= 0xD0 {
        guard index + 1 < word.endIndex else { return nil }
        result.append(byte)
        result.append(word[index + 1])
        index += 2
        continue
      }
      let isAccented = byte == 0xC3 && index + 1 < word.endIndex
      guard let letter = isAccented ? lookAlike(ofAccented: word[index + 1]) : lookAlike(of: byte)
      else { return nil }
      result.append(UInt8(truncatingIfNeeded: letter >> 8))
      result.append(UInt8(truncatingIfNeeded: letter))
      index += isAccented ? 2 : 1
    }
    return result
  }

  /// The Cyrillic letter that a Latin one looks like, as its two bytes.
  private static func lookAlike(of byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "a"): 0xD0B0
    case UInt8(ascii: "c"): 0xD181
    case UInt8(ascii: "e"): 0xD0B5
    case UInt8(ascii: "o"): 0xD0BE
    case UInt8(ascii: "p"): 0xD180
    case UInt8(ascii: "x"): 0xD185
    case UInt8(ascii: "y"): 0xD183
    case UInt8(ascii: "A"): 0xD090
    case UInt8(ascii: "B"): 0xD092
    case UInt8(ascii: "C"): 0xD0A1
    case UInt8(ascii: "E"): 0xD095
    case UInt8(ascii: "H"): 0xD09D
    case UInt8(ascii: "K"): 0xD09A
    case UInt8(ascii: "M"): 0xD09C
    case UInt8(ascii: "O"): 0xD09E
    case UInt8(ascii: "P"): 0xD0A0
    case UInt8(ascii: "T"): 0xD0A2
    case UInt8(ascii: "X"): 0xD0A5
    case UInt8(ascii: "Y"): 0xD0A3
    default: nil
    }
  }

  /// The same of a Latin letter that has a mark above («ó» for a stressed «о»), by its second byte.
  private static func lookAlike(ofAccented byte: UInt8) -> UInt16? {
    switch byte {
    case 0xA0, 0xA1: 0xD0B0  // à á
    case 0xA8, 0xA9: 0xD0B5  // è é
    case 0xAB: 0xD191  // ë
    case 0xB2, 0xB3: 0xD0BE  // ò ó
    case 0xBD: 0xD183  // ý
    case 0x80, 0x81: 0xD090  // À Á
    case 0x88, 0x89: 0xD095  // È É
    case 0x8B: 0xD081  // Ë
    case 0x92, 0x93: 0xD09E  // Ò Ó
    case 0x9D: 0xD0A3  // Ý
    default: nil
    }
  }
}
