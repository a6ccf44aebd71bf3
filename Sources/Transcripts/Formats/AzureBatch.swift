internal import JSONBytes

/// Azure Speech, batch transcription: `recognizedPhrases` with ticks of 100 ns and ISO durations.
/// The first of `nBest` is not always the surest: the surest is taken.
enum AzureBatch: JSONImporter {
  static var format: TranscriptFormat { .azureBatch }

  static func recognises(_ roots: JSONRoots) -> Bool {
    roots.count == 1 && roots[0]["recognizedPhrases"]?.kind == .array
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    let phrases = roots[0]["recognizedPhrases"].map { Array($0.elements) } ?? []
    let channels = Set(phrases.compactMap { $0["channel"]?.label })
    var recording = Recording([], isChunked: true)
    var failed = 0
    var hypotheses = Hypotheses()
    for phrase in phrases {
      if let status = phrase["recognitionStatus"]?.string, status != "Success" {
        failed += 1
        continue
      }
      guard let best = hypotheses.surest(phrase["nBest"]), let text = text(of: best) else {
        continue
      }
      let list = best["displayWords"] ?? best["words"]
      let words = list?.elements.compactMap(word)
      let start = time(phrase, "offset", "offsetInTicks")
      let voice =
        channels.count > 1
        ? phrase["channel"]?.label.map(Voice.channel)
        : phrase["speaker"]?.label.map(Voice.speaker)
          ?? phrase["channel"]?.label.map(Voice.channel)
      recording.segments.append(
        Segment(
          voice ?? .unknown, text, start: start,
          end: start.flatMap { start in
            time(phrase, "duration", "durationInTicks").map { start + $0 }
          }, words: words?.isEmpty == false ? words : nil))
    }
    recording.notes = hypotheses.notes
    if failed > 0 { recording.notes.append("нераспознанных фраз пропущено: \(failed)") }
    if recording.segments.contains(where: { $0.text.contains("***") }) {
      recording.notes.append("брань скрыта распознавателем звёздочками")
    }
    recording.segments = recording.segments.sortedByTime()
    return [recording]
  }

  private static func text(of best: JSONValue) -> String? {
    best["display"]?.trimmed ?? best["itn"]?.trimmed ?? best["lexical"]?.trimmed
  }

  private static func word(_ value: JSONValue) -> Word? {
    guard let text = value["displayText"]?.trimmed ?? value["word"]?.trimmed,
      let start = time(value, "offset", "offsetInTicks")
    else { return nil }
    return Word(
      text: text, start: start,
      end: time(value, "duration", "durationInTicks").map { start + $0 },
      confidence: value["confidence"]?.amount)
  }

  private static func time(
    _ value: JSONValue, _ written: StaticString, _ ticks: StaticString
  ) -> Double? {
    if let ticks = value[ticks]?.amount { return ticks / 10_000_000 }
    return value[written]?.string.flatMap(CueTime.duration)
  }
}
