import Compliance
import ServiceStandards
import Testing
import Transcripts

/// Where in the call a phrase counts: windows of every unit from every point.
@Suite("Placement of phrases")
struct PlacementTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The keys of a rule whose phrase is «вина».
    var keys: String
    var turns: [String]
    var findings: [String]
    var review: [String] = []
    var testDescription: String { "\(keys) ← \(turns)" }

    init(_ keys: String, _ turns: String..., findings: [String] = [], review: [String] = []) {
      self.keys = keys
      self.turns = turns
      self.findings = findings
      self.review = review
    }
  }

  private static let lexicon = """
    speech: {back_channels: [да], silence_seconds: 3, hold_seconds: 15}
    lists: {жалоба: ['жаловаться', 'претензия']}
    rules:
      - {id: other, category: filler, clause: "1", phrases: ['ну']}
      - id: rule
        category: blame
        clause: "1"
        phrases: ['=вина', '=вина2', '=вина3']

    """

  private func check(_ example: Case) throws {
    let rules = Self.lexicon + "    " + example.keys
    var call = Call(id: "call", turns: [])
    for line in example.turns { call.turns += try dialogueCall(line).turns }
    var cache = WordCache()
    let analysis = try analyzer(rules: rules).analyze(call, cache: &cache)
    #expect(analysis.findings.filter { $0.rule == "rule" }.map(\.quote) == example.findings)
    #expect(analysis.review.filter { $0.rule == "rule" }.map(\.quote) == example.review)
  }

  private static let long = "раз два три четыре пять шесть семь восемь девять вина2"

  @Test(
    "In words and in turns no times are needed",
    arguments: [
      Case("where: '2 слова от начала звонка'", "О: раз два вина", findings: ["вина"]),
      Case("where: '1 слово от начала звонка'", "О: раз два вина"),
      Case(
        "where: '2 слова оператора от начала'", "К: а б в г", "О: раз два вина", findings: ["вина"]),
      Case("where: '1 слово до конца звонка'", "О: вина раз вина2 раз", findings: ["вина2"]),
      Case("where: '1 реплика от начала звонка'", "О: вина", "О: вина2", findings: ["вина"]),
      Case(
        "where: '1 реплика оператора от начала звонка'", "К: да", "О: вина", "К: да", "О: вина2",
        findings: ["вина"]),
      Case(
        "where: '2 реплики до конца звонка'", "О: вина", "О: вина2", "К: да", findings: ["вина2"]),
      Case(
        "where: '1 реплика оператора до конца звонка'", "О: вина", "О: вина2", "К: да",
        findings: ["вина2"]),
      Case("where: '2 слова после фразы ох'", "О: ох а б вина а вина2", findings: ["вина"]),
      Case("where: '2 слова до фразы ох'", "О: вина а б в вина2 а б ох", findings: ["вина2"]),
      Case(
        "where: '1 слово от фразы ох'", "О: вина а ох а вина2 а вина3", findings: ["вина", "вина2"]),
      Case("where: 'после фразы ох'", "О: вина ох", "О: вина2", findings: ["вина2"]),
      Case("where: 'до фразы ох'", "О: вина ох", "О: вина2", findings: ["вина"]),
      Case("where: 'от фразы ох'", "О: вина", "О: ох", findings: ["вина"]),
      Case("where: 'от фразы ох'", "О: вина"),
      Case("where_not: '2 слова от фразы ох'", "О: вина а ох а б в вина2", findings: ["вина2"]),
      Case("where_not: 'от фразы ох'", "О: вина", findings: ["вина"]),
      Case(
        "where: '1 реплика оператора после фразы клиента @жалоба'", "О: вина",
        "К: я буду жаловаться",
        "О: вина2", "К: да", "О: вина3", findings: ["вина2"]),
      Case("where: 'после фразы клиента ох'", "О: ох вина"),
      Case("where: '0 реплик от фразы ох'", "О: ох вина", "О: вина2", findings: ["вина"]),
      Case("where: '3 слова от фразы =вина'", "О: вина а вина2", findings: ["вина2"]),
      Case("where: '0 слов от правила other'", "О: ну вина а вина2", findings: ["вина"]),
      Case("where: 'после правила other'", "О: вина", "О: ну вина2", findings: ["вина2"]),
      Case(
        "where: ['после фразы ох', '1 слово до фразы ах']", "О: вина ах ох вина2 а б ах вина3 ах",
        findings: ["вина3"]),
      Case(
        "where_any: ['1 слово от начала', '1 слово до конца']", "О: вина а б вина2 а б вина3",
        findings: ["вина", "вина3"]),
    ])
  func countedPlaces(example: Case) throws { try check(example) }

  @Test(
    "In seconds a match has its own time, not its turn's",
    arguments: [
      Case(
        "where: '5 секунд от начала звонка'", "0-10 О: вина", "10-12 О: вина2", findings: ["вина"]),
      // One turn of ten seconds: its first word is early, its last late.
      Case("where: '5 секунд от начала'", "0-10 О: вина \(long)", findings: ["вина"]),
      Case("where: '5 секунд до конца'", "0-10 О: вина \(long)", findings: ["вина2"]),
      Case(
        "where: '5 секунд от начала'", "О: 0-1 вина|8-9 вина2|9-10 да", "11-12 К: да",
        findings: ["вина"]),
      // The words of the source are others than ours.
      Case(
        "where: '5 секунд от начала'", "О: 0-1 да, вина|7-8 давно ваша|8-9 вина2",
        findings: ["вина"]),
      // The clock begins with speech, not with the ringing.
      Case("where: '5 секунд от начала'", "30-32 О: вина", "50-52 К: да", findings: ["вина"]),
      Case(
        "where: '3 секунды после фразы ох'", "0-1 К: ох", "3-4 О: вина", "9-10 О: вина2",
        findings: ["вина"]),
      Case(
        "where: '3 секунды до фразы ох'", "0-1 О: вина", "5-6 О: вина2", "7-8 К: ох",
        findings: ["вина2"]),
      Case(
        "where: '2 секунды от правила other'", "0-1 О: ну", "2-3 О: вина", "8-9 О: вина2",
        findings: ["вина"]),
      Case("where: '5 секунд от начала'", "О: вина", review: ["вина"]),
      Case("where_not: '5 секунд от начала'", "О: вина", review: ["вина"]),
      Case("where: '5 секунд от правила other'", "О: вина"),
    ])
  func timedPlaces(example: Case) throws { try check(example) }

  @Test(
    "Holds, pauses and interruptions are measured from as metrics know them",
    arguments: [
      Case(
        "where: '5 секунд после ожидания'", "0-2 О: вина", "22-24 О: вина2", "40-41 К: да",
        "41-42 О: вина3", findings: ["вина2"]),
      Case(
        "where: '3 секунды до ожидания'", "0-12 О: вина \(long)", "32-34 О: вина3",
        findings: ["вина2"]),
      Case("where: 'до конца ожидания'", "0-2 О: вина", "22-24 О: вина2", findings: ["вина"]),
      Case("where: 'после начала ожидания'", "0-2 О: вина", "22-24 О: вина2", findings: ["вина2"]),
      Case(
        "where: '1 реплика до ожидания'", "0-2 О: вина", "3-4 О: вина2", "22-24 О: вина3",
        findings: ["вина2"]),
      Case(
        "where: '1 реплика после ожидания'", "0-2 О: вина", "22-24 О: вина2", "25-26 О: вина3",
        findings: ["вина2"]),
      Case("where: 'от ожидания'", "0-2 О: вина", "3-4 О: вина2"),
      Case("where: 'от ожидания'", "О: вина", review: ["вина"]),
      Case("where_not: 'от ожидания'", "О: вина", review: ["вина"]),
      Case(
        "where: '1 слово после паузы'", "0-2 О: вина", "6-8 О: вина2 а б в вина3",
        findings: ["вина2"]),
      Case("where: '1 слово после паузы дольше 5 секунд'", "0-2 О: вина", "6-8 О: вина2"),
      Case(
        "where: '1 слово после паузы дольше 1 секунды'", "0-2 О: вина", "3.5-5 О: вина2",
        findings: ["вина2"]),
      // A pause inside a turn whose words have times.
      Case(
        "where: '0 слов после паузы'", "О: 0-1 вина|1-2 вина3|8-9 вина2|9-10 да", "10-11 К: да",
        findings: ["вина2"]),
      Case(
        "where: '0 реплик до паузы'", "О: 0-1 вина|8-9 вина2", "10-11 К: да",
        findings: ["вина"]),
      Case(
        "where: '2 слова после перебивания оператором'", "0-5 К: а б в г д", "3-6 О: а вина",
        "6-7 К: да", "8-9 О: вина2", findings: ["вина"]),
      Case(
        "where: '2 слова после перебивания клиентом'", "0-5 К: а б в г д", "3-6 О: а вина",
        "6-7 К: да", "8-9 О: вина2"),
    ])
  func events(example: Case) throws { try check(example) }

  @Test("A phrase has its own speaker, and the rest of the rule another")
  func speakers() throws {
    let rules = """
      rules:
        - id: rule
          category: blame
          clause: "1"
          phrases:
            - 'вина'
            - {phrase: 'ошибка', speaker: client}
            - {phrase: 'промах', speaker: any}
      """
    let call = try dialogueCall("О: вина ошибка промах", "К: вина ошибка промах")
    var cache = WordCache()
    let found = try analyzer(rules: rules).analyze(call, cache: &cache).findings
    #expect(
      found.map { "\($0.turn) \($0.quote)" } == ["0 вина", "0 промах", "1 ошибка", "1 промах"])
  }

  @Test(
    "Elements and approved wordings have places too",
    arguments: [("О: вина спасибо", false), ("О: спасибо вина", true)])
  func elements(turn: String, isFound: Bool) throws {
    let rules = """
      rules: [{id: rule, category: blame, clause: "1", phrases: ['вина']}]
      elements:
        - {element: thanks, clause: "1", phrases: ['спасибо'], where: '0 слов от начала звонка'}
      approved:
        - {clause: "1", phrases: ['вина'], where: '0 слов от начала звонка'}
      """
    var cache = WordCache()
    let analysis = try analyzer(rules: rules).analyze(try dialogueCall(turn), cache: &cache)
    #expect(analysis.findings.isEmpty != isFound)
    let thanks = analysis.elements.first { $0.element == .thanks }
    #expect(thanks?.status == (isFound ? .present : .absent))
  }

  @Test(
    "A place that is not known here is refused with its line and column",
    arguments: [
      (
        "rules:\n  - {id: a, category: blame, clause: б, phrases: [да], where: 'от правила b'}",
        2, 75, "нет правила «b»"
      ),
      (
        "rules:\n  - {id: aaa, category: blame, clause: б, phrases: [да]}\n"
          + "  - {id: b, category: blame, clause: б, phrases: [да], where: 'от правила aab'}",
        3, 75, "вы имели в виду «aaa»?"
      ),
      (
        "rules:\n  - {id: a, category: blame, clause: б, phrases: [да], where: 'от условия'}",
        2, 67, "только в проверках критериев"
      ),
      (
        "rules:\n  - {id: a, category: blame, clause: б, phrases: [да], depends_on: {rule: b}}",
        2, 75, "нет правила «b»"
      ),
      (
        "rules:\n  - {id: a, category: blame, clause: б, phrases: [да], where: 'от правила a'}",
        2, 5, "зависит от себя"
      ),
      (
        "rules:\n  - {id: a, category: blame, clause: б, phrases: ['да @нет']}", 2, 55,
        "нет списка «@нет»"
      ),
      (
        "lists: {извинения: [прости]}\n"
          + "rules:\n  - {id: a, category: blame, clause: б, phrases: ['@извенения']}", 3, 52,
        "вы имели в виду «@извинения»?"
      ),
    ])
  func refusals(rules: String, line: Int, column: Int, message: String) throws {
    do {
      _ = try analyzer(rules: rules)
      Issue.record("accepted")
    } catch let error as StandardError {
      #expect(error.message.contains(message), "\(error)")
      #expect(error.place == Place(file: "rules/all.yaml", line: line, column: column), "\(error)")
    }
  }
}
