/// Forms without what only shows how they are pronounced or used: accents and hash signs.
enum PlainForm {
  static let hashSign: UInt8 = 0x23

  /// Whether nothing need be taken away.
  static func isPlain(_ form: [UInt8]) -> Bool {
    form.first != hashSign && !form.contains(0xCC)
  }

  /// The form without hash sign and accents.
  static func of(_ form: [UInt8]) -> [UInt8] {
    var result = form[...]
    if result.count > 1, result.first == hashSign { result = result.dropFirst() }
    guard result.contains(0xCC) else { return Array(result) }
    var plain = [UInt8]()
    var index = result.startIndex
    while index < result.endIndex {
      // U+0300, U+0301: accents.
      if result[index] == 0xCC, index + 1 < result.endIndex, result[index + 1] <= 0x81 {
        index += 2
        continue
      }
      plain.append(result[index])
      index += 1
    }
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
