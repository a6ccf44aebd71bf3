internal import JSONBytes

/// Reads the calls out of one source, telling its format by what is in it.
public struct TranscriptReader {
  private enum State {
    case unread(ByteSource)
    case lines(NativeLines)
    case document(NativeDocument)
    case read(ArraySlice<TranscriptItem>)
    case parts(WalkedFile)
  }

  private let name: String
  private let id: String
  private let options: ImportOptions
  private var state: State

  /// - Parameters:
  ///   - name: the file's name, whose extension helps where the content is in doubt.
  ///   - id: the id of a call that has none of its own.
  public init(
    _ source: ByteSource, name: String, id: String, options: ImportOptions = ImportOptions()
  ) {
    self.name = name
    self.id = id
    self.options = options
    state = .unread(source)
  }

  /// Reads a file that was found, or several that hold one call. A file that does not open is
  /// refused by `next()`.
  public init(_ file: WalkedFile, options: ImportOptions = ImportOptions()) {
    name = file.path
    id = file.id
    self.options = options
    state = .parts(file)
  }

  /// The next call or refusal, `nil` at the end. Never throws: what cannot be read is refused and
  /// the rest goes on.
  public mutating func next() -> TranscriptItem? {
    switch state {
    case .unread(let source):
      do throws(TranscriptError) {
        return try recognise(source)
      } catch {
        state = .read([])
        return .refused(error)
      }
    case .lines(var reader):
      let item = reader.next()
      state = .lines(reader)
      return item
    case .document(var reader):
      let item = reader.next()
      state = .document(reader)
      return item
    case .parts(let file):
      do throws(TranscriptError) {
        return try open(file)
      } catch {
        state = .read([])
        return .refused(error)
      }
    case .read(var items):
      let item = items.popFirst()
      state = .read(items)
      return item
    }
  }

  private mutating func open(_ file: WalkedFile) throws(TranscriptError) -> TranscriptItem? {
    guard file.parts.count > 1 else {
      state = .unread(try ByteSource(path: file.path, meter: options.meter))
      return next()
    }
    var parts: [TranscriptPart] = []
    var isNative = false
    for part in file.parts {
      let source = try ByteSource(path: part.path, meter: options.meter)
      switch try ForeignSource.kind(of: source, name: part.path) {
      case .nativeLines, .nativeDocument: isNative = true
      default:
        parts.append(
          TranscriptPart(
            bytes: try ForeignSource.whole(source), name: part.path, side: part.side))
      }
    }
    if isNative {
      // Their names alone are alike: every file is a source of its own.
      var items: [TranscriptItem] = []
      for part in file.parts {
        let id = file.id + "/" + (part.path.split(separator: "/").last.map(String.init) ?? "")
        var reader = Self(
          try ByteSource(path: part.path, meter: options.meter), name: part.path, id: id,
          options: options)
        while let item = reader.next() { items.append(item) }
      }
      state = .read(items[...])
      return next()
    }
    state = .read([])
    return .call(try PartedCall.read(parts, id: file.id, options: options))
  }

  private mutating func recognise(_ source: ByteSource) throws(TranscriptError) -> TranscriptItem? {
    switch try ForeignSource.kind(of: source, name: name) {
    case .nativeLines: state = .lines(NativeLines(source))
    case .nativeDocument: state = .document(NativeDocument(source))
    case let kind:
      let source = try ForeignSource(source, kind: kind)
      var items: [TranscriptItem] = []
      for recording in source.recordings {
        do throws(TranscriptError) {
          items.append(
            .call(try ImportedCall(recording, id: id, format: source.format, options: options)))
        } catch {
          items.append(.refused(error))
        }
      }
      state = .read(items[...])
    }
    return next()
  }
}

/// A source of a foreign format, read whole.
struct ForeignSource {
  var format: TranscriptFormat
  var recordings: [Recording]

  /// What the source is; as much of it is looked at as is needed to tell.
  static func kind(of source: ByteSource, name: String) throws(TranscriptError) -> SourceKind {
    var size = 1 << 16
    while true {
      let head = try source.peek(size)
      let isWhole = head.count < size || size >= Limits.value
      let kind = SourceKind(head: head, name: name, isWhole: isWhole)
      guard case .undecided = kind else { return kind }
      size *= 8
    }
  }

  init(_ source: ByteSource, kind: SourceKind) throws(TranscriptError) {
    switch kind {
    case .empty:
      // Blank space may go on for long; nothing is worth reading after so much of it.
      throw TranscriptError(.empty, "файл пуст")
    case .unlabelledText:
      throw TranscriptError(
        .noSpeakers, "не видно, кто говорит: реплики начинаются с «Оператор:» и «Клиент:»")
    case .unknown, .undecided, .nativeLines, .nativeDocument:
      throw TranscriptError(
        .unknownFormat,
        "не похоже на расшифровку: ни JSON, ни субтитры, ни диалог «Оператор: … Клиент: …»")
    case .foreignJSON:
      (format, recordings) = try Self.json(try Self.whole(source))
    case .foreignText(let importer):
      let (text, note) = try Self.text(try Self.whole(source))
      format = importer.format
      recordings = try importer.read(text)
      add(note)
    case .dialogue:
      let (text, note) = try Self.text(try Self.whole(source))
      format = .dialogue
      recordings = [try PlainDialogue.read(text)]
      add(note)
    }
    if recordings.isEmpty { throw TranscriptError(.empty, "в файле нет речи") }
  }

  private mutating func add(_ note: String?) {
    guard let note else { return }
    for index in recordings.indices { recordings[index].notes.insert(note, at: 0) }
  }

  private static func text(_ bytes: [UInt8]) throws(TranscriptError) -> (String, String?) {
    guard let (text, note) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidText, "это не текст в UTF-8 и не в Windows-1251")
    }
    return (text, note)
  }

  private static func json(_ bytes: [UInt8]) throws(TranscriptError) -> (
    TranscriptFormat, [Recording]
  ) {
    let document: JSONDocument
    do throws(JSONProblem) {
      document = try JSONDocument(bytes, allowing: .recognisers)
    } catch {
      let key = error.path.keyPath
      throw TranscriptError(
        .invalidJSON, "не JSON (столбец \(error.column)): \(error.message)", line: error.line,
        key: key.isEmpty ? nil : key)
    }
    let roots = document.roots
    guard let importer = Importers.json.first(where: { $0.recognises(roots) }) else {
      let keys = (roots.first?.first ?? roots.first)?.members.prefix(6).map(\.key) ?? []
      throw TranscriptError(
        .unknownFormat,
        "JSON незнакомого вида, ключи: \(keys.joined(separator: ", ")) "
          + "(что читаем: kamerton formats)")
    }
    var recordings = try importer.read(roots)
    if document.brokenTextOffset != nil,
      importer.format != .whisperCpp || recordings.contains(where: \.hasBrokenText)
    {
      for index in recordings.indices {
        recordings[index].notes.insert("испорченный UTF-8 заменён знаком �", at: 0)
      }
    }
    return (importer.format, recordings)
  }

  static func whole(_ source: ByteSource) throws(TranscriptError) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(source.size, Limits.value))
    while true {
      let more = try source.next()
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > Limits.value { throw Limits.tooLarge(line: nil) }
    }
  }
}

extension Recording {
  /// Some letter could not be read.
  fileprivate var hasBrokenText: Bool {
    segments.contains { $0.text.unicodeScalars.contains("\u{FFFD}") }
  }
}
