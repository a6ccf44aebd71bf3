/// What the bytes above ASCII mean where every letter is one byte.
struct LetterTable: Hashable {
  let name: String
  /// From 0x80 on.
  let letters: [Unicode.Scalar]

  private init(_ name: String, _ letters: String) {
    self.name = name
    self.letters = Array(letters.unicodeScalars)
  }

  /// In which of the tables some bytes read as Russian text; the first where several do as well.
  ///
  /// All of KOI8-R's letters are letters in Windows-1251 too: what tells them apart is that the
  /// commonest letters of Russian are common, and that small ones are commoner than great ones.
  init?(of bytes: [UInt8]) {
    var counts = [Int](repeating: 0, count: 0x80)
    for byte in bytes where byte >= 0x80 { counts[Int(byte - 0x80)] += 1 }
    let total = counts.reduce(0, +)
    // A few bytes may as well be broken letters of another encoding.
    guard total > 2 else { return nil }
    var best: (table: Self, points: Int)?
    for table in Self.known {
      guard let points = table.points(counts) else { continue }
      // Of a few letters nothing is common.
      let isSure = total >= 20
      if best.map({ isSure && points > $0.points }) ?? true { best = (table, points) }
    }
    guard let best else { return nil }
    self = best.table
  }

  /// How much like Russian the bytes read; `nil` where they do not.
  private func points(_ counts: [Int]) -> Int? {
    var russian = 0
    var others = 0
    var points = 0
    for (letter, count) in zip(letters, counts) where count > 0 {
      guard Self.isRussian(letter) else {
        // Nothing stands there.
        if letter == "\u{98}" { return nil }
        others += count
        continue
      }
      russian += count
      let isSmall = letter.value >= 0x430
      let small = isSmall ? letter : Unicode.Scalar(letter.value + 0x20) ?? letter
      let rank = Self.byFrequency.firstIndex(of: small) ?? Self.byFrequency.count
      points += (Self.byFrequency.count - rank + (isSmall ? 1 : 0)) * count
    }
    return russian > others * 4 ? points : nil
  }

  private static func isRussian(_ letter: Unicode.Scalar) -> Bool {
    (0x410...0x44F).contains(letter.value) || letter == "ё" || letter == "Ё"
  }

  /// The letters of Russian, the commonest first.
  private static let byFrequency = Array("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё".unicodeScalars)

  /// The commonest first.
  private static let known = [windows1251, koi8r, cp866]

  /// 0x98 is unassigned.
  private static let windows1251 = Self(
    "Windows-1251",
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
      + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")

  private static let koi8r = Self(
    "KOI8-R",
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
      + "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")

  private static let cp866 = Self(
    "CP866",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп"
      + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}")
}
