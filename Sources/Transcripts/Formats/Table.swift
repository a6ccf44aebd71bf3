internal import SwiftCSV

/// A table of text with a header, read by SwiftCSV.
struct Table {
  var header: [String]
  var rows: [[String: String]]

  init(_ text: String) throws(TranscriptError) {
    let first = text.prefix { !$0.isNewline }
    guard let delimiter = Self.delimiter(of: first) else {
      throw TranscriptError(.invalidValue, "в первой строке таблицы нет разделителя", line: 1)
    }
    do {
      let table = try CSV<Named>(
        string: text.replacing("\r\n", with: "\n"), delimiter: .character(delimiter))
      header = table.header
      rows = table.rows
    } catch {
      throw TranscriptError(.invalidValue, "таблица не читается: кавычки или столбцы не сходятся")
    }
  }

  /// What stands most often between the names of the columns.
  static func delimiter(of header: Substring) -> Character? {
    let counts = [";", "\t", ",", "|"].map { mark in
      (mark: Character(mark), count: header.count { $0 == Character(mark) })
    }
    return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.mark : nil }
  }
}
