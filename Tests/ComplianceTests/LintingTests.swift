import Compliance
import ServiceStandards
import Testing

@Suite("The linter finds what can never work")
struct LintingTests {
  /// What is said of a standard of one rule with one phrase.
  private func unreachable(_ phrase: String, keys: String = "", lists: String = "") throws
    -> [String]
  {
    let rules = """
      rules:
        - id: refusal.some
          category: refusal
          clause: "1"
          phrases:
            - phrase: '\(phrase)'
              \(keys)
          examples: {hit: [], silent: []}
      lists:
        дела: [подождать, звонок]
        \(lists)
      """
    let standard = try analyzer(rules: rules).compiled.standard
    return UnreachablePhrases(morphology: morphology).remarks(on: standard).map(\.message)
  }

  @Test(
    "A phrase that no speech can match is named with its reason",
    arguments: [
      ("a noun has no imperative", "звонок<пов>", "нет такой формы: звонок<пов>"),
      ("an exact form of another case", "=звонку<твор>", "нет такого разбора: =звонку<твор>"),
      ("two cases at once", "нет <сущ род дат>", "исключают друг друга"),
      ("asked for and ruled out", "<глаг пов -пов>", "исключают друг друга"),
      ("words after the turn's end", "не буду $$ вам", "«$$» — конец реплики"),
      ("words after a sentence's end", "не буду $? вам", "«.» между ними нет"),
      ("words before the turn's start", "не ^^ буду", "«^^» — начало реплики"),
      ("ruled out at once", "не !(буду|стану) буду", "запрещает то"),
      ("all ways are dead", "(звонок|номер)<пов> вам", "нет такой формы: звонок<пов>"),
      ("a list without such words", "@дела<сравн>", "нет такой формы"),
    ])
  func never(_ name: String, _ phrase: String, _ reason: String) throws {
    let remarks = try unreachable(phrase)
    #expect(
      remarks.count == 1 && remarks[0].contains("никогда не сработает")
        && remarks[0].hasPrefix("фраза") && remarks[0].contains(reason), "\(name): \(remarks)")
  }

  @Test(
    "One dead way of many is named, and the phrase goes on",
    arguments: ["(подождать|звонок)<пов>", "[звонок<пов>] подождать", "не [(буду $? вам)]"])
  func deadWay(_ phrase: String) throws {
    let remarks = try unreachable(phrase)
    #expect(remarks.count == 1 && remarks[0].hasPrefix("часть фразы"), "\(remarks)")
  }

  @Test(
    "What some speech matches has no remark",
    arguments: [
      "подождать<пов>", "=звонку<дат>", "нет <сущ род>", "не буду $? . вам", "не буду $$",
      "^^ не буду", "не !(стану) буду", "@дела", "@дела<пов>", "*2 х#й", "зумер<род>",
      "(подождать|позвонить)<пов>", "{вы перепутать}", "неправильнописанноеслово",
    ])
  func silent(_ phrase: String) throws {
    #expect(try unreachable(phrase) == [])
  }

  @Test("A phrase among its own exceptions, and turns that never come")
  func circumstances() throws {
    #expect(
      try unreachable("не буду", keys: "unless: ['не буду']").contains {
        $0.contains("сама стоит в исключениях")
      })
    #expect(
      try unreachable("не буду", keys: "from_turn: 5\n        to_turn: 3")
        .contains { $0.contains("from_turn 5 больше, чем to_turn 3") })
  }

  @Test("An exception that no example needs is named; one that an example needs is not")
  func exceptions() throws {
    let rules = """
      rules:
        - id: refusal.some
          category: refusal
          clause: "1"
          unless: ['может _']
          phrases:
            - phrase: 'не буду'
              unless: ['если _', 'раньше _']
            - 'не стану'
          examples: {hit: ['Не буду.'], silent: ['Может, не стану.', 'Я, если не буду занят, приду.']}
      """
    let standard = try analyzer(rules: rules).compiled.standard
    var use = try ExceptionUse(of: standard, morphology: morphology)
    #expect(use.remarks.count == 3)
    use.showExamples(of: standard)
    #expect(use.remarks.map(\.message).count == 1)
    #expect(use.remarks.allSatisfy { $0.message.contains("«раньше _»") })
  }
}
