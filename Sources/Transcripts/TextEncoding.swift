/// Tells in what the bytes of a text file are written, and turns them into a string.
enum TextEncoding: Hashable {
  case utf16LittleEndian, utf16BigEndian
  /// One byte a letter.
  case table(LetterTable)

  /// What a text in it was taken for, in Russian.
  var note: String {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian: "текст в кодировке UTF-16"
    case .table(let table): "текст в кодировке \(table.name)"
    }
  }

  /// The text and, when it was not UTF-8, a note of what it was taken for.
  ///
  /// U+0000, of which databases keep nothing behind, becomes U+FFFD, as broken letters do; of what
  /// has many of them, and of what is in no encoding that is known, the answer is `nil`.
  static func decode(_ bytes: [UInt8]) -> (text: String, note: String?)? {
    if let encoding = TextEncoding(of: bytes) {
      var recoder = TextRecoder(encoding)
      let utf8 = recoder.utf8(bytes) + recoder.end()
      return readable(withoutMark(utf8), note: encoding.note)
    }
    return readable(withoutMark(bytes), note: nil)
  }

  /// What is told of a call in which it stood.
  static let zeroNote = "знак U+0000 заменён знаком �"

  /// The bytes in UTF-8.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    guard let encoding = TextEncoding(of: bytes) else { return bytes }
    var recoder = TextRecoder(encoding)
    return recoder.utf8(bytes) + recoder.end()
  }

  /// A text of UTF-8 without U+0000.
  static func withoutZeros(_ text: String) -> String {
    guard text.utf8.contains(0) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  private static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
  }

  /// A text in which a few letters may be broken, as whisper.cpp leaves them between subtitles.
  private static func readable(_ bytes: ArraySlice<UInt8>, note: String?) -> (String, String?)? {
    let valid = String(validating: bytes, as: UTF8.self)
    if let valid, !valid.utf8.contains(0) { return (valid, note) }
    let text = withoutZeros(valid ?? String(decoding: bytes, as: UTF8.self))
    let broken =
      valid?.utf8.count { $0 == 0 } ?? text.unicodeScalars.count { $0 == "\u{FFFD}" }
    guard broken * (valid == nil ? 50 : 20) < text.unicodeScalars.count else { return nil }
    let repaired = valid == nil ? "испорченных букв заменено знаком �: \(broken)" : zeroNote
    return (text, note.map { "\($0); \(repaired)" } ?? repaired)
  }
}

extension TextEncoding {
  /// - Parameter head: a text, or the first bytes of one; `nil` where it is UTF-8, or nothing known.
  ///
  /// UTF-16 is told by its mark, or by every other byte being what Russian and Latin text has
  /// there. What is no UTF-8 is in one byte a letter, if it then reads as mostly Russian letters.
  init?(of head: [UInt8]) {
    if head.starts(with: [0xFF, 0xFE]) {
      self = .utf16LittleEndian
    } else if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16BigEndian
    } else if head.contains(0), let wide = Self.wide(head) {
      self = wide
    } else if !Self.isUTF8(head), let table = LetterTable(of: head) {
      self = .table(table)
    } else {
      return nil
    }
  }

  /// UTF-16 without a mark.
  private static func wide(_ bytes: [UInt8]) -> Self? {
    let pairs = bytes.count / 2
    guard pairs > 3 else { return nil }
    // What stands above the letters of ASCII and «», the Cyrillic ones, and the dashes.
    let isHigh = { (byte: UInt8) in byte == 0x00 || byte == 0x04 || byte == 0x20 }
    var first = 0
    var second = 0
    for index in stride(from: 0, to: pairs * 2, by: 2) {
      if isHigh(bytes[index]) { first += 1 }
      if isHigh(bytes[index + 1]) { second += 1 }
    }
    if second * 10 >= pairs * 9, first * 2 < pairs { return .utf16LittleEndian }
    if first * 10 >= pairs * 9, second * 2 < pairs { return .utf16BigEndian }
    return nil
  }

  /// The last character may be cut.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return true
    } catch {
      let start = error.byteOffsets.lowerBound
      return bytes.count - start < 4 && error.kind == .truncatedScalar
        && error.byteOffsets.upperBound == bytes.count
    }
  }
}
