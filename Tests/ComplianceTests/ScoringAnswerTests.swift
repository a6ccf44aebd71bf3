import Compliance
import Testing

/// Checks of the answer to what was said, and conditions that look at the place of it.
@Suite("Scoring: answers and their places")
struct ScoringAnswerTests {
  private func status(_ check: String, when: String, _ dialogue: String) throws
    -> CriterionResult.Status
  {
    try ScoringTests().result(check, when: when, dialogue).status
  }

  @Test(
    "An answer is looked for from what brought it about on, as far as it may come",
    arguments: [
      ("К: Жалоба.\nО: Простите.", CriterionResult.Status.met, 10.0),
      ("О: Простите.\nК: Жалоба.\nО: Слушаю.", .violated, 0),
      ("К: Жалоба.\nО: Слушаю.\nК: Да.\nО: Простите.", .met, 10),
      ("К: Жалоба.\nО: Слушаю.\nО: Так.\nО: Простите.", .violated, 5),
      ("О: Да.\nК: Жалоба.", .notApplicable, 0),
      ("К: Жалоба.\nО: Да.\nО: Так.\nК: Жалоба.\nО: Простите.", .met, 10),
      ("К: Вопрос.\nО: Простите.", .notApplicable, 0),
    ])
  func answer(dialogue: String, status: CriterionResult.Status, points: Double) throws {
    let result = try ScoringTests().result(
      "answer: {says: ['простите']}, within_turns: 2", when: "client_says: ['жалоба']", dialogue)
    #expect(result.status == status, "\(result.reason)")
    #expect(result.points == points)
  }

  @Test(
    "Findings and words of the answer alone count",
    arguments: [
      ("О: Это ваша вина.\nК: Жалоба.\nО: Слушаю.", CriterionResult.Status.met),
      ("К: Жалоба.\nО: Это ваша вина.", .violated),
      ("К: Жалоба.\nО: Сами виноваты.", .violated),
      ("О: Сами виноваты.\nК: Жалоба.\nО: Слушаю.", .met),
    ])
  func every(dialogue: String, status: CriterionResult.Status) throws {
    let check = "answer: {all: [{findings: [blame]}, {avoids: ['сами виноваты']}]}"
    #expect(try self.status(check, when: "client_says: ['жалоба']", dialogue) == status)
  }

  @Test(
    "All of several checks bring their shares",
    arguments: [
      ("О: Спасибо, до свидания.", CriterionResult.Status.met, 10.0),
      ("О: Спасибо.", .violated, 5), ("О: Да.", .violated, 0),
    ])
  func all(dialogue: String, status: CriterionResult.Status, points: Double) throws {
    let result = try ScoringTests().result(
      "all: [{says: ['спасибо']}, {says: ['до свидания']}]", dialogue)
    #expect(result.status == status)
    #expect(result.points == points)
  }

  @Test(
    "A place that an exception touches does not count",
    arguments: [
      ("К: Бардак.\nО: Да.", CriterionResult.Status.violated),
      ("К: У нас на складе бардак.\nО: Да.", .notApplicable),
      ("К: У нас на складе бардак. И у вас тоже бардак.\nО: Да.", .violated),
      ("К: Чёрт.\nО: Да.", .violated),
      ("К: Сосед сказал чёрт.\nО: Да.", .notApplicable),
    ])
  func except(dialogue: String, status: CriterionResult.Status) throws {
    let when = """
      any: [{client_says: ['бардак'], except: ['у нас *2 бардак']}, \
      {findings: [profanity], by: client, except: ['сказал чёрт']}]
      """
    #expect(try self.status("says: ['спасибо']", when: when, dialogue) == status)
  }

  @Test(
    "What must come after something else does not count before it",
    arguments: [
      ("К: Чёрт.\nО: Прошу спокойно.\nК: Чёрт.\nО: Да.", CriterionResult.Status.violated),
      ("К: Чёрт.\nО: Прошу спокойно.\nК: Ладно.\nО: Да.", .notApplicable),
      ("К: Чёрт.\nО: Да.\nК: Чёрт.\nО: Да.", .notApplicable),
    ])
  func after(dialogue: String, status: CriterionResult.Status) throws {
    let when = "findings: [profanity], by: client, after: {operator_says: ['спокойно']}"
    #expect(try self.status("says: ['спасибо']", when: when, dialogue) == status)
  }

  @Test(
    "What must stand in somebody's last turn does not count before it",
    arguments: [
      ("К: Чёрт.\nО: Да.", CriterionResult.Status.violated),
      ("К: Чёрт.\nО: Да.\nК: Ладно.\nО: Да.", .notApplicable),
      ("К: Чёрт.\nО: Да.\nК: …\nО: Да.", .violated),
    ])
  func lastTurn(dialogue: String, status: CriterionResult.Status) throws {
    let when = "findings: [profanity], by: client, last_turn: true"
    #expect(try self.status("says: ['спасибо']", when: when, dialogue) == status)
  }

  @Test("What is missing is named in the criterion's words, with the script for it")
  func missed() throws {
    let one = try ScoringTests().result(
      "says: ['простите']", when: "client_says: ['жалоба']",
      more: ", missed: извинения не прозвучали, say: ['Имя-Отчество, простите нас/меня.']",
      "К: Жалоба.\nО: Да.")
    #expect(
      one.reason
        == "извинения не прозвучали в ответ на «Жалоба». Можно сказать: «Простите нас.»")
    let groups = try ScoringTests().result(
      """
      says_groups: [{title: а, phrases: ['спасибо'], missed: не поблагодарил, say: Спасибо.}, \
      {title: б, phrases: ['до свидания'], missed: не попрощался, say: Всего доброго.}], at_least: 2
      """, "О: Спасибо.")
    #expect(groups.reason == "не попрощался. Можно сказать: «Всего доброго.»")
  }
}
