/// RTTM has no words, only who speaks when: it joins a transcript of the same name. The ninth field
/// is the system's confidence, as a probability (NIST, KWS15 evaluation plan, appendix on RTTM);
/// most systems write `<NA>`.
enum RTTM: TextImporter {
  static var format: TranscriptFormat { .rttm }

  static func recognises(_ head: [Substring]) -> Bool {
    let fields = head.first { !$0.hasPrefix(";;") }.map(Columns.fields) ?? []
    return (8...10).contains(fields.count)
      && ["SPEAKER", "SPKR-INFO", "LEXEME"].contains(fields[0])
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    throw TranscriptError(
      .noSpeakers,
      "в RTTM нет слов: рядом должна лежать расшифровка с тем же именем и временем слов")
  }

  /// Who speaks when.
  static func stretches(_ text: String) -> [SpeakerStretch] {
    Columns.lines(text).compactMap { line in
      let fields = Columns.fields(line.text)
      guard fields.count >= 8, fields[0] == "SPEAKER", let start = Columns.number(fields[3]),
        let duration = Columns.number(fields[4])
      else { return nil }
      let confidence = fields.count > 8 ? Columns.number(fields[8]) : nil
      return SpeakerStretch(
        start: start, end: start + duration, voice: Voice.speaker(String(fields[7])),
        confidence: confidence.flatMap { (0...1).contains($0) ? $0 : nil })
    }
  }
}

/// Seconds in which one voice speaks.
struct SpeakerStretch {
  var start: Double
  var end: Double
  var voice: Voice
  /// How sure the diarization is of it, 0…1.
  var confidence: Double?
}

/// Lines of fields between spaces.
enum Columns {
  static func lines(_ text: String) -> some Sequence<(number: Int, text: Substring)> {
    TextLines(text).enumerated().lazy.compactMap { number, line in
      line.hasPrefix(";;") || line.allSatisfy(\.isWhitespace)
        ? nil : (number: number + 1, text: line)
    }
  }

  /// Whether most of the first lines are of a shape: one may be broken, and is named then.
  static func mostly(_ head: [Substring], _ isOfShape: (Substring) -> Bool) -> Bool {
    let lines = head.filter { !$0.hasPrefix(";;") }.prefix(10)
    return !lines.isEmpty && lines.count(where: isOfShape) * 10 >= lines.count * 7
  }

  static func fields(_ line: Substring) -> [Substring] {
    line.split { $0 == " " || $0 == "\t" }
  }

  static func number(_ text: Substring) -> Double? {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
    return value
  }
}
