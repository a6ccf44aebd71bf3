import ArgumentParser
import Foundation
import ServiceStandards

/// Prints what a standard demands.
struct StandardsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Что требует стандарт: правила, элементы, оценочный лист")

  @Argument(help: "Стандарт, например umek") var standard: String

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let standard = try Installation().library().standard(self.standard)
    print("\(standard.title) (\(standard.id), версия \(standard.version))")
    if !standard.source.isEmpty { print("Источник: \(standard.source)") }
    print("\nЧего не говорить")
    for rule in standard.rules {
      print("  \(rule.id) · \(rule.category.title) · \(rule.clause)")
      for phrase in rule.phrases.prefix(3) { print("      \(phrase.phrase.text)") }
      if rule.phrases.count > 3 { print("      … и ещё \(rule.phrases.count - 3)") }
      for say in rule.say { print("      → \(say)") }
      for line in Self.conditions(of: rule) { print("      \(line)") }
    }
    print("\nЧто сказать обязательно")
    for rule in standard.elements { print("  \(rule.element.title) · \(rule.clause)") }
    print("\nОценочный лист, зачёт от \(standard.scorecard.passMark.formatted()) %")
    var section = ""
    for criterion in standard.scorecard.criteria {
      if criterion.section != section {
        section = criterion.section
        print("  \(section)")
      }
      let mark = criterion.isCritical ? " · критический" : ""
      print(
        "    \(criterion.weight.formatted()) б. \(criterion.title) · \(criterion.clause)\(mark)")
    }
  }

  /// When, how often and beside which rules all of a rule counts.
  private static func conditions(of rule: FindingRule) -> [String] {
    var lines = rule.circumstances.description.split(separator: "\n").map(String.init)
    if let frequency = rule.frequency { lines.append("как часто: \(frequency)") }
    if let dependence = rule.dependence {
      let rules = dependence.rules.joined(separator: ", ")
      lines.append(
        dependence.isNegated ? "если не сработало: \(rules)" : "если сработало: \(rules)")
    }
    return lines
  }
}
