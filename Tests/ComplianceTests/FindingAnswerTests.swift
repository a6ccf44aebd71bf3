import Compliance
import ServiceStandards
import Testing
import Transcripts

/// `finding_only: true` of a rewording: what is shown at the finding and not put into the turn.
@Suite("Answers for the finding alone")
struct FindingAnswerTests {
  private static let rules = """
    rules:
      - id: refusal.no
        category: refusal
        clause: "1"
        phrases: ['=нельзя', '=никак']
        examples: {hit: [], silent: []}
    rewordings:
      - categories: [refusal]
        phrases: ['=никак =нельзя', '=нельзя =потом']
        finding_only: true
        replacements: ['позже']
      - categories: [refusal]
        unless: ['_ =или']
        finding_only: true
        replacements: ['это невозможно', 'предложу другое…']
      - categories: [refusal]
        phrases: ['=по =почте =нельзя']
        replacements: ['почтой это невозможно']
      - categories: [refusal]
        only: ['^ _ $']
        replacements: ['это не представляется возможным']
      - categories: [refusal]
        only: ['=сейчас _']
        replacements: []
    """

  @Test(
    "A finding has an answer where its turn is not rewritten",
    arguments: [
      ("a rewording of the turn goes first", "нельзя", ["это не представляется возможным"], true),
      ("half a sentence", "завтра нельзя", ["это невозможно", "предложу другое…"], false),
      (
        "where nothing is safe for the turn", "сейчас нельзя",
        ["это невозможно", "предложу другое…"], false
      ),
      (
        "where the turn's takes a word more", "по почте нельзя",
        ["это невозможно", "предложу другое…"], true
      ),
      (
        "one that takes a word more is not asked", "нельзя потом",
        ["это невозможно", "предложу другое…"], false
      ),
      ("its own exceptions hold", "завтра нельзя или можно", [], false),
    ])
  func answered(_ name: String, _ text: String, _ replacements: [String], _ rewrites: Bool) throws {
    let found = findings(try analyzer(rules: Self.rules), in: text)
    #expect(found.map(\.replacements) == [replacements], "\(name)")
    #expect(found.allSatisfy { ($0.rewrite != nil) == rewrites }, "\(name)")
  }

  @Test(
    "The client's name is asked for only where a turn is not rewritten with it",
    arguments: [
      (
        "a rewording of turns",
        "rewordings: [{categories: [refusal], replacements: ['Имя-Отчество']}]"
      ),
      (
        "not at its start",
        "rewordings: [{categories: [refusal], finding_only: true, replacements: ['да, Имя-Отчество']}]"
      ),
      (
        "twice",
        "rewordings: [{categories: [refusal], finding_only: true, replacements: ['Имя-Отчество, Имя-Отчество']}]"
      ),
    ])
  func name(_ name: String, _ rewording: String) throws {
    let error = #expect(throws: StandardError.self, "\(name)") {
      try analyzer(rules: rewording)
    }
    #expect(error?.description.contains("«finding_only: true»") == true, "\(name)")
  }
}
