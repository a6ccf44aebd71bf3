internal import JSONBytes

/// Google Speech-to-Text v1: words with `startTime` and `speakerTag`. With diarization the last
/// result repeats every word with its tag, and it alone is taken.
enum GoogleV1: JSONImporter {
  static var format: TranscriptFormat { .googleV1 }

  static func recognises(_ roots: [JSONValue]) -> Bool {
    GoogleResults.list(roots).map { list in
      !list.isEmpty && !list.contains { GoogleResults.isSecond($0) }
    } ?? false
  }

  static func read(_ roots: [JSONValue]) throws(TranscriptError) -> [Recording] {
    let results = GoogleResults.list(roots) ?? []
    if let words = results.last?["alternatives"]?.first?["words"],
      words.elements.contains(where: { ($0["speakerTag"]?.amount ?? 0) > 0 })
    {
      return [GoogleResults.read(results.suffix(1))]
    }
    return [GoogleResults.read(results[...])]
  }
}

/// Google Speech-to-Text v2: words with `startOffset` and `speakerLabel`. An offset of zero is not
/// written.
enum GoogleV2: JSONImporter {
  static var format: TranscriptFormat { .googleV2 }

  static func recognises(_ roots: [JSONValue]) -> Bool {
    GoogleResults.list(roots).map { list in list.contains { GoogleResults.isSecond($0) } } ?? false
  }

  static func read(_ roots: [JSONValue]) throws(TranscriptError) -> [Recording] {
    [GoogleResults.read((GoogleResults.list(roots) ?? [])[...])]
  }
}

/// What both versions have in common.
enum GoogleResults {
  static func list(_ roots: [JSONValue]) -> [JSONValue]? {
    guard roots.count == 1 else { return nil }
    let root = roots[0]["response"] ?? roots[0]
    guard let results = root["results"], results.kind == .array else { return nil }
    let list = Array(results.elements)
    return list.allSatisfy { $0["alternatives"]?.kind == .array } ? list : nil
  }

  static func isSecond(_ result: JSONValue) -> Bool {
    if result["resultEndOffset"] != nil { return true }
    let words = result["alternatives"]?.first?["words"]
    return words?.elements.contains { $0["endOffset"] != nil || $0["speakerLabel"] != nil } ?? false
  }

  static func read(_ results: ArraySlice<JSONValue>) -> Recording {
    var recording = Recording([], isChunked: true)
    for result in results {
      guard let best = result["alternatives"]?.first else { continue }
      let channel = result["channelTag"]?.label.flatMap { $0 == "0" ? nil : Voice.channel($0) }
      var words: [(Word, Voice)] = []
      for word in best["words"]?.elements ?? best.elements {
        guard let text = word["word"]?.trimmed else { continue }
        let tag = word["speakerLabel"]?.label ?? word["speakerTag"]?.label
        let end = (word["endOffset"] ?? word["endTime"])?.amount
        let start = (word["startOffset"] ?? word["startTime"])?.amount ?? (end == nil ? nil : 0)
        words.append(
          (
            Word(text: text, start: start, end: end, confidence: word["confidence"]?.amount),
            channel ?? tag.flatMap { $0 == "0" ? nil : Voice.speaker($0) } ?? .unknown
          ))
      }
      let voices = Set(words.map(\.1))
      if let text = best["transcript"]?.trimmed, voices.count < 2 {
        let end = (result["resultEndOffset"] ?? result["resultEndTime"])?.amount
        recording.segments.append(
          Segment(
            voices.first ?? channel ?? .unknown, text, start: words.first?.0.start,
            end: words.last?.0.end ?? end, words: words.isEmpty ? nil : words.map(\.0)))
      } else {
        var grouping = WordGrouping()
        for (word, voice) in words { grouping.add(word, voice: voice) }
        recording.segments += grouping.segments
      }
    }
    recording.segments = recording.segments.sortedByTime()
    return recording
  }
}
