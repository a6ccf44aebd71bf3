/// A table of aligned columns for the terminal.
enum TextTable {
  static func format(header: [String], rows: [[String]]) -> String {
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { column < $0.count ? $0[column].unicodeScalars.count : 0 }.max() ?? 0
    }
    return all.map { row in
      row.enumerated().map { column, cell in
        let padding = widths[column] - cell.unicodeScalars.count
        // Numbers stand to the right, so that they can be compared.
        let isNumber = Double(cell.replacing(",", with: ".")) != nil
        let space = String(repeating: " ", count: max(0, padding))
        if column == row.count - 1, !isNumber { return cell }
        return isNumber ? space + cell : cell + space
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
