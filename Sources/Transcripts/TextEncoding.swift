/// Turns the bytes of a text file into a string, whatever Windows saved it in.
enum TextEncoding {
  /// The text and, when it was not UTF-8, a note of what it was taken for.
  ///
  /// UTF-8 and UTF-16 are told by their marks or by being valid. What is neither is taken for
  /// Windows-1251 if it then reads as mostly Russian letters; else the answer is `nil`.
  static func decode(_ bytes: [UInt8]) -> (text: String, note: String?)? {
    if bytes.starts(with: [0xFF, 0xFE]) {
      return wide(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 }
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return wide(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let text = String(validating: body, as: UTF8.self) {
      return text.utf8.contains(0) ? nil : (text, nil)
    }
    if let text = windows(body) { return (text, windowsNote) }
    return repaired(body)
  }

  static let windowsNote = "текст в кодировке Windows-1251"

  /// Bytes that are known to be Windows-1251.
  static func windowsText(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 ? Unicode.Scalar(byte) : upperHalf[Int(byte - 0x80)])
    }
    return String(text)
  }

  /// UTF-8 in which a few letters are broken, as whisper.cpp leaves them between subtitles.
  private static func repaired(_ bytes: ArraySlice<UInt8>) -> (String, String?)? {
    guard !bytes.contains(0) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    guard broken * 50 < text.unicodeScalars.count else { return nil }
    return (text, "испорченных букв заменено знаком �: \(broken)")
  }

  private static func wide(
    _ bytes: ArraySlice<UInt8>, unit: (UInt8, UInt8) -> UInt16
  ) -> (String, String?)? {
    let bytes = Array(bytes)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { unit(bytes[$0], bytes[$0 + 1]) }
    return String(validating: units, as: UTF16.self).map { ($0, "текст в кодировке UTF-16") }
  }

  private static func windows(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = String.UnicodeScalarView()
    var russian = 0
    var others = 0
    for byte in bytes {
      switch byte {
      case 0, 0x98: return nil
      case 0..<0x80: text.append(Unicode.Scalar(byte))
      default:
        text.append(upperHalf[Int(byte - 0x80)])
        if byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 { russian += 1 } else { others += 1 }
      }
    }
    return russian > others * 4 ? String(text) : nil
  }

  /// Windows-1251 from 0x80 on; 0x98 is unassigned.
  private static let upperHalf = Array(
    ("ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя").unicodeScalars)
}
