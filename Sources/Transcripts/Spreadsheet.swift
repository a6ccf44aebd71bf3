/// A table that a person keeps in a spreadsheet and saves as CSV: `;`, commas or tabs between the
/// columns, cells in quotation marks, UTF-8 or Windows-1251.
public struct Spreadsheet: Sendable {
  /// Cells of every row, the first row included, without spaces around them.
  public let rows: [[String]]

  /// - Parameter bytes: the file as it lies on the disk.
  /// - Throws: `TranscriptError` when it is no text, is empty, or a quotation mark is not closed.
  public init(_ bytes: [UInt8]) throws(TranscriptError) {
    guard let (text, _) = TextEncoding.decode(bytes) else {
      throw TranscriptError(.invalidValue, "это не текст: сохраните таблицу как CSV")
    }
    let (body, named) = Self.withoutSeparatorLine(text)
    guard body.contains(where: { !$0.isWhitespace && $0 != ";" && $0 != "," }) else {
      throw TranscriptError(.invalidValue, "таблица пуста")
    }
    let delimiter = named ?? Self.delimiter(of: body)
    try Self.requireClosedQuotes(body, delimiter: delimiter, skipped: named == nil ? 0 : 1)
    let table = try Table(body, delimiter: delimiter)
    var rows = [table.header]
    try table.enumerateRows { rows.append($0.cells) }
    self.rows = rows.map { cells in cells.map(\.trimmed) }
  }

  /// The text behind the line `sep=;` that Excel writes, and the sign that it names.
  private static func withoutSeparatorLine(_ text: String) -> (body: String, delimiter: Character?)
  {
    let first = text.prefix { !$0.isNewline }
    guard first.lowercased().hasPrefix("sep="), let sign = first.dropFirst(4).first else {
      return (text, nil)
    }
    return (String(text[first.endIndex...].dropFirst()), sign)
  }

  /// What stands between the columns: the sign that most lines hold, and no comma of a single
  /// column's sentences. A table of one column has no such sign, so that any will do.
  private static func delimiter(of text: String) -> Character {
    let lines = text.split(whereSeparator: \.isNewline)
    var best: (sign: Character, count: Int)?
    for sign: Character in [";", "\t", ",", "|"] {
      let count = lines.count { $0.contains(sign) }
      if count > (best?.count ?? 0) { best = (sign, count) }
    }
    guard let best, best.sign != "," || lines.first?.contains(",") == true else { return ";" }
    return best.sign
  }

  /// A cell that opens with a quotation mark has to close it; else it swallows the rows behind it.
  private static func requireClosedQuotes(_ text: String, delimiter: Character, skipped: Int)
    throws(TranscriptError)
  {
    var line = 1 + skipped
    var opened: Int?
    var opensCell = true
    for character in text {
      if character == "\"" {
        if opened != nil {
          opened = nil
        } else if opensCell {
          opened = line
        }
        // A doubled mark inside a cell closes it and opens it at once.
        opensCell = true
        continue
      }
      opensCell = character == delimiter || character.isNewline || (opensCell && character == " ")
      if character.isNewline { line += 1 }
    }
    if let opened {
      throw TranscriptError(
        .invalidValue, "кавычка открыта в строке \(opened) и не закрыта до конца таблицы",
        line: opened)
    }
  }
}
