/// Praat's TextGrid, long and short: the name of a tier is the speaker. Empty intervals are
/// silence.
enum TextGrid: TextImporter {
  static var format: TranscriptFormat { .textGrid }

  static func recognises(_ head: [Substring]) -> Bool {
    head.prefix(3).contains { $0.contains("ooTextFile") }
      && head.prefix(4).contains { $0.contains("TextGrid") }
  }

  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    var values = Values(text)
    // File type and object class, the bounds, and whether there are tiers.
    guard values.text() != nil, values.text() == "TextGrid", values.number() != nil,
      values.number() != nil, let count = values.number()
    else { throw broken }
    var recording = Recording([], isChunked: true)
    for _ in 0..<Int(min(max(count, 0), 1000)) {
      guard let kind = values.text(), let name = values.text(), values.number() != nil,
        values.number() != nil, let size = values.number()
      else { break }
      let voice = Voice.speaker(name)
      for _ in 0..<Int(min(max(size, 0), 1e7)) {
        guard let start = values.number() else { throw broken }
        if kind == "TextTier" {
          guard values.text() != nil else { throw broken }
          continue
        }
        guard let end = values.number(), let text = values.text() else { throw broken }
        if !text.trimmed.isEmpty {
          try recording.add(Segment(voice, text.trimmed, start: start, end: end))
        }
      }
    }
    recording.segments = recording.segments.sortedByTime()
    return [recording]
  }

  private static let broken = TranscriptError(
    .invalidValue, "TextGrid оборван или разметка не по образцу Praat")

  /// The values of the file one after another: both forms hold the same, the long one with names
  /// and numbers in brackets between them.
  private struct Values {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) { rest = text[...].unicodeScalars }

    mutating func text() -> String? {
      guard let quote = rest.firstIndex(of: "\"") else { return nil }
      rest = rest[rest.index(after: quote)...]
      var result = String.UnicodeScalarView()
      while let scalar = rest.popFirst() {
        if scalar == "\"" {
          guard rest.first == "\"" else { return String(result) }
          rest.removeFirst()
        }
        result.append(scalar)
      }
      return nil
    }

    /// The next number that stands alone, before the next text.
    mutating func number() -> Double? {
      while !rest.isEmpty {
        rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
        let field = rest.prefix { !" \t\n\r".unicodeScalars.contains($0) }
        if field.first == "\"" { return nil }
        rest = rest[field.endIndex...]
        if let value = Double(String(field)), value.isFinite { return value }
      }
      return nil
    }
  }
}
