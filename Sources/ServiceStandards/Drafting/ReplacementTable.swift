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

  /// A row that was left out or taken in part, and why.
  public struct Remark: Sendable, Hashable, CustomStringConvertible {
    public var row: Int
    public var message: String

    public var description: String { "строка \(row): \(message)" }
  }

  public private(set) var rows: [Row] = []
  public private(set) var remarks: [Remark] = []

  /// - Parameter cells: the cells of every row, a header among them or not.
  public init(_ cells: [[String]]) {
    var seen: [String: Int] = [:]
    for (index, row) in cells.enumerated() {
      let number = index + 1
      let avoid = Self.wordings(row.first ?? "")
      if index == 0, Self.isHeader(row) { continue }
      if row.allSatisfy(\.isEmpty) { continue }
      var phrases: [String] = []
      for wording in avoid {
        guard let phrase = DraftPhrase.notation(of: wording) else {
          remarks.append(Remark(row: number, message: "«\(wording)»: нет слов, которые искать"))
          continue
        }
        if let first = seen[phrase] {
          let message = "«\(wording)» уже есть в строке \(first), второй раз не взято"
          remarks.append(Remark(row: number, message: message))
          continue
        }
        seen[phrase] = number
        phrases.append(phrase)
      }
      if avoid.isEmpty {
        remarks.append(Remark(row: number, message: "первый столбец пуст, строка пропущена"))
      }
      guard !phrases.isEmpty else { continue }
      let say = Self.wordings(row.count > 1 ? row[1] : "")
        .filter { !phrases.contains(DraftPhrase.notation(of: $0) ?? "") }
      rows.append(
        Row(number: number, avoid: phrases, say: say, category: category(of: row, number)))
    }
  }

  private mutating func category(of row: [String], _ number: Int) -> Category? {
    guard row.count > 2, !row[2].isEmpty else { return nil }
    let known = Category(name: row[2])
    if known == nil { remarks.append(Remark(row: number, message: Category.unknown(row[2]))) }
    return known
  }

  /// A cell may hold several wordings, on lines of their own or between strokes.
  private static func wordings(_ cell: String) -> [String] {
    cell.split { $0.isNewline || $0 == "/" || $0 == ";" }
      .map { String($0.trimmingSpaces) }.filter { !$0.isEmpty }
  }

  /// Titles that people give the columns.
  private static func isHeader(_ row: [String]) -> Bool {
    let titles: Set = [
      "нельзя", "не говорим", "не говорить", "запрещено", "неправильно", "вместо", "плохо",
      "стоп-фраза", "стоп-фразы", "стоп-слово", "стоп-слова", "фраза", "так нельзя", "надо",
      "говорим", "правильно", "хорошо", "можно", "замена", "как надо",
    ]
    return row.prefix(2).allSatisfy { titles.contains($0.lowercased()) }
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
