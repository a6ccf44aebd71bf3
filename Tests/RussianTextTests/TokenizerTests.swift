import RussianText
import Testing

@Suite("Tokens")
struct TokenizerTests {
  static let cases: [(text: String, tokens: [String])] = [
    ("", []),
    (" \n\t ", []),
    ("Алло, здравствуйте!", ["w Алло", "p ,", "w здравствуйте", "p !"]),
    ("кто-то из-за э-э-э а-а", ["w кто-то", "w из-за", "w э-э-э", "w а-а"]),
    ("да- нет", ["w да", "p -", "w нет"]),
    ("да - нет — вот–так", ["w да", "p -", "w нет", "p —", "w вот", "p –", "w так"]),
    ("об'явление О’Нил", ["w об'явление", "w О’Нил"]),
    (
      "в 10:30, 3,5 и 12.03.2026.",
      ["w в", "n 10:30", "p ,", "n 3,5", "w и", "n 12.03.2026", "p ."]
    ),
    ("8-800-200-10-20", ["n 8-800-200-10-20"]),
    ("1 500", ["n 1", "n 500"]),
    ("100% №5", ["n 100", "s %", "s №", "n 5"]),
    ("А4 1С 4G", ["w А4", "w 1С", "w 4G"]),
    ("5-го 2-х 100-летие", ["n 5-го", "n 2-х", "w 100-летие"]),
    ("пишите на info@rzd.ru.", ["w пишите", "w на", "a info@rzd.ru", "p ."]),
    ("https://www.rzd.ru/cargo?a=1, да", ["a https://www.rzd.ru/cargo?a=1", "p ,", "w да"]),
    ("сайт rzd.ru/page и cargo.рф.", ["w сайт", "a rzd.ru/page", "w и", "a cargo.рф", "p ."]),
    ("грузы.рф", ["a грузы.рф"]),
    ("24ivan_p@mail.ru", ["a 24ivan_p@mail.ru"]),
    ("ну... что?! да!!!", ["w ну", "p ...", "w что", "p ?!", "w да", "p !!!"]),
    ("«да»", ["p «", "w да", "p »"]),
    ("х*й бл@ть п***ц бл***", ["w х*й", "w бл@ть", "w п***ц", "w бл***"]),
    ("цена* 5*5", ["w цена", "s *", "n 5", "s *", "n 5"]),
    ("👍🏽 ок 🇷🇺", ["s 👍🏽", "w ок", "s 🇷🇺"]),
    ("е\u{301}сли", ["w е\u{301}сли"]),
    (
      "ко\u{200B}ро\u{200D}че и\u{200D} \u{AD}да", ["w ко\u{200B}ро\u{200D}че", "w и", "w да"]
    ),
    ("один\u{A0}два", ["w один", "w два"]),
    ("e.g. да.Нет", ["w e", "p .", "w g", "p .", "w да", "p .", "w Нет"]),
  ]

  @Test("A text has these tokens", arguments: cases)
  func tokens(of text: String, are expected: [String]) {
    let tokenized = Tokenizer().tokenize(text)
    let found = tokenized.tokens.map { "\(Self.letter($0.kind)) \(tokenized.text(of: $0))" }
    #expect(found == expected)
  }

  @Test("A place far inside a long text is told in scalars", arguments: [0, 1, 37, 511, 512, 5000])
  func scalars(count: Int) {
    var generator = SplitMix(state: 7)
    let pieces = ["а", "ё", "z", " ", "👍🏽", "е\u{301}", "—", ", "]
    let text = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
      .joined()
    let tokenized = Tokenizer().tokenize(text)
    for token in tokenized.tokens {
      let start = String(decoding: tokenized.bytes[..<Int(token.start)], as: UTF8.self)
        .unicodeScalars.count
      let length = tokenized.text(of: token).unicodeScalars.count
      #expect(
        tokenized.scalarRange(Int(token.start)..<Int(token.end)) == start..<start + length)
    }
  }

  private static func letter(_ kind: TokenKind) -> String {
    switch kind {
    case .word: "w"
    case .number: "n"
    case .address: "a"
    case .punctuation: "p"
    case .symbol: "s"
    }
  }

  @Test("Random bytes never crash, and tokens are ordered and cover all that is not space")
  func randomBytes() {
    var generator = SplitMix(state: 42)
    let pieces: [[UInt8]] = [
      "а", "ё", "-", "*", "@", ".", "ru", "5", " ", "’", "—", "👍", "'", ",", "\u{301}", "!", "?",
    ].map { Array($0.utf8) }
    for round in 0..<20_000 {
      var bytes = [UInt8]()
      for _ in 0..<(generator.next() % 24) {
        if round % 2 == 0 {
          bytes.append(UInt8(truncatingIfNeeded: generator.next()))
        } else {
          bytes += pieces[Int(generator.next() % UInt64(pieces.count))]
          if generator.next() % 8 == 0, !bytes.isEmpty { bytes.removeLast() }
        }
      }
      let tokenized = Tokenizer().tokenize(bytes: bytes)
      var last = 0
      for token in tokenized.tokens {
        #expect(Int(token.start) >= last && token.start < token.end)
        for byte in bytes[last..<Int(token.start)] { #expect(byte <= 0x20 || byte >= 0x7F) }
        last = Int(token.end)
      }
      #expect(last <= bytes.count)
      for byte in bytes[last...] { #expect(byte <= 0x20 || byte >= 0x7F) }
    }
  }

  @Test("Ranges count Unicode scalars")
  func scalarRanges() {
    let text = Tokenizer().tokenize("Ой, 👍 да")
    let token = text.tokens[3]
    #expect(text.scalarRange(Int(token.start)..<Int(token.end)) == 6..<8)
  }

  @Test("A megabyte takes little time", .enabled(if: isOptimised))
  func speed() {
    let sentence = "Здравствуйте, меня зовут Анна, чем могу вам помочь? Номер 8-800-200. "
    let bytes = Array(String(repeating: sentence, count: 20_000).utf8)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Tokenizer().tokenize(bytes: bytes) }
    let seconds = Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    print("tokenizer: \(Double(bytes.count) / seconds / 1e6) MB/s")
    #expect(seconds < 1)
  }
}

private var isOptimised: Bool {
  var optimised = true
  assert(
    {
      optimised = false
      return true
    }())
  return optimised
}

/// A small seeded generator, so that a failure repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
