internal import JSONBytes

/// The kinds of sources, told by their first bytes.
public enum TranscriptFormat: Sendable, Hashable, CaseIterable {
  /// One call a line.
  case nativeLines
  /// One call, or an array of calls, written over many lines.
  case nativeDocument
  case dialogue
  /// Text in which nobody is named.
  case unlabelledText
  case empty, unknown

  /// - Parameters:
  ///   - head: the first bytes of the source.
  ///   - name: the name of the file.
  public init(head: [UInt8], name: String) {
    let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    guard let first = body.firstIndex(where: { !isSpace($0) }) else {
      self = .empty
      return
    }
    let isLineNamed = [".jsonl", ".ndjson"].contains { name.lowercased().hasSuffix($0) }
    if isLineNamed {
      self = .nativeLines
    } else if body[first] == UInt8(ascii: "{") {
      self = Self.holdsLines(body) ? .nativeLines : .nativeDocument
    } else if body[first] == UInt8(ascii: "["),
      name.lowercased().hasSuffix(".json") || Self.opensArray(body[(first + 1)...])
    {
      self = .nativeDocument
    } else if let text = Self.text(of: head) {
      self =
        PlainDialogue.isLikely(text)
        ? .dialogue : Self.holdsLines(body) ? .nativeLines : .unlabelledText
    } else {
      self = Self.holdsLines(body) ? .nativeLines : .unknown
    }
  }

  /// Some line among the first ones is a JSON object by itself, or the second begins a new one
  /// after a broken first.
  private static func holdsLines(_ body: [UInt8]) -> Bool {
    let lines = body.split(separator: 0x0A).prefix(20).map { line in
      Array(line.drop(while: isSpace))
    }
    if lines.contains(where: { $0.first == UInt8(ascii: "{") && (try? JSONDocument($0)) != nil }) {
      // A turn on a line of its own is an object too, but ends with a comma or follows a bracket.
      return lines.first?.first != UInt8(ascii: "{") || !isOpening(lines[0])
    }
    return lines.count > 1 && !isOpening(lines[0])
      && lines[1].starts(with: [UInt8(ascii: "{"), UInt8(ascii: "\"")])
  }

  /// The line ends where JSON written over many lines may break.
  private static func isOpening(_ line: [UInt8]) -> Bool {
    guard let last = line.last(where: { !isSpace($0) }) else { return true }
    return "{[:,".utf8.contains(last)
  }

  private static func opensArray(_ rest: ArraySlice<UInt8>) -> Bool {
    guard let next = rest.first(where: { !isSpace($0) }) else { return true }
    return next == UInt8(ascii: "{") || next == UInt8(ascii: "]")
  }

  /// The head as text; its last character may be cut.
  private static func text(of head: [UInt8]) -> String? {
    for cut in 0..<4 where cut < head.count {
      if let (text, _) = TextEncoding.decode(head.dropLast(cut)) { return text }
    }
    return nil
  }
}
