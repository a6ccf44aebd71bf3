#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Splits a byte source into lines in constant memory: LF or CRLF, with or without the last one,
/// without a byte order mark.
///
/// A line over the limit is reported with `isTooLong` and no bytes, and the rest of it is passed
/// by without being held.
public struct LineReader {
  /// One line without its end.
  public struct Line: Sendable, Hashable {
    /// 1-based.
    public var number: Int
    public var bytes: [UInt8]
    public var isTooLong: Bool
  }

  private let source: ByteSource
  private let limit: Int
  private var chunk: [UInt8] = []
  private var position = 0
  private var number = 0

  public init(_ source: ByteSource, limit: Int = Limits.value) {
    self.source = source
    self.limit = limit
  }

  /// Whether a whole line has been read from the source already.
  public var hasWaiting: Bool { lineEnd != nil }

  /// The place of the next line end in what was read.
  private var lineEnd: Int? {
    chunk.withUnsafeBytes { bytes in
      guard position < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + position, 0x0A, bytes.count - position)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// The next line, `nil` at the end.
  public mutating func next() throws(TranscriptError) -> Line? {
    var bytes: [UInt8] = []
    var isTooLong = false
    var isStarted = false
    while true {
      if position == chunk.count {
        chunk = try source.next()
        position = 0
        if chunk.isEmpty { break }
      }
      isStarted = true
      let end = lineEnd
      let piece = chunk[position..<(end ?? chunk.count)]
      if bytes.count + piece.count > limit {
        isTooLong = true
        bytes = []
      }
      if !isTooLong { bytes += piece }
      position = end.map { $0 + 1 } ?? chunk.count
      if end != nil { break }
    }
    guard isStarted else { return nil }
    number += 1
    if number == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if bytes.last == 0x0D { bytes.removeLast() }
    return Line(number: number, bytes: bytes, isTooLong: isTooLong)
  }
}

/// How much is held in memory at once.
public enum Limits {
  /// The longest line, JSON value or plain dialogue, in bytes.
  public static let value = 64 << 20
  /// How deep JSON may be nested.
  static let depth = 512

  /// The refusal of what is over `value`.
  static func tooLarge(line: Int?) -> TranscriptError {
    TranscriptError(.tooLarge, "длиннее 64 МБ, такое не читаем", line: line)
  }
}
