/// Reports as Markdown, to be sent or printed.
public enum MarkdownReport {
  public static func text(of report: EmployeeReport) -> String {
    text(of: EmployeePage(report: report).page())
  }

  public static func text(of report: TeamReport) -> String {
    text(of: TeamPage(report: report).page())
  }

  static func text(of page: Page) -> String {
    let head = ["# \(escaped(page.title))", escaped(page.subtitle)]
    return (head + page.blocks.map(block)).joined(separator: "\n\n") + "\n"
  }

  private static func block(_ block: Page.Block) -> String {
    switch block {
    case .section(let title): "## \(escaped(title))"
    case .paragraph(let line), .detail(let line): text(line)
    case .bullets(let lines): lines.map { "- \(text($0))" }.joined(separator: "\n")
    case .item(let number, let line): "### \(number). \(text(line, inHeading: true))"
    case .quote(let quote): text(quote)
    case .table(let table): text(table)
    }
  }

  private static func text(_ quote: Page.Quote) -> String {
    var lines = [text(quote.said)]
    if let better = quote.better { lines.append("→ \(text(better))") }
    lines.append("*\(text(quote.source))*")
    return lines.map { "> \($0)" }.joined(separator: "\\\n")
  }

  private static func text(_ table: Page.Table) -> String {
    let rule = table.header.indices.map { table.right.contains($0) ? "---:" : "---" }
    let rows = [table.header.map(escaped), rule] + table.rows.map { $0.map(escaped) }
    return rows.map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  private static func text(_ line: Line, inHeading: Bool = false) -> String {
    line.runs.map { run in
      let text = escaped(run.text)
      return run.style == .plain || inHeading || text.isEmpty ? text : "**\(text)**"
    }.joined()
  }

  /// A transcript's own signs must not become marks or tags.
  static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Line.clean(text).unicodeScalars {
      if "\\`*_[]<>|#~&".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
