/// One subtitle.
struct Cue {
  var start: Double
  var end: Double
  var lines: [String]
  /// What `<v>` ascribes to a voice.
  var parts: [(voice: String, text: String)] = []
}

/// Makes segments of subtitles and finds the speakers that are written into them.
enum CueReader {
  static func recording(_ cues: [Cue]) -> Recording {
    let labels = SpeakerTable(
      lines: cues.lazy.flatMap(\.lines).map { DialogueLine($0[...], hasTimes: false) },
      isStrict: true)
    let names = ownLines(cues)
    var segments: [Segment] = []
    var current: Voice?
    var isLabelled = false
    for cue in cues {
      var pieces: [(voice: Voice?, text: String)] = []
      for part in cue.parts { pieces.append((.speaker(part.voice), part.text)) }
      for (number, line) in cue.lines.enumerated() {
        let told = DialogueLine(line[...], hasTimes: false)
        if number == 0, cue.lines.count > 1 || names.contains(line), let name = ownLine(line),
          names.contains(line)
        {
          current = .speaker(name)
          isLabelled = true
        } else if let label = told.label, let voice = labels.voice(of: label) {
          pieces.append((voice, told.text))
        } else if let first = line.unicodeScalars.first, "-–—".unicodeScalars.contains(first),
          cue.lines.count > 1
        {
          // Two people in one cue, whoever they are.
          pieces.append(
            (
              nil,
              line.unicodeScalars.dropFirst().reduce(into: "") { $0.unicodeScalars.append($1) }
                .trimmed
            ))
        } else if pieces.isEmpty {
          pieces.append((current, line))
        } else {
          pieces[pieces.count - 1].text += " " + line
        }
      }
      for piece in pieces where !piece.text.isEmpty {
        if piece.voice != nil { isLabelled = true }
        segments.append(
          Segment(piece.voice ?? current ?? .unknown, piece.text, start: cue.start, end: cue.end))
        if piece.voice != nil, cue.parts.isEmpty, !names.isEmpty { current = piece.voice }
      }
    }
    var recording = Recording(segments.sortedByTime())
    // Without speakers the cues are pieces; with them each cue is what was said.
    recording.isChunked = !isLabelled || !names.isEmpty
    var until = -Double.infinity
    var overlaps = 0
    for segment in recording.segments {
      if (segment.start ?? until) < until - 0.001 { overlaps += 1 }
      until = max(until, segment.end ?? until)
    }
    if overlaps > 0 {
      recording.notes.append("реплик, начатых до конца предыдущей: \(overlaps)")
    }
    return recording
  }

  /// Lines that stand first in a cue, look like a name or a label, and return or are labels.
  private static func ownLines(_ cues: [Cue]) -> Set<String> {
    var counts: [String: Int] = [:]
    for cue in cues where cue.lines.count > 1 {
      if ownLine(cue.lines[0]) != nil { counts[cue.lines[0], default: 0] += 1 }
    }
    let labels = counts.keys.filter { line in
      ownLine(line).map { SpeakerLabel.isAnonymous($0) || SpeakerLabel.role(of: $0) != nil }
        ?? false
    }
    return Set(labels)
  }

  /// «Спикер 1», «Speaker 2:», «Оператор».
  private static func ownLine(_ line: String) -> String? {
    var line = line
    if line.last == ":" { line.removeLast() }
    guard line.unicodeScalars.count <= 40,
      !line.unicodeScalars.contains(where: { ".,!?:;".unicodeScalars.contains($0) })
    else { return nil }
    let name = line.unicodeScalars.filter { !"[]()".unicodeScalars.contains($0) }
      .reduce(into: "") { $0.unicodeScalars.append($1) }.trimmed
    return name.isEmpty ? nil : name
  }
}
