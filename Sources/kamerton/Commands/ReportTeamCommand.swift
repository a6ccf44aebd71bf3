import ArgumentParser
import CallStore
import Coaching

/// One page about the team.
struct ReportTeamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team",
    abstract: "Отчёт о команде: сотрудники, общие привычки, лучший звонок.",
    discussion: "Если задан срок, рядом стоит предыдущий срок той же длины.")

  @OptionGroup var options: ReportOptions
  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try reporting {
      let source = try ReportSource(database: database, options: options)
      var maker = TeamReportMaker(period: source.period, guidance: source.guidance)
      for names in EmployeeName(source.employees).people {
        let calls = try source.calls(of: names)
        maker.add(
          names[0], calls: calls.now, previous: calls.before,
          days: try source.store.days(of: names))
      }
      let unnamed = try source.store.countWithoutEmployee(
        from: source.period.from, to: source.period.to)
      let report = maker.report(withoutEmployee: unnamed)
      try options.write(
        text: { $0.text(of: report) }, markdown: MarkdownReport.text(of: report), json: report)
    }
  }
}
