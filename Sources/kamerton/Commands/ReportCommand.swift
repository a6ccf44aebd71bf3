import ArgumentParser
import CallStore
import Coaching
import Foundation

/// Coaching reports.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Отчёты для разбора звонков: по сотруднику и по команде.",
    subcommands: [ReportEmployeeCommand.self, ReportTeamCommand.self])
}

/// How a report is written: the terminal's formats and Markdown.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, markdown, json
}

/// What both reports are told: which calls, and where the report goes.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("С какого дня, 2026-03-01.", valueName: "день"), transform: reportDay)
  var from: Day?

  @Option(
    help: ArgumentHelp(
      "По какой день включительно; с одним --from — по сегодня.", valueName: "день"),
    transform: reportDay)
  var to: Day?

  @Option(
    help: ArgumentHelp(
      "За сколько последних дней, сегодняшний включительно. Без срока — все звонки.",
      valueName: "число"))
  var days: Int?

  @Option(help: "Вид отчёта: text, markdown или json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Записать отчёт в файл.", valueName: "файл"))
  var output: String?

  func validate() throws {
    if days != nil, from != nil || to != nil {
      throw ValidationError("Укажите или --days, или --from и --to.")
    }
    if let days, !(1...36_500).contains(days) {
      throw ValidationError("В --days нужно число от 1 до 36500.")
    }
    if let from, let to, from.days(to: to) < 0 {
      throw ValidationError("Первый день (--from) позже последнего (--to).")
    }
  }

  /// The days that are asked for.
  func period(today: Day) -> Period {
    if let days { return Period(lastDays: days, today: today) }
    guard let from, to == nil else { return Period(from: from, to: to) }
    return Period(from: from, to: from.days(to: today) < 0 ? from : today)
  }

  /// Writes a report to the terminal or to the file.
  func write(text: (TerminalReport) -> String, markdown: String, json: some Encodable) throws {
    let terminal = Terminal.current()
    let answer =
      switch format {
      case .text:
        text(
          TerminalReport(
            width: min(terminal.width, 100), hasColours: terminal.hasColours && output == nil))
      case .markdown: markdown
      case .json: try JSONOutput.encode(json, pretty: output != nil) + "\n"
      }
    guard let output else { return try Output.print(answer) }
    do {
      try Data(answer.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      Complaint.write("файл \(output) не записывается: нет такой папки, прав или места")
      throw ExitCode.usage
    }
  }
}

@Sendable private func reportDay(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw ValidationError("нужен день вида 2026-03-01") }
  return day
}
