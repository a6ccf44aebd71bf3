/// A dialogue as people type it: «Оператор: …», «[00:12] Клиент: …», with continuation lines; with
/// «Спикер 1: …» or bare dashes for labels, who the operator is must show in the words.
enum PlainDialogue {
  static func read(_ text: String) throws(TranscriptError) -> Recording {
    // Read twice, so that what is taken apart need not be kept.
    let raw = TextLines(text)
    let lines = raw.lazy.map { DialogueLine($0) }
    let table = SpeakerTable(lines: lines)
    if table.isEmpty {
      if let recording = try console(lines) { return recording }
      if let recording = try dashes(raw) { return recording }
      throw TranscriptError(
        .noSpeakers, "не видно, кто говорит: реплики начинаются с «Оператор:» и «Клиент:»")
    }
    var result = Recording([])
    result.line = 1
    result.segments.reserveCapacity(min(table.count, Recording.segmentLimit))
    var skipped = 0
    for line in lines {
      if let label = line.label, let voice = table.voice(of: label) {
        try result.add(Segment(voice, line.text, start: line.time?.start, end: line.time?.end))
      } else if line.whole.isEmpty {
        continue
      } else if result.segments.isEmpty {
        skipped += 1
      } else {
        result.segments[result.segments.count - 1].append(line)
      }
    }
    if skipped > 0 { result.notes.append("строк до первой реплики пропущено: \(skipped)") }
    return result
  }

  /// Whether a head of a text names speakers or begins its lines with dashes or times.
  static func isLikely(_ head: String) -> Bool {
    let raw = head.split { $0.isNewline }.prefix(200)
    let lines = raw.map { DialogueLine($0) }
    let table = SpeakerTable(lines: lines)
    return !table.isEmpty || (try? console(lines)) != nil || (try? dashes(Array(raw))) != nil
  }

  /// `[00:00:00.000 --> 00:00:03.000]  текст`, as whisper.cpp prints it: no speakers at all.
  private static func console(
    _ lines: some Sequence<DialogueLine>
  ) throws(TranscriptError) -> Recording? {
    var result = Recording([], isChunked: true)
    var isTimed = false
    for line in lines where !line.whole.isEmpty || line.time != nil {
      guard line.time?.isBracketed == true, line.time?.end != nil else { return nil }
      isTimed = true
      if line.whole.isEmpty { continue }
      try result.add(
        Segment(.unknown, line.whole, start: line.time?.start, end: line.time?.end))
    }
    guard isTimed else { return nil }
    result.line = 1
    return result
  }

  /// Lines that begin with a dash: two people in turn.
  private static func dashes(
    _ lines: some Sequence<Substring>
  ) throws(TranscriptError) -> Recording? {
    var result = Recording([])
    var skipped = 0
    for line in lines {
      let text = line.trimmed
      if text.isEmpty { continue }
      if let first = text.unicodeScalars.first, "-–—".unicodeScalars.contains(first) {
        let said = String(text.unicodeScalars.dropFirst()).trimmed
        let side = result.segments.count % 2 == 0 ? "первый голос" : "второй голос"
        try result.add(Segment(Voice(kind: .speaker, label: side), said))
      } else if result.segments.isEmpty {
        skipped += 1
      } else {
        result.segments[result.segments.count - 1].text += " " + text
      }
    }
    guard result.segments.count > 1, skipped < 5 else { return nil }
    result.line = 1
    result.notes.append("реплики без имён: считаем, что двое говорят по очереди")
    return result
  }
}

extension Segment {
  /// Adds a continuation line.
  fileprivate mutating func append(_ line: DialogueLine) {
    if !text.isEmpty { text += " " }
    text += line.whole
    if let time = line.time, time.isBracketed { end = time.end }
  }
}
