import RussianText

/// Forms without what only shows how they are pronounced, broken or used: accents, soft hyphens, hash
/// signs; and with their own letters.
enum PlainForm {
  static let hashSign: UInt8 = 0x23

  /// Whether nothing need be taken away.
  static func isPlain(_ form: [UInt8]) -> Bool {
    form.first != hashSign && Folding.isPlain(form)
  }

  /// The form without hash sign, with its letters as they were meant.
  static func of(_ form: [UInt8]) -> [UInt8] {
    var result = form[...]
    if result.count > 1, result.first == hashSign { result = result.dropFirst() }
    guard !Folding.isPlain(result) else { return Array(result) }
    let plain = Folding.plain(result)
    return plain.isEmpty ? form : plain
  }

  /// Whether a form of two letters and more has capitals only.
  static func isUpper(_ form: [UInt8]) -> Bool {
    var letters = 0
    var index = 0
    while index < form.count {
      let byte = form[index]
      if byte >= 0x61, byte <= 0x7A { return false }
      if byte >= 0x41, byte <= 0x5A { letters += 1 }
      if byte == 0xD0 || byte == 0xD1, index + 1 < form.count {
        let second = form[index + 1]
        if byte == 0xD1 || second >= 0xB0 { return false }
        letters += 1
        index += 1
      }
      index += 1
    }
    return letters > 1
  }
}
