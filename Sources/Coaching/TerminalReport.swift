/// Reports for a terminal.
public struct TerminalReport {
  /// Columns of the terminal.
  public var width: Int
  /// Without colours, what was found stands in white square brackets.
  public var hasColours: Bool

  public init(width: Int = 100, hasColours: Bool = false) {
    self.width = max(40, width)
    self.hasColours = hasColours
  }

  public func text(of report: EmployeeReport) -> String {
    text(of: EmployeePage(report: report).page())
  }

  public func text(of report: TeamReport) -> String {
    text(of: TeamPage(report: report).page())
  }

  func text(of page: Page) -> String {
    var lines = [styled(Line.clean(page.title), .strong), Line.clean(page.subtitle)]
    for block in page.blocks {
      if case .detail = block {} else { lines.append("") }
      lines += self.lines(of: block)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of block: Page.Block) -> [String] {
    switch block {
    case .section(let title):
      let rule = String(repeating: "─", count: max(0, width - title.unicodeScalars.count - 4))
      return ["── \(styled(title, .strong)) \(rule)"]
    case .paragraph(let line): return wrapped(line)
    case .detail(let line): return wrapped(line, first: "   ", rest: "   ")
    case .bullets(let lines): return lines.flatMap { wrapped($0, first: "  • ", rest: "    ") }
    case .item(let number, let line): return wrapped(line, first: "\(number). ", rest: "   ")
    case .quote(let quote):
      var lines = wrapped(quote.said, first: "   ", rest: "   ")
      if let better = quote.better { lines += wrapped(better, first: "   → ", rest: "     ") }
      return lines + wrapped(quote.source, first: "   ", rest: "   ")
    case .table(let table): return TerminalTable(table: table, width: width).lines()
    }
  }

  private func wrapped(_ line: Line, first: String = "", rest: String = "") -> [String] {
    let runs = hasColours ? line.runs : line.runs.map(bracketed)
    var wrapping = LineWrapping(width: width, first: first, rest: rest)
    for run in runs { wrapping.add(run) }
    return wrapping.lines().map { line in
      line.map { styled($0.text, $0.style) }.joined()
    }
  }

  private func bracketed(_ run: Line.Run) -> Line.Run {
    run.style == .marked ? Line.Run(text: "⟦\(run.text)⟧", style: .marked) : run
  }

  private func styled(_ text: String, _ style: Line.Style) -> String {
    guard hasColours, !text.isEmpty else { return text }
    return switch style {
    case .plain: text
    case .strong: "\u{1B}[1m\(text)\u{1B}[0m"
    case .marked: "\u{1B}[1;4;31m\(text)\u{1B}[0m"
    }
  }
}
