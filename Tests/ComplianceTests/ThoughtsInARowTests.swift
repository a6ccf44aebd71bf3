import Compliance
import ServiceStandards
import Testing
import Transcripts

/// A thought that is said again right after itself.
@Suite("One offence said twice in a row is one finding")
struct ThoughtsInARowTests {
  private static let shared = """
    id: general
    title: Общий
    rules:
      - {id: blame.mixed, category: blame, clause: '1', phrases: ['перепутать'], replacements: ['уточнить']}
      - {id: blame.read, category: blame, clause: '1', phrases: ['читать надо']}
      - {id: blame.own, category: blame, clause: '1', phrases: ['=сами виноваты']}
      - {id: command.plain, category: command, clause: '1', phrases: ['ждать<пов>', 'звонить<пов>']}
      - {id: refusal.plain, category: refusal, clause: '1', phrases: ['невозможно', 'не будем']}
      - {id: filler.well, category: filler, clause: '1', phrases: ['=ну']}
    """
  private static let own = """
    id: lagoon
    title: Лагуна
    extends: general
    rules:
      - {id: lagoon.late, category: blame, clause: '1', phrases: ['опоздать']}
    """

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var text: String
    var quotes: [String]

    init(_ name: String, _ text: String, _ quotes: String...) {
      testDescription = name
      self.text = text
      self.quotes = quotes
    }
  }

  private func findings(_ text: String) throws -> [Finding] {
    let (standard, base) = try lagoon(["general": Self.shared, "lagoon": Self.own])
    let compiled = try CompiledStandard(standard, base: base, morphology: morphology)
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
    return CallAnalyzer(standard: compiled, morphology: morphology)
      .analyze(call, cache: &cache).findings
  }

  @Test(
    "What is one finding, and what is two",
    arguments: [
      Case("at once", "вы перепутали читать надо было", "перепутали читать надо"),
      Case("after a comma", "Вы перепутали, читать надо.", "перепутали, читать надо"),
      Case(
        "with four words between", "перепутали вы всё тут сами виноваты",
        "перепутали вы всё тут сами виноваты"),
      Case(
        "with five words between", "перепутали вы всё это тут вот сами виноваты", "перепутали",
        "сами виноваты"),
      Case(
        "three times", "сами виноваты, перепутали, читать надо",
        "сами виноваты, перепутали, читать надо"),
      Case("in two sentences", "Вы перепутали. Читать надо было.", "перепутали", "Читать надо"),
      Case(
        "with another offence between", "перепутали ну читать надо", "перепутали ну читать надо",
        "ну"),
      Case("one rule says it twice", "перепутали, перепутали", "перепутали", "перепутали"),
      Case("orders are counted each", "ждите, звоните", "ждите", "звоните"),
      Case("refusals are counted each", "это невозможно не будем", "невозможно", "не будем"),
      Case(
        "a company's own rule says what it counts", "опоздали, перепутали, опоздали", "опоздали",
        "перепутали", "опоздали"),
    ])
  func joined(example: Case) throws {
    #expect(try findings(example.text).map(\.quote) == example.quotes)
  }

  @Test("The first rule speaks for both, and what it says instead stands for all the words")
  func whole() throws {
    let found = try findings("Вы перепутали, читать надо.")
    #expect(found.map { $0.rule } == ["blame.mixed"])
    #expect(found.map { $0.range } == [ScalarRange(3, 26)])
    #expect(found.flatMap { $0.replacements } == ["уточнить"])
    #expect(found.allSatisfy { $0.rewrite == nil })
    let last = try findings("Читать надо, вы перепутали.")
    #expect(last.map { $0.rule } == ["blame.read"])
    #expect(last.flatMap { $0.replacements } == [])
  }

  @Test(
    "The words between stay behind what stands for the first, where they belong to it",
    arguments: [
      ("Вы перепутали вагон, сами виноваты.", ["уточнить вагон"]),
      ("Вы перепутали, тут сами виноваты.", ["уточнить"]),
      ("вы перепутали вагон читать надо", []),
    ] as [(String, [String])])
  func between(text: String, replacements: [String]) throws {
    let found = try findings(text)
    #expect(found.count == 1)
    #expect(found.flatMap { $0.replacements } == replacements)
  }
}
