import Testing
import Transcripts

/// Files that hold many calls, read a call at a time.
struct StreamedTests {
  /// The calls of a text as «id: O да | C нет», and refusals as their code and line.
  private func calls(_ text: String, name: String = "a.txt", channel: String? = nil) -> [String] {
    calls(Array(text.utf8), name: name, channel: channel)
  }

  private func calls(_ bytes: [UInt8], name: String = "a.txt", channel: String? = nil) -> [String] {
    var told = options
    told.operatorChannel = channel
    var reader = TranscriptReader(
      ByteSource(bytes: bytes, chunkSize: 64), name: name, id: "файл", options: told)
    var result: [String] = []
    while let item = reader.next() {
      guard case .call(let call) = item else {
        result.append(short(item))
        continue
      }
      let turns = call.call.turns.map { ($0.speaker == .operator ? "O " : "C ") + $0.text }
      result.append("\(call.call.id): \(turns.joined(separator: " | "))")
    }
    return result
  }

  @Test func readsColumnsACallAtATime() {
    let text = """
      ;; два звонка
      первый A 0.0 0.5 да
      первый B 2.0 0.5 нет
      второй A 0.0 0.5 так
      второй B 1.0 0.5 ну
      """
    #expect(calls(text, channel: "A") == ["первый: O да | C нет", "второй: O так | C ну"])
    let segments = """
      первый 1 Оператор 0 1 да
      первый 1 Клиент 1 2 нет
      второй 1 Оператор 0 1 <o> IGNORE_TIME_SEGMENT_IN_SCORING
      третий 1 Оператор 0 1 так
      третий 1 Клиент 1 2 ну
      """
    #expect(calls(segments) == ["первый: O да | C нет", "третий: O так | C ну"])
  }

  /// A broken line costs its own call only.
  @Test func readsOnAfterAMistake() {
    let text = """
      первый 1 Оператор 0 1 да
      первый 1 Клиент 1 2 нет
      второй 1 Оператор 0 1 да
      второй 1 Клиент один два
      второй 1 Клиент 1 2 нет
      третий 1 Оператор 0 1 так
      третий 1 Клиент 1 2 ну
      """
    #expect(
      calls(text) == ["первый: O да | C нет", "invalid_value:4", "третий: O так | C ну"])
  }

  @Test func joinsRowsThatStandApart() {
    let text = """
      call_id;time;speaker;text
      7;0;Оператор;да
      8;0;Оператор;так
      7;1;Клиент;нет
      8;1;Клиент;ну
      """
    #expect(calls(text) == ["7: O да | C нет", "8: O так | C ну"])
  }

  /// Of more rows than there is room for, the calls that came to nothing for longest are given
  /// first; a row that comes too late is named once.
  @Test func givesCallsAwayWhenThereIsNoMoreRoom() {
    let rows = (0..<30_000).flatMap { ["\($0);Оператор;да", "\($0);Клиент;нет"] }
    let late = ["0;Клиент;поздно", "0;Клиент;поздно"]
    let answers = calls((["call;speaker;text"] + rows + late).joined(separator: "\n"))
    #expect(answers.count == 30_001)
    #expect(answers[0] == "0: O да | C нет")
    #expect(answers.filter { $0.hasPrefix("invalid_value") } == ["invalid_value"])
    #expect(answers.contains("29999: O да | C нет"))
  }

  @Test func readsWindowsAndWideTables() {
    let text = "speaker;text\r\nОператор;да\r\nКлиент;нет\r\n"
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(calls(wide) == ["файл: O да | C нет"])
    // The letters of Windows-1251 stand in the order of Unicode.
    let windows = text.unicodeScalars.map { scalar -> UInt8 in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x410 + 0xC0)
    }
    #expect(calls(windows) == ["файл: O да | C нет"])
    #expect(calls(text.split(separator: "\r\n").joined(separator: "\r")) == ["файл: O да | C нет"])
  }

  /// What no call is so long as is refused before it takes memory.
  static let endless: [(name: String, text: @Sendable (Int) -> String)] = [
    ("dialogue", { String(repeating: "О: да\nК: нет\n", count: $0 / 2) }),
    ("dashes", { String(repeating: "— да\n", count: $0) }),
    ("srt", { String(repeating: "0:00 --> 0:01\nО: да\n\n", count: $0) }),
    ("vtt", { "WEBVTT\n\n" + String(repeating: "0:00 --> 0:01\n<v О>да\n\n", count: $0) }),
    ("tsv", { "start\tend\ttext\n" + String(repeating: "0\t1\tда\n", count: $0) }),
    ("csv", { "speaker;text\n" + String(repeating: "О;да\nК;нет\n", count: $0 / 2) }),
    ("stm", { String(repeating: "f 1 О 0 1 да\nf 1 К 1 2 нет\n", count: $0 / 2) }),
    ("ctm", { (0..<$0).map { "f A \($0)0 1 да\n" }.joined() }),
    ("channels of ctm", { (0..<$0).map { "f c\($0) 1 1 да\n" }.joined() }),
    ("audacity", { String(repeating: "0\t1\t[[О]]да\n0\t1\t[[К]]нет\n", count: $0 / 2) }),
  ]

  @Test(arguments: endless)
  func refusesWhatNoCallIsSoLongAs(_ example: (name: String, text: @Sendable (Int) -> String)) {
    let answers = calls(example.text(10_002))
    #expect(answers.map { $0.prefix(9) } == ["too_large"], "\(example.name)")
  }
}
