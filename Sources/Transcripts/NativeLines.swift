/// Calls in the contract's own shape, one JSON object a line, in constant memory. Blank lines are
/// passed by; a bad line is refused and the next one is read.
public struct NativeLines {
  private var lines: LineReader
  private let decoder = CallDecoder()
  private var isOver = false
  /// What the source's encoding was taken for, where it is no UTF-8.
  private let note: String?

  public init(_ source: ByteSource) {
    lines = LineReader(source)
    note = source.encoding?.note
  }

  /// Whether another line can be read without waiting for the source.
  public var hasWaiting: Bool { !isOver && lines.hasWaiting }

  /// The next call or refusal, `nil` at the end. After a failure to read there is nothing more.
  public mutating func next() -> TranscriptItem? {
    while !isOver {
      do throws(TranscriptError) {
        guard let line = try lines.next() else { break }
        if line.isTooLong { return .refused(Limits.tooLarge(line: line.number)) }
        if line.bytes.allSatisfy(isSpace) { continue }
        return .call(try decoder.imported(line.bytes, line: line.number, note: note))
      } catch {
        isOver = error.code == .unreadable
        return .refused(error)
      }
    }
    isOver = true
    return nil
  }
}

/// Space, tab and line ends.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
