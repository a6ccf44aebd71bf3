/// Reads the calls out of one source, telling its format by what is in it.
public struct TranscriptReader {
  private enum State {
    case unread(ByteSource)
    case lines(NativeLines)
    case document(NativeDocument)
    case done
  }

  private let name: String
  private let id: String
  private var state: State

  /// - Parameters:
  ///   - name: the file's name, whose extension helps where the content is in doubt.
  ///   - id: the id of a call that has none of its own.
  public init(_ source: ByteSource, name: String, id: String) {
    self.name = name
    self.id = id
    state = .unread(source)
  }

  /// The next call or refusal, `nil` at the end. Never throws: what cannot be read is refused and
  /// the rest goes on.
  public mutating func next() -> TranscriptItem? {
    switch state {
    case .unread(let source):
      do throws(TranscriptError) {
        return try recognise(source)
      } catch {
        state = .done
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
    case .done: return nil
    }
  }

  private mutating func recognise(_ source: ByteSource) throws(TranscriptError) -> TranscriptItem? {
    let head = try source.peek(1 << 16)
    switch TranscriptFormat(head: head, name: name) {
    case .empty:
      // Blank space may go on for long; nothing is worth reading after so much of it.
      throw TranscriptError(.empty, "файл пуст")
    case .nativeLines: state = .lines(NativeLines(source))
    case .nativeDocument: state = .document(NativeDocument(source))
    case .dialogue:
      state = .done
      return .call(try PlainDialogue.read(try whole(source), id: id))
    case .unlabelledText:
      throw TranscriptError(
        .noSpeakers, "не видно, кто говорит: реплики начинаются с «Оператор:» и «Клиент:»")
    case .unknown:
      throw TranscriptError(
        .unknownFormat, "не похоже на расшифровку: ни JSON, ни диалог «Оператор: … Клиент: …»")
    }
    return next()
  }

  private func whole(_ source: ByteSource) throws(TranscriptError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let more = try source.next()
      if more.isEmpty { return bytes }
      bytes += more
      if bytes.count > Limits.value { throw Limits.tooLarge(line: nil) }
    }
  }
}
