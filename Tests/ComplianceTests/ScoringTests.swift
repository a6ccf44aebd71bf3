import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Every kind of check and condition on scorecards of one criterion.
@Suite("Scoring: kinds of checks and conditions")
struct ScoringTests {
  /// The score of a dialogue («О: …», «К: …» a line) under criteria written in YAML.
  private func score(
    _ criteria: String, _ dialogue: String, direction: Call.Direction? = nil,
    startedAt: String? = nil, zone: String? = nil, times: [(Double, Double)] = []
  ) throws -> Score {
    let turns = dialogue.split(separator: "\n").enumerated().map { index, line in
      Turn(
        speaker: line.hasPrefix("К: ") ? .client : .operator, text: String(line.dropFirst(3)),
        start: index < times.count ? times[index].0 : nil,
        end: index < times.count ? times[index].1 : nil)
    }
    var cache = WordCache()
    let call = Call(
      id: "call", direction: direction, startedAt: startedAt, clientTimeZone: zone, turns: turns)
    return try #require(try scoring(criteria).analyze(call, cache: &cache).score)
  }

  private func scoring(_ criteria: String) throws -> CallAnalyzer {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-scoring-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "standards"), withIntermediateDirectories: true)
    let indented = criteria.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n")
    try """
    id: general
    title: Проба
    rules:
      - {id: blame.fault, category: blame, clause: "1", phrases: ['ваша вина']}
      - {id: filler.nu, category: filler, clause: "1", phrases: ['ну']}
      - {id: rough, category: profanity, clause: "1", speaker: any, phrases: ['чёрт']}
    scorecard:
      pass: 80
      sections:
        - title: Раздел
          criteria:
    \(indented)
    \(try String(contentsOf: lexicons.appending(path: "calls/durations.yaml"), encoding: .utf8))
    """.write(
      to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
    let standard = try StandardLibrary(folder: folder).standard("general")
    return CallAnalyzer(
      standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
  }

  /// A criterion with that check and condition, worth ten points.
  func criterion(_ check: String, when: String? = nil, more: String = "") -> String {
    let condition = when.map { ", when: {\($0)}" } ?? ""
    return
      "- {id: one, title: Один, clause: \"1\", weight: 10, check: {\(check)}\(condition)\(more)}"
  }

  func result(
    _ check: String, when: String? = nil, more: String = "", _ dialogue: String,
    direction: Call.Direction? = nil, startedAt: String? = nil, zone: String? = nil,
    times: [(Double, Double)] = []
  ) throws -> CriterionResult {
    let score = try score(
      criterion(check, when: when, more: more), dialogue, direction: direction,
      startedAt: startedAt, zone: zone, times: times)
    return score.criteria[0]
  }

  // MARK: Points

  @Test("Points are earned of the points that apply")
  func denominator() throws {
    let score = try score(
      """
      - {id: a, title: А, clause: "1", weight: 30, check: {says: ['спасибо']}}
      - {id: b, title: Б, clause: "1", weight: 10, check: {says: ['до свидания']}}
      - {id: c, title: В, clause: "1", weight: 50, when: {client_says: ['жалоба']}, check: {says: ['срок']}}
      - {id: d, title: Г, clause: "1", weight: 50, check: {review: 'послушать'}}
      """, "О: Спасибо за звонок.")
    #expect(score.total == 75)
    #expect(!score.passed)
    #expect(score.criteria.map(\.status) == [.met, .violated, .notApplicable, .needsReview])
    #expect(score.criteria.map(\.points) == [30, 0, 0, 0])
    #expect(score.criteria.allSatisfy { !$0.reason.isEmpty })
  }

  @Test("A violated critical criterion fails the call whatever the total")
  func critical() throws {
    let criteria = """
      - {id: a, title: А, clause: "1", weight: 99, check: {says: ['спасибо']}}
      - {id: b, title: Б, clause: "1", weight: 1, critical: true, check: {findings: [profanity]}}
      """
    let failed = try score(criteria, "О: Спасибо, чёрт.")
    #expect(failed.total == 99)
    #expect(!failed.passed)
    #expect(try score(criteria, "О: Спасибо.\nК: Чёрт.").passed)
  }

  @Test("With nothing to judge the call passes")
  func nothing() throws {
    let score = try score(
      criterion("review: 'послушать'"), "О: Да.")
    #expect(score.total == 100)
    #expect(score.passed)
  }

  @Test("What is no proof is put to a person, with the note in the reason")
  func doubt() throws {
    let result = try result(
      "says: ['спасибо']", more: ", on_failure: review, note: 'наш порог'", "О: Да.")
    #expect(result.status == .needsReview)
    #expect(result.points == 0)
    #expect(result.reason.contains("нужно послушать"))
    #expect(result.reason.contains("наш порог"))
  }

  // MARK: Checks

  @Test(
    "Findings take their share of the points",
    arguments: [
      ("findings: [blame], each: 0.5", "О: Это ваша вина.", 5.0),
      ("findings: [blame], each: 0.5", "О: Ваша вина, ваша вина и ваша вина.", 0),
      ("findings: [blame], free: 1, each: 0.5", "О: Это ваша вина.", 10),
      ("findings: [blame]", "К: Это ваша вина.\nО: Понимаю.", 10),
      ("rules: [blame.fault]", "О: Это ваша вина.", 0),
    ])
  func findings(check: String, dialogue: String, points: Double) throws {
    let result = try result(check, dialogue)
    #expect(result.points == points)
    #expect(result.status == (points == 10 ? .met : .violated))
    if points < 10 { #expect(result.evidence.first?.quote.lowercased() == "ваша вина") }
  }

  @Test("Fillers are judged by rate and a single one is no offence")
  func rate() throws {
    let check = "rate: [filler], free: 2, none: 12"
    #expect(try result(check, "О: Ну да.").status == .met)
    let often = "О: Ну " + Array(repeating: "слово", count: 27).joined(separator: " ") + " ну."
    let result = try result(check, often)
    #expect(result.status == .violated)
    #expect(result.points > 4 && result.points < 7)
    #expect(result.reason.contains("на 100 слов"))
  }

  @Test(
    "What is said is looked for by speaker, place and turn",
    arguments: [
      ("says: ['спасибо']", nil, "О: Спасибо.", true),
      ("says: ['спасибо']", nil, "К: Спасибо.\nО: Да.", false),
      ("says: ['спасибо'], by: client", nil, "К: Спасибо.\nО: Да.", true),
      ("says: ['спасибо'], by: any", nil, "К: Спасибо.\nО: Да.", true),
      ("says: ['спасибо'], within_turns: 1", nil, "О: Да.\nО: Спасибо.", false),
      (
        "says: ['простите'], after_condition: true", "client_says: ['жалоба']",
        "О: Простите.\nК: Жалоба.\nО: Слушаю.", false
      ),
      (
        "says: ['простите'], after_condition: true", "client_says: ['жалоба']",
        "К: Жалоба.\nО: Слушаю.\nО: Простите.", true
      ),
      (
        "says: ['простите'], after_condition: true, within_turns: 1", "client_says: ['жалоба']",
        "К: Жалоба.\nО: Слушаю.\nО: Простите.", false
      ),
      (
        "says: ['простите'], after_condition: true, within_turns: 1",
        "operator_says: ['отвлекли']", "О: Простите, отвлекли.", true
      ),
    ] as [(String, String?, String, Bool)])
  func says(check: String, when: String?, dialogue: String, isMet: Bool) throws {
    #expect(try result(check, when: when, dialogue).status == (isMet ? .met : .violated))
  }

  @Test("Groups bring their share and the reason names what is missing")
  func groups() throws {
    let check = """
      says_groups: [{title: груз, phrases: ['груз']}, {title: маршрут, phrases: ['куда']}, \
      {title: объём, phrases: ['сколько']}], at_least: 3
      """
    let result = try result(check, "О: Какой груз?\nО: И сколько?")
    #expect(result.status == .violated)
    #expect(result.points == 6.67)
    #expect(result.reason == "сказано 2 из 3, нужно 3; не хватает: маршрут")
    #expect(result.evidence.map(\.quote) == ["груз", "сколько"])
  }

  @Test("The same question in two turns is asked twice")
  func once() throws {
    let check = "says_once: [{title: адрес, phrases: ['ваш адрес']}]"
    #expect(try result(check, "О: Ваш адрес? Адрес ваш адрес?").status == .met)
    let twice = try result(check, "О: Ваш адрес?\nК: Мира, 5.\nО: Назовите ваш адрес.")
    #expect(twice.status == .violated)
    #expect(twice.evidence.count == 2)
  }

  @Test("Turns that hold what is to be avoided are counted")
  func avoids() throws {
    let check = "avoids: ['подождите'], free: 1, each: 0.5"
    #expect(try result(check, "О: Подождите, подождите.").points == 10)
    #expect(try result(check, "О: Подождите.\nО: Подождите.").points == 5)
    #expect(try result(check, "О: Подождите.\nК: Подождите.").points == 10)
  }

  @Test("The client winds up before the operator's goodbye, or a person decides")
  func clientEnds() throws {
    let check = "client_ends: ['спасибо']"
    #expect(try result(check, "О: Всё готово.\nК: Спасибо.").status == .met)
    #expect(try result(check, "К: Спасибо.\nО: Всё.").status == .needsReview)
  }

  @Test("The best of several checks counts")
  func any() throws {
    let check = "any: [{says: ['адрес']}, {says: ['телефон']}]"
    #expect(try result(check, "О: Ваш телефон?").status == .met)
    #expect(try result(check, "О: Да.").status == .violated)
    let mixed = "any: [{says: ['адрес']}, {findings: [blame], each: 0.5}]"
    #expect(try result(mixed, "О: Ваша вина.").points == 5)
  }

  // MARK: Conditions

  @Test(
    "Conditions",
    arguments: [
      ("direction: outgoing", "О: Да.", CriterionResult.Status.notApplicable),
      ("direction: incoming", "О: Да.", .violated),
      ("client_says: ['жалоба']", "К: У меня жалоба.\nО: Да.", .violated),
      ("client_says: ['жалоба']", "О: Жалоба?", .notApplicable),
      ("operator_says: ['жалоба']", "О: Жалоба?", .violated),
      ("findings: [profanity], by: client", "К: Чёрт.\nО: Да.", .violated),
      ("findings: [profanity], by: client", "О: Чёрт.", .notApplicable),
      ("findings: [profanity], by: client, at_least: 2", "К: Чёрт.\nО: Да.", .notApplicable),
      ("findings: [profanity], by: client, at_least: 2", "К: Чёрт, чёрт.\nО: Да.", .violated),
      ("ends: operator", "К: Да.\nО: Нет.", .violated),
      ("ends: operator", "О: Нет.\nК: Да.", .notApplicable),
      ("has_times: true", "О: Да.", .notApplicable),
      ("any: [{client_says: ['жалоба']}, {client_says: ['чёрт']}]", "К: Чёрт.\nО: Да.", .violated),
      (
        "any: [{client_says: ['жалоба']}, {client_says: ['чёрт']}]", "К: Да.\nО: Да.",
        .notApplicable
      ),
      ("none: [{client_says: ['жалоба']}]", "К: Жалоба.\nО: Да.", .notApplicable),
      ("none: [{client_says: ['жалоба']}]", "К: Да.\nО: Да.", .violated),
    ])
  func conditions(when: String, dialogue: String, status: CriterionResult.Status) throws {
    let result = try result("says: ['спасибо']", when: when, dialogue, direction: .incoming)
    #expect(result.status == status, "\(result.reason)")
  }

  @Test("Without a direction what depends on it is put to a person")
  func unknownDirection() throws {
    let result = try result("says: ['спасибо']", when: "direction: outgoing", "О: Да.")
    #expect(result.status == .needsReview)
    #expect(result.reason == "направление звонка неизвестно")
  }

  // MARK: Metrics

  @Test("Metrics are judged within bounds and leave the score when unknown")
  func metrics() throws {
    let check = "metric: answer_seconds, max: 30"
    #expect(try result(check, "О: Да.").status == .notApplicable)
    #expect(try result(check, "О: Да.", times: [(12, 13)]).status == .met)
    let late = try result(check, "О: Да.", times: [(31.5, 33)])
    #expect(late.status == .violated)
    #expect(late.reason == "ответ через 31,5 с от начала записи, допустимо не больше 30")
  }

  @Test("A reason says how precise a metric is, and an unknown metric is a mistake")
  func precision() throws {
    let late = try result(
      "metric: longest_operator_silence_seconds, max: 10", "К: Алло.\nО: Да.",
      times: [(0, 1), (31, 33)])
    #expect(
      late.reason
        == "самая долгая пауза оператора — 30 секунд (по времени реплик), допустимо не больше 10")
    #expect(throws: StandardError.self) { try result("metric: скорость, max: 10", "О: Да.") }
  }

  @Test("The hour of a call is the client's, and by another clock nobody is guilty")
  func hour() throws {
    let check = "metric: start_hour, min: 9, max: 18"
    #expect(try result(check, "О: Да.", startedAt: "2026-03-02T09:30:00+03:00").status == .met)
    let late = try result(check, "О: Да.", startedAt: "2026-03-02 20:15")
    #expect(late.status == .needsReview)
    #expect(
      late.reason.hasPrefix("звонок начат в 20:15 (по часам записи: пояс клиента неизвестен)"))
    let far = try result(check, "О: Да.", startedAt: "2026-03-02T16:30:00+03:00", zone: "+06:00")
    #expect(far.status == .violated)
    #expect(far.reason.hasPrefix("звонок начат в 19:30 (по часам клиента)"))
    #expect(try result(check, "О: Да.", startedAt: "2 марта").status == .notApplicable)
  }
}
