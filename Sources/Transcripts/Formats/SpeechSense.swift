internal import JSONBytes

/// Yandex SpeechSense: a talk with its fields and the phrases of its channels, one or several.
enum SpeechSense: JSONImporter {
  static var format: TranscriptFormat { .speechSense }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard let root = roots.first else { return false }
    let inner = root["talks"] ?? root["talk"] ?? root
    return (inner.first ?? inner)["transcription"]?["phrases"] != nil
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    let talks = talks(roots)
    return talks.map { talk in
      var recording = Recording(
        (talk["transcription"]?["phrases"]?.elements.compactMap(segment) ?? []).sortedByTime(),
        isChunked: true)
      for field in talk["talkFields"]?.elements ?? talk.elements {
        guard let name = field["name"]?.string, let value = field["value"]?.label else { continue }
        switch name {
        case "operator_name": recording.employee = value
        case "date", "date_from": recording.startedAt = recording.startedAt ?? value
        case "direction_outgoing":
          recording.direction = value.lowercased() == "true" ? .outgoing : .incoming
        default: break
        }
      }
      if talks.count > 1 { recording.id = talk["id"]?.label }
      return recording
    }
  }

  private static func talks(_ roots: JSONRoots) -> [JSONValue] {
    roots.flatMap { root -> [JSONValue] in
      let inner = root["talks"] ?? root["talk"] ?? root
      return inner.kind == .array ? Array(inner.elements) : [inner]
    }
  }

  private static func segment(_ phrase: JSONValue) -> Segment? {
    let said = phrase["phrase"]
    guard let text = said?["normalizedText"]?.trimmed ?? said?["text"]?.trimmed else { return nil }
    let words = said?["words"]?.elements.compactMap { word in
      (word["word"] ?? word["text"])?.trimmed.map {
        Word(
          text: $0, start: word["startTimeMs"]?.milliseconds, end: word["endTimeMs"]?.milliseconds)
      }
    }
    return Segment(
      phrase["channelNumber"]?.label.map(Voice.channel) ?? .channel("0"), text,
      start: phrase["startTimeMs"]?.milliseconds, end: phrase["endTimeMs"]?.milliseconds,
      words: words?.isEmpty == false ? words : nil)
  }
}
