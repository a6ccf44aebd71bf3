/// A company's own list of what not to say and what to say instead: the rows of a spreadsheet with
/// two columns, «нельзя» and «надо», and a third, if there is one, with the category.
public struct ReplacementTable: Sendable {
  /// What one row says.
  public struct Row: Sendable, Hashable {
    /// Its number in the spreadsheet, 1-based.
    public var number: Int
    /// Wordings to avoid, each as a phrase of the notation.
    public var avoid: [String]
    /// What to say instead, best first; none where the company only forbids.
    public var say: [String]
    /// The category, where the row names one.
    public var category: Category?
  }

  /// A row that was left out or taken otherwise than it stands, and why.
  public struct Remark: Sendable, Hashable, CustomStringConvertible {
    public var row: Int
    public var message: String
    /// Whether something of the row was refused.
    public var isRefusal = true

    public var description: String { "строка \(row): \(message)" }
  }

  public private(set) var rows: [Row] = []
  public private(set) var remarks: [Remark] = []

  /// - Parameter cells: the cells of every row, a header among them or not.
  public init(_ cells: [[String]]) {
    let columns = TableColumns(cells)
    for index in columns.titles {
      note(index + 1, "стоит над шапкой таблицы, правилом не взята")
    }
    var seen: [String: Int] = [:]
    for (index, row) in cells.enumerated().dropFirst(columns.firstRow)
    where !row.allSatisfy(\.isEmpty) {
      let number = index + 1
      func cell(_ column: Int?) -> String {
        column.map { $0 < row.count ? row[$0] : "" } ?? ""
      }
      let avoid = Self.wordings(cell(columns.avoid))
      if avoid.isEmpty { refuse(number, "не сказано, чего не говорить: строка пропущена") }
      let offered = Self.wordings(cell(columns.say))
      var phrases: [String] = []
      for wording in avoid {
        guard let phrase = DraftPhrase.notation(of: wording) else {
          refuse(number, "«\(wording)»: нет слов, которые искать")
          continue
        }
        if let first = seen[phrase] {
          join(offered, to: first, wording: wording, number)
          continue
        }
        if phrase.count == 1 {
          note(number, "«\(wording)»: слово в одну букву найдётся почти в каждой реплике")
        }
        seen[phrase] = number
        phrases.append(phrase)
      }
      guard !phrases.isEmpty else { continue }
      let say = offered.filter { !phrases.contains(DraftPhrase.notation(of: $0) ?? "") }
      if say.isEmpty, !offered.isEmpty {
        note(number, "замена та же, что и запрет: запрещено без замены")
      }
      rows.append(
        Row(
          number: number, avoid: phrases, say: say,
          category: category(cell(columns.category), number)))
    }
  }

  /// Adds what another row offers instead of the same wording.
  private mutating func join(_ offered: [String], to first: Int, wording: String, _ number: Int) {
    var message = "«\(wording)» уже есть в строке \(first), второй раз не взято"
    if let index = rows.firstIndex(where: { $0.number == first }) {
      let more = offered.filter {
        !rows[index].say.contains($0)
          && !rows[index].avoid.contains(DraftPhrase.notation(of: $0) ?? "")
      }
      rows[index].say += more
      if !more.isEmpty {
        message = "«\(wording)» уже есть в строке \(first), замена добавлена к ней"
      }
    }
    note(number, message)
  }

  private mutating func category(_ cell: String, _ number: Int) -> Category? {
    guard !cell.isEmpty else { return nil }
    let known = Category(name: cell)
    if known == nil {
      refuse(
        number, "\(Category.unknown(cell)); строка взята, категория — как если бы её не назвали")
    }
    return known
  }

  private mutating func refuse(_ row: Int, _ message: String) {
    remarks.append(Remark(row: row, message: message))
  }

  private mutating func note(_ row: Int, _ message: String) {
    remarks.append(Remark(row: row, message: message, isRefusal: false))
  }

  /// A cell may hold several wordings, on lines of their own or between strokes.
  private static func wordings(_ cell: String) -> [String] {
    cell.split { $0.isNewline || $0 == "/" || $0 == ";" }
      .map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The same without spaces at both ends.
  var trimmingSpaces: SubSequence {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
    return start[...last]
  }
}
