import CallStore
import Coaching
import Compliance
import Foundation
import ServiceStandards
import Transcripts

/// A call of a small invented standard. In a turn, `[[command|говорите|назовите, пожалуйста,]]`
/// is a finding with its quote and replacement; without the third part there is none. Client's
/// turns start with `К: `.
struct SampleCall {
  var id: String
  var employee: String? = "Иванова Мария"
  var startedAt: String? = "2026-03-02T10:00:00+03:00"
  var turns: [String]
  var said: Set<Element> = [.greeting, .farewell, .moreQuestions]
  var answeredInTime = true
  var reason: String?
  var rewrites: [Int: String] = [:]

  static let criteria:
    [(id: String, title: String, maximum: Double, category: ServiceStandards.Category)] = [
      ("sample.command", "Не командовал", 6, .command),
      ("sample.diminutive", "Обошёлся без уменьшительных слов", 4, .diminutive),
      ("sample.filler", "Говорил без слов-паразитов", 4, .filler),
      ("sample.blame", "Не обвинял клиента", 8, .blame),
    ]
  static let elements: [(id: String, title: String, element: Element)] = [
    ("sample.greeting", "Поздоровался", .greeting), ("sample.farewell", "Попрощался", .farewell),
    ("sample.questions", "Спросил, остались ли вопросы", .moreQuestions),
  ]

  static let guidance = Guidance(
    wording: [
      "sample": [
        "command": ["Назовите, пожалуйста…", "Повторите, пожалуйста…"],
        "blame": ["Имя-Отчество, согласно условиям договора…"],
      ]
    ],
    subjects: [
      "sample": Dictionary(
        uniqueKeysWithValues: criteria.map { ($0.id, .init(categories: [$0.category])) }
          + elements.map { ($0.id, .init(element: $0.element)) })
    ])

  var stored: StoredCall {
    var call = Call(id: id, employee: employee, startedAt: startedAt, turns: [])
    var analysis = Analysis(id: id, standard: "sample", standardVersion: "v1")
    for (index, text) in turns.enumerated() {
      let isClient = text.hasPrefix("К: ")
      var plain = ""
      for (part, piece) in text.dropFirst(isClient ? 3 : 0).components(separatedBy: "[[")
        .enumerated()
      {
        let halves = piece.components(separatedBy: "]]")
        guard part > 0 else {
          plain += piece
          continue
        }
        let fields = halves[0].components(separatedBy: "|")
        let start = plain.unicodeScalars.count
        analysis.findings.append(
          Finding(
            rule: fields[0], category: Category(rawValue: fields[0])!, turn: index,
            speaker: isClient ? .client : .operator,
            range: ScalarRange(start, start + fields[1].unicodeScalars.count), quote: fields[1],
            start: Double(index) * 5 + 1, replacements: fields.count > 2 ? [fields[2]] : [],
            rewrite: rewrites[index], clause: "табл. 2"))
        plain += fields[1] + halves[1]
      }
      call.turns.append(
        Turn(
          speaker: isClient ? .client : .operator, text: plain, start: Double(index) * 5))
    }
    analysis.judged = reason == nil
    analysis.reason = reason
    analysis.elements = Element.allCases.map { element in
      ElementResult(element: element, status: said.contains(element) ? .present : .absent)
    }
    if reason == nil { analysis.score = score(analysis.findings) }
    return StoredCall(
      call: call, analysis: analysis,
      origin: .init(source: "a.ndjson", line: 1, engine: "1", analysedAt: "2026-04-01"))
  }

  private func score(_ findings: [Finding]) -> Score {
    var results = Self.criteria.map { criterion in
      let found = findings.filter {
        $0.category == criterion.category && $0.speaker == .operator
      }
      let each = criterion.category == .blame ? 1 : 0.5
      let lost = min(1, each * Double(found.count)) * criterion.maximum
      return CriterionResult(
        criterion: criterion.id, section: "Речь", title: criterion.title, clause: "табл. 2",
        status: found.isEmpty ? .met : .violated, points: criterion.maximum - lost,
        maximum: criterion.maximum, critical: criterion.category == .blame, reason: "",
        evidence: found.map { Evidence(turn: $0.turn, range: $0.range, quote: $0.quote) })
    }
    results += Self.elements.map { line in
      let isMet = said.contains(line.element)
      return CriterionResult(
        criterion: line.id, section: "Порядок", title: line.title, clause: "5.1",
        status: isMet ? .met : .violated, points: isMet ? 4 : 0, maximum: 4, critical: false,
        reason: "", evidence: [])
    }
    results.append(
      CriterionResult(
        criterion: "sample.answer", section: "Порядок", title: "Ответил за 30 секунд",
        clause: "4.1.2", status: answeredInTime ? .met : .violated,
        points: answeredInTime ? 2 : 0, maximum: 2, critical: false, reason: "", evidence: []))
    let total =
      100 * results.reduce(0) { $0 + $1.points } / results.reduce(0) { $0 + $1.maximum }
    return Score(
      total: total,
      passed: total >= 75 && !results.contains { $0.critical && $0.status == .violated },
      criteria: results)
  }
}

extension SampleCall {
  /// Two months of a small team.
  static let team: [SampleCall] = [
    SampleCall(
      id: "0301",
      startedAt: "2026-02-10T09:30:00+03:00",
      turns: [
        "Здравствуйте! [[command|Говорите|Назовите, пожалуйста,]] номер договора.",
        "К: Семьсот два.",
        "[[command|Ждите|Подождите, пожалуйста]]. Сейчас [[diminutive|минуточку|минуту]].",
      ], said: [.greeting, .farewell]),
    SampleCall(
      id: "0302", startedAt: "2026-02-18T12:05:00+03:00",
      turns: ["Добрый день.", "К: Здравствуйте.", "[[filler|Ну]] вагон в пути."]),
    SampleCall(
      id: "0401", startedAt: "2026-03-02T10:00:00+03:00",
      turns: [
        "Добрый день! Компания «Вектор», Мария.", "К: Где мой вагон?",
        "Так, [[command|говорите|назовите, пожалуйста,]] номер. Вагон на станции.",
        "К: Сто пять.",
        "[[filler|Ну]], [[filler|вот]], он уже вышел. До свидания.",
      ], said: [.greeting, .farewell],
      rewrites: [
        2: "Так, назовите, пожалуйста, номер. Вагон на станции.",
        4: "Он уже вышел. До свидания.",
      ]),
    SampleCall(
      id: "0402", startedAt: "2026-03-05T15:40:00+03:00",
      turns: [
        "Добрый день!", "К: Договор не тот.",
        "Это [[blame|вы перепутали]] номер. [[command|Диктуйте|Продиктуйте, пожалуйста,]] другой.",
        "К: [[profanity|чёрт]] знает что.",
      ], said: [.greeting], answeredInTime: false),
    SampleCall(
      id: "0403", startedAt: "2026-03-11T11:15:00+03:00",
      turns: [
        "Здравствуйте, Мария. Чем могу помочь?", "К: Нужна заявка.",
        "Оформляю заявку. Остались ли вопросы? До свидания.",
      ]),
    SampleCall(
      id: "0404", startedAt: "2026-03-12T11:15:00+03:00", turns: ["К: Алло, алло."],
      reason: "нет слов сотрудника"),
    SampleCall(
      id: "0501", employee: "Петров Олег Игоревич", startedAt: "2026-03-03T10:00:00+03:00",
      turns: ["Здравствуйте.", "К: Да.", "[[diminutive|Заявочку|Заявку]] оформил, до свидания."]
    ),
    SampleCall(
      id: "0502", employee: "Петров Олег Игоревич", startedAt: "2026-02-20T10:00:00+03:00",
      turns: ["Здравствуйте.", "К: Да.", "Заявку оформил, до свидания."]),
    SampleCall(id: "0503", employee: "Петров Олег Игоревич", startedAt: nil, turns: ["Алло."]),
    SampleCall(id: "0601", employee: nil, turns: ["Здравствуйте."]),
  ]
}
