/// Whisper's TSV (`start end text`) and whisper.cpp's CSV (`start,end,[speaker,]text`), times in
/// milliseconds.
enum WhisperTable: TextImporter {
  static var format: TranscriptFormat { .whisperTable }

  static func recognises(_ head: [Substring]) -> Bool {
    guard let first = head.first?.trimmed.lowercased() else { return false }
    return ["start\tend\ttext", "start,end,text", "start,end,speaker,text"].contains(first)
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    let header = text.prefix { !$0.isNewline }
    var recording = Recording([], isChunked: true)
    if header.contains("\t") {
      for line in Columns.lines(text).dropFirst() {
        let fields = line.text.split(
          separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, let start = Columns.number(fields[0]),
          let end = Columns.number(fields[1])
        else {
          throw TranscriptError(
            .invalidValue, "здесь ждём: начало, конец (мс) и текст через табуляцию",
            line: line.number)
        }
        let text = fields[2].trimmed
        if !text.isEmpty {
          try recording.add(Segment(.unknown, text, start: start / 1000, end: end / 1000))
        }
      }
    } else {
      try Table(text).enumerateRows { row in
        guard let start = row["start"].flatMap({ Columns.number($0[...]) }),
          let end = row["end"].flatMap({ Columns.number($0[...]) }), let text = row["text"]
        else { return }
        let speaker = row["speaker"].map(Voice.channel)
        if !text.trimmed.isEmpty, recording.segments.count <= Recording.segmentLimit {
          recording.segments.append(
            Segment(speaker ?? .unknown, text.trimmed, start: start / 1000, end: end / 1000))
        }
      }
    }
    recording.segments = recording.segments.sortedByTime()
    return [recording]
  }
}
