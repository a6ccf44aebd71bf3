internal import JSONBytes

/// `vosk-transcriber -t json`, in the shape of Rev.ai: `{monologues: [{speaker, terms}]}`.
enum VoskTranscriber: JSONImporter {
  static var format: TranscriptFormat { .voskTranscriber }

  static func recognises(_ roots: JSONRoots) -> Bool {
    roots.count == 1 && roots[0]["monologues"]?.kind == .array
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    for monologue in roots[0]["monologues"]?.elements ?? roots[0].elements {
      let speaker = monologue["speaker"]
      let label = speaker?["id"]?.label ?? speaker?["name"]?.label ?? speaker?.label
      var grouping = WordGrouping()
      let terms = monologue["terms"] ?? monologue["elements"] ?? monologue
      for term in terms.elements {
        guard let text = (term["text"] ?? term["value"])?.trimmed else { continue }
        if term["type"]?.string?.lowercased().hasPrefix("punct") == true {
          grouping.addMark(text)
        } else {
          grouping.add(
            Word(
              text: text, start: (term["start"] ?? term["ts"])?.amount,
              end: (term["end"] ?? term["end_ts"])?.amount,
              confidence: term["confidence"]?.amount),
            voice: label.map(Voice.speaker) ?? .unknown)
        }
      }
      recording.segments += grouping.segments
    }
    // Every monologue of vosk-transcriber without a model of speakers bears the same label.
    if Set(recording.segments.map(\.voice)).count == 1 {
      for index in recording.segments.indices { recording.segments[index].voice = .unknown }
    }
    return [recording]
  }
}
