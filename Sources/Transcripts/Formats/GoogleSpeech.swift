internal import JSONBytes

/// Google Speech-to-Text v1: words with `startTime` and `speakerTag`. With diarization the last
/// result repeats every word with its tag, and it alone is taken.
enum GoogleV1: JSONImporter {
  static var format: TranscriptFormat { .googleV1 }

  static func recognises(_ roots: JSONRoots) -> Bool {
    GoogleResults.list(roots).map { list in
      !list.isEmpty && !list.contains { GoogleResults.isSecond($0) }
    } ?? false
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
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

  static func recognises(_ roots: JSONRoots) -> Bool {
    GoogleResults.list(roots).map { list in list.contains { GoogleResults.isSecond($0) } } ?? false
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    [GoogleResults.read((GoogleResults.list(roots) ?? [])[...])]
  }
}

/// What both versions have in common.
enum GoogleResults {
  static func list(_ roots: JSONRoots) -> [JSONValue]? {
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
    var hypotheses = Hypotheses()
    for result in results {
      guard let best = hypotheses.first(result["alternatives"]) else { continue }
      let channel = result["channelTag"]?.label.flatMap { $0 == "0" ? nil : Voice.channel($0) }
      let list = best["words"] ?? best
      var voices: Set<Voice> = []
      for word in list.elements { voices.insert(channel ?? voice(word)) }
      if let text = best["transcript"]?.trimmed, voices.count < 2 {
        var words: [Word] = []
        words.reserveCapacity(list.likelyCount)
        for item in list.elements {
          if let word = word(item) { words.append(word) }
        }
        let end = (result["resultEndOffset"] ?? result["resultEndTime"])?.amount
        recording.segments.append(
          Segment(
            voices.first ?? channel ?? .unknown, text, start: words.first?.start,
            end: words.last?.end ?? end, words: words.isEmpty ? nil : words))
      } else {
        var grouping = WordGrouping()
        for item in list.elements {
          if let word = word(item) { grouping.add(word, voice: channel ?? voice(item)) }
        }
        recording.segments += grouping.segments
      }
    }
    recording.segments = recording.segments.sortedByTime()
    recording.notes = hypotheses.notes
    return recording
  }

  private static func voice(_ word: JSONValue) -> Voice {
    let tag = word["speakerLabel"]?.label ?? word["speakerTag"]?.label
    return tag.flatMap { $0 == "0" ? nil : Voice.speaker($0) } ?? .unknown
  }

  private static func word(_ value: JSONValue) -> Word? {
    guard let text = value["word"]?.trimmed else { return nil }
    let end = (value["endOffset"] ?? value["endTime"])?.amount
    let start = (value["startOffset"] ?? value["startTime"])?.amount ?? (end == nil ? nil : 0)
    // «The default of 0.0 is a sentinel value indicating confidence was not set» (WordInfo).
    let confidence = value["confidence"]?.amount.flatMap { $0 == 0 ? nil : $0 }
    return Word(text: text, start: start, end: end, confidence: confidence)
  }
}
