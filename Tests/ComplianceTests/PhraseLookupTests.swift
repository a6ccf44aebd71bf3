import Compliance
import ServiceStandards
import Testing

@Suite("What to say instead")
struct PhraseLookupTests {
  private static let lookup = Result { () throws -> PhraseLookup in
    let standard = try StandardLibrary(folder: lexicons).standard("rzd-cfto")
    let compiled = try CompiledStandard(standard, morphology: morphology)
    return PhraseLookup(
      CallAnalyzer(standard: compiled, morphology: morphology), morphology: morphology)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var category: String
    /// One of the suggestions.
    var say: String
    var rewrite: String?
    var testDescription: String { text }

    init(_ text: String, _ category: String, _ say: String, rewrite: String? = nil) {
      self.text = text
      self.category = category
      self.say = say
      self.rewrite = rewrite
    }
  }

  @Test(
    "A banned word or sentence is answered",
    arguments: [
      Case("минуточку", "diminutive", "минуту", rewrite: "минуту"),
      Case("Ваши договорчики готовы", "diminutive", "договоры", rewrite: "Ваши договоры готовы"),
      Case("вашего договорчика", "diminutive", "договора", rewrite: "вашего договора"),
      Case("Здрасьте", "jargon", "Здравствуйте", rewrite: "Здравствуйте"),
      Case("щас посмотрю", "jargon", "сейчас", rewrite: "сейчас посмотрю"),
      Case("Ну, заявочка принята", "filler", "заявка", rewrite: "Заявка принята"),
      Case("вина это ваша", "blame", "Имя-Отчество, согласно условиям Договора…"),
      Case("должен", "jargon", "необходимо"),
      Case("обязан", "jargon", "необходимо"),
      Case("нельзя", "refusal", "У Вас есть альтернативная возможность…"),
    ])
  func answers(testCase: Case) throws {
    let answer = try Self.lookup.get().answer(testCase.text)
    #expect(answer.findings.contains { $0.category.rawValue == testCase.category })
    #expect(
      answer.suggestions.contains { $0.say == testCase.say }, "\(answer.suggestions.map(\.say))")
    if let rewrite = testCase.rewrite { #expect(answer.rewrite == rewrite) }
  }

  @Test("A finding is offered its own wordings and not its neighbour's")
  func ownThoughts() throws {
    let answer = try Self.lookup.get().answer("Минуточку, ваши договорчики. Это ваша вина.")
    #expect(answer.findings.map(\.category) == [.diminutive, .diminutive, .blame])
    #expect(answer.thoughts.map(\.isEmpty) == [true, true, false])
  }

  @Test(
    "What a table opens a request with asks for nothing that was not ordered",
    arguments: ["Отстаньте от меня", "Идите к чёрту"])
  func openings(_ text: String) throws {
    let answer = try Self.lookup.get().answer(text)
    #expect(answer.findings.first?.category == .command)
    #expect(answer.thoughts.joined().isEmpty, "\(answer.thoughts)")
  }

  @Test(
    "An order is asked for in its own verb, without the other verbs of its rule",
    arguments: [("ждите", "подождите, пожалуйста"), ("фамилия", "назовите, пожалуйста, фамилию")])
  func ownVerb(_ order: String, _ request: String) throws {
    let answer = try Self.lookup.get().answer(order)
    #expect(answer.findings.map(\.replacements) == [[request]])
    #expect(answer.thoughts == [[]])
  }

  @Test(
    "What may be said is not answered with a ban",
    arguments: [
      "Назовите, пожалуйста, номер договора", "карточка", "Это не ваша вина",
      "На сегодняшний день это, к сожалению, не представляется возможным", "код ошибки 502",
    ])
  func silence(text: String) throws {
    let answer = try Self.lookup.get().answer(text)
    #expect(answer.findings.isEmpty, "\(answer.findings.map(\.quote))")
    #expect(answer.rewrite == nil)
  }

  @Test(
    "A situation of table 1 is found by the words that describe it",
    arguments: [
      ("клиент ругается матом", "Клиент нецензурно выражается"),
      ("нет вагонов", "Невозможность предоставления подвижного состава"),
      ("неверная консультация другого сотрудника", "Некорректная консультация"),
      ("прошлый оператор ошибся", "Некорректная консультация"),
      ("клиент агрессивный", "Общение с негативно настроенным"),
      ("клиент орёт", "Общение с негативно настроенным"),
      ("клиент жалуется", "Общение с негативно настроенным"),
      ("взять паузу", "Разговор не возвращается в деловое русло"),
    ])
  func situations(description: String, title: String) throws {
    let standard = try StandardLibrary(folder: lexicons).standard("rzd-cfto")
    let found = SituationLookup(standard: standard, morphology: morphology)
      .situations(for: description)
    #expect(found.first?.title.hasPrefix(title) == true, "\(found.map(\.title))")
  }
}
