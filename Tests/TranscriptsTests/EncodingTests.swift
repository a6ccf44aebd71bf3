import Foundation
import Testing
import Transcripts

/// Whatever a text is saved in, the same comes out of it; and broken JSON is never taken for people
/// who speak.
struct EncodingTests {
  static let files = DamageTests.files.filter {
    !$0.hasPrefix("odd/")
      && (try? fixture($0)).flatMap { String(validating: $0, as: UTF8.self) } != nil
  }

  static let encodings: [(encoding: String.Encoding, mark: [UInt8])] = [
    (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16LittleEndian, []),
    (.utf16BigEndian, [0xFE, 0xFF]), (.utf16BigEndian, []), (.windowsCP1251, []),
  ]

  @Test(arguments: files)
  func readsTheSameInAnyEncoding(_ file: String) throws {
    let bytes = try fixture(file)
    let text = String(decoding: bytes, as: UTF8.self)
    let expected = readAll(bytes, name: file).map(withoutEncoding)
    for (encoding, mark) in Self.encodings {
      // Not every letter is in Windows-1251.
      guard let data = text.data(using: encoding) else { continue }
      let items = readAll(mark + Array(data), name: file).map(withoutEncoding)
      #expect(items == expected, "\(file) in \(encoding) with \(mark)")
    }
  }

  private func withoutEncoding(_ item: TranscriptItem) -> TranscriptItem {
    guard case .call(var call) = item else { return item }
    call.notes.removeAll { $0.hasPrefix("текст в кодировке") }
    return .call(call)
  }

  static let tables: [(name: String, bytes: [UInt8])] = [
    ("Windows-1251", windows(dialogue)), ("Windows-1251", windows(dialogue.uppercased())),
    ("KOI8-R", koi8(dialogue)), ("KOI8-R", koi8(dialogue.uppercased())),
    ("CP866", cp866(dialogue)), ("CP866", cp866(dialogue.uppercased())),
  ]

  private static let dialogue =
    "Оператор: Добрый день, чем могу помочь?\nКлиент: Хочу узнать про заказ\n"

  @Test(arguments: tables)
  func tellsTablesOfLettersByWhatIsCommon(_ example: (name: String, bytes: [UInt8])) throws {
    let items = read(example.bytes)
    guard case .call(let imported)? = items.first, items.count == 1 else {
      Issue.record("\(example.name): \(items)")
      return
    }
    #expect(imported.notes == ["текст в кодировке \(example.name)"])
    #expect(imported.call.turns[1].text.lowercased() == "хочу узнать про заказ")
  }

  static func windows(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
  }

  static func koi8(_ text: String) -> [UInt8] {
    let letters = Array(
      "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ".unicodeScalars)
    return text.unicodeScalars.map { letter in
      UInt8(letters.firstIndex(of: letter).map { $0 + 0xC0 } ?? Int(letter.value))
    }
  }

  static func cp866(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { letter in
      let value = letter.value
      return UInt8(
        value < 0x80 ? value : value < 0x440 ? value - 0x410 + 0x80 : value - 0x440 + 0xE0)
    }
  }

  static let zeros: [(name: String, text: String, texts: [String])] = [
    (
      "native", #"{"id":"a","turns":[{"speaker":"client","text":"да\u0000нет"}]}"#,
      ["да\u{FFFD}нет"]
    ),
    (
      "foreign",
      #"{"Participants":[],"Transcript":[{"ParticipantRole":"AGENT","Content":"да\u0000нет"},{"ParticipantRole":"CUSTOMER","Content":"не\#u{0}т"}]}"#,
      ["да\u{FFFD}нет", "не\u{FFFD}т"]
    ),
    (
      "dialogue", "Оператор: Да\u{0}нет, слушаю вас\nКлиент: Да",
      ["Да\u{FFFD}нет, слушаю вас", "Да"]
    ),
    (
      "table", "call;speaker;text\n1;Оператор;Да\u{0}нет, слушаю вас\n1;Клиент;Да, спасибо вам\n",
      ["Да\u{FFFD}нет, слушаю вас", "Да, спасибо вам"]
    ),
    (
      "subtitles",
      "1\n00:00:01,000 --> 00:00:02,000\nОператор: Да\u{0}нет\n\n2\n00:00:03,000 --> 00:00:04,000\nКлиент: Да\n",
      ["Да\u{FFFD}нет", "Да"]
    ),
  ]

  /// Databases keep nothing of a text behind U+0000.
  @Test(arguments: zeros)
  func putsAnotherSignInThePlaceOfZero(_ example: (name: String, text: String, texts: [String])) {
    let items = read(example.text, name: "запись")
    guard case .call(let imported)? = items.first, items.count == 1 else {
      Issue.record("\(example.name): \(items)")
      return
    }
    #expect(imported.call.turns.map(\.text) == example.texts, "\(example.name)")
    #expect(imported.notes.contains("знак U+0000 заменён знаком �"), "\(example.name)")
  }

  static let json = files.filter { $0.hasSuffix(".json") }

  @Test(arguments: json)
  func takesNoScrapsOfJSONForADialogue(_ file: String) throws {
    let lines = String(decoding: try fixture(file), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard lines.count > 20 else { return }
    var random = SeededGenerator(seed: 3)
    var pieces = (0..<20).map { _ in lines.shuffled(using: &random) }
    pieces += (1..<20).map { Array(lines[(lines.count * $0 / 20)...]) }
    for piece in pieces {
      for item in readAll(Array(piece.joined(separator: "\n").utf8), name: "запись") {
        if case .call(let call) = item { #expect(call.format != .dialogue, "\(piece)") }
      }
    }
  }

  @Test func namesThePlaceWhereScrapsAreBroken() {
    let text = """
         "speaker": "operator",
         "text": "Добрый день"
        },
        {
         "speaker": "client",
         "text": "Да"
      """
    #expect(read(text, name: "a.txt").map(short) == ["invalid_json:1"])
  }

  /// Two files written one behind the other.
  @Test(arguments: [
    "whisper.cpp.json", "whisperx.json", "vosk-transcriber.json", "speechkit-v2.json",
    "google-v2.json", "azure-batch.json", "azure-fast.json", "aws-transcribe.json",
    "contact-lens.json", "deepgram.json", "assemblyai.json", "openai-whisper.json",
  ])
  func saysThatFilesStandInARow(_ file: String) throws {
    let bytes = try fixture(file)
    guard case .refused(let error)? = readAll(bytes + [0x0A] + bytes, name: file).first else {
      Issue.record("\(file) is read")
      return
    }
    #expect(error.message.hasPrefix("в файле несколько расшифровок подряд ("), "\(error)")
    #expect((error.line ?? 0) > 1)
  }
}
