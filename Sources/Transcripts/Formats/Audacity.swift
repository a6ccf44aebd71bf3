/// Labels of Audacity, as WhisperX writes them too: begin, end and text between tabs, in seconds,
/// and `[[SPEAKER_00]]` before the text where voices were told apart.
enum Audacity: TextImporter {
  static var format: TranscriptFormat { .audacity }

  static func recognises(_ head: [Substring]) -> Bool {
    Columns.mostly(head) { fields($0) != nil }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    for line in Columns.lines(text) {
      // Spectral selections stand on lines of their own.
      if line.text.hasPrefix("\\") { continue }
      guard let (start, end, said) = fields(line.text) else {
        throw TranscriptError(
          .invalidValue, "здесь ждём: начало, конец (с) и текст через табуляцию",
          line: line.number)
      }
      var voice = Voice.unknown
      var text = said
      if said.hasPrefix("[["), let close = said.firstRange(of: "]]") {
        voice = .speaker(said[said.index(said.startIndex, offsetBy: 2)..<close.lowerBound].trimmed)
        text = said[close.upperBound...]
      }
      if !text.trimmed.isEmpty {
        try recording.add(Segment(voice, text.trimmed, start: start, end: end))
      }
    }
    recording.segments = recording.segments.sortedByTime()
    return [recording]
  }

  private static func fields(
    _ line: Substring
  ) -> (start: Double, end: Double, text: Substring)? {
    let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard fields.count == 3, let start = Columns.number(fields[0]),
      let end = Columns.number(fields[1]), end >= start
    else { return nil }
    return (start, end, fields[2])
  }
}
