internal import JSONBytes

/// Yandex SpeechKit v3 as gRPC tools print it: the same events in protobuf's text format.
enum SpeechKitText: TextImporter {
  static var format: TranscriptFormat { .speechKitV3 }

  static func recognises(_ head: [Substring]) -> Bool {
    guard let first = head.first else { return false }
    let name = first.trimmed.prefix { $0.isLetter || $0 == "_" }
    return events.contains(String(name)) && first.contains(where: { "{<".contains($0) })
      && head.contains { $0.contains("alternatives") }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    let document: JSONDocument
    let json = try json(of: text)
    do throws(JSONProblem) {
      document = try JSONDocument(json, allowing: .recognisers)
    } catch {
      throw TranscriptError(.invalidValue, "не по образцу protobuf: \(error.message)")
    }
    return document.roots.isEmpty ? [] : try SpeechKitV3.read(document.roots)
  }

  private static func json(of text: String) throws(TranscriptError) -> [UInt8] {
    var reader = ProtobufText(text, lists: ["alternatives", "words"])
    return try reader.messages()
  }

  private static let events: Set<String> = [
    "session_uuid", "audio_cursors", "final", "final_refinement", "partial", "eou_update",
    "status_code", "result", "classifier_update",
  ]
}
