import ServiceStandards
import Testing

@Suite("The linter of standards")
struct StandardLinterTests {
  /// A rule of one phrase with its examples.
  private static func rule(
    _ id: String = "blame.fault", category: String = "blame", clause: String = "табл. 3",
    phrases: [String] = ["ваш вина"], hit: [String], silent: [String] = ["Это не вина.", "Вино."]
  ) -> String {
    """
      - id: \(id)
        category: \(category)
        clause: "\(clause)"
        phrases: [\(phrases.map { "'\($0)'" }.joined(separator: ", "))]
        examples:
          hit: [\(hit.map { "'\($0)'" }.joined(separator: ", "))]
          silent: [\(silent.map { "'\($0)'" }.joined(separator: ", "))]

    """
  }

  /// What the linter says of a rule file, elements and lists that it lacks aside.
  private func remarks(_ rules: String) throws -> [String] {
    StandardLinter.remarks(on: try library(rules: "rules:\n" + rules).standard("general"))
      .map(\.description).filter { !$0.contains("не описан") && !$0.contains("нет списка") }
  }

  @Test("A rule that is tried on other words than its own has no remark")
  func silent() throws {
    #expect(
      try remarks(
        Self.rule(
          hit: ["Это всё [[вина ваша]].", "И чья тут [[вина? Ваша]] же!", "[[ваш вина]]"])) == [])
  }

  @Test(
    "A rule says what it lacks",
    arguments: [
      (
        "its own wording only",
        rule(hit: ["Тут [[ваш вина]].", "Нет, [[ваш вина]].", "[[Вина-то ваша]]."]),
        "повторяют слова фраз (2 из 3)"
      ),
      ("no good examples", rule(hit: []), "мало примеров срабатывания"),
      (
        "one look-alike", rule(hit: ["[[Ваша тут вина]].", "[[Вина ваша]]."], silent: ["Вино."]),
        "мало примеров молчания"
      ),
      (
        "no phrases", rule(phrases: [], hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."]), "нет фраз"
      ),
      (
        "no clause", rule(clause: "", hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."]),
        "не назван пункт"
      ),
      (
        "a phrase twice",
        rule(hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."])
          + rule("blame.other", hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."]),
        "уже есть в rules/some.yaml:5:16"
      ),
      (
        "no mark", rule(hit: ["Вина ваша.", "[[Ваша тут вина]]."]),
        "7:13: предупреждение: в примере не помечено [[…]], что должно найтись; без пометки"
      ),
      (
        "single brackets", rule(hit: ["[Вина ваша].", "[[Ваша тут вина]]."]), "скобки пишут двойные"
      ),
      (
        "a Latin letter in what to say",
        rule(hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."]) + "    say: ['Я пpоверю.']\n",
        "слова «Я пpоверю.»: в слове «пpоверю» среди русских букв стоят латинские"
      ),
      (
        "a word that the phrase does not have",
        rule(hit: ["[[Вина ваша]].", "[[Ваша тут вина]]."]) + "    replacements: ['наша {7}']\n",
        "замена «наша {7:7}» не подойдёт: она берёт слово 7, а слов во фразе не больше 2"
      ),
    ])
  func remark(name: String, rules: String, message: String) throws {
    let remarks = try remarks(rules)
    #expect(remarks.count == 1, "\(remarks)")
    #expect(remarks.first?.contains(message) == true, "\(remarks)")
  }

  @Test("What many rules of a file lack is said once")
  func many() throws {
    let rules = (1...6).map {
      Self.rule("blame.r\($0)", phrases: ["ваш вина \($0)"], hit: ["[[Вина ваша]]."])
    }
    let remarks = try remarks(rules.joined())
    #expect(
      remarks.count == 1 && remarks[0].contains("правилам: 6 (примеров срабатывания — у 6)"),
      "\(remarks)")
  }

  @Test(
    "A scorecard that nothing can pass, or that costs nothing, is told",
    arguments: [
      (
        "pass: 80",
        "weight: 0, check: {element: greeting}}\n        - {id: own.d, title: К, clause: '1', weight: 1, check: {element: thanks}",
        "ничего не стоит"
      ),
      (
        "pass: 80",
        "weight: 1, check: {says: ['а'], how_often: 'не меньше 5 раз и не больше 3 раз'}",
        "не меньше 5 и не больше 3"
      ),
    ])
  func scorecard(_ pass: String, _ criterion: String, _ message: String) throws {
    let text =
      "scorecard:\n  \(pass)\n  sections:\n    - title: Р\n      criteria:\n"
      + "        - {id: own.c, title: К, clause: '1', \(criterion)}"
    let remarks = StandardLinter.remarks(on: try library(standard: text).standard("general"))
      .map(\.message).filter { !$0.contains("не описан") && !$0.contains("нет списка") }
    #expect(remarks.count == 1 && remarks[0].contains(message), "\(remarks)")
  }

  @Test("A standard that stands on nothing is told what to stand on")
  func base() throws {
    let remarks = StandardLinter.remarks(
      on: try library(standard: "source: наш").standard("general"))
    #expect(remarks.count == 1 && remarks[0].message.contains("extends: general"), "\(remarks)")
  }

  @Test("Parasites are their own wording")
  func fillers() throws {
    let rule = Self.rule(
      category: "filler", phrases: ["как бы"], hit: ["Он [[как бы]] есть.", "[[Как бы]] нет."])
    #expect(try remarks(rule) == [])
  }

  @Test("A list that the program asks for by name must be there", arguments: NamedList.allCases)
  func missingList(list: NamedList) throws {
    let others = NamedList.allCases.filter { $0 != list }.map { "  \($0.rawValue): [=а]\n" }
    let misspelt = "  \(list.rawValue)ы: [=а]\n"
    let text = "lists:\n" + others.joined() + misspelt
    let remarks = StandardLinter.remarks(on: try library(rules: text).standard("general"))
      .filter { $0.message.contains("нет списка") }
    #expect(
      remarks.map(\.description) == [
        "standards/general.yaml:1:1: ошибка: нет списка «@\(list.rawValue)», который программа"
          + " ищет по имени; вы имели в виду «@\(list.rawValue)ы»?"
      ])
  }

  @Test(
    "A criterion that asks for a term needs units of time",
    arguments: [
      ("none", "", 1),
      ("numbers alone", "durations: {numbers: [{number: 2, phrases: [пара]}]}", 1),
      ("units", "durations: {units: [{minutes: 1, phrases: [минута]}]}", 0),
    ])
  func units(name: String, durations: String, count: Int) throws {
    let text = """
      scorecard:
        pass: 80
        sections:
          - title: Раздел
            criteria:
              - id: own.term
                title: Срок
                clause: "1"
                weight: 1
                check: {any: [{spoken_limit: ['через *2 минута'], minutes: 5}]}
      \(durations)
      """
    let remarks = StandardLinter.remarks(on: try library(standard: text).standard("general"))
      .filter { $0.message.contains("own.term") }
    #expect(remarks.count == count, "\(name)")
    #expect(remarks.allSatisfy { $0.isError && $0.message.contains("не хватает durations") })
  }
}
