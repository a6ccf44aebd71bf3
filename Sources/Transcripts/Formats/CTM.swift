/// NIST's CTM: `file channel begin duration word [confidence]`, a word a line.
enum CTM: StreamedImporter {
  static var format: TranscriptFormat { .ctm }

  static func recognises(_ head: [Substring]) -> Bool {
    Columns.mostly(head) { line in
      let fields = Columns.fields(line)
      return (5...8).contains(fields.count) && Columns.number(fields[2]) != nil
        && Columns.number(fields[3]) != nil && !fields[4].isEmpty
    }
  }

  static func stream(_ lines: TextLineReader) -> Stream { Stream(lines: lines) }

  struct Stream: RecordingStream {
    fileprivate var lines: TextLineReader
    private var place = FilePlace()
    /// One for each channel, in the order in which they came.
    private var groups: [WordGrouping] = []
    private var places: [String: Int] = [:]
    /// How many stretches between pauses there are in them.
    private var pieces = 0

    fileprivate init(lines: TextLineReader) { self.lines = lines }

    mutating func next() throws(TranscriptError) -> Recording? {
      while let line = try lines.nextWritten() {
        let fields = Columns.fields(line.text[...])
        if place.isDamaged(fields.first) { continue }
        guard fields.count >= 5, let start = Columns.number(fields[2]),
          let duration = Columns.number(fields[3])
        else {
          throw damaged(
            fields.first,
            TranscriptError(
              .invalidValue, "здесь ждём: файл, канал, начало, длительность, слово",
              line: line.number))
        }
        let word = fields[4]
        // `<eps>`, `[noise]`: not words.
        if word.hasPrefix("<") || word.hasPrefix("[") || word == "@" { continue }
        let finished = place.enter(fields[0]) ? take(isLast: false) : nil
        add(
          Word(
            text: String(word), start: start, end: ((start + duration) * 1000).rounded() / 1000,
            confidence: fields.count > 5 ? Columns.number(fields[5]) : nil),
          to: String(fields[1]))
        do throws(TranscriptError) {
          try Recording.check(pieces)
        } catch {
          throw damaged(fields[0], error)
        }
        if let finished { return finished }
      }
      return take(isLast: true)
    }

    /// Gives the recording of a line up.
    private mutating func damaged(_ file: Substring?, _ error: TranscriptError) -> TranscriptError {
      groups = []
      places = [:]
      pieces = 0
      place.damage(file)
      return error
    }

    private mutating func add(_ word: Word, to channel: String) {
      let index = places[channel] ?? groups.count
      if index == groups.count {
        places[channel] = index
        groups.append(WordGrouping())
      }
      let count = groups[index].segments.count
      groups[index].add(word, voice: .channel(channel))
      pieces += groups[index].segments.count - count
    }

    private mutating func take(isLast: Bool) -> Recording? {
      guard !groups.isEmpty, !lines.isBroken else { return nil }
      // Kaldi writes «1» for the only channel.
      let isMono = groups.count == 1
      var segments: [Segment] = []
      // What has been taken over is let go of at once.
      groups.reverse()
      while let group = groups.popLast()?.segments {
        if segments.isEmpty { segments = group } else { segments += group }
      }
      places = [:]
      pieces = 0
      if isMono {
        for index in segments.indices { segments[index].voice = .unknown }
      }
      var recording = Recording(segments.sortedByTime(), isChunked: true)
      recording.id = place.take(isLast: isLast)
      if let note = lines.note { recording.notes = [note] }
      return recording
    }
  }
}
