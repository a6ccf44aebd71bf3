import Compliance
import ServiceStandards
import Testing
import Transcripts

/// Phrases are found by their rarest words, wherever in a match those stand.
@Suite("Phrase search")
struct PhraseSearchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var phrases: [String]
    var text: String
    var expected: [String]

    init(_ name: String, _ phrases: [String], in text: String, _ expected: String...) {
      testDescription = name
      self.phrases = phrases
      self.text = text
      self.expected = expected
    }
  }

  private static let numbers = [
    "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
  ]
  /// A hundred ways of two words each.
  private static let manyWays =
    "(\(numbers.flatMap { first in numbers.map { "=\(first) =\($0)" } }.joined(separator: "|")))"
  private static let filling = repeatElement("слово", count: 150).joined(separator: " ")

  private func quotes(_ phrases: [String], in text: String, by speaker: Speaker = .operator)
    throws -> [String]
  {
    let lines = phrases.map { "            - '\($0)'\n" }.joined()
    let rules = """
      lists:
        вставные: ['=там', '=вообще']
      rules:
        - id: rule
          category: profanity
          clause: "1"
          speaker: any
          phrases:
      \(lines)
        - id: ours
          category: blame
          clause: "1"
          phrases:
            - 'только оператор'
      """
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: speaker, text: text)])
    return try analyzer(rules: rules).analyze(call, cache: &cache).findings.map(\.quote)
  }

  @Test(
    "Every match is found",
    arguments: [
      Case("a rare word last", ["это *2 мы гангрена"], in: "это мы гангрена", "это мы гангрена"),
      Case(
        "a rare word said twice", ["гангрена *3 мы"], in: "гангрена гангрена мы",
        "гангрена гангрена мы"),
      Case(
        "two matches on one rare word", ["(это|мы) гангрена (это|мы)"],
        in: "мы гангрена это, это гангрена мы", "мы гангрена это", "это гангрена мы"),
      Case(
        "inserted words before the rare one", ["это мы гангрена"],
        in: "это там вообще мы вообще гангрена", "это там вообще мы вообще гангрена"),
      Case("no three inserted words", ["это гангрена"], in: "это там там там гангрена"),
      Case(
        "a rare word after an optional stretch", ["это [очень большая] гангрена"],
        in: "это гангрена и это очень большая гангрена", "это гангрена",
        "это очень большая гангрена"),
      Case(
        "a rare word before what must not follow", ["гангрена !(это мы)"],
        in: "гангрена это мы, гангрена это", "гангрена"),
      Case(
        "two words in any order", ["{это гангрена}*2"], in: "гангрена вот это", "гангрена вот это"),
      Case("the first of many ways", [manyWays + " раз"], in: "один один раз", "один один раз"),
      Case(
        "the last of many ways", [manyWays + " раз"], in: "десять десять раз", "десять десять раз"),
      Case(
        "one of many ways after a gap", ["раз *2 " + manyWays], in: "раз и вот семь три",
        "раз и вот семь три"),
      Case("none of many ways", [manyWays + " раз"], in: "десять сто раз"),
      Case("many ways that may be left out", ["[\(manyWays)] раз"], in: "сто раз", "раз"),
      Case(
        "the end of a long turn", ["это гангрена"], in: filling + " это гангрена", "это гангрена"),
      Case(
        "gaps of hundreds of words", ["это *200 и *200 гангрена"],
        in: "это \(filling) и \(filling) гангрена", "это \(filling) и \(filling) гангрена"),
      Case("no word at all required", ["^^ <> $$"], in: "гангрена", "гангрена"),
    ])
  func finds(_ example: Case) throws {
    #expect(try quotes(example.phrases, in: example.text) == example.expected)
  }

  @Test("The client is searched only for what is asked of both sides")
  func searchesClient() throws {
    let text = "только оператор, это гангрена"
    #expect(try quotes(["это гангрена"], in: text) == ["только оператор", "это гангрена"])
    #expect(try quotes(["это гангрена"], in: text, by: .client) == ["это гангрена"])
  }

  @Test("A cache of words serves two standards")
  func sharesCache() throws {
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: "это гангрена и тубус")])
    for (phrase, expected) in [("гангрена", "гангрена"), ("тубус", "тубус"), ("тубус", "тубус")] {
      let rules = """
        rules:
          - id: rule
            category: blame
            clause: "1"
            phrases: ['\(phrase)']
        """
      let findings = try analyzer(rules: rules).analyze(call, cache: &cache).findings
      #expect(findings.map(\.quote) == [expected])
    }
  }
}
