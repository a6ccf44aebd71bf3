import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Situations of table 1 and of the complaint rules on the dialogues of `Cases/situations*.txt`.
@Suite("Scoring: situations")
struct SituationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var criterion: String
    var status: String
    var call: Call
    var testDescription: String { "\(criterion) \(status): \(call.turns.map(\.text))" }
  }

  @Test(
    "A situation is noticed, and the answer to it judged",
    arguments: try cases("situations") + cases("situations-blind"))
  func status(_ example: Case) throws {
    let result = try result(of: example)
    let isRight =
      switch example.status {
      case "+": result.status != .notApplicable
      case "-": result.status == .notApplicable
      default: result.status.rawValue == example.status
      }
    #expect(isRight, "\(result.status): \(result.reason); \(result.evidence.map(\.quote))")
  }

  @Test("A situation stands in the scorecard alone, with the client's words as evidence")
  func evidence() throws {
    let example = Case(
      criterion: "rzd-cfto.missing-service", status: "violated",
      call: Self.call(
        "rzd-cfto",
        [
          "К: Почему у вас нет доставки до двери?", "О: Доставки до двери мы не делаем.",
        ]))
    let analysis = try SampleAnalyzers.analyze(example.call)
    let result = try result(of: example)
    #expect(result.status == .violated)
    #expect(result.evidence.first?.turn == 0)
    #expect(analysis.findings.allSatisfy { $0.turn != 0 })
  }

  @Test(
    "The reason names what is missing and offers the script, filled in",
    arguments: [
      (
        "rzd-cfto.obscene-client", nil, ["К: Какого хуя!", "О: Ищу ваш вагон."],
        "предупреждение о завершении разговора не прозвучало в ответ на «хуя». Можно сказать: "
          + "«Если разговор будет продолжаться в таком тоне, я буду вынужден(-а) его прекратить.»"
      ),
      (
        "rzd-cfto.obscene-client", "Регина Ложечкина",
        [
          "О: Анна Петровна, вижу вашу заявку, она в работе.", "К: Какого хуя!",
          "О: Ищу ваш вагон.",
        ],
        "предупреждение о завершении разговора не прозвучало в ответ на «хуя». Можно сказать: "
          + "«Анна Петровна, если разговор будет продолжаться в таком тоне, я буду вынуждена его "
          + "прекратить.»"
      ),
      (
        "rzd-cfto.wrong-advice", nil,
        ["К: Мне сказали неверно.", "О: Извините за это. Тариф сорок тысяч."],
        "не уточнено, какую информацию дали клиенту. Можно сказать: «Уточните, пожалуйста, какую "
          + "конкретно информацию Вы получили от нашего Специалиста?»"
      ),
      (
        "rzd-cfto.negative-client", nil, ["К: Я очень недоволен!", "О: Номер вагона?"],
        "слова понимания и извинения не прозвучали в ответ на «недоволен». Можно сказать: «Да, я "
          + "понимаю Вашу озабоченность. От лица Компании я приношу Вам извинения за доставленные "
          + "неудобства.»"
      ),
      (
        "rzd-cfto.negative-client", "Раиса Ким", ["К: Ты дебилка тупая!", "О: Номер вагона?"],
        "слова понимания и извинения не прозвучали в ответ на «Ты дебилка». Можно сказать: «К "
          + "сожалению, в таком тоне разговор продолжаться не может. Предлагаю перевести разговор в "
          + "конструктивное русло: мы ведь подготовили предложения в Ваших интересах.»"
      ),
      (
        "rzd-cfto.no-wagons", nil, ["К: Нам нужны две цистерны.", "О: Цистерн нет."],
        "благодарность за обращение не прозвучала; не сказано, что рассмотрены все варианты; другой "
          + "выход не предложен. Можно сказать: «Благодарим Вас за обращение, мы рассмотрели все "
          + "возможные варианты и, к сожалению, вынуждены Вам сообщить, что на данный момент «РЖД» "
          + "не имеет возможности предоставить Вам [называем запрашиваемый подвижной состав и "
          + "количество вагонов] для перевозки в направлении [проговариваем запрошенное "
          + "направление]. В данной ситуации рекомендуем обратиться к сторонним организациям, "
          + "информацию о которых Вы можете найти в свободном доступе в сети Интернет, и выбрать "
          + "подходящий для Вас вариант.»"
      ),
      (
        "rzd-cfto.break-off", "Пётр Сидоров",
        ["К: Сука!", "О: Всё, до свидания."],
        "предупреждение о завершении разговора не прозвучало. Можно сказать: «Поскольку разговор "
          + "носит неделовой характер, я вынужден его прекратить.»"
      ),
    ] as [(String, String?, [String], String)])
  func reason(criterion: String, employee: String?, turns: [String], reason: String) throws {
    var call = Self.call("rzd-cfto", turns)
    call.employee = employee
    let result = try result(of: Case(criterion: criterion, status: "violated", call: call))
    #expect(result.status == .violated)
    #expect(result.reason == reason)
  }

  @Test(
    "A script is offered as its speaker would say it",
    arguments: [
      (
        ScriptFilling(isFemale: true),
        "давайте возьмем паузу и вернемся к делу после... (сверки счетов/совещания с коллегами).",
        "Давайте возьмем паузу и вернемся к делу после сверки счетов."
      ),
      (
        ScriptFilling(address: "Нина Ильинична"),
        "Имя-Отчество, решение требует... (времени, уточнения информации).",
        "Нина Ильинична, решение требует времени."
      ),
      (
        ScriptFilling(isFemale: false),
        "Я вынужден(-а) обратиться к организациям (Сотрудникам), ставка (без НДС) та же.",
        "Я вынужден обратиться к организациям, ставка (без НДС) та же."
      ),
    ])
  func filling(filling: ScriptFilling, line: String, said: String) {
    #expect(filling.fill(line) == said)
  }

  @Test("What is proved by words of the answer alone shows what was answered, and whole words")
  func cause() throws {
    let result = try result(
      of: Case(
        criterion: "rzd-cfto.negative-client", status: "met",
        call: Self.call(
          "rzd-cfto", ["К: Я очень недоволен!", "О: Понимаю ваше недовольство. Номер вагона?"])))
    #expect(result.status == .met)
    #expect(result.evidence.map(\.quote) == ["недоволен", "Понимаю ваше недовольство"])
  }

  @Test("The name of somebody put on record calls nobody, and a surname does not hide who speaks")
  func names() throws {
    var call = Self.call(
      "rzd-cfto",
      [
        "О: Добрый день, РЖД, Раиса Ким.", "К: Отправитель Бляхин Олег, где вагоны, сука?",
        "О: Записала, Бляхин Олег. Вагоны в пути.", "К: Ясно.",
      ])
    call.direction = .incoming
    let result = try result(
      of: Case(criterion: "rzd-cfto.obscene-client", status: "violated", call: call))
    #expect(
      result.reason.contains(
        "«Если разговор будет продолжаться в таком тоне, я буду вынуждена его прекратить.»"),
      "\(result.reason)")
  }

  @Test("A late answer brings half, and no answer is asked of who cannot give one")
  func time() throws {
    let late = try result(
      of: Case(
        criterion: "rzd-cfto.negative-client", status: "violated",
        call: Self.call(
          "rzd-cfto",
          [
            "К: Я недоволен вашей работой.", "О: Номер?", "К: Пять.", "О: Станция?", "К: Тверь.",
            "О: Груз?", "К: Доски.", "О: Приношу вам извинения.",
          ])))
    #expect(late.status == .violated)
    #expect(late.points == late.maximum / 2)
    #expect(late.reason.contains("прозвучало «Приношу вам извинения», но позже"))
    let gone = try result(
      of: Case(
        criterion: "rzd-cfto.negative-client", status: "not_applicable",
        call: Self.call(
          "rzd-cfto",
          ["О: Добрый день, слушаю вас.", "К: Где вагон?", "О: Сейчас проверю.", "К: Я недоволен!"])
      ))
    #expect(gone.status == .notApplicable)
  }

  @Test("Every script that a criterion offers is one of its standard's, word for word")
  func scripts() throws {
    let library = StandardLibrary(folder: lexicons)
    var offered = 0
    for id in try library.identifiers() {
      let standard = try library.standard(id)
      let scripts = standard.scripts.flatMap(\.scripts)
      for criterion in standard.scorecard.criteria {
        for line in criterion.say + criterion.sayFor.flatMap(\.say)
          + Self.lines(of: criterion.check)
        {
          offered += 1
          let isKnown = scripts.contains { Self.plain($0).contains(Self.plain(line)) }
          #expect(isKnown, "\(criterion.id): \(line)")
        }
      }
    }
    #expect(offered > 15)
  }

  @Test("Every situation of table 1 has a criterion that offers its script")
  func everyRow() throws {
    let standard = try StandardLibrary(folder: lexicons).standard("rzd-cfto")
    let table = standard.scripts.filter { $0.clause == "175/р табл. 1" }
    #expect(table.count == 10)
    for script in table {
      let lines = standard.scorecard.criteria.flatMap { $0.say + Self.lines(of: $0.check) }
      let isOffered = lines.contains { line in
        script.scripts.contains { Self.plain($0).contains(Self.plain(line)) }
      }
      #expect(isOffered, "\(script.id)")
    }
  }

  private static func lines(of check: Check) -> [String] {
    switch check {
    case .saysGroups(let groups, _): groups.compactMap(\.say)
    case .answer(let check, _): lines(of: check)
    case .any(let checks), .all(let checks): checks.flatMap(lines)
    default: []
    }
  }

  /// Without what a line adds for the gender of the speaker.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "(-а)", with: "")
  }

  private func result(of example: Case) throws -> CriterionResult {
    let score = try #require(try SampleAnalyzers.analyze(example.call).score)
    return try #require(score.criteria.first { $0.criterion == example.criterion })
  }

  /// Blocks of the file: «criterion status [direction]», one a line, then turns.
  private static func cases(_ name: String) throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/\(name).txt")
    let blocks = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.split(separator: "")
    return blocks.flatMap { block in
      let heads = block.prefix { !$0.hasPrefix("К: ") && !$0.hasPrefix("О: ") }
        .map { $0.split(separator: " ").map(String.init) }
      let turns = block.dropFirst(heads.count).map(String.init)
      return heads.map { head in
        let standard = String(head[0].prefix { $0 != "." })
        var call = call(standard, turns)
        call.direction = head.count > 2 ? Call.Direction(rawValue: head[2]) : nil
        return Case(criterion: head[0], status: head[1], call: call)
      }
    }
  }

  private static func call(_ standard: String, _ turns: [String]) -> Call {
    Call(
      id: "situation", standard: standard,
      turns: turns.map {
        Turn(
          speaker: $0.hasPrefix("К: ") ? .client : .operator, text: String($0.dropFirst(3)))
      })
  }
}
