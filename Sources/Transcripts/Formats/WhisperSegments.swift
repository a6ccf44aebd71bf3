internal import JSONBytes

/// What the formats of the Whisper family have in common.
enum WhisperSegments {
  /// Whether the value is one segment: times, a text and Whisper's own measures.
  static func isSegment(_ value: JSONValue) -> Bool {
    value["start"] != nil && value["end"] != nil && value["text"] != nil
      && (value["avg_logprob"] != nil || value["no_speech_prob"] != nil || value["seek"] != nil
        || value["tokens"] != nil || value["compression_ratio"] != nil)
  }

  /// Reads segments; those that Whisper itself holds for silence or for a loop are left out.
  static func read(_ segments: JSONValue.Elements) -> Recording {
    var recording = Recording([], isChunked: true)
    var doubtful = 0
    for segment in segments {
      guard let text = segment["text"]?.trimmed else { continue }
      if isInvented(segment) {
        doubtful += 1
        continue
      }
      let words = segment["words"]?.elements.compactMap(word)
      recording.segments.append(
        Segment(
          segment["speaker"]?.label.map(Voice.speaker) ?? .unknown, text,
          start: segment["start"]?.amount, end: segment["end"]?.amount,
          words: words?.isEmpty == false ? words : nil))
    }
    if doubtful > 0 {
      recording.notes.append(
        "пропущено кусков, где распознаватель сам сомневается в речи: \(doubtful)")
    }
    return recording
  }

  static func word(_ value: JSONValue) -> Word? {
    guard let text = (value["word"] ?? value["text"])?.trimmed else { return nil }
    return Word(
      text: text, start: value["start"]?.amount, end: value["end"]?.amount,
      confidence: (value["probability"] ?? value["score"])?.amount)
  }

  /// The thresholds are Whisper's own: `no_speech_threshold` with `logprob_threshold`, and
  /// `compression_ratio_threshold`.
  private static func isInvented(_ segment: JSONValue) -> Bool {
    let probability = segment["avg_logprob"]?.amount ?? 0
    if let silence = segment["no_speech_prob"]?.amount, silence > 0.6, probability < -1 {
      return true
    }
    return (segment["compression_ratio"]?.amount ?? 0) > 2.4 && probability < -1
  }
}
