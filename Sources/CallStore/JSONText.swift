internal import Foundation

/// Short lists kept in one column.
enum JSONText {
  static func write<Value: Encodable>(_ values: [Value]) throws -> String {
    if values.isEmpty { return "[]" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return String(decoding: try encoder.encode(values), as: UTF8.self)
  }

  static func read<Value: Decodable>(_ type: [Value].Type, from text: String) throws -> [Value] {
    text == "[]" ? [] : try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
