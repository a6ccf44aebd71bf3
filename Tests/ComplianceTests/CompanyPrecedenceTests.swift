import Compliance
import ServiceStandards
import Testing
import Transcripts

/// What a standard says itself beside what it inherits.
@Suite("A company's own rules and replacements go before the inherited ones")
struct CompanyPrecedenceTests {
  private static let shared = """
    id: general
    title: Общий
    rules:
      - {id: blame.fault, category: blame, clause: '1', phrases: ['[=это] ваша вина', '=сами =виноваты'], replacements: ['так вышло']}
      - {id: blame.chosen, category: blame, clause: '1', phrases: ['=вы сам выбрать<прош>']}
      - {id: jargon.slang, category: jargon, clause: '1', phrases: ['симка', 'косяк'], replacements: ['деталь']}
      - {id: filler.this, category: filler, clause: '1', phrases: ['=это', '=короче']}
      - {id: command.plain, category: command, clause: '1', phrases: ['диктовать<пов>'], replacements: ['продиктуйте']}
      - {id: refusal.doubtful, category: refusal, clause: '1', phrases: [{phrase: 'ждать прибора', review: true}]}
      - {id: diminutive.language, category: diminutive, clause: '1', detector: diminutive}
    rewordings:
      - {categories: [jargon], phrases: ['косяк'], replacements: ['недочёт']}
      - {categories: [filler], phrases: ['короче'], replacements: ['']}
    """
  private static let own = """
    id: lagoon
    title: Лагуна
    extends: general
    lists: {порода: ['ель']}
    rules:
      - {id: own.fault, category: blame, severity: critical, clause: 'п. 1', phrases: ['ваша вина']}
      - {id: own.chosen, category: blame, clause: 'п. 1', phrases: ['выбрать<прош>'], replacements: ['~указать']}
      - {id: own.slang, category: jargon, clause: 'п. 1', phrases: ['косяк'], replacements: ['~неисправность']}
      - {id: own.short, category: filler, clause: 'п. 1', phrases: ['короче'], replacements: ['итак']}
      - {id: own.vice, category: jargon, clause: 'п. 1', phrases: ['=виноваты']}
      - {id: own.wait, category: filler, clause: 'п. 1', phrases: ['=ждите']}
      - {id: own.say, category: command, clause: 'п. 1', phrases: ['диктовать<пов>'], say: ['Какой у вас номер?']}
      - {id: own.small, category: diminutive, clause: 'п. 1', phrases: ['ваша заявочка'], replacements: ['~обращение']}
    rewordings:
      - {categories: [jargon], phrases: ['симка'], replacements: ['~сим-карта']}
    """

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String { text }
    var text: String
    /// «rule: quote → replacements».
    var findings: [String]
    var rewrite: String?

    init(_ text: String, _ findings: String..., rewrite: String? = nil) {
      self.text = text
      self.findings = findings
      self.rewrite = rewrite
    }
  }

  private func findings(_ text: String, shared: String = Self.shared) throws -> [Finding] {
    let (standard, base) = try lagoon(["general": shared, "lagoon": Self.own])
    let compiled =
      standard.extends == nil
      ? try CompiledStandard(standard, morphology: morphology)
      : try CompiledStandard(standard, base: base, morphology: morphology)
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
    return CallAnalyzer(standard: compiled, morphology: morphology)
      .analyze(call, cache: &cache).findings
  }

  private static let cases = [
    // A longer inherited find of the category gives way, and its other words are no finds either.
    Case("Это ваша вина.", "own.fault: ваша вина → []", rewrite: "Так вышло."),
    Case(
      "Вы сами выбрали тариф.", "own.chosen: выбрали → [указали]", rewrite: "Вы сами указали тариф."
    ),
    // A more specific category stays.
    Case("Сами виноваты.", "blame.fault: Сами виноваты → [Так вышло]", rewrite: "Так вышло."),
    // What is clear goes before what is doubtful.
    Case("Ждите прибора.", "own.wait: Ждите → []", rewrite: "Прибора."),
    // The standard's own words to say instead.
    Case("Тут наш косяк.", "own.slang: косяк → []"),
    Case("Тут косяки.", "own.slang: косяки → [неисправности]", rewrite: "Тут неисправности."),
    Case("Короче, готово.", "own.short: Короче → [Итак]", rewrite: "Итак, готово."),
    Case("Диктуйте.", "own.say: Диктуйте → []"),
    Case(
      "Беру с симками.", "jargon.slang: симками → [сим-картами]", rewrite: "Беру с сим-картами."),
    // One finding also where the inherited one lies inside.
    Case("Где ваша заявочка?", "own.small: ваша заявочка → []"),
    // Nothing of the standard's own: as in what it inherits.
    Case("Это вина.", "filler.this: Это → []", rewrite: "Вина."),
  ]

  @Test("Of two of one category the standard's own counts", arguments: cases)
  func precedence(example: Case) throws {
    let found = try findings(example.text)
    #expect(
      found.map { "\($0.rule): \($0.quote) → [\($0.replacements.joined(separator: "; "))]" }
        == example.findings)
    #expect(found.first?.rewrite == example.rewrite)
  }

  @Test("A standard that adds to a list of what it extends has rules of its own too")
  func withSharedList() throws {
    let found = try findings(
      "Это ваша вина.", shared: Self.shared + "\nlists: {порода: ['сосна']}\n")
    #expect(found.map { $0.rule } == ["own.fault"])
    #expect(found.map { $0.severity } == [.critical])
    #expect(found.map { $0.clause } == ["п. 1"])
  }
}
