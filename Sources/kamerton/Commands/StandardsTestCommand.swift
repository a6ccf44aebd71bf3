import ArgumentParser
import Compliance
import Foundation
import ServiceStandards

/// Runs the examples of every rule through the path that scores calls.
struct StandardsTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Прогнать примеры правил тем же путём, каким оцениваются звонки")

  @Argument(help: "Стандарты; без них проверяются все") var standards: [String] = []
  @Option(help: "Только правила, чей номер начинается так") var rule: String?
  @Flag(help: "Показать разбор слов у ошибочных примеров") var readings = false
  @Flag(help: "Показать варианты, которые не прошли") var variants = false

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let installation = Installation()
    let library = try installation.library()
    let morphology = try installation.morphology()
    var shelf = StandardShelf(library: library, morphology: morphology)
    var failed = 0
    for id in standards.isEmpty ? try library.identifiers() : standards {
      let outcomes = ExampleRun(
        standard: try shelf.compiled(id).standard, morphology: morphology,
        models: try installation.speechModels()
      ).run()
        .filter { outcome in rule.map { outcome.rule.hasPrefix($0) } ?? true }
      for outcome in outcomes { report(outcome) }
      let failures = outcomes.reduce(0) { $0 + $1.failures.count }
      let passed = outcomes.reduce(0) { $0 + $1.passed }
      print(
        "\(id): примеров \(passed + failures), не прошло \(failures); "
          + variantsLine(outcomes))
      failed += failures
    }
    if failed > 0 { throw ExitCode(1) }
  }

  /// Generated variants by kind: how many there were and how many were judged otherwise.
  private func variantsLine(_ outcomes: [ExampleRun.Outcome]) -> String {
    var totals: [(change: String, passed: Int, failed: Int)] = []
    for variants in outcomes.flatMap(\.variants) {
      let index = totals.firstIndex { $0.change == variants.change } ?? totals.count
      if index == totals.count { totals.append((variants.change, 0, 0)) }
      totals[index].passed += variants.passed
      totals[index].failed += variants.failed.count
    }
    return "варианты от программы (--variants покажет не прошедшие; на ответ не влияют): "
      + totals.map { "\($0.change) \($0.passed)/\($0.passed + $0.failed)" }
      .joined(separator: ", ")
  }

  private func report(_ outcome: ExampleRun.Outcome) {
    for failure in outcome.failures {
      print("\(failure.example.place): \(failure.rule): \(failure.message)")
      print("    \(failure.example.text)")
      if readings { print(failure.readings) }
    }
    if variants {
      for variants in outcome.variants {
        for text in variants.failed { print("  \(outcome.rule), \(variants.change): \(text)") }
      }
    }
  }
}
