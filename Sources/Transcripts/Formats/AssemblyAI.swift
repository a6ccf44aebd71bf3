internal import JSONBytes

/// AssemblyAI: the whole transcript with utterances, or an export of sentences, paragraphs or bare
/// words. Times in milliseconds.
enum AssemblyAI: JSONImporter {
  static var format: TranscriptFormat { .assemblyAI }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1 else { return false }
    let root = roots[0]
    if root.kind == .array {
      return root.first.map { $0["text"] != nil && $0["end"] != nil && $0["confidence"] != nil }
        ?? false
    }
    for list in [root["utterances"], root["sentences"], root["paragraphs"]] {
      if let list, list.kind == .array { return list.first.map { $0["text"] != nil } ?? true }
    }
    return root["audio_duration"] != nil && root["words"]?.kind == .array
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    let root = roots[0]
    if let status = root["status"]?.string, status != "completed" {
      throw TranscriptError(.empty, "распознавание не закончено: «status» — «\(status)»")
    }
    for list in [root["utterances"], root["sentences"], root["paragraphs"]] {
      guard let list, list.first != nil else { continue }
      let segments = list.elements.flatMap(segments)
      return [Recording(segments.sortedByTime(), isChunked: true)]
    }
    var grouping = WordGrouping()
    for item in (root.kind == .array ? root : root["words"] ?? root).elements {
      if let word = word(item) { grouping.add(word, voice: voice(item)) }
    }
    return [Recording(grouping.segments.sortedByTime(), isChunked: true)]
  }

  /// A paragraph may hold words of several speakers.
  private static func segments(_ value: JSONValue) -> [Segment] {
    guard let text = value["text"]?.trimmed else { return [] }
    let items = value["words"].map { Array($0.elements) } ?? []
    let voices = Set(items.map(voice))
    if value["speaker"] == nil, voices.count > 1 {
      var grouping = WordGrouping()
      for item in items {
        if let word = word(item) { grouping.add(word, voice: voice(item)) }
      }
      return grouping.segments
    }
    let words = items.compactMap(word)
    let own = voice(value)
    return [
      Segment(
        own == .unknown ? voices.first ?? .unknown : own, text,
        start: value["start"]?.milliseconds, end: value["end"]?.milliseconds,
        words: words.isEmpty ? nil : words)
    ]
  }

  private static func voice(_ value: JSONValue) -> Voice {
    if let channel = value["channel"]?.label { return .channel(channel) }
    return value["speaker"]?.label.map(Voice.speaker) ?? .unknown
  }

  private static func word(_ value: JSONValue) -> Word? {
    value["text"]?.trimmed.map {
      Word(
        text: $0, start: value["start"]?.milliseconds, end: value["end"]?.milliseconds,
        confidence: value["confidence"]?.amount)
    }
  }
}
