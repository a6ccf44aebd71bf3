internal import CallStore

/// Sentences that both reports use.
extension Page {
  /// «Средний балл 78,4 из 100: 14 звонков, от 52 до 96. …»
  static func scoreLine(_ score: ScoreSummary, _ calls: CallCounts) -> Line {
    let range =
      score.calls > 1
      ? ", от \(RussianNumber.short(score.lowest)) до \(RussianNumber.short(score.highest))" : ""
    return """
      Средний балл \(strong: RussianNumber.decimal(score.mean)) из 100: \
      \(CountedNoun.call.nominative(score.calls))\(range). Требования стандарта выполнены \
      в \(calls.passed) из \(CountedNoun.call.genitive(score.calls)).
      """
  }

  /// «До 100 баллов звонку в среднем не хватает 38,5: …»
  static func lossLine(_ losses: LossBreakdown, _ score: ScoreSummary) -> Line? {
    guard RussianNumber.tenths(100 - score.mean) > 0 else { return nil }
    let parts = [
      ("обязательные элементы", losses.elements), ("слова", losses.habits),
      ("остальные критерии", losses.others),
    ].filter { RussianNumber.tenths($0.1) > 0 }.sorted { $0.1 > $1.1 }
    guard !parts.isEmpty else { return nil }
    let list = parts.map { "\($0.0) — \(RussianNumber.decimal($0.1))" }
    return """
      До 100 баллов звонку в среднем не хватает \(RussianNumber.decimal(100 - score.mean)): \
      \(list.joined(separator: ", ")).
      """
  }

  static func changeLine(_ change: Change, _ score: ScoreSummary) -> Line {
    guard let old = change.mean else {
      return "В прошлом периоде (\(change.period.title)) оценённых звонков нет, сравнить не с чем."
    }
    let difference = RussianNumber.difference(from: old, to: score.mean)
    let judgement =
      switch change.isWithinScatter {
      case nil: "Звонков слишком мало, чтобы судить о переменах."
      case true?: "Разница не больше обычного разброса между звонками."
      case false?: "Разница больше обычного разброса между звонками."
      }
    return """
      Прошлый период (\(change.period.title), \(CountedNoun.call.nominative(change.calls))): \
      было \(RussianNumber.decimal(old)), стало \(RussianNumber.decimal(score.mean)), \
      разница\u{A0}\(strong: difference). \(judgement)
      """
  }

  /// What to know of the numbers: few calls, calls without a score, and so on.
  static func notes(
    _ calls: CallCounts, _ standards: [StandardCount], period: Period
  ) -> [Line] {
    var lines: [Line] = []
    if calls.isSmall, calls.scored > 0 {
      lines.append(
        """
        Звонков мало (\(calls.scored)): каждый заметно сдвигает средний балл, выводы \
        предварительные.
        """)
    }
    if !calls.notScored.isEmpty {
      let reasons = calls.notScored.map { "\($0.reason) (\($0.calls))" }
      let count = calls.total - calls.scored
      lines.append(
        """
        Без оценки: \(CountedNoun.call.nominative(count)) — \(reasons.joined(separator: "; ")). \
        В средний балл такие звонки не входят.
        """)
    }
    if calls.toReview > 0 {
      let kinds = calls.doubts.map { "\($0.reason) — \($0.places)" }
      let why = kinds.isEmpty ? "" : " (\(kinds.joined(separator: "; ")))"
      lines.append(
        """
        Ждут проверки человеком: \(CountedNoun.place.nominative(calls.toReview))\(why). Баллы за \
        такие места не сняты.
        """)
    }
    if calls.undated > 0, period != .all {
      lines.append(
        """
        Без даты: \(CountedNoun.call.nominative(calls.undated)). В отчёт за период такие звонки \
        не входят.
        """)
    }
    if standards.count > 1 {
      let list = standards.map { "\($0.standard) (\($0.calls))" }
      lines.append(
        "Звонки оценены по разным стандартам: \(list.joined(separator: ", ")).")
    }
    let outdated = standards.filter { ($0.outdated ?? 0) > 0 }
    if !outdated.isEmpty {
      let list = outdated.map { "\($0.standard) (\($0.outdated ?? 0))" }
      let count = outdated.reduce(0) { $0 + ($1.outdated ?? 0) }
      lines.append(
        """
        Оценка по прежней редакции стандарта: \(CountedNoun.call.nominative(count)) — \
        \(list.joined(separator: ", ")). Пересчитать: kamerton score --stored.
        """)
    }
    return lines
  }

  /// «весь срок: с 1 марта по 5 апреля 2026 года».
  static func periodTitle(_ period: Period, kept: Period) -> String {
    guard period == .all, kept.from != nil, kept.to != nil else { return period.title }
    return "\(period.title): \(kept.title)"
  }

  static func missedTable(_ elements: [MissedElement]) -> Table {
    Table(
      header: ["Что", "Не прозвучало", "Доля", "Позже срока", "Баллов за звонок"],
      rows: elements.map { element in
        [
          element.title,
          "в \(element.missed) из \(CountedNoun.call.genitive(element.applicable))",
          RussianNumber.percent(element.missed, of: element.applicable),
          element.late == 0 ? "—" : "в \(CountedNoun.call.locative(element.late))",
          RussianNumber.decimal(element.pointsPerCall),
        ]
      }, right: [2, 4])
  }

  static func lossTable(_ losses: [LostCriterion]) -> Table {
    Table(
      header: ["Критерий", "Баллы сняты", "Баллов за звонок"],
      rows: losses.map { loss in
        [
          loss.title, "в \(loss.calls) из \(CountedNoun.call.genitive(loss.ofCalls))",
          RussianNumber.decimal(loss.pointsPerCall),
        ]
      }, right: [2])
  }

  /// «звонок 0412, 3 марта в 14:05, на записи 02:15».
  static func place(_ call: CallReference, time: Double? = nil) -> String {
    var parts = ["звонок \(call.id)"]
    if let day = Day(of: call.startedAt) {
      parts.append(day.shortTitle + (clock(call.startedAt).map { " в \($0)" } ?? ""))
    }
    if let time { parts.append("на записи \(RussianNumber.time(time))") }
    return parts.joined(separator: ", ")
  }

  /// Hours and minutes of an ISO 8601 date and time.
  private static func clock(_ startedAt: String?) -> String? {
    guard let startedAt, Day(of: startedAt) != nil else { return nil }
    let rest = startedAt.dropFirst(10)
    guard rest.first == "T" || rest.first == " " else { return nil }
    let clock = rest.dropFirst().prefix(5)
    let isClock =
      clock.count == 5
      && clock.enumerated().allSatisfy { $0 == 2 ? $1 == ":" : $1.isASCII && $1.isNumber }
    return isClock ? String(clock) : nil
  }

  /// A call worth hearing, with what cost the most in it.
  static func highlight(_ call: CallHighlight, lead: String, named: Bool = false) -> [Block] {
    let employee = named ? call.call.employee.map { ", \($0)" } ?? "" : ""
    var line: Line = """
      \(strong: lead): \(place(call.call))\(employee) — \(CountedNoun.point.fraction(call.score)) \
      из 100
      """
    if call.criteriaJudged > 0 {
      line.runs +=
        Line(
          """
          , выполнено \(call.criteriaMet) из \
          \(CountedNoun.criterion.genitive(call.criteriaJudged))
          """
        ).runs
    }
    line.runs += Line(call.passed ? "." : ", требования стандарта не выполнены.").runs
    return [.paragraph(line)]
  }

  static func losses(_ call: CallHighlight) -> Block {
    .bullets(
      call.losses.map { loss in
        let said = loss.quote.map { "«\(MarkedSentence.inner($0.unicodeScalars))»" }
        let words = (loss.reason ?? said).map { ": \($0)" } ?? ""
        let time = loss.quote == nil ? nil : loss.time
        let place = time.map { ", на записи \(RussianNumber.time($0))" } ?? ""
        let critical = loss.isCritical ? ", критический" : ""
        return """
          критерий «\(MarkedSentence.inner(loss.title.unicodeScalars))» \
          (снято \(CountedNoun.point.fraction(loss.points))\(critical))\(words)\(place)
          """
      })
  }
}

extension Line {
  init(_ line: Line) { self = line }
}
