internal import JSONBytes

/// AWS Transcribe: words in `results.items`, marks of punctuation without times, speakers or
/// channels on the items or in lists of their own. All numbers are texts.
enum AmazonTranscribe: JSONImporter {
  static var format: TranscriptFormat { .amazonTranscribe }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let results = roots[0]["results"], results.kind == .object else {
      return false
    }
    return results["items"]?.kind == .array && results["channels"] == nil
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    guard let results = roots[0]["results"] else { return [] }
    var hypotheses = Hypotheses()
    if let channels = results["channel_labels"]?["channels"] {
      var segments: [Segment] = []
      for channel in channels.elements {
        let voice = Voice.channel(channel["channel_label"]?.label ?? "")
        segments += Self.segments(channel["items"] ?? channel, &hypotheses) { _ in voice }
      }
      return [recording(segments, hypotheses)]
    }
    var speakers: [String: String] = [:]
    for segment in results["speaker_labels"]?["segments"]?.elements ?? results.elements {
      for item in segment["items"]?.elements ?? segment.elements {
        if let start = item["start_time"]?.label, let label = item["speaker_label"]?.label {
          speakers[start] = label
        }
      }
    }
    let segments = Self.segments(results["items"] ?? results, &hypotheses) { item in
      if let channel = item["channel_label"]?.label { return .channel(channel) }
      let label = item["speaker_label"]?.label ?? item["start_time"]?.label.flatMap { speakers[$0] }
      return label.map(Voice.speaker) ?? .unknown
    }
    return [recording(segments, hypotheses)]
  }

  private static func recording(_ segments: [Segment], _ hypotheses: Hypotheses) -> Recording {
    var recording = Recording(segments.sortedByTime(), isChunked: true)
    recording.notes = hypotheses.notes
    return recording
  }

  private static func segments(
    _ items: JSONValue, _ hypotheses: inout Hypotheses, voice: (JSONValue) -> Voice
  ) -> [Segment] {
    var grouping = WordGrouping()
    for item in items.elements {
      guard let best = hypotheses.first(item["alternatives"]), let text = best["content"]?.trimmed
      else {
        continue
      }
      if item["type"]?.string == "punctuation" {
        grouping.addMark(text)
      } else {
        grouping.add(
          Word(
            text: text, start: item["start_time"]?.amount, end: item["end_time"]?.amount,
            confidence: best["confidence"]?.amount),
          voice: voice(item))
      }
    }
    return grouping.segments
  }
}
