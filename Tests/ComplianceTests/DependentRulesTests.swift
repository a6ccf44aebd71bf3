import Compliance
import ServiceStandards
import Testing
import Transcripts

/// Rules that count by how often they match, and rules that depend on others.
@Suite("Frequencies and dependent rules")
struct DependentRulesTests {
  /// What rules find, as «rule: quote», the doubtful with a question mark.
  private func found(_ rules: String, _ lines: [String]) throws -> [String] {
    var call = Call(id: "call", turns: [])
    for line in lines { call.turns += try dialogueCall(line).turns }
    var cache = WordCache()
    let analysis = try analyzer(rules: rules).analyze(call, cache: &cache)
    return analysis.findings.map { "\($0.rule): \($0.quote)" }
      + analysis.review.map { "\($0.rule)? \($0.quote)" }
  }

  @Test(
    "A rule that counts by its frequency",
    arguments: [
      ("не меньше 2 раз", "each", ["О: вина"], []),
      ("не меньше 2 раз", "each", ["О: вина", "О: вина"], ["a: вина", "a: вина"]),
      ("не меньше 2 раз", "once", ["О: раз вина", "О: вина"], ["a: вина"]),
      (
        "не меньше 2 раз за 3 слова", "each", ["О: вина а вина а б в вина"],
        ["a: вина", "a: вина"]
      ),
      (
        "не меньше 2 раз за 10 секунд", "each",
        ["0-1 О: вина", "20-21 О: вина", "28-29 О: вина"], ["a: вина", "a: вина"]
      ),
      ("не меньше 2 раз за 10 секунд", "each", ["О: вина", "О: вина"], ["a? вина", "a? вина"]),
      ("не меньше 2 раз за 10 секунд", "each", ["О: вина"], []),
      (
        "не меньше 2 раз за 1 реплику", "each", ["О: вина вина", "О: вина"], ["a: вина", "a: вина"]
      ),
      ("больше 20 на 100 слов", "each", ["О: вина а б", "К: а б в г д е ж"], ["a: вина"]),
      ("больше 50 на 100 слов", "each", ["О: вина а б"], []),
      ("больше 3 в минуту", "each", ["0-5 О: вина", "9-10 О: да"], ["a: вина"]),
      ("больше 3 в минуту", "each", ["0-5 О: вина", "59-60 О: да"], []),
      ("больше 3 в минуту", "once", ["О: вина вина"], ["a? вина"]),
      ("не больше 1 раза", "each", ["О: вина вина"], []),
      ("не меньше 2 раз и больше 90 на 100 слов", "each", ["О: вина вина а б"], []),
    ])
  func frequency(text: String, fires: String, lines: [String], expected: [String]) throws {
    let rules = """
      rules:
        - {id: a, category: blame, clause: "1", phrases: ['вина'], how_often: '\(text)', fires: \(fires)}
      """
    #expect(try found(rules, lines) == expected)
  }

  @Test(
    "A rule that depends on another, and what remains of that",
    arguments: [
      ("{rule: a}", "О: ох горе. Ох.", ["b: ох горе", "a: Ох"]),
      ("{rule: a}", "О: ух горе.", []),
      ("{rule: a, rest: review}", "О: ох горе. Ох.", ["b: ох горе", "a? Ох"]),
      ("{rule: a, rest: drop}", "О: ох горе. Ох.", ["b: ох горе"]),
      ("{rule: a, rest: drop}", "О: ох.", []),
      ("{rule: a, in: sentence}", "О: ох, ух горе. Ух горе.", ["a: ох", "b: ух горе"]),
      ("{rule: a, in: sentence, rest: drop}", "О: ох, ух горе. Ох.", ["b: ух горе"]),
      (
        "{rule: a, in: sentence, rest: review}", "О: ох, ух горе. Ох.",
        ["b: ух горе", "a? ох", "a? Ох"]
      ),
      ("{rule: a, in: turn, rest: drop}", "О: ох. Ух горе.|О: ох", ["b: Ух горе"]),
      ("{rule: a, in: turn, rest: review}", "О: ох. Ух горе.", ["b: Ух горе", "a? ох"]),
      ("{rule: a, in: call, rest: drop}", "О: ух горе|О: ох", ["b: ух горе"]),
      ("{rule: a, in: turn}", "О: ох. Ух горе.", ["a: ох", "b: Ух горе"]),
      ("{rule: a, in: call}", "О: ух горе|О: ох", ["b: ух горе", "a: ох"]),
      ("{rule: a, in: turn}", "О: ух горе|О: ох", ["a: ох"]),
      ("{rule: [a, c], in: call}", "О: ух горе|О: ах", ["b: ух горе", "c: ах"]),
      ("{unless_rule: a, in: turn}", "О: ох. Ух горе.|О: ух горе", ["a: ох", "b: ух горе"]),
      ("{unless_rule: a, in: call}", "О: ох|О: ух горе", ["a: ох"]),
      ("{unless_rule: a}", "О: ух горе", ["b: ух горе"]),
    ])
  func dependence(text: String, lines: String, expected: [String]) throws {
    // The dependent rule stands before the other, and is of a less specific category.
    let rules = """
      rules:
        - {id: b, category: filler, clause: "1", phrases: ['(ох|ух) горе'], depends_on: \(text)}
        - {id: a, category: blame, clause: "1", phrases: ['ох']}
        - {id: c, category: blame, clause: "1", phrases: ['ах']}
      """
    let found = try found(rules, lines.split(separator: "|").map(String.init))
    #expect(found == expected)
  }

  @Test("A stretch that approved wording excuses claims nothing")
  func excused() throws {
    let rules = """
      rules:
        - {id: b, category: filler, clause: "1", phrases: ['ох горе'], depends_on: {rule: a}}
        - {id: a, category: blame, clause: "1", phrases: ['ох']}
      approved: [{clause: "1", phrases: ['ох горе'], categories: [filler]}]
      """
    #expect(try found(rules, ["О: ох горе"]) == ["a: ох"])
  }
}
