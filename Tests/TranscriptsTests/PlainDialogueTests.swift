import Testing
import Transcripts

struct PlainDialogueTests {
  /// A name, a text, and its turns as «O 12-15 текст».
  static let dialogues: [(name: String, text: String, turns: [String])] = [
    ("labels", "Оператор: Алло\nКлиент: Да", ["O Алло", "C Да"]),
    ("no last label's text", "Оператор:\nАлло\nКлиент:", ["O Алло", "C "]),
    (
      "CRLF, mark, blank lines", "\u{FEFF}Оператор: Алло\r\n\r\nКлиент: Да\r\n", ["O Алло", "C Да"]
    ),
    (
      "continuation", "Менеджер: Алло,\n  слушаю вас.\nАбонент: Да",
      ["O Алло, слушаю вас.", "C Да"]
    ),
    (
      "a colon in a continuation", "Оператор: Запишите\nадрес: улица Ленина\nКлиент: Да",
      ["O Запишите адрес: улица Ленина", "C Да"]
    ),
    ("short labels", "О: Алло\nК: Да\nОп.: Так\nКл.: Нет", ["O Алло", "C Да", "O Так", "C Нет"]),
    ("capitals", "ОПЕРАТОР: Алло\nклиент: Да", ["O Алло", "C Да"]),
    (
      "times in brackets", "[00:12] Оператор: Алло\n[01:00:02.5] Клиент: Да",
      ["O 12 Алло", "C 3602.5 Да"]
    ),
    ("bare times", "00:00:12 Оператор: Алло\n0:15 Клиент: Да", ["O 12 Алло", "C 15 Да"]),
    ("round brackets", "(0:12) Оператор: Алло", ["O 12 Алло"]),
    (
      "ranges", "[00:00:00.000 --> 00:00:03.000]  Оператор: Алло\n00:12 - 00:15 | Клиент | Да",
      ["O 0-3 Алло", "C 12-15 Да"]
    ),
    ("time after the label", "Оператор [00:12]: Алло\nКлиент: [00:13] Да", ["O Алло", "C 13 Да"]),
    ("labels in brackets", "[Оператор] Алло\n[Клиент]: Да", ["O Алло", "C Да"]),
    ("bullets and emphasis", "**Оператор:** Алло\n- Клиент: Да", ["O Алло", "C Да"]),
    ("times in speech", "Оператор: Удобно в\n10:30 или позже?", ["O Удобно в 10:30 или позже?"]),
    ("a time of a continuation", "[00:01] Клиент: Да\n[00:05] и ещё", ["C 1 Да и ещё"]),
    ("reported speech", "Клиент: Мне\nоператор сказал: ждите", ["C Мне оператор сказал: ждите"]),
    ("a name for one side", "Анна: Алло\nКлиент: Да\nАнна: Так", ["O Алло", "C Да", "O Так"]),
    ("numbered", "Оператор 1: Алло\nКлиент №2: Да", ["O Алло", "C Да"]),
    (
      "marks of sounds", "Оператор: [смех] Алло\n[пауза]\nКлиент: Да",
      ["O [смех] Алло [пауза]", "C Да"]
    ),
  ]

  @Test(arguments: dialogues)
  func reads(_ dialogue: (name: String, text: String, turns: [String])) throws {
    let items = read(dialogue.text, name: "call.txt")
    guard case .call(let imported)? = items.first, items.count == 1 else {
      Issue.record("\(dialogue.name): \(items)")
      return
    }
    #expect(imported.call.turns.map(brief) == dialogue.turns, "\(dialogue.name)")
    #expect(imported.call.id == "файл")
    #expect(imported.isNamedByFile)
  }

  /// A name says nothing against the content.
  @Test(arguments: ["call.json", "call.ndjson", "call.jsonl", "call.srt", "call"])
  func readsUnderAnyName(_ name: String) {
    for text in [
      "[00:00:00.500] Оператор: Алло\n[00:00:02] Клиент: Да\n", "Оператор: Алло\nКлиент: Да\n",
    ] {
      guard case .call(let imported)? = read(text, name: name).first else {
        Issue.record("\(name) is refused")
        continue
      }
      #expect(imported.call.turns.map(\.text) == ["Алло", "Да"])
    }
  }

  private func brief(_ turn: Turn) -> String {
    var result = turn.speaker == .operator ? "O" : "C"
    if let start = turn.start {
      result += " \(number(start))"
      if let end = turn.end { result += "-\(number(end))" }
    }
    return "\(result) \(turn.text)"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  static let refused: [(name: String, text: String, code: String)] = [
    ("nobody named", "Добрый день\nЗдравствуйте", "no_speakers"),
    ("dashes", "— Добрый день\n— Здравствуйте", "no_speakers"),
    ("numbers for names", "Спикер 1: Алло\nСпикер 2: Да", "no_speakers"),
    ("binary", "\u{0}\u{1}\u{2}RIFF", "unknown_format"),
  ]

  @Test(arguments: refused)
  func refuses(_ source: (name: String, text: String, code: String)) {
    #expect(read(source.text, name: "call.txt").map(short) == [source.code], "\(source.name)")
  }

  @Test func takesTheEmployeeFromTheLabel() {
    for label in ["Оператор (Анна Петрова)", "Менеджер Анна Петрова"] {
      guard case .call(let imported)? = read("\(label): Алло\nКлиент: Да").first else {
        Issue.record("refused")
        return
      }
      #expect(imported.call.employee == "Анна Петрова")
    }
  }

  @Test func readsWindowsTextWithANote() {
    // «Оператор: Да» in Windows-1251.
    let bytes: [UInt8] = [
      0xCE, 0xEF, 0xE5, 0xF0, 0xE0, 0xF2, 0xEE, 0xF0, 0x3A, 0x20, 0xC4, 0xE0,
    ]
    guard case .call(let imported)? = read(bytes).first else {
      Issue.record("refused")
      return
    }
    #expect(imported.call.turns.map(\.text) == ["Да"])
    #expect(imported.notes == ["текст в кодировке Windows-1251"])
  }

  @Test func readsUTF16WithANote() {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in "Клиент: Да\r\n".utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    guard case .call(let imported)? = read(bytes).first else {
      Issue.record("refused")
      return
    }
    #expect(imported.call.turns.map(\.text) == ["Да"])
    #expect(imported.notes == ["текст в кодировке UTF-16"])
  }

  @Test func countsTheLinesBeforeTheFirstTurn() {
    guard case .call(let imported)? = read("Запись 12\nот 3 мая\nОператор: Алло").first else {
      Issue.record("refused")
      return
    }
    #expect(imported.notes == ["строк до первой реплики пропущено: 2"])
  }

  @Test func survivesAnyBytes() {
    var random = SeededGenerator(seed: 9)
    let pieces = [
      "Оператор", ":", "[", "]", "00:12", " ", "\n", "|", "-->", "(", "Клиент: ", "\u{301}", "— ",
      "é",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1...20, using: &random))
        .map { _ in pieces.randomElement(using: &random)! }.joined()
      _ = read(text, name: "a.txt")
    }
    for _ in 0..<500 {
      _ = read((0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }, name: "a.txt")
    }
  }
}
