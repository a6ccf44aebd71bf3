/// What is wrong with a table of the lexicons, and in which line of it (1-based).
public struct TableMistake: Error, Sendable, Hashable {
  /// What was expected, in Russian.
  public var message: String
  public var line: Int
}

/// The lines of a table that a person edits: fields between tabs, `#` before a remark.
struct TableLines {
  /// Each line's number and fields; empty lines and remarks are passed by.
  let rows: [(line: Int, fields: [String])]

  init(_ bytes: [UInt8]) throws(TableMistake) {
    var rows: [(line: Int, fields: [String])] = []
    // Editors of Windows begin a file with a mark of the encoding.
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let text = String(validating: line, as: UTF8.self), !text.utf8.contains(0) else {
        throw TableMistake(message: "здесь ожидался текст в кодировке UTF-8", line: index + 1)
      }
      guard !text.hasPrefix("#"), !text.allSatisfy(\.isWhitespace) else { continue }
      rows.append(
        (index + 1, text.split(separator: "\t", omittingEmptySubsequences: false).map(\.trimmed)))
    }
    self.rows = rows
  }
}
