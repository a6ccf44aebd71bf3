import Coaching
import Foundation
import Testing

/// Whole reports, letter by letter.
struct GoldenTests {
  private static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  @Test func employee() throws {
    let report = try TemporaryStore().employee(["Иванова Мария"], .march)
    try expectGolden(TerminalReport().text(of: report), "employee.txt")
    try expectGolden(MarkdownReport.text(of: report), "employee.md")
    try expectGolden(
      String(decoding: try Self.encoder().encode(report), as: UTF8.self) + "\n", "employee.json")
  }

  @Test func team() throws {
    let report = try TemporaryStore().team(.march)
    try expectGolden(TerminalReport().text(of: report), "team.txt")
    try expectGolden(MarkdownReport.text(of: report), "team.md")
    try expectGolden(
      String(decoding: try Self.encoder().encode(report), as: UTF8.self) + "\n", "team.json")
  }

  @Test func narrowTerminal() throws {
    let report = try TemporaryStore().employee(["Иванова Мария"], .all)
    try expectGolden(TerminalReport(width: 60).text(of: report), "employee-narrow.txt")
  }

  @Test func periodWithoutCalls() throws {
    let report = try TemporaryStore().employee(
      ["Иванова Мария"], .days("2026-05-01", "2026-05-31"))
    #expect(report.score == nil)
    try expectGolden(TerminalReport().text(of: report), "employee-without-calls.txt")
  }

  @Test func jsonIsReadBack() throws {
    let report = try TemporaryStore().employee(["Иванова Мария"], .march)
    let data = try Self.encoder().encode(report)
    #expect(try JSONDecoder().decode(EmployeeReport.self, from: data) == report)
  }
}
