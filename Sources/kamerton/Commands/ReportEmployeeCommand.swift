import ArgumentParser
import CallStore
import Coaching

/// One page about one employee.
struct ReportEmployeeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "employee",
    abstract: "Отчёт о сотруднике: над чем работать, на его собственных фразах.",
    discussion: """
      Имя — в любом регистре и порядке слов, можно часть. Если задан срок, рядом стоит \
      предыдущий срок той же длины.
      """)

  @Argument(help: ArgumentHelp("Имя сотрудника.", valueName: "имя"))
  var name: [String]

  @OptionGroup var options: ReportOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try reporting {
      let source = try ReportSource(database: database, options: options)
      let names: [String]
      do throws(EmployeeNameError) {
        names = try EmployeeName(source.employees).find(name.joined(separator: " "))
      } catch {
        Complaint.write("\(error)")
        throw error.kind == .nobody ? ExitCode.refused : ExitCode.usage
      }
      let calls = try source.calls(of: names)
      let report = EmployeeReport(
        employee: names[0], period: source.period, calls: calls.now, previous: calls.before,
        days: try source.store.days(of: names),
        guidance: source.guidance)
      try options.write(
        text: { $0.text(of: report) }, markdown: MarkdownReport.text(of: report), json: report)
    }
  }
}
