/// A table that a person keeps in a spreadsheet and saves as CSV: `;`, commas or tabs between the
/// columns, cells in quotation marks, UTF-8 or Windows-1251.
public struct Spreadsheet: Sendable {
  /// Cells of every row, the first row included, without spaces around them.
  public let rows: [[String]]

  /// - Parameter bytes: the file as it lies on the disk.
  /// - Throws: `TranscriptError` when it is no text, or quotation marks or columns do not match.
  public init(_ bytes: [UInt8]) throws(TranscriptError) {
    guard let (text, _) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidValue, "это не текст: сохраните таблицу как CSV")
    }
    let table = try Table(text)
    var rows = [table.header]
    try table.enumerateRows { rows.append($0.cells) }
    self.rows = rows.map { cells in cells.map(\.trimmed) }
  }
}
