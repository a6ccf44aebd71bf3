/// NIST's STM: `file channel speaker begin end [<labels>] text`, a segment a line.
enum STM: StreamedImporter {
  static var format: TranscriptFormat { .stm }

  static func recognises(_ head: [Substring]) -> Bool {
    Columns.mostly(head) { line in
      let fields = Columns.fields(line)
      return fields.count >= 5 && Columns.number(fields[3]) != nil
        && Columns.number(fields[4]) != nil && Columns.number(fields[2]) == nil
    }
  }

  static func stream(_ lines: TextLineReader) -> Stream { Stream(lines: lines) }

  struct Stream: RecordingStream {
    fileprivate var lines: TextLineReader
    private var place = FilePlace()
    private var recording = Recording([])

    fileprivate init(lines: TextLineReader) { self.lines = lines }

    mutating func next() throws(TranscriptError) -> Recording? {
      while let line = try lines.nextWritten() {
        var fields = Columns.fields(line.text[...])[...]
        if place.isDamaged(fields.first) { continue }
        guard fields.count >= 5, let start = Columns.number(fields[3]),
          let end = Columns.number(fields[4])
        else {
          recording = Recording([])
          place.damage(fields.first)
          throw TranscriptError(
            .invalidValue, "здесь ждём: файл, канал, говорящий, начало, конец, текст",
            line: line.number)
        }
        let finished = place.enter(fields[0]) ? take(isLast: false) : nil
        let voice = Voice.speaker(String(fields[2]))
        fields = fields.dropFirst(5)
        if fields.first?.hasPrefix("<") == true { fields = fields.dropFirst() }
        let text = STM.spoken(fields)
        if !text.isEmpty, text != "IGNORE_TIME_SEGMENT_IN_SCORING" {
          do throws(TranscriptError) {
            try recording.add(Segment(voice, text, start: start, end: end))
          } catch {
            recording = Recording([])
            place.damage(Columns.fields(line.text[...]).first)
            throw error
          }
        }
        if let finished { return finished }
      }
      return take(isLast: true)
    }

    private mutating func take(isLast: Bool) -> Recording? {
      guard !recording.segments.isEmpty, !lines.isBroken else { return nil }
      var result = recording
      recording = Recording([])
      result.segments = result.segments.sortedByTime()
      result.id = place.take(isLast: isLast)
      if let note = lines.note { result.notes = [note] }
      return result
    }
  }

  /// Of `{ a / b / @ }` the first is taken, and `(слово)` may be said or not.
  fileprivate static func spoken(_ fields: ArraySlice<Substring>) -> String {
    var words: [Substring] = []
    var isSkipping = false
    for field in fields {
      switch field {
      case "{": break
      case "/": isSkipping = true
      case "}": isSkipping = false
      case "@": break
      default:
        if isSkipping { break }
        let inner =
          field.hasPrefix("(") && field.hasSuffix(")") ? field.dropFirst().dropLast() : field
        if !inner.isEmpty { words.append(inner) }
      }
    }
    return words.joined(separator: " ")
  }
}
