import Foundation
import ServiceStandards
import Testing

@Suite("Reading of standards")
struct StandardLibraryTests {
  private static let rule = """
    rules:
      - id: blame.fault
        category: blame
        clause: "табл. 3"
        phrases: ['ваша вина']
        examples:
          hit: ['Это [[ваша вина]].']
          silent: ['Это не ваша вина.']
    """

  @Test("A rule is read with its examples and marks")
  func rule() throws {
    let standard = try library(rules: Self.rule).standard("general")
    let rule = try #require(standard.rules.first)
    #expect(rule.category == .blame)
    #expect(rule.examples.map(\.isHit) == [true, false])
    #expect(rule.examples[0].plain == "Это ваша вина.")
    #expect(rule.examples[0].marks == [4..<13])
    #expect(!standard.version.isEmpty)
  }

  @Test(
    "Yes and no are said in any of three ways",
    arguments: [
      ("true", true), ("yes", true), ("да", true), ("Да", true), ("false", false), ("no", false),
      ("Нет", false),
    ])
  func boolean(_ written: String, _ meant: Bool) throws {
    let rules = Self.rule.replacing(
      "['ваша вина']", with: "[{phrase: 'ваша вина', review: \(written)}]")
    let rule = try library(rules: rules).standard("general").rules.first
    #expect(rule?.phrases.first?.isReview == meant)
  }

  @Test("The version changes with the text of any file")
  func version() throws {
    let first = try library(rules: Self.rule).standard("general").version
    let second = try library(rules: Self.rule + "\n# remark").standard("general").version
    #expect(first != second)
  }

  @Test(
    "A mistake names the file, the line and what was expected",
    arguments: [
      ("rules:\n  - id: a\n    categry: blame", 3, "неизвестный ключ «categry»"),
      ("rules:\n  - id: a\n    clause: x", 2, "не хватает ключа «category»"),
      ("rules:\n  - id: a\n    category: blam\n    clause: x", 3, "неизвестная категория «blam»"),
      (
        "rules:\n  - id: a\n    category: blame\n    clause: x\n    phrases: ['ваша (вина']", 5,
        "не закрыта"
      ),
      ("rules:\n  - id: a\n    category: [", 4, "ошибка YAML"),
      ("rules:\n  - id: 'a\n    category: blame\n", 2, "кавычка открыта здесь"),
      ("rules: 5\n", 1, "ожидались пары"),
      ("durations:\n  units:\n    - {phrases: [час]}", 3, "один из ключей: seconds, minutes"),
      ("durations:\n  units:\n    - {hours: 1, days: 1, phrases: [час]}", 3, "один из ключей"),
      ("durations:\n  units:\n    - {hours: 0, phrases: [час]}", 3, "число больше нуля"),
      ("durations:\n  numbers:\n    - {number: 2}", 3, "не хватает ключа «phrases»"),
      (
        "elements:\n  - {element: apology, clause: x, heard: {what: sadness, sure: 1, doubt: 0}}",
        2,
        "неизвестное значение «sadness»"
      ),
      (
        "elements:\n  - {element: apology, clause: x, heard: {what: open, sure: 1, doubt: 0}}", 2,
        "оператор говорит только next_contact"
      ),
      (
        "elements:\n  - {element: apology, clause: x, applies_heard: {what: open, sure: 2, doubt: 0}}",
        2, "ожидалось число от 0 до 1"
      ),
      (
        "elements:\n  - {element: company, clause: x, cues: {\n    foreing: ['договор с _']}}", 3,
        "неизвестный ключ «foreing»; вы имели в виду «foreign»?"
      ),
      (
        "elements:\n  - {element: company, clause: x, cues: {\n    titled: ['логопед _']}}", 3,
        "неизвестный ключ «titled»"
      ),
      (
        "rules:\n  - id: a\n    category: blame\n    clause: x\n    unless: ['если *2 _']\n"
          + "    phrases: [вина]\n    firm: ['если *3 _']", 7,
        "среди исключений правила «a» (unless, unless_sentence) нет «если *3 _»"
      ),
      (
        "rules:\n  - id: a\n    category: blame\n    clause: x\n    certain: maybe", 5,
        "ожидалось true (да) или false (нет), а стоит «maybe»"
      ),
      (
        "rules:\n  - id: a\n    category: blame\n    clause: #1\n", 4,
        "у ключа «clause» нет значения; с «#» начинается примечание"
      ),
      (
        "rules:\n  - id: a\n    category: blame\n    clause: x\n    phrases:\n"
          + "      - {phrase: вина, confidence: 95}", 6, "число от 0 до 1"
      ),
      ("durations:\n  unit: []", 2, "неизвестный ключ «unit»; вы имели в виду «units»?"),
    ])
  func mistakes(text: String, line: Int, message: String) throws {
    let error = try refusal("general", by: try library(rules: text))
    #expect(error.place?.file == "rules/some.yaml")
    #expect(error.place?.line == line, "\(error)")
    #expect(error.description.contains(message), "\(error)")
  }

  @Test("A phrase's mistake names its column")
  func column() throws {
    let text = """
      rules:
        - id: a
          category: blame
          clause: x
          phrases:
            - 'ваша (вина'
      """
    let error = try refusal("general", by: try library(rules: text))
    #expect(error.place == Place(file: "rules/some.yaml", line: 6, column: 15))
  }

  @Test(
    "A phrase's mistake is told where it stands, however the phrase is written",
    arguments: [
      (">-\n          ваша\n          (вина", 7, 11), ("|-\n          ваша (вина", 6, 16),
      ("\"\\u0432аша (вина\"", 5, 25), ("ваша (вина", 5, 19),
    ])
  func written(_ phrase: String, _ line: Int, _ column: Int) throws {
    let text = "rules:\n  - id: a\n    category: blame\n    clause: x\n    phrases: \(phrase)"
    let error = try refusal("general", by: try library(rules: text))
    #expect(error.place == Place(file: "rules/some.yaml", line: line, column: column), "\(error)")
  }

  @Test("A file with a mark of its encoding is read")
  func mark() throws {
    #expect(try library(rules: "\u{FEFF}" + Self.rule).standard("general").rules.count == 1)
  }

  @Test("Mistakes of several rules are told at once")
  func several() throws {
    let text = """
      rules:
        - {id: a, category: blam, clause: x}
        - {id: b, category: blame, clause: x, phrases: ['ваша (вина', 'моя )']}
        - {id: c, category: blame, clause: x, sevrity: major, phrses: ['вина']}
      """
    let error = try refusal("general", by: try library(rules: text))
    #expect(error.all.map { $0.place?.line } == [2, 3, 3, 4, 4], "\(error)")
  }

  @Test("A quotation mark that was left open is looked for where it stands")
  func quote() throws {
    let text = "rules:\n  - id: 'a\n    category: blame\n    clause: 'x'\n    phrases: ['вина']\n"
    let error = try refusal("general", by: try library(rules: text))
    #expect(error.message.contains("в строке 2 не закрыта кавычка"), "\(error)")
  }

  @Test("A criterion of a rule that is not there is refused")
  func unknownRule() throws {
    let text = """
      scorecard:
        pass: 80
        sections:
          - title: Р
            criteria:
              - {id: c, title: К, clause: '1', weight: 1, check: {any: [{rules: [blame.falt]}]}}
      rules: [{id: blame.fault, category: blame, clause: '1', phrases: ['вина']}]
      """
    let error = try refusal("general", by: try library(standard: text))
    #expect(error.description.contains("нет правила «blame.falt»; вы имели в виду «blame.fault»?"))
  }

  @Test("What stands on a standard is known by its file")
  func extending() throws {
    let library = try library(standard: "scorecard: {pass: 80, sections: []}")
    let file = library.folder.appending(path: "standards/lagoon.yaml")
    try "id: lagoon\ntitle: Л\nextends: general\n".write(
      to: file, atomically: true, encoding: .utf8)
    #expect(try library.extending("general") == ["lagoon"])
    #expect(try library.extending("lagoon") == [])
  }

  @Test("Two rules of one name are refused with both places")
  func duplicates() throws {
    let second = Self.rule.replacing("rules:\n", with: "")
    let error = try refusal("general", by: try library(rules: Self.rule + "\n" + second))
    #expect(error.code == .duplicate)
  }

  @Test("A standard that says nothing of certainty has the bounds of the general one")
  func certainty() throws {
    let plain = try library(rules: Self.rule).standard("general").certainty
    #expect(try ownLibrary.standard("general").certainty == plain)
  }

  @Test("A bound that a standard says leaves the others as they are")
  func ownCertainty() throws {
    let text = Self.rule + "\ncertainty: {paraphrase: 1, unheard_of: {command: 0.5}}"
    var expected = CertaintyMeasures()
    expected.paraphrase = 1
    expected.unheardOf[.command] = 0.5
    #expect(try library(rules: text).standard("general").certainty == expected)
    #expect(expected != CertaintyMeasures())
  }

  @Test(
    "A category is named as in the files or as people call it",
    arguments: [
      ("blame", Category.blame), ("обвинение клиента", .blame), ("Отказ", .refusal),
      ("«нет информации»", .noInformation), ("слова-паразиты", .filler),
    ])
  func category(_ written: String, _ meant: ServiceStandards.Category) throws {
    let rules = Self.rule.replacing("category: blame", with: "category: \(written)")
    #expect(try library(rules: rules).standard("general").rules.first?.category == meant)
  }

  @Test(
    "A standard that extends an unknown one is told where, and what was meant",
    arguments: [
      ("genral", "нет стандарта «genral»; вы имели в виду «general»?; есть: general"),
      ("Общий", "нет стандарта «Общий»; есть: general"),
    ])
  func extended(_ base: String, _ message: String) throws {
    let library = try library(rules: Self.rule)
    let text = "id: own\ntitle: Наш\nextends: \(base)\n"
    try text.write(
      to: library.folder.appending(path: "standards/own.yaml"), atomically: true, encoding: .utf8)
    let error = try refusal("own", by: library)
    #expect(error.place == Place(file: "standards/own.yaml", line: 3, column: 10))
    #expect(error.message.contains(message), "\(error)")
  }

  @Test("Who asks for a standard by its file is told where standards lie and how to name it")
  func file() throws {
    let library = try library(rules: Self.rule)
    let error = try refusal("./mine/lagoon.yaml", by: library)
    #expect(error.message.contains("называют по номеру, а не по файлу: lagoon"))
    #expect(error.message.contains(library.folder.appending(path: "standards").path))
  }

  @Test("An unknown standard is answered with those there are")
  func unknown() throws {
    let error = try refusal("umek", by: try library(rules: Self.rule))
    #expect(error.description.contains("general"))
  }
}
