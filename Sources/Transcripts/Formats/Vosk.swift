internal import JSONBytes

/// Vosk: one `{result, text}` an utterance, as lines or as a list; `{alternatives}` with several
/// hypotheses; `{partial}` is passed by. No punctuation, no speakers.
enum Vosk: JSONImporter {
  static var format: TranscriptFormat { .vosk }

  static func recognises(_ roots: [JSONValue]) -> Bool {
    let list = utterances(roots).prefix(50)
    guard !list.isEmpty else { return false }
    return list.allSatisfy(isUtterance)
      && list.contains { $0["result"] != nil || $0["text"] != nil || $0["alternatives"] != nil }
  }

  static func read(_ roots: [JSONValue]) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    for utterance in utterances(roots) {
      let best = utterance["alternatives"]?.elements.max {
        ($0["confidence"]?.amount ?? 0) < ($1["confidence"]?.amount ?? 0)
      }
      let chosen = best ?? utterance
      let words = chosen["result"]?.elements.compactMap(word) ?? []
      let text = chosen["text"]?.trimmed ?? words.map(\.text).joined(separator: " ")
      if text.isEmpty { continue }
      recording.segments.append(
        Segment(
          .unknown, text, start: words.first?.start, end: words.last?.end,
          words: words.isEmpty ? nil : words))
    }
    return [recording]
  }

  private static func utterances(_ roots: [JSONValue]) -> [JSONValue] {
    roots.flatMap { $0.kind == .array ? Array($0.elements) : [$0] }
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
