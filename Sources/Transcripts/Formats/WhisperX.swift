internal import JSONBytes

/// WhisperX: Whisper's segments with aligned words and, after diarization, speakers. Numbers are
/// not aligned and have no times; a word's speaker may be another than its segment's.
enum WhisperX: JSONImporter {
  static var format: TranscriptFormat { .whisperX }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let segments = roots[0]["segments"], segments.kind == .array else {
      return false
    }
    if roots[0]["word_segments"] != nil { return true }
    return segments.elements.prefix(20).contains { segment in
      segment["start"] != nil && segment["text"] != nil
        && (segment["speaker"] != nil
          || segment["words"]?.first.map { $0["score"] != nil || $0["speaker"] != nil } == true)
    }
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var recording = Recording([], isChunked: true)
    var last: Voice?
    var untold = 0
    for segment in roots[0]["segments"]?.elements ?? roots[0].elements {
      guard let text = segment["text"]?.trimmed else { continue }
      let words = segment["words"].map { Array($0.elements) } ?? []
      let told =
        segment["speaker"]?.label
        ?? words.lazy.compactMap { $0["speaker"]?.label }.first
      let voice = told.map(Voice.speaker) ?? last ?? .unknown
      if told == nil { untold += 1 }
      let spoken = words.map { $0["speaker"]?.label.map(Voice.speaker) ?? voice }
      if Set(spoken).count > 1 {
        var grouping = WordGrouping()
        for (word, voice) in zip(words, spoken) {
          if let word = WhisperSegments.word(word) { grouping.add(word, voice: voice) }
        }
        recording.segments += grouping.segments
      } else {
        let words = words.compactMap(WhisperSegments.word)
        recording.segments.append(
          Segment(
            spoken.first ?? voice, text, start: segment["start"]?.amount,
            end: segment["end"]?.amount, words: words.isEmpty ? nil : words))
      }
      last = recording.segments.last?.voice
    }
    if untold > 0, recording.segments.contains(where: { $0.voice != .unknown }) {
      recording.notes.append("кусков без говорящего отнесено к предыдущему: \(untold)")
    }
    return [recording]
  }
}
