internal import JSONBytes

/// Vosk: one `{result, text}` an utterance, as lines or as a list; `{alternatives}` with several
/// hypotheses; `{partial}` is passed by. No punctuation, no speakers.
enum Vosk: JSONImporter {
  static var format: TranscriptFormat { .vosk }

  static func recognises(_ roots: JSONRoots) -> Bool {
    let list = Array(roots.spread.prefix(50))
    guard !list.isEmpty else { return false }
    return list.allSatisfy(isUtterance)
      && list.contains { $0["result"] != nil || $0["text"] != nil || $0["alternatives"] != nil }
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    var hypotheses = Hypotheses()
    recording.segments.reserveCapacity(roots.first.map { max($0.likelyCount, roots.count) } ?? 0)
    for utterance in roots.spread {
      let chosen = hypotheses.surest(utterance["alternatives"]) ?? utterance
      let words = chosen["result"]?.elements.compactMap(word) ?? []
      let text = chosen["text"]?.trimmed ?? words.map(\.text).joined(separator: " ")
      if text.isEmpty { continue }
      recording.segments.append(
        Segment(
          .unknown, text, start: words.first?.start, end: words.last?.end,
          words: words.isEmpty ? nil : words))
    }
    recording.notes = hypotheses.notes
    return [recording]
  }

  private static func isUtterance(_ value: JSONValue) -> Bool {
    guard value.kind == .object, value["turns"] == nil else { return false }
    if value["partial"] != nil { return true }
    if let alternative = value["alternatives"]?.first { return alternative["text"] != nil }
    if let result = value["result"] {
      return result.kind == .array && result.first.map { $0["word"] != nil } ?? true
    }
    return value["text"]?.kind == .text && value["start"] == nil && value["segments"] == nil
  }

  private static func word(_ value: JSONValue) -> Word? {
    value["word"]?.trimmed.map {
      Word(
        text: $0, start: value["start"]?.amount, end: value["end"]?.amount,
        confidence: value["conf"]?.amount)
    }
  }
}
