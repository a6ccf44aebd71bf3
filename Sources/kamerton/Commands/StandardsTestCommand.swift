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
    var failed = 0
    for id in standards.isEmpty ? try library.identifiers() : standards {
      let compiled = try CompiledStandard(library.standard(id), morphology: morphology)
      let outcomes = ExampleRun(standard: compiled, morphology: morphology).run()
        .filter { outcome in rule.map { outcome.rule.hasPrefix($0) } ?? true }
      for outcome in outcomes { report(outcome) }
      let failures = outcomes.reduce(0) { $0 + $1.failures.count }
      let passed = outcomes.reduce(0) { $0 + $1.passed }
      let variantsPassed = outcomes.reduce(0) { $0 + $1.variantsPassed }
      let variantsFailed = outcomes.reduce(0) { $0 + $1.variantsFailed.count }
      print(
        "\(id): примеров \(passed + failures), не прошло \(failures); "
          + "вариантов \(variantsPassed + variantsFailed), не прошло \(variantsFailed)")
      failed += failures
    }
    if failed > 0 { throw ExitCode(1) }
  }

  private func report(_ outcome: ExampleRun.Outcome) {
    for failure in outcome.failures {
      print("\(failure.example.place): \(failure.rule): \(failure.message)")
      print("    \(failure.example.text)")
      if readings { print(failure.readings) }
    }
    if variants {
      for text in outcome.variantsFailed { print("  вариант \(outcome.rule): \(text)") }
    }
  }
}
