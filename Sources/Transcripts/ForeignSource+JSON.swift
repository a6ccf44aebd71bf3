internal import JSONBytes

extension ForeignSource {
  /// The recordings of a JSON text, and the format that it was taken for.
  static func json(_ bytes: [UInt8]) throws(TranscriptError) -> (
    TranscriptFormat, [Recording]
  ) {
    let (read, problem) = document(of: bytes)
    guard let document = read else { throw problem ?? TranscriptError(.invalidJSON, "не JSON") }
    if document.brokenTextOffset != nil, let encoding = TextEncoding(of: bytes) {
      // Behind a head without Russian letters.
      let (format, recordings) = try json(TextEncoding.utf8(bytes))
      return (
        format,
        recordings.map { recording in
          var recording = recording
          recording.notes.insert(encoding.note, at: 0)
          return recording
        }
      )
    }
    let roots = document.roots
    let importer = Importers.json.first { $0.recognises(roots) }
    try requireOneCall(roots, bytes, importer)
    guard let importer else {
      let keys = (roots.first.flatMap(\.first) ?? roots.first)?.members.prefix(6).map(\.key) ?? []
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
    if document.hasZeros {
      for index in recordings.indices { recordings[index].notes.append(TextEncoding.zeroNote) }
    }
    if importer.format.writesNumbers, NumberHabits(roots).areTexts {
      for index in recordings.indices { recordings[index].notes.append("числа записаны строками") }
    }
    return (importer.format, recordings)
  }

  /// Why and where a text of pieces is no JSON.
  static func problem(of bytes: [UInt8]) -> TranscriptError {
    document(of: bytes).1 ?? TranscriptError(.invalidJSON, "куски JSON без начала и конца")
  }

  /// The text read, or why and where it is no JSON.
  private static func document(of bytes: [UInt8]) -> (JSONDocument?, TranscriptError?) {
    do throws(JSONProblem) {
      return (try JSONDocument(bytes, allowing: .recognisers), nil)
    } catch {
      let key = error.path.keyPath
      return (
        nil,
        TranscriptError(
          .invalidJSON, "не JSON (столбец \(error.column)): \(error.message)", line: error.line,
          key: key.isEmpty ? nil : key)
      )
    }
  }

  /// Some formats are many values in a row. Where the first alone is a whole file of another one,
  /// two files were written one behind the other, and nobody knows whether they are one call.
  private static func requireOneCall(
    _ roots: JSONRoots, _ bytes: [UInt8], _ importer: (any JSONImporter.Type)?
  ) throws(TranscriptError) {
    // Vosk's shape is the loosest: almost anything with a text is taken for its utterance.
    guard roots.count > 1, importer == nil || importer?.format == .vosk else { return }
    let head = Array(bytes[..<roots[1].offset])
    guard let first = document(of: head).0?.roots,
      let alone = Importers.json.first(where: { $0.recognises(first) }),
      alone.format != importer?.format
    else { return }
    throw TranscriptError(
      .unknownFormat,
      "в файле несколько расшифровок подряд (\(alone.format.title)): разделите их на файлы",
      line: 1 + head.count { $0 == 0x0A })
  }
}

extension Recording {
  /// Some letter could not be read.
  fileprivate var hasBrokenText: Bool {
    segments.contains { $0.text.unicodeScalars.contains("\u{FFFD}") }
  }
}
