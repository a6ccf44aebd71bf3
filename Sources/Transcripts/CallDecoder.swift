internal import Foundation

/// Reads one JSON object as a call, strictly: a wrong type or a missing key is an error that names
/// the line and the key. `null` means absent, unknown keys are ignored.
public struct CallDecoder {
  private let decoder = JSONDecoder()

  public init() {}

  /// Decodes the bytes of one JSON object whose first line is `line`.
  public func decode(_ bytes: [UInt8], line: Int) throws(TranscriptError) -> Call {
    if let offset = invalidUTF8(bytes) {
      throw TranscriptError(
        .invalidText, "текст не в UTF-8 (байт \(offset + 1) этой записи)",
        line: self.line(of: offset, in: bytes, from: line))
    }
    do {
      let call = try decoder.decode(Call.self, from: Data(bytes))
      if call.id.isEmpty {
        throw TranscriptError(.invalidValue, "пустой id звонка", line: line, key: "id")
      }
      return call
    } catch let error as DecodingError {
      throw explain(error, bytes: bytes, line: line)
    } catch let error as TranscriptError {
      throw error
    } catch {
      throw TranscriptError(.invalidJSON, "не читается как JSON", line: line)
    }
  }

  private func explain(_ error: DecodingError, bytes: [UInt8], line: Int) -> TranscriptError {
    if let problem = JSONSyntax.problem(in: bytes) {
      let column = column(of: problem.offset, in: bytes)
      return TranscriptError(
        .invalidJSON, "не JSON (столбец \(column)): \(problem.reason)",
        line: self.line(of: problem.offset, in: bytes, from: line))
    }
    let (code, path, reason) = reading(of: error)
    let offset = JSONSyntax.offset(of: path, in: bytes) ?? 0
    let key = name(of: path)
    let place = key.isEmpty ? "звонок" : "ключ «\(key)»"
    return TranscriptError(
      code, "\(place): \(reason)", line: self.line(of: offset, in: bytes, from: line),
      key: key.isEmpty ? nil : key,
      callID: try? decoder.decode(Identifier.self, from: Data(bytes)).id)
  }

  private struct Identifier: Decodable {
    var id: String
  }

  private func reading(of error: DecodingError)
    -> (TranscriptError.Code, [JSONSyntax.Step], String)
  {
    switch error {
    case .typeMismatch(let type, let context):
      return (.wrongType, steps(context.codingPath), need(of: type))
    case .valueNotFound(let type, let context):
      return (
        .missingKey, steps(context.codingPath), "здесь null, а \(need(of: type))"
      )
    case .keyNotFound(let key, let context):
      return (
        .missingKey, steps(context.codingPath), "нет обязательного ключа «\(key.stringValue)»"
      )
    case .dataCorrupted(let context):
      let path = steps(context.codingPath)
      switch path.last {
      case .key("speaker"): return (.invalidValue, path, "бывает только operator или client")
      case .key("direction"): return (.invalidValue, path, "бывает только incoming или outgoing")
      default: return (.invalidValue, path, "недопустимое значение")
      }
    @unknown default:
      return (.invalidJSON, [], "не читается")
    }
  }

  private func steps(_ path: [any CodingKey]) -> [JSONSyntax.Step] {
    path.map { key in key.intValue.map { .index($0) } ?? .key(key.stringValue) }
  }

  private func name(of path: [JSONSyntax.Step]) -> String {
    path.reduce(into: "") { result, step in
      switch step {
      case .key(let key): result += result.isEmpty ? key : ".\(key)"
      case .index(let index): result += "[\(index)]"
      }
    }
  }

  private func need(of type: any Any.Type) -> String {
    if type == String.self { return "нужен текст в кавычках" }
    if type == Double.self { return "нужно число" }
    if type == [String: Any].self { return "нужен объект в фигурных скобках" }
    if type == [Any].self { return "нужен список в квадратных скобках" }
    let name = "\(type)"
    if name.hasPrefix("Array") { return "нужен список в квадратных скобках" }
    return name == "Turn" || name == "Call" || name == "Word"
      ? "нужен объект в фигурных скобках" : "нужен текст в кавычках"
  }

  private func invalidUTF8(_ bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  private func line(of offset: Int, in bytes: [UInt8], from first: Int) -> Int {
    first + bytes.prefix(offset).count { $0 == 0x0A }
  }

  private func column(of offset: Int, in bytes: [UInt8]) -> Int {
    let before = bytes.prefix(offset)
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return before[start...].count { $0 & 0xC0 != 0x80 } + 1
  }
}
