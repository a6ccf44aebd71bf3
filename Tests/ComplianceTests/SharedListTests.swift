import Compliance
import Testing

/// A long list is one program that every phrase asks; each phrase must hear of it what it would if
/// the entries were written out.
@Suite("Lists that phrases share")
struct SharedListTests {
  typealias Case = PhraseSearchTests.Case

  /// Two lists, one of which names the other, each long enough to be a program.
  private static let lists = """
    lists:
      вставные: ['=там', '=вообще']
      отрицания: ['=не']
      растения: ['=роза', '=дикая =роза', '=дикая =роза =сада', '=мята', '=мята *2 =сада',
        '=ель [=или =сосна]', '=синий . =лён', '=осот !=злой']
      букеты: ['=букет @растения', '@растения =в =вазе', '=букет', '=букет =ваза', '=ваза =с =водой']
    """

  private func quotes(_ phrases: [String], in text: String) throws -> [String] {
    let lines = phrases.map { "      - '\($0)'\n" }.joined()
    let rules = """
      \(Self.lists)
      rules:
        - id: rule
          category: profanity
          clause: "1"
          phrases:
      \(lines)
      """
    return findings(try analyzer(rules: rules), in: text).map(\.quote)
  }

  @Test(
    "A phrase hears a list as if its entries were written out",
    arguments: [
      Case("at the start", ["@растения =цветёт"], in: "вот дикая роза цветёт", "дикая роза цветёт"),
      Case(
        "an entry of several words before one of a single word", ["=вижу @растения"],
        in: "вижу мята у сада", "вижу мята у сада"),
      Case(
        "a shorter entry where the longer leads nowhere", ["@растения =сада =цветёт"],
        in: "дикая роза сада цветёт", "дикая роза сада цветёт"),
      Case(
        "an optional end of an entry", ["@растения =или =дуб"], in: "ель или дуб", "ель или дуб"),
      Case(
        "a gap within an entry", ["=вижу @растения =тут"], in: "вижу мята из старого сада тут",
        "вижу мята из старого сада тут"),
      Case(
        "inserted words before an entry", ["=вижу @растения"], in: "вижу там вообще роза",
        "вижу там вообще роза"),
      Case("no inserted words at the start of a match", ["@растения =цветёт"], in: "там цветёт"),
      Case(
        "inserted words within an entry", ["@растения =цветёт"], in: "дикая там роза цветёт",
        "дикая там роза цветёт"),
      Case("a sentence ends before the entry", ["=вижу @растения"], in: "Вижу. Роза."),
      Case(
        "a phrase passes over the end of a sentence", ["=вижу . @растения"], in: "Вижу. Роза.",
        "Вижу. Роза"),
      Case(
        "an entry passes over the end of a sentence", ["=вижу @растения =тут"],
        in: "Вижу синий. Лён тут.", "Вижу синий. Лён тут"),
      Case(
        "what must not follow within an entry", ["=вижу @растения *1 =куст"],
        in: "вижу осот злой куст"),
      Case(
        "a list in a list", ["=мой @букеты =тут"], in: "мой букет дикая роза сада тут",
        "мой букет дикая роза сада тут"),
      Case(
        "a list in a list that also stands alone", ["=мой @букеты", "@растения =тут"],
        in: "мой дикая роза в вазе, роза тут", "мой дикая роза в вазе", "роза тут"),
      Case(
        "at the start of a match and within another", ["@растения =тут", "=вижу @растения"],
        in: "роза тут, вижу роза", "роза тут", "вижу роза"),
      Case(
        "twice in a phrase", ["@растения =и @растения"], in: "дикая роза и мята для сада",
        "дикая роза и мята для сада"),
      Case("left out", ["=вижу [@растения] =тут"], in: "вижу тут", "вижу тут"),
      Case("what must not follow", ["=вижу !@растения"], in: "вижу дикая роза"),
      Case("what may follow", ["=вижу !@растения"], in: "вижу дикая коза", "вижу"),
      Case(
        "the part that makes the finding", ["=вижу «@растения» =тут"],
        in: "вижу дикая роза сада тут", "дикая роза сада"),
      Case(
        "any order", ["{=вижу @растения}"], in: "дикая роза вижу", "дикая роза вижу"),
    ])
  func hearsEntries(_ example: Case) throws {
    #expect(try quotes(example.phrases, in: example.text) == example.expected)
  }

  @Test("Lists that name each other are told as a circle")
  func tellsCircles() throws {
    let rules = """
      lists:
        розы: ['=роза @мяты', '=роза =сада', '=белая =роза', '=алая =роза']
        мяты: ['=мята @розы', '=мята =сада', '=белая =мята', '=алая =мята']
      rules:
        - id: rule
          category: profanity
          clause: "1"
          phrases: ['=вижу @розы']
      """
    #expect(throws: (any Error).self) { try analyzer(rules: rules) }
  }
}
