/// WebVTT: cues with or without an id and hours, settings behind the times, `<v Имя>` for voices.
/// Cues may overlap, for two people may speak at once.
enum WebVTT: TextImporter {
  static var format: TranscriptFormat { .webVTT }

  static func recognises(_ head: [Substring]) -> Bool {
    head.first.map { $0 == "WEBVTT" || $0.hasPrefix("WEBVTT ") || $0.hasPrefix("WEBVTT\t") }
      ?? false
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var cues: [Cue] = []
    var isInCue = false
    for line in TextLines(text) {
      if let range = CueTime.range(line) {
        try Recording.check(cues.count)
        cues.append(Cue(start: range.start, end: range.end, lines: []))
        isInCue = true
      } else if line.allSatisfy(\.isWhitespace) {
        // Notes, styles and regions end with a blank line too.
        isInCue = false
      } else if isInCue {
        try add(line, to: &cues[cues.count - 1])
      }
    }
    return [CueReader.recording(cues)]
  }

  /// Takes the tags off a line; voices become labels.
  private static func add(_ line: Substring, to cue: inout Cue) throws(TranscriptError) {
    var voice: String?
    var text = ""
    var rest = line
    while let open = rest.firstIndex(of: "<") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: open)..<close]
      rest = rest[rest.index(after: close)...]
      guard tag.first == "v", tag.dropFirst().first.map({ ". \t".contains($0) }) == true else {
        continue
      }
      if !text.trimmed.isEmpty { cue.add(text, voice: voice) }
      text = ""
      try Recording.check(cue.parts.count)
      voice = unescaped(tag.drop { $0 != " " && $0 != "\t" }.trimmed)
    }
    cue.add(text + (rest.contains("<") ? "" : rest), voice: voice)
  }

  fileprivate static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = text
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&quot;", "\""),
      ("&#39;", "'"), ("&amp;", "&"),
    ] {
      result.replace(entity, with: character)
    }
    return result
  }
}

extension Cue {
  fileprivate mutating func add(_ text: String, voice: String?) {
    let text = WebVTT.unescaped(text).trimmed
    guard !text.isEmpty || voice != nil else { return }
    if let voice {
      parts.append((voice, text))
    } else if parts.isEmpty {
      lines.append(text)
    } else {
      parts[parts.count - 1].text += " " + text
    }
  }
}
