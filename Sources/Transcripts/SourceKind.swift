internal import JSONBytes

/// What a source is, told by its first bytes.
enum SourceKind {
  /// One call a line, in the contract's shape.
  case nativeLines
  /// One call, or an array of calls, written over many lines.
  case nativeDocument
  /// JSON of another shape.
  case foreignJSON
  /// Lines of JSON without its beginning, or in disorder.
  case brokenJSON
  case foreignText(any TextImporter.Type)
  case dialogue
  /// Text in which nobody is named.
  case unlabelledText
  case empty, unknown
  /// More bytes are needed.
  case undecided

  /// - Parameters:
  ///   - head: the first bytes of the source.
  ///   - name: the name of the file.
  ///   - isWhole: nothing comes behind the head, or no more of it will be looked at.
  init(head: [UInt8], name: String, isWhole: Bool) {
    let body = head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head
    guard let first = body.firstIndex(where: { !isSpace($0) }) else {
      self = .empty
      return
    }
    if body[first] == UInt8(ascii: "{") || body[first] == UInt8(ascii: "[") {
      switch JSONShape(body[first...]).origin(isWhole: isWhole) {
      case .foreign:
        self = .foreignJSON
        return
      case .undecided:
        self = .undecided
        return
      case .native: break
      }
    }
    // Content first; a name only decides what content leaves open.
    let isLineNamed = [".jsonl", ".ndjson"].contains { name.lowercased().hasSuffix($0) }
    if body[first] == UInt8(ascii: "{") {
      self = isLineNamed || Self.holdsLines(body) ? .nativeLines : .nativeDocument
    } else if body[first] == UInt8(ascii: "["), Self.opensArray(body[(first + 1)...]) {
      self = isLineNamed ? .nativeLines : .nativeDocument
    } else if !isLineNamed, JSONScraps.areLikely(body) {
      self = .brokenJSON
    } else if let text = Self.text(of: head), let kind = Self.told(by: text) {
      self = kind
    } else if isLineNamed || Self.holdsLines(body) {
      self = .nativeLines
    } else if body[first] == UInt8(ascii: "["), name.lowercased().hasSuffix(".json") {
      self = .nativeDocument
    } else {
      self = Self.text(of: head) == nil ? .unknown : .unlabelledText
    }
  }

  /// The format of a text, if it is one of those that are told by their lines.
  private static func told(by text: String) -> SourceKind? {
    let lines = text.split(whereSeparator: \.isNewline).lazy
      .filter { !$0.allSatisfy(\.isWhitespace) }.prefix(40)
    if let importer = Importers.text.first(where: { $0.recognises(Array(lines)) }) {
      return .foreignText(importer)
    }
    return PlainDialogue.isLikely(text) ? .dialogue : nil
  }

  /// Some line among the first ones is a JSON object by itself, or the second begins a new one
  /// after a broken first.
  private static func holdsLines(_ body: [UInt8]) -> Bool {
    let lines = body.split(separator: 0x0A, maxSplits: 20).prefix(20).map { line in
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

/// The keys of the first object of a JSON text, of which perhaps only the head is known.
struct JSONShape {
  enum Origin { case native, foreign, undecided }

  private(set) var keys: Set<String> = []
  /// The object was read to its end.
  private(set) var isClosed = false

  /// `text` begins with the bracket of the object, or of an array whose first element it is.
  init(_ text: ArraySlice<UInt8>) {
    var depth = 0
    var strings = JSONStringBounds()
    var start = text.startIndex
    var isKeyNext = false
    for index in text.indices {
      let byte = text[index]
      switch strings.place(of: byte) {
      case .opening: start = index + 1
      case .closing:
        if depth == 1, isKeyNext, index - start < 64 {
          keys.insert(String(decoding: text[start..<index], as: UTF8.self))
          isKeyNext = false
        }
      case .inside: break
      case .outside:
        switch byte {
        case UInt8(ascii: "{"):
          depth += 1
          if depth == 1 { isKeyNext = true }
        case UInt8(ascii: "["):
          // The array around the objects does not count.
          if depth > 0 { depth += 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth <= 0 {
            isClosed = true
            return
          }
        case UInt8(ascii: ",") where depth == 1: isKeyNext = true
        default: break
        }
      }
    }
  }

  /// A call of ours has `turns`; anything with a known key of a recogniser and without them is
  /// foreign; what is in doubt is ours, so that its mistakes are named.
  func origin(isWhole: Bool) -> Origin {
    if keys.contains("turns") { return .native }
    let isForeign = !keys.isDisjoint(with: Self.foreign)
    if isForeign, isClosed || isWhole || !keys.contains("id") { return .foreign }
    return isClosed || isWhole || keys.isEmpty ? .native : .undecided
  }

  private static let foreign: Set<String> = [
    "segments", "word_segments", "transcription", "monologues", "response", "chunks", "result",
    "alternatives", "partial", "results", "recognizedPhrases", "combinedRecognizedPhrases",
    "combinedPhrases", "phrases", "Transcript", "Participants", "utterances", "sentences",
    "paragraphs", "words", "final", "finalRefinement", "final_refinement", "audioCursors",
    "audio_cursors", "talk", "talks", "talkFields", "eouUpdate", "statusCode", "start", "end",
    "jobName", "seek", "text", "systeminfo", "avg_logprob", "audio_duration", "channelTag",
  ]
}
