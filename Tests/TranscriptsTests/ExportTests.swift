import Testing
import Transcripts

/// What we write, we read back equal, as far as the format can hold it.
struct ExportTests {
  static let texts = [
    "Добрый день, компания «Окна Плюс»!", "Да.", "Алло? Алло: кто это", "А — б",
    "1 < 2 & 3 > 2 &amp; <v Оператор>",
    "в 10:30 --> в 11:00", "Клиент: мне сказали так", "[смех] ну вот", "12", "emoji 😀 и ё", "- да",
    "e\u{301}", "Анна: нет", "WEBVTT",
    "00:00:01,000 --> 00:00:02,000", "a;b\tc|d",
  ]

  @Test(arguments: CallExport.allCases)
  func readsBackWhatItWrites(_ format: CallExport) throws {
    var random = SeededGenerator(seed: 3)
    for round in 0..<300 {
      var time = 0.0
      var turns: [Turn] = []
      for _ in 0..<Int.random(in: 2...8, using: &random) {
        let start = time + Double(Int.random(in: 0...3000, using: &random)) / 1000
        let end = start + Double(Int.random(in: 1...9000, using: &random)) / 1000
        time = (end * 1000).rounded() / 1000
        turns.append(
          Turn(
            speaker: Speaker.allCases.randomElement(using: &random)!,
            text: Self.texts.randomElement(using: &random)!,
            start: (start * 1000).rounded() / 1000, end: time))
      }
      turns[0].speaker = .operator
      turns[1].speaker = .client
      var call = Call(id: "а/\(round) \"x\"\n", turns: turns)
      if format == .ndjson {
        call.employee = "Иванова \\ Анна"
        call.direction = .outgoing
        call.startedAt = "2026-03-01T10:00:00"
        call.standard = "umek"
        call.clientTimeZone = "+07:00"
        call.turns[1].speakerConfidence = 0.125
        call.turns[0].text = "строка\u{1}\n\tещё \u{2028}"
        call.turns[0].words = [
          Word(text: "да", start: 1e-7, end: 0.1, confidence: 0.333, speakerConfidence: 0.25),
          Word(text: "", start: nil, end: 5),
        ]
      }
      let written = try format.text(of: call)
      let items = readAll(Array(written.utf8), name: "a.txt")
      guard case .call(let read)? = items.first, items.count == 1 else {
        Issue.record("\(items) from \(written)")
        return
      }
      if format == .ndjson {
        #expect(read.call == call)
      } else {
        #expect(read.call.turns == call.turns, "\(written)")
      }
      if read.call.turns != call.turns { return }
    }
  }

  @Test func readsBackWhatItImports() throws {
    for (file, _, _) in ImporterTests.whole {
      let imported = try single(file).call
      for format in CallExport.allCases {
        guard
          case .call(let read)? = readAll(Array(try format.text(of: imported).utf8), name: "a")
            .first
        else {
          Issue.record("\(file) as \(format)")
          continue
        }
        #expect(read.call.turns.map(\.text) == imported.turns.map(\.text))
        #expect(read.call.turns.map(\.start) == imported.turns.map(\.start))
        #expect(read.call.turns.map(\.speaker) == imported.turns.map(\.speaker))
      }
    }
  }

  @Test func namesTheTurnWithoutTimes() {
    let call = Call(id: "7", turns: [Turn(speaker: .client, text: "Да", start: 1)])
    do throws(TranscriptError) {
      _ = try CallExport.srt.text(of: call)
      Issue.record("written")
    } catch {
      #expect(error.key == "turns[0].end" && error.callID == "7")
    }
  }
}
