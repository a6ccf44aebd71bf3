import Compliance
import Testing
import Transcripts

/// A whole recording in one turn, as a recogniser that tells no speakers gives it.
@Suite("Turns of thousands of findings")
struct LongTurnTests {
  private static let rules = """
    rules:
      - id: command.wait
        category: command
        clause: п. 1
        phrases: [=подождите]
        replacements: ["подождите, пожалуйста"]
        examples: {hit: ["Подождите."], silent: ["Подожду."]}
    """

  /// The findings of so many orders on end.
  private func orders(_ count: Int) throws -> [Finding] {
    let text = Array(repeating: "подождите минуту", count: count).joined(separator: " ")
    return findings(try analyzer(rules: Self.rules), in: text)
  }

  @Test("Each is found in its place", arguments: [1, 600, 20_000])
  func places(count: Int) throws {
    let length = "подождите минуту ".unicodeScalars.count
    #expect(
      try orders(count).map(\.range)
        == (0..<count).map { ScalarRange($0 * length, $0 * length + 9) })
  }

  @Test(
    "A turn is rewritten while a person could read it",
    arguments: [(100, true), (101, false), (20_000, false)])
  func rewrite(count: Int, isRewritten: Bool) throws {
    let found = try orders(count)
    #expect(found.allSatisfy { ($0.rewrite != nil) == isRewritten })
    #expect(Set(found.map(\.replacements)) == [["подождите, пожалуйста"]])
  }

  private static let softened = """
    rules:
      - id: command.wait
        category: command
        clause: п. 1
        phrases: [{phrase: =подождите, unless_turn: [=пожалуйста]}]
        replacements: ["подождите, пожалуйста"]
        examples: {hit: ["Подождите."], silent: ["Подождите, пожалуйста."]}
      - id: jargon.office
        category: jargon
        clause: п. 1
        phrases: [{phrase: =офис, only_sentence: [=наш]}]
        replacements: ["отделение"]
        examples: {hit: ["Наш офис."], silent: ["Офис."]}
    """

  @Test(
    "In a turn its own words are the context, in a monologue those near by",
    arguments: [(59, true), (61, false), (180, true), (230, false)])
  func context(words: Int, isContext: Bool) throws {
    let analyzer = try analyzer(rules: Self.softened)
    // With more than 200 words in all it is a monologue.
    let rest = words < 100 ? 200 : 10
    func said(_ first: String, _ last: String) -> [Finding] {
      let between = Array(repeating: "договор", count: words)
      let after = Array(repeating: "договор", count: rest)
      return findings(
        analyzer, in: ([first] + between + [last] + after).joined(separator: " "))
    }
    #expect(said("пожалуйста", "подождите").isEmpty == isContext)
    #expect(said("наш", "офис").isEmpty != isContext)
  }

  @Test("Ten times the words take little more than ten times as long", .enabled(if: isOptimised))
  func time() throws {
    let analyzer = try analyzer(rules: Self.softened)
    func seconds(_ count: Int) -> Double {
      let text = Array(repeating: "наш офис подождите договор", count: count)
        .joined(separator: " ")
      let time = ContinuousClock().measure { _ = findings(analyzer, in: text) }
      return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }
    _ = seconds(1_000)
    #expect(seconds(20_000) < 30 * max(seconds(2_000), 0.01))
  }
}

private var isOptimised: Bool {
  var optimised = true
  assert(
    {
      optimised = false
      return true
    }())
  return optimised
}
