internal import SwiftCSV

/// A table of text with a header, read by SwiftCSV one row at a time.
struct Table {
  let header: [String]
  private let table: CSV<Enumerated>

  /// One row; a column that the row does not reach is empty.
  struct Row {
    fileprivate let places: [String: Int]
    fileprivate let fields: [String]

    /// All cells, in the order of the columns.
    var cells: [String] { fields }

    subscript(column: String) -> String? {
      guard let place = places[column] else { return nil }
      return place < fields.count ? fields[place] : ""
    }
  }

  /// - Parameter delimiter: what stands between the columns; by the first line where it is not given.
  init(_ text: String, delimiter: Character? = nil) throws(TranscriptError) {
    guard let delimiter = delimiter ?? Self.delimiter(of: text.prefix { !$0.isNewline }) else {
      throw TranscriptError(.invalidValue, "в первой строке таблицы нет разделителя", line: 1)
    }
    do {
      table = try CSV<Enumerated>(
        string: text.contains("\r\n") ? text.replacing("\r\n", with: "\n") : text,
        delimiter: .character(delimiter), loadColumns: false, rowLimit: 0)
      header = table.header
    } catch {
      throw Self.broken
    }
  }

  /// Calls `body` with every row behind the header.
  func enumerateRows(_ body: @escaping (Row) -> Void) throws(TranscriptError) {
    var places: [String: Int] = [:]
    for (place, name) in header.enumerated() where places[name] == nil { places[name] = place }
    do {
      try table.enumerateAsArray(startAt: 1, rowLimit: nil) { fields in
        body(Row(places: places, fields: fields))
      }
    } catch {
      throw Self.broken
    }
  }

  /// What stands most often between the names of the columns.
  static func delimiter(of header: Substring) -> Character? {
    let counts = [";", "\t", ",", "|"].map { mark in
      (mark: Character(mark), count: header.count { $0 == Character(mark) })
    }
    return counts.max { $0.count < $1.count }.flatMap { $0.count > 0 ? $0.mark : nil }
  }

  private static let broken = TranscriptError(
    .invalidValue, "таблица не читается: кавычки или столбцы не сходятся")
}
