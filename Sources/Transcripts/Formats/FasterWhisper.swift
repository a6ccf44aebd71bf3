internal import JSONBytes

/// Segments of faster-whisper as people dump them: a bare list, `{segments, language_probability}`,
/// or one segment a line.
enum FasterWhisper: JSONImporter {
  static var format: TranscriptFormat { .fasterWhisper }

  static func recognises(_ roots: JSONRoots) -> Bool {
    if roots.count == 1, roots[0]["segments"]?.kind == .array {
      return roots[0]["language_probability"] != nil
    }
    return segments(roots).first.map(WhisperSegments.isSegment) ?? false
  }

  static func read(_ roots: JSONRoots) throws(TranscriptError) -> [Recording] {
    if let list = roots[0]["segments"] { return [WhisperSegments.read(list.elements)] }
    var result = Recording([], isChunked: true)
    if roots[0].kind == .array {
      for root in roots {
        let part = WhisperSegments.read(root.elements)
        result.segments += part.segments
        result.notes += part.notes
      }
      return [result]
    }
    for root in roots {
      guard let text = root["text"]?.trimmed else { continue }
      let words = root["words"]?.elements.compactMap(WhisperSegments.word)
      result.segments.append(
        Segment(
          .unknown, text, start: root["start"]?.amount, end: root["end"]?.amount,
          words: words?.isEmpty == false ? words : nil))
    }
    return [result]
  }

  private static func segments(_ roots: JSONRoots) -> [JSONValue] {
    roots.first.map { $0.kind == .array ? Array($0.elements.prefix(1)) : [$0] } ?? []
  }
}
