import Testing
import Transcripts

struct NativeTests {
  /// A name, a text and what is read from it.
  static let sources: [(name: String, text: String, expected: [String])] = [
    ("one line", line("a"), ["a"]),
    ("lines", "\(line("a"))\n\(line("b"))\n", ["a", "b"]),
    (
      "CRLF, mark and blank lines", "\u{FEFF}\(line("a"))\r\n\r\n  \r\n\(line("b"))\r\n",
      ["a", "b"]
    ),
    ("array", "[\(line("a")),\n \(line("b"))]", ["a", "b"]),
    ("empty array", "[ ]", []),
    ("array of lines", "[\n\(line("a")),\n\(line("b"))\n]\n", ["a", "b"]),
    (
      "objects in a row", "{\n\"id\":\"a\",\n\"turns\":[]}\n{\n\"id\":\"b\",\n\"turns\":[]}",
      ["a", "b"]
    ),
    ("open array", "[\(line("a")),\n", ["a", "invalid_json:1"]),
    ("array of other things", "[{\"id\":1},\n 2]", ["wrong_type:1:id", "wrong_type:2"]),
    (
      "truncated line", "\(line("a"))\n{\"id\":\"b\",\"tur\n\(line("c"))",
      ["a", "invalid_json:2", "c"]
    ),
    (
      "truncated first line", "{\"id\":\"b\",\"turns\":[{\"spea\n\(line("c"))",
      ["invalid_json:1", "c"]
    ),
    ("truncated file", "{\"id\":\"b\",\n\"turns\":[{\"spea", ["invalid_json:2"]),
    ("rubbish between", "\(line("a"))\nпривет\n\(line("c"))", ["a", "invalid_json:2", "c"]),
    ("rubbish first", "привет\n\(line("c"))", ["invalid_json:1", "c"]),
    ("nothing", "", ["empty"]),
    ("blank", " \n\r\n\t", ["empty"]),
    ("missing id", "{\"turns\":[]}", ["missing_key:1"]),
    ("null id", "{\"id\":null,\"turns\":[]}", ["missing_key:1:id"]),
    ("empty id", "{\"id\":\"\",\"turns\":[]}", ["invalid_value:1:id"]),
    ("missing turns", "{\"id\":\"a\"}", ["missing_key:1"]),
    ("turns of a wrong type", "{\"id\":\"a\",\"turns\":{}}", ["wrong_type:1:turns"]),
    (
      "text of a wrong type", "{\"id\":\"a\",\n\"turns\":[{\"speaker\":\"client\",\n\"text\":5}]}",
      ["wrong_type:3:turns[0].text"]
    ),
    (
      "unknown speaker", #"{"id":"a","turns":[{"speaker":"robot","text":""}]}"#,
      ["invalid_value:1:turns[0].speaker"]
    ),
    (
      "text for a time", #"{"id":"a","turns":[{"speaker":"client","text":"","start":"1"}]}"#,
      ["wrong_type:1:turns[0].start"]
    ),
    (
      "truth for a time", #"{"id":"a","turns":[{"speaker":"client","text":"","start":true}]}"#,
      ["wrong_type:1:turns[0].start"]
    ),
    (
      "text for whose a word is",
      #"{"id":"a","turns":[{"speaker":"client","text":"","words":[{"text":"а","speakerConfidence":"1"}]}]}"#,
      ["wrong_type:1:turns[0].words[0].speakerConfidence"]
    ),
    (
      "text for the time of a word",
      #"{"id":"a","turns":[{"speaker":"client","text":"","words":[{"text":"а","start":"1"}]}]}"#,
      ["wrong_type:1:turns[0].words[0].start"]
    ),
    (
      "a huge number in a word",
      #"{"id":"a","turns":[{"speaker":"client","text":"","words":[{"text":"а","end":1e999}]}]}"#,
      ["invalid_json:1"]
    ),
    (
      "null for a number of a word",
      #"{"id":"a","turns":[{"speaker":"client","text":"","words":[{"text":"а","confidence":null}]}]}"#,
      ["a"]
    ),
    (
      "text for a truth", #"{"id":"a","turns":[{"speaker":"client","text":"","third":"да"}]}"#,
      ["wrong_type:1:turns[0].third"]
    ),
    (
      "a third side", #"{"id":"a","turns":[{"speaker":"other","text":""}]}"#,
      ["invalid_value:1:turns[0].speaker"]
    ),
    (
      "an unknown zone", #"{"id":"a","clientTimeZone":"Луна","turns":[]}"#,
      ["invalid_value:1:clientTimeZone"]
    ),
    (
      "a word that is none",
      #"{"id":"a","turns":[{"speaker":"client","text":"","words":[{"text":"а"},7]}]}"#,
      ["wrong_type:1:turns[0].words[1]"]
    ),
    (
      "not a number", #"{"id":"a","turns":[{"speaker":"client","text":"","start":NaN}]}"#,
      ["invalid_json:1"]
    ),
    (
      "huge number", #"{"id":"a","turns":[{"speaker":"client","text":"","start":1e999}]}"#,
      ["invalid_json:1"]
    ),
    (
      "unknown direction", #"{"id":"a","direction":"up","turns":[]}"#, ["invalid_value:1:direction"]
    ),
    ("unknown keys", #"{"id":"a","x":{"y":[1,null]},"turns":[]}"#, ["a"]),
    (
      "nulls",
      #"{"id":"a","standard":null,"direction":null,"turns":[{"speaker":"client","text":"","start":null,"words":null}]}"#,
      ["a"]
    ),
    ("lone surrogate", #"{"id":"\ud800","turns":[]}"#, ["invalid_json:1"]),
    (
      "deep", #"{"id":"a","turns":[],"x":"# + String(repeating: "[", count: 100_000),
      ["invalid_json:1"]
    ),
    (
      "deep but closed",
      #"{"id":"a","turns":[],"x":"# + String(repeating: "[", count: 5000)
        + String(repeating: "]", count: 5000) + "}", ["invalid_json:1"]
    ),
    ("two values on a line", "\(line("a"))\n\(line("b")) \(line("c"))", ["a", "invalid_json:2"]),
  ]

  @Test func readsThirdVoicesAndZones() throws {
    let text =
      #"{"id":"a","startedAt":"2026-07-01T10:00:00Z","clientTimeZone":"Asia/Omsk","turns":[{"speaker":"operator","text":"","third":true},{"speaker":"client","text":"","third":false}]}"#
    guard case .call(let imported)? = read(text).first else {
      Issue.record("refused")
      return
    }
    #expect(imported.call.turns.map(\.speaker) == [.other, .client])
    #expect(imported.call.clientTimeZone == "+06:00")
  }

  @Test(arguments: sources)
  func reads(_ source: (name: String, text: String, expected: [String])) {
    for chunk in [1, 7, 4096] {
      #expect(read(source.text, chunk: chunk).map(short) == source.expected, "\(source.name)")
    }
  }

  @Test func takesEveryKey() throws {
    let text = #"""
      {"id":"7/а","standard":"umek","direction":"outgoing","employee":"Иванова Анна","startedAt":"2026-03-01T10:00:00+03:00","turns":[{"speaker":"client","text":"Да\n«a/b»","start":1,"end":2.5,"speakerConfidence":0.7,"words":[{"text":"Да","start":1,"end":1.5,"confidence":0.9,"speakerConfidence":0.6}]}]}
      """#
    #expect(
      read(text) == [
        .call(
          ImportedCall(
            call: Call(
              id: "7/а", standard: "umek", direction: .outgoing, employee: "Иванова Анна",
              startedAt: "2026-03-01T10:00:00+03:00",
              turns: [
                Turn(
                  speaker: .client, text: "Да\n«a/b»", start: 1, end: 2.5,
                  words: [
                    Word(text: "Да", start: 1, end: 1.5, confidence: 0.9, speakerConfidence: 0.6)
                  ], speakerConfidence: 0.7)
              ]), line: 1))
      ])
  }

  /// Beginning and end of every turn of a call, its date, and what is told of it.
  static let impossible: [(name: String, text: String, told: String, notes: [String])] = [
    ("plain", timed("1", "2.5"), "1.0-2.5", []),
    ("zero", timed("0", "0"), "0.0-0.0", []),
    ("huge", timed("1e308", "1.7e308"), "-", [times(1)]),
    ("beyond all clocks", timed("1e18", "9.9e18"), "-", [times(1)]),
    ("a clock from 1970", timed("1767225600", "1767225601"), "1767225600.0-1767225601.0", []),
    ("milliseconds from 1970", timed("1767225600000", "1767225601000"), "-", [times(1)]),
    ("negative", timed("-3", "2"), "-", [times(1)]),
    ("backwards", timed("3", "2"), "3.0-", [times(1)]),
    (
      "all turns backwards", timed("50", "52", "40", "42", "30", "32", "35", "36"), "- - - -",
      ["время реплик идёт назад: звонок остался без времени реплик"]
    ),
    (
      "two channels, one after the other", timed("1", "2", "5", "6", "3", "4", "7", "8"),
      "1.0-2.0 5.0-6.0 3.0-4.0 7.0-8.0", []
    ),
    ("an end alone", timed("null", "-1"), "-", [times(1)]),
    (
      "a day from the others", timed("1", "2", "3", "4", "900000", "900001"), "1.0-2.0 3.0-4.0 -",
      [times(1)]
    ),
    (
      "words",
      #"{"id":"a","turns":[{"speaker":"client","text":"да нет","start":1,"end":3,"words":[{"text":"да","start":1,"end":2},{"text":"нет","start":1e300,"end":1e301}]}]}"#,
      "1.0-3.0", ["невозможное время убрано у слов: 1"]
    ),
    ("a date", dated("2026-03-01T10:15:00.5+03:00"), "2026-03-01T10:15:00.5+03:00", []),
    ("a day", dated("2026-03-01"), "2026-03-01", []),
    ("a space", dated("2026-03-01 10:15"), "2026-03-01 10:15", []),
    ("a Russian date", dated("01.03.2026 10:15"), "2026-03-01T10:15:00", []),
    ("no date", dated("вчера"), "", [date("вчера")]),
    ("no such day", dated("2026-02-31T10:00:00"), "", [date("2026-02-31T10:00:00")]),
    ("no leap year", dated("2026-02-29"), "", [date("2026-02-29")]),
    ("no such hour", dated("2026-03-01T25:00:00"), "", [date("2026-03-01T25:00:00")]),
    ("no such zone", dated("2026-03-01T10:00+99:99"), "", [date("2026-03-01T10:00+99:99")]),
    ("no such year", dated("99999-01-01T00:00"), "", [date("99999-01-01T00:00")]),
    ("an empty date", dated("0001-01-01T00:00:00"), "", [date("0001-01-01T00:00:00")]),
  ]

  private static func timed(_ times: String...) -> String {
    let turns = stride(from: 0, to: times.count, by: 2).map {
      #"{"speaker":"client","text":"да","start":\#(times[$0]),"end":\#(times[$0 + 1])}"#
    }
    return #"{"id":"a","turns":[\#(turns.joined(separator: ","))]}"#
  }

  private static func dated(_ date: String) -> String {
    #"{"id":"a","startedAt":"\#(date)","turns":[]}"#
  }

  private static func times(_ count: Int) -> String {
    "невозможное время убрано у реплик: \(count)"
  }

  private static func date(_ text: String) -> String {
    "начало звонка «\(text)» — не дата: звонок остался без даты"
  }

  @Test(arguments: impossible)
  func leavesOutWhatCannotBe(
    _ example: (name: String, text: String, told: String, notes: [String])
  ) {
    guard case .call(let imported)? = read(example.text).first else {
      Issue.record("\(example.name) is refused")
      return
    }
    let times = imported.call.turns.map { turn in
      "\(turn.start.map { "\($0)" } ?? "")-\(turn.end.map { "\($0)" } ?? "")"
    }
    let told =
      imported.call.turns.isEmpty ? imported.call.startedAt ?? "" : times.joined(separator: " ")
    #expect(told == example.told, "\(example.name)")
    #expect(imported.notes == example.notes, "\(example.name)")
  }

  @Test func namesTheCallWhoseTurnIsWrong() {
    guard case .refused(let error) = read(#"{"id":"a","turns":[{"speaker":"client"}]}"#).first
    else {
      Issue.record("accepted")
      return
    }
    #expect(error.callID == "a")
    #expect(error.message == "ключ «turns[0]»: нет обязательного ключа «text»")
    #expect(error.description == "строка 1: ключ «turns[0]»: нет обязательного ключа «text»")
  }

  @Test func namesTheByteThatIsNoText() {
    let bytes =
      Array("\(line("a"))\n{\"id\":\"".utf8) + [0xD0, 0x20] + Array("\"}\n\(line("c"))".utf8)
    #expect(read(bytes).map(short) == ["a", "invalid_utf8:2", "c"])
  }

  @Test func refusesALineOverTheLimitAndReadsOn() throws {
    let source = ByteSource(bytes: Array("123456\r\n12345\n1234567890\n1".utf8), chunkSize: 4)
    var reader = LineReader(source, limit: 7)
    var lines: [LineReader.Line] = []
    while let line = try reader.next() { lines.append(line) }
    #expect(lines.map(\.isTooLong) == [false, false, true, false])
    #expect(
      lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["123456", "12345", "", "1"])
    #expect(lines.map(\.number) == [1, 2, 3, 4])
  }

  /// Cuts and mutations of a good call end in calls or refusals.
  @Test func survivesDamage() {
    let good = Array("\(line("a"))\n[\(line("b"))]\n".utf8)
    var random = SeededGenerator(seed: 5)
    for length in good.indices { _ = read(Array(good[..<length]), chunk: 16) }
    for _ in 0..<2000 {
      var bytes = good
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = read(bytes, chunk: 16)
    }
  }
}

/// The same numbers on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
