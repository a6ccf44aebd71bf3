import Coaching
import Testing

/// A transcript may hold anything.
struct SafetyTests {
  @Test func markdownSignsAreNoMarks() throws {
    let text = MarkdownReport.text(of: try report("**Ж** <b>`x`</b> | _y_ [[command|Ждите]]"))
    #expect(text.contains(#"«\*\*Ж\*\* \<b\>\`x\`\</b\> \| \_y\_ **Ждите**»"#))
  }

  @Test func controlCharactersDoNotReachTheTerminal() throws {
    let report = try report("\u{1B}[31mКрасный\u{7}\n\u{202E}[[command|Ждите]]")
    let text = TerminalReport().text(of: report)
    #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{7}", "\u{202E}"].contains($0) })
    #expect(text.contains("Красный"))
  }

  @Test func coloursAreUsedOnlyWhenAsked() throws {
    let report = try report("[[command|Ждите]].")
    #expect(TerminalReport(hasColours: true).text(of: report).contains("\u{1B}[1;4;31mЖдите"))
    #expect(TerminalReport().text(of: report).contains("«⟦Ждите⟧.»"))
  }

  @Test func linesFitTheTerminal() throws {
    let report = try TemporaryStore().employee(["Иванова Мария"], .march)
    let team = try TemporaryStore().team(.march)
    for width in [72, 80, 100, 120] {
      let terminal = TerminalReport(width: width)
      for line in (terminal.text(of: report) + terminal.text(of: team)).split(separator: "\n") {
        #expect(line.unicodeScalars.count <= width, "\(line)")
      }
    }
  }

  private func report(_ turn: String) throws -> EmployeeReport {
    try TemporaryStore([SampleCall(id: "1", turns: [turn])]).employee(["Иванова Мария"], .all)
  }
}
