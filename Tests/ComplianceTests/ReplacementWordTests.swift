import Compliance
import ServiceStandards
import Testing

/// Slips of the pen in what a standard offers instead.
@Suite("Misspelt words of replacements")
struct ReplacementWordTests {
  private static func rule(_ replacements: String) -> String {
    """
    rules:
      - id: jargon.papers
        category: jargon
        clause: "1"
        phrases: ['бумажка', {phrase: 'платёжка', replacements: [\(replacements)]}]
        replacements: [\(replacements)]
        examples: {hit: [], silent: []}
    rewordings:
      - categories: [jargon]
        phrases: ['бумажка']
        replacements: [\(replacements)]
    """
  }

  @Test(
    "A word that is put into a form and was meant for another is remarked on at each place",
    arguments: [
      ("'~квитанцыя'", "квитанцыя", "квитанция"), ("'~кредитная кврта'", "кврта", "карта"),
      ("'наш ~докумнет'", "докумнет", "документ"), ("'~Договорр'", "Договорр", "договор"),
    ])
  func remarked(_ replacement: String, _ word: String, _ meant: String) throws {
    let standard = try analyzer(rules: Self.rule(replacement)).compiled.standard
    let remarks = ReplacementWords(morphology: morphology).remarks(on: standard)
    #expect(
      remarks.map {
        $0.message.contains("слова «\(word)» нет в словаре; вы имели в виду «\(meant)»?")
      } == [true, true, true],
      "\(remarks)")
    #expect(remarks.map(\.place.line) == [2, 5, 10])
    #expect(remarks.allSatisfy { !$0.isError })
  }

  @Test(
    "Words of the dictionary, of the standard's own and words that stay as they are have no remark",
    arguments: [
      "'~квитанция'", "'~кредитная карта'", "'оплатите в «Заплатике»'", "'~счёт-фактура'",
      "'~промокод'", "'~МФЦ'", "'~двухфакторная аутентификация'",
      "'подождите[, пожалуйста,]'", "'назовите {: вин}'", "''",
    ])
  func silent(_ replacement: String) throws {
    let standard = try analyzer(rules: Self.rule(replacement)).compiled.standard
    let remarks = ReplacementWords(morphology: morphology).remarks(on: standard)
    #expect(remarks.isEmpty, "\(remarks)")
  }
}
