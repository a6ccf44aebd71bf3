import Foundation

/// JSON as the contracts want it: UTF-8 unescaped, slashes as they are, keys in the same order on
/// every run.
enum JSONOutput {
  static func encode(_ value: some Encodable, pretty: Bool = false) throws -> String {
    let encoder = lineEncoder()
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// Writes each value in one line.
  static func lineEncoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
    return encoder
  }
}
