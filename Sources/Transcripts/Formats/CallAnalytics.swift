internal import JSONBytes

/// AWS Transcribe Call Analytics and Amazon Connect Contact Lens: turns whose side is given.
enum CallAnalytics: JSONImporter {
  static var format: TranscriptFormat { .callAnalytics }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let turns = roots[0]["Transcript"], turns.kind == .array else {
      return false
    }
    return turns.first.map { $0["Content"] != nil } ?? (roots[0]["Participants"] != nil)
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    var roles: [String: String] = [:]
    for participant in roots[0]["Participants"]?.elements ?? roots[0].elements {
      guard let role = participant["ParticipantRole"]?.string else { continue }
      roles[participant["ParticipantId"]?.label ?? role] = role
    }
    var segments: [Segment] = []
    for turn in roots[0]["Transcript"]?.elements ?? roots[0].elements {
      guard let text = turn["Content"]?.trimmed else { continue }
      let id = turn["ParticipantId"]?.label ?? ""
      let role = turn["ParticipantRole"]?.string ?? roles[id] ?? id
      var voice = Voice.speaker(role)
      if role.uppercased() == "SYSTEM" { voice.role = nil }
      segments.append(
        Segment(
          voice, text, start: turn["BeginOffsetMillis"]?.milliseconds,
          end: turn["EndOffsetMillis"]?.milliseconds, words: words(turn["Items"])))
    }
    return [Recording(segments.sortedByTime())]
  }

  private static func words(_ items: JSONValue?) -> [Word]? {
    var grouping = WordGrouping()
    for item in items?.elements.map({ $0 }) ?? [] {
      guard let text = item["Content"]?.trimmed else { continue }
      if item["Type"]?.string?.lowercased() == "punctuation" {
        grouping.addMark(text)
      } else {
        grouping.add(
          Word(
            text: text, start: item["BeginOffsetMillis"]?.milliseconds,
            end: item["EndOffsetMillis"]?.milliseconds, confidence: item["Confidence"]?.amount),
          voice: .unknown)
      }
    }
    let words = grouping.segments.flatMap { $0.words ?? [] }
    return words.isEmpty ? nil : words
  }
}
