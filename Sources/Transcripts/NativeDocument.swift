/// Calls in the contract's own shape written over many lines: one object, several in a row, or an
/// array of them. Only one call is held at a time.
public struct NativeDocument {
  private let source: ByteSource
  private let decoder = CallDecoder()
  private var splitter = JSONSplitter()
  private var isOver = false

  public init(_ source: ByteSource) {
    self.source = source
  }

  /// The next call or refusal, `nil` at the end.
  public mutating func next() -> TranscriptItem? {
    do throws(TranscriptError) {
      while true {
        if let piece = splitter.next() { return item(piece) }
        if isOver { return nil }
        let bytes = try source.next()
        if bytes.isEmpty {
          isOver = true
          splitter.finish()
        } else {
          splitter.feed(bytes)
        }
      }
    } catch {
      isOver = true
      splitter = JSONSplitter()
      return .refused(error)
    }
  }

  private func item(_ piece: JSONSplitter.Piece) -> TranscriptItem {
    switch piece {
    case .tooLong(let line): return .refused(Limits.tooLarge(line: line))
    case .openArray(let line):
      return .refused(
        TranscriptError(
          .invalidJSON, "файл оборван: список звонков не закрыт скобкой «]»", line: line))
    case .value(let bytes, let line):
      do throws(TranscriptError) {
        return .call(try decoder.imported(bytes, line: line, note: source.encoding?.note))
      } catch {
        return .refused(error)
      }
    }
  }
}
