import ArgumentParser
import Foundation
import ServiceStandards

/// Lists the standards of this installation.
struct StandardsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Какие стандарты есть")

  @Option(help: "Вид ответа: text или json") var format = OutputFormat.text

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let library = try Installation().library()
    var rows: [StandardSummary] = []
    var isBroken = false
    for id in try library.identifiers() {
      do throws(StandardError) {
        rows.append(StandardSummary(try library.standard(id)))
      } catch {
        // One that cannot be read hides no other.
        Complaint.write("\(error)")
        isBroken = true
      }
    }
    switch format {
    case .json: print(try JSONOutput.encode(rows))
    case .text:
      let table = rows.map {
        [$0.id, $0.title, "\($0.rules)", "\($0.phrases)", "\($0.criteria)", $0.version]
      }
      print(
        TextTable.format(
          header: ["Стандарт", "Название", "Правил", "Фраз", "Критериев", "Версия"], rows: table))
    }
    if isBroken { throw ExitCode.refused }
  }
}

/// One line about a standard.
struct StandardSummary: Codable {
  var id: String
  var title: String
  var version: String
  var rules: Int
  var phrases: Int
  var examples: Int
  var criteria: Int

  init(_ standard: ServiceStandard) {
    id = standard.id
    title = standard.title
    version = standard.version
    rules = standard.rules.count + standard.elements.count
    phrases =
      standard.rules.reduce(0) { $0 + $1.phrases.count }
      + standard.elements.reduce(0) { $0 + $1.phrases.count }
      + standard.approved.reduce(0) { $0 + $1.phrases.count }
    examples =
      standard.rules.reduce(0) { $0 + $1.examples.count }
      + standard.elements.reduce(0) { $0 + $1.examples.count }
    criteria = standard.scorecard.criteria.count
  }
}
