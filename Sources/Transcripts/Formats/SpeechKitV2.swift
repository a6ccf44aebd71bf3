internal import JSONBytes

/// Yandex SpeechKit v2, asynchronous: `{done, response: {chunks}}`. Chunks of both channels are
/// interleaved; the words are spelled out while the text has digits, so the text is taken.
enum SpeechKitV2: JSONImporter {
  static var format: TranscriptFormat { .speechKitV2 }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let list = chunks(roots[0]), list.kind == .array else { return false }
    return list.first.map { $0["alternatives"] != nil } ?? (roots[0]["response"] != nil)
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    if roots[0]["done"]?.bool == false {
      throw TranscriptError(.empty, "распознавание не закончено: «done» — false")
    }
    var segments: [Segment] = []
    var hypotheses = Hypotheses()
    for chunk in chunks(roots[0])?.elements ?? roots[0].elements {
      guard let best = hypotheses.first(chunk["alternatives"]), let text = best["text"]?.trimmed
      else {
        continue
      }
      let words = best["words"]?.elements.compactMap { word in
        word["word"]?.trimmed.map {
          Word(text: $0, start: word["startTime"]?.amount, end: word["endTime"]?.amount)
        }
      }
      segments.append(
        Segment(
          chunk["channelTag"]?.label.map(Voice.channel) ?? .unknown, text,
          start: words?.first?.start, end: words?.last?.end,
          words: words?.isEmpty == false ? words : nil))
    }
    var recording = Recording(segments.sortedByTime(), isChunked: true)
    recording.notes = hypotheses.notes
    return [recording]
  }

  private static func chunks(_ root: JSONValue) -> JSONValue? {
    root["response"]?["chunks"] ?? root["chunks"]
  }
}
