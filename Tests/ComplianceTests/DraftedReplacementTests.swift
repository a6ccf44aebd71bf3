import Compliance
import Foundation
import ServiceStandards
import Testing

@Suite("What a company's list says instead is put in place")
struct DraftedReplacementTests {
  /// The rule that a row of two cells becomes.
  private func rule(_ avoid: String, _ say: String) throws -> FindingRule {
    let table = ReplacementTable([[avoid, say]])
    let draft = StandardDraft(
      id: "general", title: "Список", parent: "none",
      rows: table.rows.map { StandardDraft.Row($0, category: .jargon) })
    let yaml = draft.yaml(morphology: morphology).replacing("extends: none\n", with: "")
    let rules = try #require(yaml.range(of: "rules:"))
    let standard = try analyzer(rules: String(yaml[rules.lowerBound...])).compiled.standard
    return try #require(standard.rules.first)
  }

  @Test(
    "In the form of what is found, where both bend alike",
    arguments: [
      ("личка", "Личный кабинет", "~личный кабинет"),
      ("левый номер", "незнакомый номер", "~незнакомый номер"),
      ("вынос мозга", "сложная ситуация", "~сложная ситуация"),
      ("скиньте на почту", "Отправьте на почту", "~отправьте на почту"),
      ("перебрасываю вас", "перевожу ваш звонок", "~перевожу ваш звонок"),
      ("я скину", "я отправлю", "{1:1} ~отправлю"),
      ("косяк", "промах", "~промах"),
    ])
  func inflected(_ avoid: String, _ say: String, _ replacement: String) throws {
    let rule = try rule(avoid, say)
    #expect(rule.replacements.map(\.description) == [replacement])
    #expect(rule.say == [])
  }

  @Test(
    "As it stands where a whole thought is said otherwise, and in the very words alone",
    arguments: [
      ("это не ко мне", "Я уточню это у коллег.", "(^|,) _ (,|$)", "_ $?"),
      ("вы должны оплатить", "Вам необходимо оплатить", "", ""),
      ("я без понятия", "Я уточню", "_ (,|$)", "_ $?"),
      ("чего вы хотели", "Чем могу помочь?", "(^|,) _ $?", ""),
      ("платите сразу", "оплатить можно прямо сейчас", "(^|,) _ (,|$)", "_ $?"),
      ("приходите лично", "прийти нужно лично", "(^|,) _", ""),
    ])
  func literal(_ avoid: String, _ say: String, _ only: String, _ unless: String) throws {
    let rule = try rule(avoid, say)
    #expect(rule.replacements.isEmpty && rule.say == [say])
    let exact = try #require(rule.phrases.first)
    #expect(exact.replacements?.count == 1 && exact.phrase.text.hasPrefix("="))
    #expect(exact.circumstances.only.map(\.text).joined() == only)
    #expect(exact.circumstances.unless.map(\.text).joined() == unless)
    #expect(rule.phrases.count == 2)
  }

  @Test(
    "What would come out wrong is left to a person",
    arguments: [
      ("не могу … подсказать", "уточню и перезвоню"), ("косяк", "Имя-Отчество, это промах"),
      ("тариф Супер", "тариф «Выгодный»"), ("косяк", "Что случилось? Проверю."),
    ])
  func neither(_ avoid: String, _ say: String) throws {
    let rule = try rule(avoid, say)
    #expect(rule.replacements.isEmpty && rule.say == [say])
    #expect(rule.phrases.allSatisfy { $0.replacements == nil })
  }

  @Test("A person spoken of is that person in that case")
  func pronoun() throws {
    #expect(try rule("вы должны мне", "").phrases.map(\.phrase.text) == ["=вы должны =мне"])
  }
}
