import Testing
import Transcripts

/// How sure a diarization is of whose the words are: which sources say so, and what is kept of it.
struct SpeakerConfidenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// The files, by their names.
    var files: [(name: String, text: String)]
    /// Word by word of the first turn; nil where the turn has no words.
    var words: [Double?]?
    /// Of each turn as a whole.
    var turns: [Double?]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "Deepgram, two voices of one channel",
      files: [("a.json", deepgram(words(#""speaker":0,"speaker_confidence":0.62"#)))],
      words: [0.62, 0.62], turns: [nil, nil]),
    Case(
      name: "Deepgram, utterances",
      files: [
        (
          "a.json",
          #"{"results":{"channels":[{"alternatives":[]}],"utterances":[\#(utterance(0)),\#(utterance(1))]}}"#
        )
      ], words: [0.25], turns: [nil, nil]),
    Case(
      name: "Deepgram, zero: nothing was compared",
      files: [("a.json", deepgram(words(#""speaker":0,"speaker_confidence":0"#)))],
      words: [nil, nil], turns: [nil, nil]),
    Case(
      name: "Deepgram, diarized without numbers",
      files: [("a.json", deepgram(words(#""speaker":0"#)))], words: [nil, nil], turns: [nil, nil]),
    Case(
      name: "Deepgram, channels tell the sides apart",
      files: [
        (
          "a.json",
          #"{"results":{"channels":[\#(channel(0.3)),\#(channel(0.3))]}}"#
            .replacing(#""start":0"#, with: #""start":4"#, maxReplacements: 1)
        )
      ], words: [nil], turns: [nil, nil]),
    Case(
      name: "RTTM beside words", files: [("a.ctm", ctm), ("a.rttm", rttm("0.85", "<NA>"))],
      words: [0.85, 0.85], turns: [nil, nil]),
    Case(
      name: "RTTM without confidences", files: [("a.ctm", ctm), ("a.rttm", rttm("<NA>", "<NA>"))],
      words: [nil, nil], turns: [nil, nil]),
    Case(
      name: "RTTM, a number that is no probability",
      files: [("a.ctm", ctm), ("a.rttm", rttm("-17.2", "0.5"))], words: [nil, nil],
      turns: [nil, nil]),
    Case(
      name: "RTTM beside subtitles", files: [("a.srt", srt), ("a.rttm", rttm("0.85", "0.35"))],
      words: nil, turns: [0.85, 0.35]),
    Case(
      name: "RTTM, a turn is as sure as its least sure piece",
      files: [
        ("a.srt", srt),
        (
          "a.rttm",
          "SPEAKER a 1 0.0 1.2 <NA> <NA> A 0.9 <NA>\nSPEAKER a 1 1.2 1.0 <NA> <NA> A 0.6 <NA>\nSPEAKER a 1 4.0 2.0 <NA> <NA> B 0.7 <NA>\n"
        ),
      ], words: nil, turns: [0.6, 0.7]),
  ]

  @Test(arguments: cases)
  func keeps(_ example: Case) throws {
    var options = options
    options.operatorSpeaker = example.files[0].name == "a.json" ? "0" : "A"
    if example.name.contains("channels") { options.operatorChannel = "1" }
    let call = try PartedCall.read(
      example.files.map {
        TranscriptPart(bytes: Array($0.text.utf8), name: $0.name, side: .whole)
      }, id: "a", options: options
    ).call
    #expect(call.turns.count == example.turns.count)
    #expect(call.turns[0].words?.map(\.speakerConfidence) == example.words)
    #expect(call.turns.map(\.speakerConfidence) == example.turns)
  }

  private static func deepgram(_ words: String) -> String {
    #"{"results":{"channels":[{"alternatives":[{"transcript":"x","words":[\#(words)]}]}]}}"#
  }

  /// Two words of a voice that is told by `keys`, and one of another.
  private static func words(_ keys: String) -> String {
    #"{"word":"добрый","start":0,"end":0.4,\#(keys)},{"word":"день","start":0.5,"end":1,\#(keys)},{"word":"да","start":4,"end":5,"speaker":1,"speaker_confidence":0.9}"#
  }

  private static func utterance(_ speaker: Int) -> String {
    #"{"start":\#(speaker * 4),"end":\#(speaker * 4 + 1),"channel":0,"transcript":"да","speaker":\#(speaker),"words":[{"word":"да","start":\#(speaker * 4),"end":\#(speaker * 4 + 1),"speaker":\#(speaker),"speaker_confidence":0.25}]}"#
  }

  private static func channel(_ confidence: Double) -> String {
    #"{"alternatives":[{"words":[{"word":"да","start":0,"end":1,"speaker":0,"speaker_confidence":\#(confidence)}]}]}"#
  }

  private static let ctm = "a 1 0.0 0.5 добрый\na 1 0.6 0.5 день\na 1 4.0 0.5 да\n"

  private static let srt =
    "1\n00:00:00,000 --> 00:00:01,100\nдобрый\n\n2\n00:00:01,200 --> 00:00:02,000\nдень\n\n3\n00:00:04,000 --> 00:00:05,000\nда\n"

  private static func rttm(_ first: String, _ second: String) -> String {
    "SPEAKER a 1 0.0 2.2 <NA> <NA> A \(first) <NA>\nSPEAKER a 1 4.0 2.0 <NA> <NA> B \(second) <NA>\n"
  }
}
