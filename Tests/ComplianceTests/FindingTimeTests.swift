import Compliance
import Testing
import Transcripts

/// When a finding was said: by its word's own time, else by its place in the turn; the recogniser's
/// words may be others than those of the text.
@Suite("Findings: time")
struct FindingTimeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    /// The turn's seconds.
    var start: Double?
    var end: Double?
    /// «слово», each with the second that it starts at; a second long.
    var words: [(String, Double?)]?
    /// When the next turn starts.
    var next: Double?
    var found: Double?
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "its own time", text: "Нет, вы перепутали.", start: 1, end: 9,
      words: [("нет", 1), ("вы", 4.1234567), ("перепутали", 6)], found: 4.123),
    Case(name: "no times at all", text: "Нет, вы перепутали.", found: nil),
    Case(
      name: "by its place in the turn", text: "Нет-нет, да, вы перепутали.", start: 10, end: 20,
      found: 14.565),
    Case(
      name: "the first word starts with the turn", text: "Вы перепутали.", start: 10, end: 20,
      found: 10
    ),
    Case(
      name: "a turn without an end", text: "Нет да вы перепутали.", start: 10, found: 10.519),
    Case(
      name: "a turn that the next one cuts short", text: "Нет да вы перепутали.", start: 10,
      next: 10.8,
      found: 10.259),
    Case(
      name: "one word written as two", text: "Какой-то ужас, вы перепутали.", start: 0, end: 9,
      words: [("какой", 0), ("то", 1), ("ужас", 2), ("вы", 5), ("перепутали", 6)], found: 5),
    Case(
      name: "two words written as one", text: "Какой то ужас, вы перепутали.", start: 0, end: 9,
      words: [("какой-то", 0), ("ужас", 2), ("вы", 5), ("перепутали", 6)], found: 5),
    Case(
      name: "digits in the text, words in speech", text: "Там 42 рубля, вы перепутали.", start: 0,
      end: 9,
      words: [
        ("там", 0), ("сорок", 1), ("два", 2), ("рубля", 3), ("вы", 5), ("перепутали", 6),
      ], found: 5),
    Case(
      name: "the same number of words, others", text: "Там 42 какой-то вы перепутали.", start: 0,
      end: 9,
      words: [
        ("там", 0), ("сорок", 1), ("два", 2), ("какой-то", 3), ("вы", 5), ("перепутали", 6),
      ], found: 5),
    Case(
      name: "words that the text leaves out", text: "Вы перепутали.", start: 0, end: 9,
      words: [("э", 0), ("ну", 1), ("вы", 5), ("перепутали", 6)], found: 5),
    Case(
      name: "words that the source leaves out", text: "Видите ли, это вы перепутали.", start: 0,
      end: 9,
      words: [("видите", 0), ("вы", 5), ("перепутали", 6)], found: 3),
    Case(
      name: "a word without its time, between two", text: "Да, вы перепутали.", start: 0, end: 9,
      words: [("да", 1), ("вы", nil), ("перепутали", 6)], found: 2),
    Case(
      name: "signs that are words of the source", text: "Да — вы перепутали.", start: 0, end: 9,
      words: [("Да", 1), ("—", nil), ("вы", 5), ("перепутали", 6), (".", nil)], found: 5),
    Case(
      name: "a word that comes again", text: "Нет, я сказала: нет. Вы перепутали.", start: 0,
      end: 9,
      words: [
        ("я", 1), ("сказала", 2), ("нет", 4), ("вы", 5), ("перепутали", 6),
      ], found: 5),
    Case(
      name: "capitals, ё and marks of stress in the source", text: "Всё, вы перепутали.", start: 0,
      end: 9,
      words: [("все", 0), ("ВЫ", 5), ("перепу́тали", 6)], found: 5),
    Case(
      name: "words of another turn altogether", text: "Вы перепутали.", start: 3, end: 9,
      words: [("совсем", 4), ("другое", 5)], found: 4),
  ]

  @Test("A finding starts when its first word was said", arguments: cases)
  func starts(_ example: Case) throws {
    var turn = Turn(
      speaker: .operator, text: example.text, start: example.start, end: example.end)
    turn.words = example.words?.map { text, start in
      Word(text: text, start: start, end: start.map { $0 + 1 })
    }
    var call = Call(id: "call", standard: "general", turns: [turn])
    if let next = example.next {
      call.turns.append(Turn(speaker: .client, text: "Да", start: next))
    }
    let findings = try SampleAnalyzers.analyze(call).findings.filter {
      $0.quote.lowercased().hasSuffix("вы перепутали")
    }
    #expect(findings.count == 1)
    #expect(findings.first?.start == example.found)
  }
}
