internal import JSONBytes

/// `whisper --output_format json`: `{text, segments, language}`.
enum OpenAIWhisper: JSONImporter {
  static var format: TranscriptFormat { .openAIWhisper }

  static func recognises(_ roots: JSONRoots) -> Bool {
    guard roots.count == 1, let segments = roots[0]["segments"], segments.kind == .array,
      roots[0]["language_probability"] == nil
    else { return false }
    guard let first = segments.first else { return roots[0]["text"] != nil }
    // Times may be NaN, which is as good as null.
    return WhisperSegments.isSegment(first)
      || first["text"] != nil
        && (first["start"] != nil || roots[0]["text"] != nil && roots[0]["language"] != nil)
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    guard let segments = roots[0]["segments"] else { return [] }
    return [WhisperSegments.read(segments.elements)]
  }
}
