/// SRT subtitles: an index from 0 or 1, a line of times, lines of text. A speaker may stand before
/// the text, or, as Sonix does it, on a line of its own until another speaks.
enum SubRip: TextImporter {
  static var format: TranscriptFormat { .subRip }

  static func recognises(_ head: [Substring]) -> Bool {
    head.prefix(3).contains { CueTime.range($0) != nil }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var cues: [Cue] = []
    var previous: Substring?
    for line in TextLines(text) {
      if let range = CueTime.range(line.drop { $0 == " " || $0 == "\u{FEFF}" }) {
        // The line before the times is the index, not text of the cue before it.
        if let previous, !cues.isEmpty, isIndex(previous),
          cues[cues.count - 1].lines.last == String(previous)
        {
          cues[cues.count - 1].lines.removeLast()
        }
        try Recording.check(cues.count)
        cues.append(Cue(start: range.start, end: range.end, lines: []))
      } else if !cues.isEmpty {
        let plain = line.trimmed
        if !plain.isEmpty { cues[cues.count - 1].lines.append(plain) }
      }
      if !line.allSatisfy(\.isWhitespace) { previous = line.trimmed[...] }
    }
    return [CueReader.recording(cues)]
  }

  private static func isIndex(_ line: Substring) -> Bool {
    !line.isEmpty && line.utf8.count < 10 && line.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
