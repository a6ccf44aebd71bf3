import Foundation
import Testing
import Transcripts

/// Every trap that is known of every format, each as the smallest file that holds it. The files of
/// `Fixtures` hold the plain shapes, and `ImporterTests` reads those.
struct TrapTests {
  @Test(arguments: recognisers)
  func readsWhatRecognisersWrite(_ trap: Trap) throws { try trap.check() }

  @Test(arguments: services)
  func readsWhatServicesWrite(_ trap: Trap) throws { try trap.check() }

  @Test(arguments: texts)
  func readsTexts(_ trap: Trap) throws { try trap.check() }

  /// No format of the table of formats is without a trap or a reason.
  @Test func coversEveryFormat() {
    let covered = Set((Self.recognisers + Self.services + Self.texts).map(\.format))
    let elsewhere: Set<TranscriptFormat> = [
      // NativeTests and SiblingTests.
      .nativeLines, .nativeDocument, .rttm,
    ]
    #expect(Set(TranscriptFormat.allCases).subtracting(covered) == elsewhere)
  }

  @Test func tableNamesEveryTrap() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "README.md")
    let table = try String(contentsOf: file, encoding: .utf8)
    for trap in Self.recognisers + Self.services + Self.texts {
      #expect(table.contains("| \(trap.format.rawValue) | \(trap.name) | `TrapTests` |"))
    }
  }

  static let recognisers: [Trap] = [
    Trap(
      .openAIWhisper, "escapes for letters and spaces before words", .oneSide,
      #"{"text":"x","segments":[{"id":0,"seek":0,"start":0.5,"end":1.0,"text":" \u0414\u0430","tokens":[1],"avg_logprob":-0.2,"words":[{"word":" \u0414\u0430","start":0.5,"end":1.0,"probability":0.9}]}],"language":"ru"}"#,
      ["O 0.5-1 Да"], words: ["Да 0.5-1"]),
    Trap(
      .openAIWhisper, "NaN", .oneSide,
      #"{"text":"x","segments":[{"id":0,"start":0,"end":1,"text":" Да","avg_logprob":NaN,"no_speech_prob":-Infinity}],"language":"ru"}"#,
      ["O 0-1 Да"]),
    Trap(
      .openAIWhisper, "segments that Whisper itself doubts", .oneSide,
      #"{"text":"x","segments":[{"start":0,"end":1,"text":" Да","avg_logprob":-0.2},{"start":1,"end":2,"text":" ла ла ла","avg_logprob":-1.4,"compression_ratio":3.1},{"start":2,"end":3,"text":" шум","avg_logprob":-1.2,"no_speech_prob":0.9}],"language":"ru"}"#,
      ["O 0-1 Да"], note: "где распознаватель сам сомневается в речи: 2"),
    Trap(
      .openAIWhisper, "invented subtitles", .oneSide,
      #"{"text":"x","segments":[{"start":0,"end":1,"text":" Да","seek":0},{"start":1,"end":3,"text":" Субтитры сделал DimaTorzok","seek":0},{"start":3,"end":4,"text":" Продолжение следует...","seek":0}],"language":"ru"}"#,
      ["O 0-1 Да"], note: "выдумки распознавателя в тишине пропущены: 2"),
    Trap(
      .openAIWhisper, "a loop", .oneSide,
      #"{"text":"x","segments":[\#((0..<6).map { #"{"start":\#($0),"end":\#($0 + 1),"text":" и так","seek":0}"# }.joined(separator: ","))],"language":"ru"}"#,
      ["O 0-1 и так"], note: "повторов зациклившегося распознавателя пропущено: 5"),
    Trap(
      .openAIWhisper, "numbers as texts", .oneSide,
      #"{"text":"x","segments":[{"id":"0","seek":"0","start":"0,5","end":"1.5","text":" Да"}],"language":"ru"}"#,
      ["O 0.5-1.5 Да"], note: "числа записаны строками"),
    Trap(
      .fasterWhisper, "words are null", .oneSide,
      #"[{"id":1,"seek":0,"start":0.0,"end":1.0,"text":" Да","tokens":[],"avg_logprob":-0.1,"words":null}]"#,
      ["O 0-1 Да"]),
    Trap(
      .fasterWhisper, "the whole answer", .oneSide,
      #"{"segments":[{"start":0,"end":1,"text":" Да"}],"language":"ru","language_probability":0.99,"duration":1.5,"duration_after_vad":1.0}"#,
      ["O 0-1 Да"]),
    Trap(
      .whisperCpp, "raw control characters and special tokens", .oneSide,
      "{\"systeminfo\":\"\",\"transcription\":[{\"offsets\":{\"from\":0,\"to\":1000},\"text\":\" Да\u{1}\t нет\",\"tokens\":[{\"text\":\"[_BEG_]\",\"offsets\":{\"from\":0,\"to\":0}},{\"text\":\" Да\",\"offsets\":{\"from\":0,\"to\":400},\"p\":0.9},{\"text\":\" нет\",\"offsets\":{\"from\":500,\"to\":900},\"p\":0.9}]}]}",
      ["O 0-1 Да\u{1}\t нет"], words: ["Да 0-0.4", "нет 0.5-0.9"]),
    Trap(
      .whisperCpp, "both channels equally loud", .channel("0"),
      #"{"transcription":[{"offsets":{"from":0,"to":1000},"text":" Да","speaker":"0"},{"offsets":{"from":3000,"to":4000},"text":" Нет","speaker":"1"},{"offsets":{"from":4000,"to":5000},"text":" Так","speaker":"?"}]}"#,
      ["O 0-1 Да", "C 3-5 Нет Так"], note: "кусков без говорящего отнесено к предыдущему: 1"),
    Trap(
      .whisperCpp, "turns without names", .speaker("0"),
      #"{"transcription":[{"offsets":{"from":0,"to":1000},"text":" Да","speaker_turn_next":true},{"timestamps":{"from":"00:00:02,000","to":"00:00:03,500"},"offsets":{"from":2000,"to":3500},"text":" Нет","speaker_turn_next":false}]}"#,
      ["O 0-1 Да", "C 2-3.5 Нет"], note: "говорящие различены только по смене"),
    Trap(
      .whisperCpp, "a letter cut between segments", .oneSide,
      Array(#"{"transcription":[{"offsets":{"from":0,"to":1000},"text":" привет, как де"#.utf8)
        + [0xD0] + Array(#""},{"offsets":{"from":1000,"to":2000},"text":""#.utf8) + [0xBB]
        + Array(#"а"}]}"#.utf8),
      ["O 0-2 привет, как дела"]),
    Trap(
      .whisperX, "numbers without times", .speaker("SPEAKER_00"),
      #"{"segments":[{"start":0,"end":2,"text":" Дом 42","speaker":"SPEAKER_00","words":[{"word":"Дом","start":0,"end":0.5,"score":0.8},{"word":"42"}]},{"start":4,"end":5,"text":" Да","speaker":"SPEAKER_01"}],"word_segments":[]}"#,
      ["O 0-2 Дом 42", "C 4-5 Да"], note: "слов без времени: 1", words: ["Дом 0-0.5", "42 -"]),
    Trap(
      .whisperX, "a segment without a speaker", .speaker("SPEAKER_00"),
      #"{"segments":[{"start":0,"end":1,"text":"Да","speaker":"SPEAKER_00"},{"start":4,"end":5,"text":"Нет","speaker":"SPEAKER_01"},{"start":8,"end":9,"text":"Ну"}],"word_segments":[]}"#,
      ["O 0-1 Да", "C 4-5 Нет", "C 8-9 Ну"], note: "кусков без говорящего отнесено к предыдущему: 1"
    ),
    Trap(
      .whisperX, "broken UTF-8", .speaker("SPEAKER_00"),
      Array(#"{"segments":[{"start":0,"end":1,"text":"Да "#.utf8) + [0xD0]
        + Array(
          #"","speaker":"SPEAKER_00"},{"start":4,"end":5,"text":"Нет","speaker":"SPEAKER_01"}]}"#
            .utf8),
      ["O 0-1 Да \u{FFFD}", "C 4-5 Нет"], note: "испорченный UTF-8 заменён знаком"),
    Trap(
      .vosk, "partial answers and vectors of speakers", .oneSide,
      "{\"partial\":\"да н\"}\n{\"result\":[{\"conf\":1.0,\"end\":0.5,\"start\":0.1,\"word\":\"да\"}],\"text\":\"да\",\"spk\":[0.1],\"spk_frames\":10}\n{\"text\":\"\"}\n",
      ["O 0.1-0.5 да"], words: ["да 0.1-0.5"]),
    Trap(
      .vosk, "the surest of several hypotheses", .oneSide,
      #"[{"alternatives":[{"confidence":210.5,"text":"до"},{"confidence":240.1,"text":"да","result":[{"end":0.5,"start":0.1,"word":"да"}]}]}]"#,
      ["O 0.1-0.5 да"], note: "гипотез несколько, взята лучшая: 1"),
    Trap(
      .voskTranscriber, "one speaker for all", .oneSide,
      #"{"schemaVersion":"2.0","monologues":[{"speaker":{"id":"unknown","name":null},"start":0,"end":1,"terms":[{"confidence":1,"start":0,"end":0.5,"text":"да","type":"WORD"},{"text":".","type":"PUNCT"}]}],"text":["да"]}"#,
      ["O 0-0.5 да."]),
    Trap(
      .whisperTable, "an empty text and a tab in speech", .oneSide,
      "start\tend\ttext\n0\t1000\tДа\tнет\n1000\t2000\t\n", ["O 0-1 Да\tнет"]),
    Trap(
      .whisperTable, "a table of whisper.cpp with quotation marks", .channel("1"),
      "start,end,speaker,text\n0,1000,1,\"Да, «так»\"\n2600,3000,0,\"\"\"Нет\"\"\"\n",
      ["O 0-1 Да, «так»", "C 2.6-3 \"Нет\""]),
    Trap(
      .audacity, "speakers of WhisperX", .speaker("SPEAKER_00"),
      "0.5\t4.0\t[[SPEAKER_00]]Добрый день\n5.5\t8.25\t[[SPEAKER_01]]Да\n",
      ["O 0.5-4 Добрый день", "C 5.5-8.25 Да"]),
  ]
}
