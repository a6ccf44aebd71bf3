import RussianText
import Testing

@Suite("Words as they were meant")
struct PlainLettersTests {
  /// Latin letters are written as escapes, so that nobody has to guess.
  static let cases: [(written: String, plain: String)] = [
    // Latin letters in a Cyrillic word, whatever the case.
    ("Минут\u{6F}чку", "Минуточку"), ("к\u{6F}\u{70}\u{6F}че", "короче"),
    ("\u{41}лло", "Алло"), ("\u{43}\u{45}КУНДУ", "СЕКУНДУ"), ("\u{78}\u{79}дой", "худой"),
    ("бизнес-\u{63}чёт", "бизнес-счёт"), ("1\u{43}ка", "1Ска"),
    // Marks of stress, also in one letter with it.
    ("мину\u{301}точку", "минуточку"), ("ну\u{301}", "ну"), ("жди\u{300}те", "ждите"),
    ("т\u{F3}чка", "точка"), ("мин\u{FD}та", "минута"),
    // Soft hyphens, joiners and spaces of no width, hyphens of their own kind.
    ("ми\u{AD}нуточку", "минуточку"), ("ко\u{200B}ро\u{200D}че", "короче"),
    ("ко\u{2060}ро\u{FEFF}че", "короче"), ("кто\u{2011}то", "кто-то"),
    // Letters with a mark of their own.
    ("и\u{306}од", "йод"), ("И\u{306}од", "Йод"), ("е\u{308}лка", "ёлка"), ("Е\u{308}ж", "Ёж"),
    // What stays: Latin words, single letters, Latin letters like no Cyrillic ones, names with an ending.
    ("Visa", "Visa"), ("e-mail", "e-mail"), ("OK", "OK"), ("c", "c"), ("caf\u{E9}", "caf\u{E9}"),
    ("SMSка", "SMSка"), ("MAXом", "MAXом"), ("PR-отдел", "PR-отдел"),
    ("TOP-менеджер", "TOP-менеджер"),
    ("О’Нил", "О’Нил"), ("х*й", "х*й"), ("", ""),
  ]

  @Test("A word is read as it was meant", arguments: cases)
  func plain(_ written: String, _ plain: String) {
    // Letters with a mark are equal as strings, however they are written.
    #expect(Array(Folding.plain(written).utf8) == Array(plain.utf8))
    #expect(Array(Folding.plain(plain).utf8) == Array(plain.utf8))
    #expect(!Folding.isPlain(written.utf8) || written == plain)
  }

  @Test("A token is folded as it was meant, and stands where it stands", arguments: cases)
  func folded(_ written: String, _ plain: String) {
    guard !written.isEmpty else { return }
    let text = Tokenizer().tokenize("да \(written) да")
    #expect(text.tokens.count == 3)
    #expect(text.text(of: text.tokens[1]) == written)
    #expect(text.folded(text.tokens[1]) == Array(Folding.folded(plain).utf8))
    #expect(
      text.scalarRange(Int(text.tokens[1].start)..<Int(text.tokens[1].end))
        == 3..<3 + written.unicodeScalars.count)
  }

  @Test("Any bytes are taken")
  func randomBytes() {
    var generator = SplitMix(state: 5)
    let pieces: [[UInt8]] = [
      [0xC3], [0xD0], [0xCC, 0x86], [0xE2, 0x80], [0xE2, 0x80, 0x8D], [0x63], [0xD0, 0xB8], [0xC2],
      [0xD3], [0x41], [0xC3, 0xB3], [0xD0, 0xB0],
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<generator.next() % 8).flatMap { _ in
        pieces[Int(generator.next() % UInt64(pieces.count))]
      }
      _ = Folding.plain(bytes)
    }
  }
}
