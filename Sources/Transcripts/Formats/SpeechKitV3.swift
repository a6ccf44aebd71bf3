internal import JSONBytes

/// Yandex SpeechKit v3: a stream of events. A `finalRefinement` replaces the `final` of its index;
/// an utterance begins at its first word, for its own start is where the one before it ended.
enum SpeechKitV3: JSONImporter {
  static var format: TranscriptFormat { .speechKitV3 }

  static func recognises(_ roots: JSONRoots) -> Bool {
    roots.spread.prefix(50).map(Self.event).contains { event in
      event["final"]?["alternatives"] != nil || event["partial"]?["alternatives"] != nil
        || refinement(event) != nil || event["audioCursors"] != nil
        || event["audio_cursors"] != nil
    }
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var segments: [(key: String, segment: Segment)] = []
    var refined: [String: Segment] = [:]
    var hypotheses = Hypotheses()
    var refinements = Hypotheses()
    for event in roots.spread.lazy.map(Self.event) {
      if let final = event["final"] {
        let cursors = event["audioCursors"] ?? event["audio_cursors"]
        let index = (cursors?["finalIndex"] ?? cursors?["final_index"])?.label ?? "0"
        if let segment = segment(final, &hypotheses) {
          segments.append((key(final, index), segment))
        }
      } else if let refinement = refinement(event) {
        let index = (refinement["finalIndex"] ?? refinement["final_index"])?.label ?? "0"
        if let text = refinement["normalizedText"] ?? refinement["normalized_text"],
          let segment = segment(text, &refinements)
        {
          refined[key(text, index)] = segment
        }
      }
    }
    var result: [Segment] = []
    for (key, segment) in segments {
      var best = refined[key] ?? segment
      if best.words == nil { best.words = segment.words }
      best.start = best.words?.first?.start ?? best.start
      best.end = best.words?.last?.end ?? best.end
      result.append(best)
    }
    if segments.isEmpty { result = refined.sorted { $0.key < $1.key }.map(\.value) }
    var recording = Recording(result.sortedByTime(), isChunked: true)
    recording.notes = hypotheses.notes
    return [recording]
  }

  /// Each event may be wrapped into a `result`.
  private static func event(_ value: JSONValue) -> JSONValue {
    value["result"].flatMap { $0.kind == .object ? $0 : nil } ?? value
  }

  private static func refinement(_ event: JSONValue) -> JSONValue? {
    event["finalRefinement"] ?? event["final_refinement"]
  }

  private static func tag(_ value: JSONValue) -> String? {
    (value["channelTag"] ?? value["channel_tag"])?.label
  }

  private static func key(_ value: JSONValue, _ index: String) -> String {
    "\(tag(value) ?? ""):\(index)"
  }

  private static func segment(
    _ value: JSONValue, _ hypotheses: inout Hypotheses
  ) -> Segment? {
    guard let best = hypotheses.first(value["alternatives"]) else { return nil }
    let words = best["words"]?.elements.compactMap { word in
      word["text"]?.trimmed.map {
        Word(
          text: $0, start: time(word, "startTimeMs", "start_time_ms"),
          end: time(word, "endTimeMs", "end_time_ms"))
      }
    }
    guard let text = best["text"]?.trimmed else { return nil }
    return Segment(
      tag(value).map(Voice.channel) ?? .unknown, text,
      start: time(best, "startTimeMs", "start_time_ms"),
      end: time(best, "endTimeMs", "end_time_ms"),
      words: words?.isEmpty == false ? words : nil)
  }

  private static func time(
    _ value: JSONValue, _ key: StaticString, _ other: StaticString
  ) -> Double? {
    (value[key] ?? value[other])?.milliseconds
  }
}
