/// Reads the calls out of one source, telling its format by what is in it.
public struct TranscriptReader {
  private enum State {
    case unread(ByteSource)
    case lines(NativeLines)
    case document(NativeDocument)
    case stream(any RecordingStream, TranscriptFormat)
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
    let state = self.state
    // Held once: what a reader keeps would be copied otherwise.
    self.state = .read([])
    switch state {
    case .unread(let source):
      do throws(TranscriptError) {
        return try recognise(source)
      } catch {
        return .refused(error)
      }
    case .lines(var reader):
      let item = reader.next()
      self.state = .lines(reader)
      return item
    case .document(var reader):
      let item = reader.next()
      self.state = .document(reader)
      return item
    case .stream(var stream, let format):
      do throws(TranscriptError) {
        guard let recording = try stream.next() else { return nil }
        self.state = .stream(stream, format)
        return .call(try ImportedCall(recording, id: id, format: format, options: options))
      } catch {
        // A mistake in one call; the next one may be sound.
        if error.code != .unreadable { self.state = .stream(stream, format) }
        return .refused(error)
      }
    case .parts(let file):
      do throws(TranscriptError) {
        return try open(file)
      } catch {
        return .refused(error)
      }
    case .read(var items):
      let item = items.popFirst()
      self.state = .read(items)
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
        var read = TranscriptPart(
          bytes: try ForeignSource.whole(source), name: part.path, side: part.side)
        read.note = source.encoding?.note
        parts.append(read)
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
    case .foreignText(let importer):
      if let streamed = importer as? any StreamedImporter.Type,
        TextLineReader.canRead(try source.peek(1 << 16))
      {
        return try begin(streamed.anyStream(TextLineReader(source)), of: importer)
      }
      state = .read(try read(source, as: .foreignText(importer)))
    case let kind: state = .read(try read(source, as: kind))
    }
    return next()
  }

  private mutating func begin(
    _ stream: any RecordingStream, of importer: any TextImporter.Type
  ) throws(TranscriptError) -> TranscriptItem? {
    state = .stream(stream, importer.format)
    if let first = next() { return first }
    throw TranscriptError(.empty, "в файле нет речи")
  }

  private func read(
    _ source: ByteSource, as kind: SourceKind
  ) throws(TranscriptError) -> ArraySlice<TranscriptItem> {
    var source = try ForeignSource(source, kind: kind)
    source.recordings.reverse()
    var items: [TranscriptItem] = []
    // Taken off one by one, so that no recording is held beside its call.
    while let recording = source.recordings.popLast() {
      do throws(TranscriptError) {
        items.append(
          .call(try ImportedCall(recording, id: id, format: source.format, options: options)))
      } catch {
        items.append(.refused(error))
      }
    }
    return items[...]
  }
}

/// A source of a foreign format, read whole.
struct ForeignSource {
  var format: TranscriptFormat
  var recordings: [Recording]

  /// What the source is; as much of it is looked at as is needed to tell. From here on its bytes
  /// come in UTF-8.
  static func kind(of source: ByteSource, name: String) throws(TranscriptError) -> SourceKind {
    try source.recode()
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
    case .brokenJSON:
      throw Self.problem(of: try Self.whole(source))
    case .foreignJSON:
      (format, recordings) = try Self.json(try Self.whole(source))
      add(source.encoding?.note)
    case .foreignText(let importer):
      let (text, note) = try Self.text(try Self.whole(source))
      format = importer.format
      recordings = try importer.read(text)
      add(note ?? source.encoding?.note)
    case .dialogue:
      let (text, note) = try Self.text(try Self.whole(source))
      format = .dialogue
      recordings = [try PlainDialogue.read(text)]
      add(note ?? source.encoding?.note)
    }
    if recordings.isEmpty { throw TranscriptError(.empty, "в файле нет речи") }
  }

  mutating func add(_ note: String?) {
    guard let note else { return }
    for index in recordings.indices { recordings[index].notes.insert(note, at: 0) }
  }

  private static func text(_ bytes: [UInt8]) throws(TranscriptError) -> (String, String?) {
    guard let (text, note) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidText, "это не текст в UTF-8 и не в Windows-1251")
    }
    return (text, note)
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
