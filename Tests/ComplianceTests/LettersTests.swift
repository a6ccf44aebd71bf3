import Compliance
import Testing
import Transcripts

/// Words with letters that a copy, a recogniser or an editor put in place of their own or between them.
@Suite("Words are read as they were meant")
struct LettersTests {
  private static let rules = """
    rules:
      - id: jargon.short
        category: jargon
        clause: п. 1
        phrases: [=короче]
        replacements: ["если кратко,"]
        examples: {hit: ["Короче."], silent: ["Коротко."]}
      - id: command.wait
        category: command
        clause: п. 1
        phrases: ['ждать<пов>']
        replacements: ["подождите[, пожалуйста,]"]
        examples: {hit: ["Ждите."], silent: ["Жду."]}
      - id: diminutive
        category: diminutive
        clause: п. 1
        detector: diminutive
        examples: {hit: ["Минуточку."], silent: ["Минуту."]}
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var quotes: [String]
    var rewrite: String?
    var testDescription: String { text }

    init(_ text: String, _ quotes: [String], _ rewrite: String?) {
      (self.text, self.quotes, self.rewrite) = (text, quotes, rewrite)
    }
  }

  /// «o», «p», «e», «c», «y» between Cyrillic letters are Latin where they are written as escapes.
  private static let cases = [
    Case(
      "Минут\u{6F}чку, д\u{6F}говор готов.", ["Минут\u{6F}чку"], "Минуту, д\u{6F}говор готов."),
    Case("\u{63}екундочку", ["\u{63}екундочку"], "секунду"),
    Case("к\u{6F}\u{70}\u{6F}че завтра", ["к\u{6F}\u{70}\u{6F}че"], "если кратко, завтра"),
    Case("мину\u{301}точку", ["мину\u{301}точку"], "минуту"),
    Case("Жди\u{301}те ответа.", ["Жди\u{301}те"], "Подождите, пожалуйста, ответа."),
    Case("ми\u{AD}нуточку", ["ми\u{AD}нуточку"], "минуту"),
    Case("мину\u{200D}точку", ["мину\u{200D}точку"], "минуту"),
    Case("мину\u{200B}точку", ["мину\u{200B}точку"], "минуту"),
    Case("Visa, e-mail, OK, c вами.", [], nil),
  ]

  @Test("The words found are quoted as written, those in their place are clean", arguments: cases)
  func found(_ example: Case) throws {
    let found = findings(try analyzer(rules: Self.rules), in: example.text)
    #expect(found.map(\.quote) == example.quotes)
    #expect(found.first?.rewrite == example.rewrite)
    for finding in found {
      let scalars = Array(example.text.unicodeScalars)[finding.range.start..<finding.range.end]
      var quote = String.UnicodeScalarView()
      quote.append(contentsOf: scalars)
      #expect(String(quote) == finding.quote)
    }
  }
}
