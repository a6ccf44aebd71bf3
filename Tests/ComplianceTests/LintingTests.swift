import Compliance
import Foundation
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
      ("a gap alone", "*2", "ни одного обязательного слова"),
      ("nothing but what may be missing", "[очень] [жаль]", "ни одного обязательного слова"),
      ("the place of what was found", "зеркало _", "«_» бывает только в исключениях"),
      ("a hyphen", "мест - нет", "тире пишут «,»"),
      ("a sign", "100 % предоплата", "знака «%» в речи не слышно"),
      ("a mark of stress", "ме\u{301}ст нет", "стоит знак ударения"),
      ("a colloquial spelling means itself alone", "щас<нареч>", "нет такой формы: щас<нареч>"),
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
      "(подождать|позвонить)<пов>", "{вы перепутать}", "неправильнописанноеслово", "щас",
      "сейчас<нареч>",
    ])
  func silent(_ phrase: String) throws {
    #expect(try unreachable(phrase) == [])
  }

  @Test("A Latin letter in a Russian word is told, a Latin word is not")
  func latin() throws {
    #expect(try unreachable("кocяк").contains { $0.contains("в слове «кocяк»") })
    #expect(try unreachable("wi-fi и sim-карта") == [])
  }

  @Test(
    "Exceptions that always hold, and places and numbers that never are",
    arguments: [
      ("unless: ['_']", "исключение «_» подходит к ней всегда"),
      ("unless_sentence: ['буду']", "исключение «буду» подходит к ней всегда"),
      ("unless_turn: ['(стану|буду)']", "подходит к ней всегда"),
      (
        "where: '3 реплики от начала звонка'\n        where_not: '3 реплики от начала звонка'",
        "стоит и в where, и в where_not"
      ),
    ])
  func always(_ keys: String, _ reason: String) throws {
    #expect(try unreachable("не буду", keys: keys).contains { $0.contains(reason) })
  }

  @Test(
    "Exceptions that hold at times have no remark",
    arguments: ["unless: ['может _']", "unless_sentence: ['буду рад']", "unless_turn: ['=будем']"])
  func sometimes(_ keys: String) throws {
    #expect(try unreachable("не буду", keys: keys) == [])
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

  /// Places of a standard beside its rules where a phrase may stand, as YAML; `PHRASE` is the phrase.
  static let places: [(name: String, yaml: String)] = [
    ("the company's name", "company: ['PHRASE']"),
    ("a word of the tables", rule("lookup: ['PHRASE']")),
    ("a window of a rule", rule("where: '3 слова после фразы PHRASE'")),
    ("a rewording", "rewordings: [{categories: [blame], phrases: ['PHRASE'], replacements: ['']}]"),
    (
      "an exception of a rewording",
      "rewordings: [{categories: [blame], phrases: ['да'], unless: ['PHRASE'], replacements: ['']}]"
    ),
    (
      "an exception of an approved wording",
      "approved: [{clause: '1', phrases: ['да'], unless: ['PHRASE']}]"
    ),
    ("a cue of an element", element("cues: {barred: ['PHRASE']}")),
    ("the condition of an element", element("applies: {client_says: ['PHRASE']}")),
    ("the condition of a criterion", criterion("when: {client_says: ['PHRASE']}")),
    ("a condition within a condition", criterion("when: {any: [{operator_says: ['PHRASE']}]}")),
    ("an exception of a condition", criterion("when: {client_says: ['да'], except: ['PHRASE']}")),
    ("what a criterion asks to say", criterion("", check: "{says: ['PHRASE']}")),
    ("one of several checks", criterion("", check: "{any: [{says: ['да']}, {says: ['PHRASE']}]}")),
    (
      "the answer to a situation",
      criterion(
        "when: {client_says: ['да']}", check: "{answer: {says: ['PHRASE']}, within_turns: 2}")
    ),
    (
      "a call that is not judged",
      "unjudged: [{id: some, reason: 'так', client_says: ['PHRASE'], at_most: {words: 9}}]"
    ),
    ("the measures of speech", "speech: {thanks_for_waiting: ['PHRASE']}"),
    ("a situation", "lists: {жалоба-клиента: ['PHRASE']}"),
  ]

  private static func rule(_ key: String) -> String {
    """
    rules:
      - {id: refusal.some, category: refusal, clause: "1", phrases: ['не буду'], \(key), examples: {hit: [], silent: []}}
    """
  }

  private static func element(_ key: String) -> String {
    """
    elements:
      - {element: apology, clause: "1", phrases: ['извините'], \(key), examples: {hit: [], silent: []}}
    """
  }

  private static func criterion(_ key: String, check: String = "{says: ['да']}") -> String {
    """
    scorecard:
      pass: 80
      sections:
        - title: Всё
          criteria:
            - {id: some, title: Так, clause: "1", weight: 1, \(key.isEmpty ? "" : key + ", ")check: \(check)}
    """
  }

  @Test("A phrase is looked at wherever it stands, and its line is told", arguments: places)
  func everywhere(_ place: (name: String, yaml: String)) throws {
    #expect(try remarks(on: place.yaml, phrase: "подождать<пов>").isEmpty, "\(place.name)")
    let remarks = try remarks(on: place.yaml, phrase: "звонок<пов>")
    let remark = try #require(remarks.first, "\(place.name)")
    #expect(remarks.count == 1)
    #expect(remark.message.contains("фраза «звонок<пов>» никогда не сработает"), "\(remark)")
    let head = Self.head.split(separator: "\n").count
    let lines = place.yaml.split(separator: "\n")
    let line = try #require(lines.firstIndex { $0.contains("PHRASE") })
    #expect(remark.place.file == "standards/general.yaml")
    #expect(remark.place.line == head + line + 1, "\(remark)")
  }

  private static let head = "id: general\ntitle: Общий\nsource: наш"

  private func remarks(on yaml: String, phrase: String) throws -> [StandardLinter.Remark] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-linting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "standards"), withIntermediateDirectories: true)
    let scorecard = yaml.contains("scorecard:") ? "" : "\nscorecard: {pass: 80, sections: []}"
    let text = "\(Self.head)\n\(yaml.replacing("PHRASE", with: phrase))\(scorecard)\n"
    try text.write(
      to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
    let standard = try StandardLibrary(folder: folder).standard("general")
    return UnreachablePhrases(morphology: morphology).remarks(on: standard)
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

  @Test("Phrases of a company that find the same are named")
  func repeated() throws {
    func remarks(_ phrases: String) throws -> [String] {
      let folder = FileManager.default.temporaryDirectory
        .appending(path: "kamerton-linting-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(
        at: folder.appending(path: "standards"), withIntermediateDirectories: true)
      let text = """
        \(Self.head)
        rules: [{id: a, category: jargon, clause: '1', phrases: [\(phrases)]}]
        """
      try text.write(
        to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
      let standard = try StandardLibrary(folder: folder).standard("general")
      return RepeatedPhrases(morphology: morphology).remarks(on: standard).map(\.message)
    }
    #expect(try remarks("'сервант', 'мои серванты', 'моего серванта', 'серванта'").count == 2)
    #expect(try remarks("'сервант', '=серванта', {phrase: 'серванта', unless: ['мой _']}") == [])
  }

  @Test(
    "A phrase that the standard itself allows wherever it is said is named",
    arguments: [
      ("phrases: ['это сервант', 'сервант']", 1), ("phrases: ['серванты']", 1),
      ("phrases: ['сервант'], categories: [jargon]", 1),
      // These allow it at times, or something else.
      ("phrases: ['это сервант']", 0), ("phrases: ['^ сервант']", 0), ("phrases: ['буфет']", 0),
      ("phrases: ['сервант'], categories: [blame]", 0),
      ("phrases: ['сервант'], unless: ['мой _']", 0),
    ])
  func allowed(_ approved: String, _ count: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-linting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "standards"), withIntermediateDirectories: true)
    let text = """
      \(Self.head)
      rules: [{id: a, category: jargon, clause: '1', phrases: ['сервант', 'мой стол']}]
      approved: [{clause: '1', \(approved)}]
      scorecard: {pass: 80, sections: []}
      """
    try text.write(
      to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
    let standard = try StandardLibrary(folder: folder).standard("general")
    let compiled = try CompiledStandard(standard, morphology: morphology)
    let remarks = ApprovedOffences(standard: compiled, morphology: morphology)
      .remarks(on: standard)
    #expect(remarks.count == count, "\(remarks)")
    #expect(remarks.allSatisfy { $0.message.contains("«сервант» запрещает правило «a»") })
  }
}
