internal import JSONBytes

/// Azure Speech, fast transcription: `{combinedPhrases, phrases}` in milliseconds.
enum AzureFast: JSONImporter {
  static var format: TranscriptFormat { .azureFast }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let phrases = roots[0]["phrases"], phrases.kind == .array else {
      return false
    }
    return roots[0]["combinedPhrases"] != nil || phrases.first?["offsetMilliseconds"] != nil
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    let phrases = roots[0]["phrases"].map { Array($0.elements) } ?? []
    let channels = Set(phrases.compactMap { $0["channel"]?.label })
    let segments = phrases.compactMap { phrase -> Segment? in
      guard let text = phrase["text"]?.trimmed else { return nil }
      let voice =
        channels.count > 1
        ? phrase["channel"]?.label.map(Voice.channel)
        : phrase["speaker"]?.label.map(Voice.speaker)
          ?? phrase["channel"]?.label.map(Voice.channel)
      let words = phrase["words"]?.elements.compactMap { word in
        word["text"]?.trimmed.map {
          Word(
            text: $0, start: word["offsetMilliseconds"]?.milliseconds, end: end(of: word),
            confidence: word["confidence"]?.amount)
        }
      }
      return Segment(
        voice ?? .unknown, text, start: phrase["offsetMilliseconds"]?.milliseconds,
        end: end(of: phrase), words: words?.isEmpty == false ? words : nil)
    }
    return [Recording(segments.sortedByTime(), isChunked: true)]
  }

  private static func end(of value: JSONValue) -> Double? {
    guard let start = value["offsetMilliseconds"]?.amount,
      let duration = value["durationMilliseconds"]?.amount
    else { return nil }
    return (start + duration) / 1000
  }
}
