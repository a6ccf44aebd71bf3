/// A table of aligned columns. When it is too wide, its widest columns are wrapped between words.
struct TerminalTable {
  let table: Page.Table
  let width: Int
  private static let gap = "  "

  func lines() -> [String] {
    let rows = [table.header] + table.rows.map { $0.map(Line.clean) }
    let widths = self.widths(of: rows)
    return rows.flatMap { lines(of: $0, widths) }
  }

  private func widths(of rows: [[String]]) -> [Int] {
    var widths: [Int] = []
    var narrowest: [Int] = []
    for column in table.header.indices {
      let cells = rows.map { $0[column] }
      widths.append(cells.map(\.unicodeScalars.count).max() ?? 0)
      narrowest.append(
        cells.flatMap { $0.split(separator: " ") }.map(\.unicodeScalars.count).max() ?? 0)
    }
    var excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > narrowest[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func lines(of row: [String], _ widths: [Int]) -> [String] {
    let cells = zip(row, widths).map { cell, width in
      var wrapping = LineWrapping(width: width, first: "", rest: "")
      wrapping.add(Line.Run(text: cell, style: .plain))
      return wrapping.lines().map { $0.map(\.text).joined() }
    }
    return (0..<(cells.map(\.count).max() ?? 0)).map { index in
      let parts = cells.enumerated().map { column, lines in
        let text = index < lines.count ? lines[index] : ""
        let space = String(
          repeating: " ", count: max(0, widths[column] - text.unicodeScalars.count))
        return table.right.contains(column) ? space + text : text + space
      }
      return String(parts.joined(separator: Self.gap).reversed().drop { $0 == " " }.reversed())
    }
  }
}
