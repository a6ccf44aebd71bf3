/// Puts an employee's report into words.
struct EmployeePage {
  let report: EmployeeReport

  func page() -> Page {
    var page = Page(
      title: report.employee,
      subtitle: "Разбор звонков, \(Page.periodTitle(report.period, kept: report.kept))")
    guard let score = report.score else {
      page.blocks = nothing()
      return page
    }
    page.blocks.append(.paragraph(Page.scoreLine(score, report.calls)))
    if let losses = Page.lossLine(report.losses, score) { page.blocks.append(.paragraph(losses)) }
    if let change = report.change {
      page.blocks.append(.paragraph(Page.changeLine(change, score)))
    }
    let notes = Page.notes(report.calls, report.standards, period: report.period)
    if !notes.isEmpty { page.blocks.append(.bullets(notes)) }
    page.blocks += habits() + elements() + others() + steady() + highlights()
    return page
  }

  private func nothing() -> [Page.Block] {
    if report.calls.total > 0 {
      return [
        .paragraph("Оценённых звонков за этот период нет."),
        .bullets(Page.notes(report.calls, [], period: report.period)),
      ]
    }
    let kept =
      report.kept.from == nil
      ? "" : " В базе звонки сотрудника есть за другие дни: \(report.kept.title)."
    return [.paragraph("Звонков за этот период нет.\(kept)")]
      + (report.calls.undated > 0
        ? [.bullets(Page.notes(report.calls, [], period: report.period))] : [])
  }

  private func habits() -> [Page.Block] {
    var blocks: [Page.Block] = [.section("Над чем работать")]
    guard !report.habits.isEmpty else {
      return blocks + [.paragraph("Слов, за которые сняты баллы, в этих звонках нет.")]
    }
    blocks.append(
      .paragraph(
        """
        Сначала то, что обходится дороже: рядом — сколько баллов из 100 звонок теряет на этом \
        в среднем.
        """))
    for (index, habit) in report.habits.enumerated() {
      blocks.append(.item(index + 1, Self.heading(habit)))
      blocks.append(.detail(Self.frequency(habit)))
      if !habit.wording.isEmpty {
        blocks.append(
          .detail("\(strong: "Как лучше:") \(habit.wording.joined(separator: " / "))"))
      }
      blocks += habit.examples.map { .quote(Self.quote($0)) }
    }
    return blocks
  }

  static func heading(_ habit: Habit) -> Line {
    let cost =
      RussianNumber.tenths(habit.pointsPerCall) == 0
      ? "меньше 0,1 балла" : CountedNoun.point.fraction(habit.pointsPerCall)
    let name =
      habit.criterion.map { HabitSubject.criterion($0).name(habit.title) } ?? habit.title
    return "\(strong: name.capitalizedFirst) — \(cost) за звонок"
  }

  /// «23 раза в 9 из 14 звонков; баллы сняты в 5. Раньше: …»
  static func frequency(_ habit: Habit) -> Line {
    var text = """
      \(CountedNoun.time.nominative(habit.occurrences).capitalizedFirst) \
      в \(habit.calls) из \(CountedNoun.call.genitive(habit.ofCalls))
      """
    if habit.costlyCalls != habit.calls {
      text += ", баллы сняты в \(CountedNoun.call.locative(habit.costlyCalls))"
    }
    if habit.failedCalls > 0 {
      text += ". Критический критерий: не зачтён \(CountedNoun.call.nominative(habit.failedCalls))"
      if !CountedNoun.endsInOne(habit.failedCalls) {
        text = text.replacing("не зачтён", with: "не зачтено")
      }
    }
    text += "."
    if let before = habit.before { text += " " + Self.before(before) }
    return "\(text)"
  }

  private static func before(_ before: Habit.Before) -> String {
    guard before.occurrences > 0 else {
      return "В прошлом периоде — ни разу (\(CountedNoun.call.nominative(before.ofCalls)))."
    }
    return """
      В прошлом периоде \(CountedNoun.time.nominative(before.occurrences)) \
      в \(before.calls) из \(CountedNoun.call.genitive(before.ofCalls)), \
      \(CountedNoun.point.fraction(before.pointsPerCall)) за звонок.
      """
  }

  private static func quote(_ example: HabitExample) -> Page.Quote {
    var source = Page.place(example.call, time: example.time)
    if let clause = example.clause, !clause.isEmpty {
      source += " · \(clause.replacing(". ", with: ".\u{A0}"))"
    }
    return Page.Quote(
      said: example.sentence.line,
      better: example.rewritten.map { "«\(MarkedSentence.inner($0.unicodeScalars))»" },
      source: "\(source)")
  }

  private func elements() -> [Page.Block] {
    guard !report.missedElements.isEmpty else { return [] }
    return [
      .section("Чего чаще всего не хватает"), .table(Page.missedTable(report.missedElements)),
    ]
  }

  private func others() -> [Page.Block] {
    guard !report.otherLosses.isEmpty else { return [] }
    return [.section("За что ещё сняты баллы"), .table(Page.lossTable(report.otherLosses))]
  }

  private func steady() -> [Page.Block] {
    guard !report.steadyElements.isEmpty else { return [] }
    let list = report.steadyElements.map {
      "\($0.title) (\($0.calls) из \($0.calls))"
    }
    return [
      .section("Что получается всегда"),
      .paragraph("\(list.joined(separator: ", ").capitalizedFirst)."),
    ]
  }

  private func highlights() -> [Page.Block] {
    guard let best = report.best else { return [] }
    var blocks: [Page.Block] = [.section("Какие звонки послушать")]
    blocks += Page.highlight(best, lead: report.toHear == nil ? "Образец" : "Лучший")
    if let toHear = report.toHear {
      blocks += Page.highlight(toHear, lead: "Стоит разобрать")
      if !toHear.losses.isEmpty { blocks.append(Page.losses(toHear)) }
    }
    return blocks
  }
}

extension String {
  /// With a capital at its start.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
