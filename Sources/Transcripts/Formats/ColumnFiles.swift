/// NIST's CTM: `file channel begin duration word [confidence]`, a word a line.
enum CTM: TextImporter {
  static var format: TranscriptFormat { .ctm }

  static func recognises(_ head: [Substring]) -> Bool {
    let lines = head.filter { !$0.hasPrefix(";;") }.prefix(5)
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let fields = Columns.fields(line)
        return (5...8).contains(fields.count) && Columns.number(fields[2]) != nil
          && Columns.number(fields[3]) != nil && !fields[4].isEmpty
      }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var files: [(id: String, groups: [String: WordGrouping], order: [String])] = []
    for line in Columns.lines(text) {
      let fields = Columns.fields(line.text)
      guard fields.count >= 5, let start = Columns.number(fields[2]),
        let duration = Columns.number(fields[3])
      else {
        throw TranscriptError(
          .invalidValue, "здесь ждём: файл, канал, начало, длительность, слово", line: line.number)
      }
      let word = fields[4]
      // `<eps>`, `[noise]`: not words.
      if word.hasPrefix("<") || word.hasPrefix("[") || word == "@" { continue }
      if files.last?.id != String(fields[0]) { files.append((String(fields[0]), [:], [])) }
      let channel = String(fields[1])
      let last = files.count - 1
      if files[last].groups[channel] == nil { files[last].order.append(channel) }
      files[last].groups[channel, default: WordGrouping()].add(
        Word(
          text: String(word), start: start, end: ((start + duration) * 1000).rounded() / 1000,
          confidence: fields.count > 5 ? Columns.number(fields[5]) : nil),
        voice: .channel(channel))
    }
    let count = files.count
    return files.indices.map { index in
      // What has been taken over is let go of at once.
      var segments: [Segment] = []
      for channel in files[index].order {
        let group = files[index].groups.removeValue(forKey: channel)?.segments ?? []
        if segments.isEmpty { segments = group } else { segments += group }
      }
      // Kaldi writes «1» for the only channel.
      if files[index].order.count == 1 {
        for index in segments.indices { segments[index].voice = .unknown }
      }
      var recording = Recording(segments.sortedByTime(), isChunked: true)
      if count > 1 { recording.id = files[index].id }
      return recording
    }
  }
}

/// NIST's STM: `file channel speaker begin end [<labels>] text`, a segment a line.
enum STM: TextImporter {
  static var format: TranscriptFormat { .stm }

  static func recognises(_ head: [Substring]) -> Bool {
    let lines = head.filter { !$0.hasPrefix(";;") }.prefix(5)
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let fields = Columns.fields(line)
        return fields.count >= 5 && Columns.number(fields[3]) != nil
          && Columns.number(fields[4]) != nil && Columns.number(fields[2]) == nil
      }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var files: [(id: String, segments: [Segment])] = []
    for line in Columns.lines(text) {
      var fields = Columns.fields(line.text)[...]
      guard fields.count >= 5, let start = Columns.number(fields[3]),
        let end = Columns.number(fields[4])
      else {
        throw TranscriptError(
          .invalidValue, "здесь ждём: файл, канал, говорящий, начало, конец, текст",
          line: line.number)
      }
      if files.last?.id != String(fields[0]) { files.append((String(fields[0]), [])) }
      let voice = Voice.speaker(String(fields[2]))
      fields = fields.dropFirst(5)
      if fields.first?.hasPrefix("<") == true { fields = fields.dropFirst() }
      let text = spoken(fields)
      if text.isEmpty || text == "IGNORE_TIME_SEGMENT_IN_SCORING" { continue }
      files[files.count - 1].segments.append(Segment(voice, text, start: start, end: end))
    }
    return files.map { file in
      var recording = Recording(file.segments.sortedByTime())
      if files.count > 1 { recording.id = file.id }
      return recording
    }
  }

  /// Of `{ a / b / @ }` the first is taken, and `(слово)` may be said or not.
  private static func spoken(_ fields: ArraySlice<Substring>) -> String {
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

/// RTTM has no words, only who speaks when: it joins a transcript of the same name.
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
  static func stretches(_ text: String) -> [(start: Double, end: Double, voice: Voice)] {
    Columns.lines(text).compactMap { line in
      let fields = Columns.fields(line.text)
      guard fields.count >= 8, fields[0] == "SPEAKER", let start = Columns.number(fields[3]),
        let duration = Columns.number(fields[4])
      else { return nil }
      return (start, start + duration, Voice.speaker(String(fields[7])))
    }
  }
}

/// Lines of fields between spaces.
enum Columns {
  static func lines(_ text: String) -> some Sequence<(number: Int, text: Substring)> {
    TextLines(text).lazy.enumerated().compactMap { number, line in
      line.hasPrefix(";;") || line.allSatisfy(\.isWhitespace)
        ? nil : (number: number + 1, text: line)
    }
  }

  static func fields(_ line: Substring) -> [Substring] {
    line.split { $0 == " " || $0 == "\t" }
  }

  static func number(_ text: Substring) -> Double? {
    guard let value = Double(text.replacing(",", with: ".")), value.isFinite else { return nil }
    return value
  }
}
