/// Gives the calls of a source that holds many, each as soon as it is read: what is held in memory
/// is a call and not the file.
protocol RecordingStream {
  /// The next call, `nil` at the end. After a mistake the rest can be read on.
  mutating func next() throws(TranscriptError) -> Recording?
}

/// Reads a format in which the lines of one call follow those of another.
protocol StreamedImporter: TextImporter {
  associatedtype Stream: RecordingStream
  static func stream(_ lines: TextLineReader) -> Stream
}

extension StreamedImporter {
  static func read(_ text: String) throws(TranscriptError) -> [Recording] {
    // The line ends of old Macs.
    let isOld = text.utf8.contains(0x0D) && !text.utf8.contains(0x0A)
    let bytes = isOld ? text.utf8.map { $0 == 0x0D ? 0x0A : $0 } : Array(text.utf8)
    var stream = stream(TextLineReader(ByteSource(bytes: bytes)))
    var recordings: [Recording] = []
    while let recording = try stream.next() { recordings.append(recording) }
    return recordings
  }

  /// A stream of any kind.
  static func anyStream(_ lines: TextLineReader) -> any RecordingStream { stream(lines) }
}

/// The lines of a source as text, whatever Windows saved them in.
struct TextLineReader {
  private var lines: LineReader
  /// A line could not be read: what comes behind it is not looked at.
  private(set) var isBroken = false
  /// What the encoding was taken for, where it is no UTF-8.
  private(set) var note: String?

  init(_ source: ByteSource) {
    lines = LineReader(source)
    note = source.encoding?.note
  }

  /// The next line with its 1-based number, `nil` at the end.
  mutating func next() throws(TranscriptError) -> (number: Int, text: String)? {
    guard !isBroken, let line = try lines.next() else { return nil }
    if line.isTooLong {
      isBroken = true
      throw Limits.tooLarge(line: line.number)
    }
    guard let text = String(validating: line.bytes, as: UTF8.self), !text.utf8.contains(0) else {
      guard let (text, note) = TextEncoding.decode(line.bytes) else {
        isBroken = true
        throw TranscriptError(
          .invalidText, "это не текст в UTF-8 и не в Windows-1251", line: line.number)
      }
      self.note = self.note ?? note
      return (line.number, text)
    }
    return (line.number, text)
  }

  /// The next line that is neither blank nor one of NIST's comments.
  mutating func nextWritten() throws(TranscriptError) -> (number: Int, text: String)? {
    while let line = try next() {
      if line.text.hasPrefix(";;") || line.text.utf8.allSatisfy(isSpace) { continue }
      return line
    }
    return nil
  }

  /// Whether a source that begins so can be read line by line: the line ends of old Macs need the
  /// whole.
  static func canRead(_ head: [UInt8]) -> Bool { head.contains(0x0A) || !head.contains(0x0D) }
}
