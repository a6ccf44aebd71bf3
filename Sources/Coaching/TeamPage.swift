/// Puts a team's report into words.
struct TeamPage {
  let report: TeamReport

  func page() -> Page {
    var page = Page(title: "Команда", subtitle: "Разбор звонков, \(report.period.title)")
    guard let score = report.score else {
      page.blocks = [.paragraph("Оценённых звонков сотрудников за этот период нет.")]
      let notes = notes()
      if !notes.isEmpty { page.blocks.append(.bullets(notes)) }
      return page
    }
    page.blocks.append(.paragraph(Page.scoreLine(score, report.calls)))
    if let losses = Page.lossLine(report.losses, score) { page.blocks.append(.paragraph(losses)) }
    if let change = report.change {
      page.blocks.append(.paragraph(Page.changeLine(change, score)))
    }
    let notes = notes()
    if !notes.isEmpty { page.blocks.append(.bullets(notes)) }
    page.blocks += members() + habits()
    if !report.missedElements.isEmpty {
      page.blocks += [
        .section("Чего чаще всего не хватает"), .table(Page.missedTable(report.missedElements)),
      ]
    }
    if !report.otherLosses.isEmpty {
      page.blocks += [
        .section("За что ещё сняты баллы"), .table(Page.lossTable(report.otherLosses)),
      ]
    }
    if let best = report.best {
      page.blocks.append(.section("Какой звонок послушать вместе"))
      page.blocks += Page.highlight(best, lead: "Лучший", named: true)
    }
    return page
  }

  private func notes() -> [Line] {
    var notes = Page.notes(report.calls, report.standards, period: report.period)
    if report.withoutEmployee > 0 {
      notes.append(
        """
        Без имени сотрудника: \(CountedNoun.call.nominative(report.withoutEmployee)). В отчёт \
        такие звонки не входят.
        """)
    }
    return notes
  }

  private func members() -> [Page.Block] {
    let hasChange = report.members.contains { $0.change?.difference != nil }
    var header = ["Сотрудник", "Звонков", "Оценено", "Выполнено", "Средний балл"]
    if hasChange { header.append("Было") }
    header.append("Над чем работать")
    let rows = report.members.map { member in
      var row = [
        member.employee, "\(member.calls.total)", "\(member.calls.scored)",
        "\(member.calls.passed)", member.score.map { RussianNumber.decimal($0.mean) } ?? "—",
      ]
      if hasChange {
        let before = member.change.flatMap { change in
          change.mean.map { "\(RussianNumber.decimal($0)) (\(change.calls))" }
        }
        row.append(before ?? "—")
      }
      row.append(
        member.habit.map { habit in
          "\(habit), −\(RussianNumber.decimal(member.habitPointsPerCall ?? 0))"
        } ?? "—")
      return row
    }
    let small = report.members.filter { $0.calls.isSmall && $0.calls.scored > 0 }
    var note = """
      «Выполнено» — звонки, где требования стандарта выполнены; рядом с привычкой — баллы \
      за звонок.
      """
    if hasChange { note += " В скобках — оценённые звонки прошлого периода." }
    if !small.isEmpty {
      note += """
         Меньше \(CallCounts.few) оценённых звонков у \
        \(small.count) из \(CountedNoun.employee.genitive(report.members.count)): их средний балл \
        предварительный.
        """
    }
    return [
      .section("Сотрудники"),
      .table(
        Page.Table(
          header: header, rows: rows, right: hasChange ? [1, 2, 3, 4, 5] : [1, 2, 3, 4])),
      .paragraph("\(note)"),
    ]
  }

  private func habits() -> [Page.Block] {
    var blocks: [Page.Block] = [.section("Над чем работать вместе")]
    guard !report.habits.isEmpty else {
      return blocks + [.paragraph("Слов, за которые сняты баллы, в этих звонках нет.")]
    }
    for (index, habit) in report.habits.enumerated() {
      blocks.append(.item(index + 1, EmployeePage.heading(habit.habit)))
      blocks.append(.detail(EmployeePage.frequency(habit.habit)))
      let people = habit.most.map { share in
        """
        \(share.employee) — \(RussianNumber.decimal(share.pointsPerCall)) за звонок \
        (в \(share.calls) из \(CountedNoun.call.genitive(share.ofCalls)))
        """
      }
      let most = habit.employees > habit.most.count ? ", больше всего" : ""
      blocks.append(
        .detail(
          """
          Стоит баллов у \(habit.employees) из \
          \(CountedNoun.employee.genitive(habit.ofEmployees))\(most): \
          \(people.joined(separator: "; ")).
          """))
      if !habit.habit.wording.isEmpty {
        blocks.append(
          .detail(
            "\(strong: "Как лучше:") \(habit.habit.wording.joined(separator: " / "))"))
      }
    }
    return blocks
  }
}
