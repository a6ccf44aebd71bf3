import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Which calls are not judged, by the cues of `Lexicons/calls`.
@Suite("Calls that are not judged")
struct UnjudgedTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    /// A part of the reason; nil where the call must be judged.
    var reason: String?
    var direction: Call.Direction?
    var turns: [(Speaker, String)]
    var testDescription: String { name }

    init(
      _ name: String, _ reason: String?, _ direction: Call.Direction? = nil,
      _ turns: (Speaker, String)...
    ) {
      self.name = name
      self.reason = reason
      self.direction = direction
      self.turns = turns
    }
  }

  static let cases: [Case] = [
    Case(
      "the network's robot", "автоответчик", .outgoing,
      (.client, "Аппарат абонента выключен или находится вне зоны действия сети."),
      (.operator, "Не отвечает.")),
    Case(
      "a message after the beep", "автоответчик", nil,
      (.client, "здравствуйте меня нет дома оставьте ваше сообщение после сигнала"),
      (.operator, "добрый день это компания тепловик перезвоните нам пожалуйста")),
    Case(
      "a client asks about the answerphone", nil, .incoming,
      (.operator, "Связь-Сервис, Анна, слушаю вас."),
      (.client, "Как отключить автоответчик? Он говорит: оставьте сообщение после сигнала."),
      (.operator, "Наберите, пожалуйста, решётку и двадцать один.")),
    Case(
      "the same question, the direction unknown", nil, nil,
      (.client, "Автоответчик мой не работает, почему?"),
      (.operator, "Проверю, подождите, пожалуйста, минуту."), (.client, "Жду."),
      (.operator, "Услуга была отключена, я подключила её снова.")),
    Case(
      "a real talk after the robot", nil, .outgoing,
      (.client, "Абонент временно недоступен."),
      (.client, "Да, слушаю, я здесь, говорите, пожалуйста."),
      (.operator, "Добрый день, компания «Тепловик», вам удобно говорить?")),
    Case(
      "a wrong number", "ошиблись номером", .incoming,
      (.operator, "Компания «Тепловик», Анна, слушаю вас."),
      (.client, "Ой, простите, я не туда попал."), (.operator, "Ничего страшного.")),
    Case(
      "a wrong house number", nil, .incoming,
      (.operator, "Компания «Тепловик», Анна, слушаю вас."), (.client, "Квитанция не наша."),
      (.operator, "Вы ошиблись номером дома, нужен девятый.")),
    Case(
      "the operator named a wrong number of contract", nil, .incoming,
      (.operator, "Простите, я ошиблась номером договора, ваш договор сорок два."),
      (.client, "Да, верно.")),
    Case(
      "long talk that ends in bitterness", nil, .incoming,
      (.operator, "Компания «Тепловик», Анна, слушаю вас, чем я могу вам помочь сегодня?"),
      (
        .client,
        "Третий раз звоню, холодно, ребёнок болеет, мастера обещали вчера, потом сегодня, "
          + "потом опять завтра, я уже не знаю, кому жаловаться и куда писать."
      ),
      (
        .operator,
        "Приношу извинения за ожидание, проверила заявку, мастер приедет сегодня с пяти до "
          + "восьми вечера и позвонит вам за час до приезда."
      ), (.client, "Видимо, я не туда попал. До свидания.")),
    Case(
      "nobody hears", "связи не было", .incoming,
      (.operator, "Компания «Тепловик», Анна, слушаю вас."),
      (.operator, "Алло, вас не слышно, перезвоните, пожалуйста.")),
    Case(
      "heard badly, and talked", nil, .incoming,
      (.operator, "Тепловик, Анна, слушаю. Вас плохо слышно."),
      (.client, "А так? До скольки вы работаете?"), (.operator, "Да, слышно. До девяти вечера.")),
    Case(
      "a short but real call", nil, .incoming, (.operator, "Тепловик, слушаю."),
      (.client, "Вы сегодня работаете?"), (.operator, "Да, до девяти."), (.client, "Спасибо.")),
    Case(
      "the queue", "не дождался", .incoming,
      (.operator, "Ваш звонок очень важен для нас, все операторы сейчас заняты.")),
    Case(
      "colleagues", "внутренний", nil, (.operator, "Тепловик, Анна."),
      (.client, "Привет, это Лена из бухгалтерии, ты на месте?"), (.operator, "Да, заходи сюда.")),
    Case(
      "a partner's accountant", nil, nil, (.operator, "Тепловик, Анна."),
      (.client, "Добрый день, это Лена из бухгалтерии «Ромашки», коллеги, пришлите акт."),
      (.operator, "Хорошо, отправим сегодня.")),
    Case(
      "hardly a word", "почти ничего", nil, (.client, "Это доставка, я про заказ"),
      (.operator, "Угу"), (.client, "Вы меня слышите? Куда вы пропали?")),
    Case(
      "a greeting alone", "только поздороваться", nil, (.operator, "Алло."),
      (.client, "Здравствуйте, я хотел узнать про доставку.")),
    Case(
      "a piece of a call", nil, nil, (.client, "Почему мне сказали совсем другое?"),
      (.operator, "Ага.")),
    Case(
      "hardly a word, and a rude one", nil, nil, (.client, "Это доставка?"), (.operator, "Отвали")),
    Case("not a word", "ни слова оператора", nil, (.client, "Алло, алло")),
  ]

  @Test("A call is judged or not, and the reason says why", arguments: cases)
  func judges(_ example: Case) throws {
    let analysis = try analyse(example)
    #expect(analysis.judged == (example.reason == nil), "\(analysis.reason ?? "")")
    #expect((analysis.score == nil) == (example.reason != nil))
    #expect(analysis.elements.map(\.element) == Element.allCases)
    if let reason = example.reason {
      #expect(analysis.reason?.contains(reason) == true, "\(analysis.reason ?? "")")
    }
  }

  @Test("Findings stay where a call is not judged")
  func findingsStay() throws {
    let analysis = try analyse(
      Case(
        "", nil, nil, (.operator, "Тепловик, минуточку."),
        (.client, "ой простите ошибся номером")))
    #expect(!analysis.judged)
    #expect(analysis.findings.map(\.quote) == ["минуточку"])
  }

  @Test("A standard's own kind takes the place of the shared one")
  func replaced() throws {
    let call = Call(
      id: "1",
      turns: [Turn(speaker: .operator, text: "Раз два."), Turn(speaker: .client, text: "Три.")])
    for (bound, judged) in [(1, true), (2, false)] {
      let analyzer = try analyzer(
        rules: """
          unjudged:
            - {id: а, reason: первая, at_most: {operator_words: 9}}
            - {id: а, reason: вторая, at_most: {operator_words: \(bound)}}
          """)
      var cache = WordCache()
      let analysis = analyzer.analyze(call, cache: &cache)
      #expect(analysis.judged == judged)
      #expect(analysis.reason == (judged ? nil : "вторая"))
    }
  }

  static let mistakes: [(yaml: String, message: String)] = [
    ("{id: а, reason: б}", "нужна граница at_most"),
    ("{id: а, reason: б, at_most: {слов: 3}}", "неизвестная величина «слов»"),
    ("{id: а, reason: б, at_most: {words: 3}, direction: туда}", "incoming или outgoing"),
    ("{id: а, reason: б, at_most: {words: 3}, examples: {hit: [алло]}}", "реплики «О: …» и «К: …»"),
    ("{id: а, reason: б, at_most: {words: 3}, unless_findings: [а]}", "неизвестная категория «а»"),
  ]

  @Test("A mistake is named with its place", arguments: mistakes)
  func refuses(_ example: (yaml: String, message: String)) {
    let error = #expect(throws: StandardError.self) {
      _ = try analyzer(rules: "unjudged: [\(example.yaml)]")
    }
    #expect(error?.message.contains(example.message) == true, "\(error?.message ?? "")")
    #expect(error?.place?.line == 1)
  }

  private func analyse(_ example: Case) throws -> Analysis {
    var cache = WordCache()
    return try Self.general.get().analyze(
      Call(
        id: "1", direction: example.direction,
        turns: example.turns.map { Turn(speaker: $0.0, text: $0.1) }), cache: &cache)
  }

  private static let general = Result {
    CallAnalyzer(
      standard: try CompiledStandard(
        StandardLibrary(folder: lexicons).standard("general"), morphology: morphology),
      morphology: morphology)
  }
}
