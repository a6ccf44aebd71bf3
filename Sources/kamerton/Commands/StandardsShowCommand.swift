import ArgumentParser
import Foundation
import ServiceStandards

/// Prints what a standard demands.
struct StandardsShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Что требует стандарт: правила, элементы, оценочный лист",
    discussion: """
      Сначала правила самого стандарта, целиком, затем правила основы, коротко; с --full целиком и те.
      """)

  @Argument(help: "Стандарт, например umek") var standard: String
  @Flag(help: "Показать все фразы и исключения и тех правил, что взяты из основы") var full = false

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let standard = try Installation().library().standard(self.standard)
    print("\(standard.title) (\(standard.id), версия \(standard.version))")
    if !standard.source.isEmpty { print("Источник: \(standard.source)") }
    let isOwn = { (place: Place) in place.file == "standards/\(self.standard).yaml" }
    let own = standard.rules.filter { isOwn($0.place) }
    if !own.isEmpty {
      print("\nЧего не говорить: свои правила")
      for rule in own { print(RuleText(rule).lines.joined(separator: "\n")) }
    }
    print(own.isEmpty ? "\nЧего не говорить" : "\nЧего не говорить: правила основы")
    for rule in standard.rules where !isOwn(rule.place) {
      let text = RuleText(rule)
      print((full ? text.lines : text.shortLines).joined(separator: "\n"))
    }
    print("\nЧто сказать обязательно")
    for rule in standard.elements.filter({ isOwn($0.place) })
      + standard.elements.filter({ !isOwn($0.place) })
    {
      print("  \(rule.element.title) · \(rule.clause)")
    }
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
}

/// A rule as a person reads it back: whose words, which phrases, when they count, what to say.
struct RuleText {
  private let rule: FindingRule

  init(_ rule: FindingRule) { self.rule = rule }

  /// All of the rule.
  var lines: [String] {
    var lines = [heading]
    for phrase in rule.phrases { lines += Self.lines(of: phrase, in: rule) }
    return lines + closing
  }

  /// The rule with its first phrases, without what holds for one of them alone.
  var shortLines: [String] {
    var lines = [heading]
    for phrase in rule.phrases.prefix(3) { lines.append("      \(phrase.phrase.text)") }
    if rule.phrases.count > 3 { lines.append("      … и ещё \(rule.phrases.count - 3)") }
    return lines + closing
  }

  private var heading: String {
    var marks = ["\(rule.id)", rule.category.title, rule.clause]
    if rule.severity != .minor { marks.append("severity: \(rule.severity.rawValue)") }
    if rule.speaker != .operator { marks.append("speaker: \(rule.speaker.rawValue)") }
    if rule.isCertain { marks.append("certain") }
    return "  " + marks.joined(separator: " · ")
  }

  private static func lines(of phrase: RulePhrase, in rule: FindingRule) -> [String] {
    var marks = [phrase.phrase.text]
    if let speaker = phrase.speaker { marks.append("speaker: \(speaker.rawValue)") }
    if phrase.isReview { marks.append("review") }
    if phrase.isCertain { marks.append("certain") }
    let own = phrase.circumstances.beyond(rule.circumstances).description
    return ["      " + marks.joined(separator: " · ")]
      + own.split(separator: "\n").map { "          \($0)" }
      + (phrase.replacements ?? []).map { "          ⇒ \(Self.told($0))" }
  }

  /// When, how often and beside which rules all of the rule counts, and what to say instead.
  private var closing: [String] {
    var lines = rule.replacements.map { "⇒ \(Self.told($0))" } + rule.say.map { "→ \($0)" }
    lines += rule.circumstances.description.split(separator: "\n").map(String.init)
    if let frequency = rule.frequency {
      lines.append(
        "как часто: \(frequency)" + (rule.firesOnce ? ", находка одна (fires: once)" : ""))
    }
    if let dependence = rule.dependence {
      let rules = dependence.rules.joined(separator: ", ")
      let scope = "in: \(dependence.scope.rawValue)"
      lines.append(
        dependence.isNegated
          ? "если не сработало: \(rules) (\(scope))"
          : "если сработало: \(rules) (\(scope), rest: \(dependence.rest.rawValue))")
    }
    return lines.map { "      \($0)" }
  }

  private static func told(_ replacement: Replacement) -> String {
    replacement.isEmpty ? "(опустить)" : replacement.description
  }
}
