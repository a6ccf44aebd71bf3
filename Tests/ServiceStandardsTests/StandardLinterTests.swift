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

  /// What the linter says of a rule file, elements aside.
  private func remarks(_ rules: String) throws -> [String] {
    StandardLinter.remarks(on: try library(rules: "rules:\n" + rules).standard("general"))
      .map(\.description).filter { !$0.contains("не описан") }
  }

  @Test("A rule that is tried on other words than its own has no remark")
  func silent() throws {
    #expect(
      try remarks(
        Self.rule(hit: ["Это всё вина ваша.", "И чья тут вина? Ваша же!", "ваш вина"])) == [])
  }

  @Test(
    "A rule says what it lacks",
    arguments: [
      (
        "its own wording only", rule(hit: ["Тут ваш вина.", "Нет, ваш вина.", "Вина-то ваша."]),
        "повторяют слова фраз (2 из 3)"
      ),
      ("no good examples", rule(hit: []), "мало примеров срабатывания"),
      (
        "one look-alike", rule(hit: ["Ваша тут вина.", "Вина ваша."], silent: ["Вино."]),
        "мало примеров молчания"
      ),
      (
        "no phrases", rule(phrases: [], hit: ["Вина ваша.", "Ваша тут вина."]), "нет фраз"
      ),
      (
        "no clause", rule(clause: "", hit: ["Вина ваша.", "Ваша тут вина."]), "не назван пункт"
      ),
      (
        "a phrase twice",
        rule(hit: ["Вина ваша.", "Ваша тут вина."])
          + rule("blame.other", hit: ["Вина ваша.", "Ваша тут вина."]),
        "уже есть в rules/some.yaml:5:16"
      ),
    ])
  func remark(name: String, rules: String, message: String) throws {
    let remarks = try remarks(rules)
    #expect(remarks.count == 1, "\(remarks)")
    #expect(remarks.first?.contains(message) == true, "\(remarks)")
  }

  @Test("Parasites are their own wording")
  func fillers() throws {
    let rule = Self.rule(
      category: "filler", phrases: ["как бы"], hit: ["Он как бы есть.", "Как бы нет."])
    #expect(try remarks(rule) == [])
  }
}
