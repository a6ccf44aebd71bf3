import CallStore
import ServiceStandards

/// Writes what a run of `kamerton score` did and found.
struct SummaryPrinter {
  let terminal: Terminal

  func text(_ report: ScoreReport) -> String {
    let parts = [
      totals(report), outdated(report), unjudged(report.summary), worst(report.summary),
      frequent(report.summary),
      violated(report.summary),
      renamed(report), refused(report),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func totals(_ report: ScoreReport) -> String {
    let summary = report.summary
    var facts: [(String, String)] = []
    if let files = report.files { facts.append(("Файлы", RussianWriting.grouped(files))) }
    facts.append(("Звонки", calls(report)))
    facts += ScoreChangesText(report: report).facts
    if report.soundFiles > 0 {
      facts.append(("Аудио", "\(RussianWriting.grouped(report.soundFiles)), не читаются"))
    }
    if let mean = summary.meanScore {
      facts.append(("Средняя оценка", RussianWriting.number(mean)))
      let share = Double(summary.passed) * 100 / Double(max(1, summary.judged))
      facts.append(
        (
          "Сдано",
          "\(RussianWriting.grouped(summary.passed)) из \(RussianWriting.grouped(summary.judged)) "
            + "(\(RussianWriting.number(share.rounded())) %)"
        ))
    }
    if summary.calls > summary.judged {
      facts.append(("Без оценки", RussianWriting.grouped(summary.calls - summary.judged)))
    }
    if !report.refusals.isEmpty {
      facts.append(
        ("Отказано", terminal.styled(RussianWriting.grouped(report.refusals.count), .red)))
    }
    let width = facts.map { Wrapping.visibleCount($0.0) }.max() ?? 0
    return facts.map { "\(Wrapping.pad($0.0, to: width))  \($0.1)\n" }.joined()
  }

  private func calls(_ report: ScoreReport) -> String {
    let counts = report.counts
    var parts: [String] = []
    if counts.new > 0 {
      parts.append(RussianWriting.count(counts.new, "новый", "новых", "новых"))
    }
    if counts.changed > 0, report.files == nil {
      parts.append(
        RussianWriting.count(counts.changed, "пересчитанный", "пересчитанных", "пересчитанных"))
    } else if counts.changed > 0 {
      parts.append(RussianWriting.count(counts.changed, "изменённый", "изменённых", "изменённых"))
    }
    if counts.unchanged > 0 {
      parts.append(RussianWriting.count(counts.unchanged, "прежний", "прежних", "прежних"))
    }
    let total = counts.new + counts.changed + counts.unchanged
    let rest = parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))"
    return RussianWriting.grouped(total) + rest
  }

  private func unjudged(_ summary: RunSummary) -> String {
    guard !summary.unjudged.isEmpty else { return "" }
    let counts = summary.unjudged.map { RussianWriting.grouped($0.count) }
    let width = counts.map(Wrapping.visibleCount).max() ?? 0
    return terminal.styled("Не оцениваются, в средние не входят", .bold) + "\n"
      + zip(summary.unjudged, counts).map { row, count in
        let padding = String(repeating: " ", count: width - Wrapping.visibleCount(count))
        let reason = Wrapping.wrap(
          Terminal.clean(row.value), width: terminal.width, indent: width + 4)
        return "  \(padding)\(count)  \(reason)\n"
      }.joined()
  }

  private func worst(_ summary: RunSummary) -> String {
    let rows = summary.worst.filter { $0.score < 100 }
    guard !rows.isEmpty else { return "" }
    let scores = rows.map { RussianWriting.tenths($0.score) }
    let width = scores.map(\.count).max() ?? 0
    let names = rows.map { Wrapping.visibleCount(Terminal.clean($0.id)) }.max() ?? 0
    return terminal.styled("Худшие звонки", .bold) + "\n"
      + zip(rows, scores).map { row, score in
        let padding = String(repeating: " ", count: width - score.count)
        let mark = row.passed ? score : terminal.styled(score, .red)
        let name = Wrapping.pad(Terminal.clean(row.id), to: names)
        return "  \(padding)\(mark)  \(name)  \(Terminal.clean(row.employee ?? ""))"
          .trimmingSpaces() + "\n"
      }.joined()
  }

  private func frequent(_ summary: RunSummary) -> String {
    list(
      "Частые нарушения", summary.categories.map { ($0.value.title, $0.count, $0.calls) })
  }

  private func violated(_ summary: RunSummary) -> String {
    list(
      "Невыполненные требования", summary.criteria.map { ("«\($0.value)»", $0.count, $0.calls) })
  }

  private func list(_ title: String, _ rows: [(name: String, count: Int, calls: Int)]) -> String {
    guard !rows.isEmpty else { return "" }
    let counts = rows.map { RussianWriting.grouped($0.count) }
    let width = counts.map(Wrapping.visibleCount).max() ?? 0
    let names = rows.map { Wrapping.visibleCount(Terminal.clean($0.name)) }.max() ?? 0
    return terminal.styled(title, .bold) + "\n"
      + zip(rows, counts).map { row, count in
        let padding = String(repeating: " ", count: width - Wrapping.visibleCount(count))
        let name = Wrapping.pad(Terminal.clean(row.name), to: names)
        return "  \(padding)\(count)  \(name)  "
          + "в \(RussianWriting.count(row.calls, "звонке", "звонках", "звонках"))\n"
      }.joined()
  }

  /// Which scores of the database are no longer what the standards say.
  private func outdated(_ report: ScoreReport) -> String {
    let uses = report.outdatedByStandard
    guard !uses.isEmpty else { return "" }
    let list = uses.map { "\(Terminal.clean($0.standard)) — \(RussianWriting.grouped($0.calls))" }
    return terminal.styled("Оценены по прежней редакции стандарта", .bold) + "\n"
      + "  \(list.joined(separator: ", ")); пересчитать: kamerton score --stored\n"
  }

  private func renamed(_ report: ScoreReport) -> String {
    guard !report.renamed.isEmpty else { return "" }
    let shown = report.renamed.prefix(20)
    var text = terminal.styled("Сохранены под другим id: их id у другого разговора", .bold) + "\n"
    for call in shown {
      text += "  \(Terminal.clean("\(call.givenID) → \(call.id)  (\(call.source))"))\n"
    }
    let rest = report.renamed.count - shown.count
    if rest > 0 {
      text += "  и ещё \(RussianWriting.grouped(rest)), все они — в ответе с --format json\n"
    }
    return text
  }

  private func refused(_ report: ScoreReport) -> String {
    guard !report.refusals.isEmpty else { return "" }
    var text = terminal.styled("Отказано", .bold) + "\n"
    var complaints = FileComplaints()
    var shown = 0
    for refusal in report.refusals where shown < 20 {
      guard let message = complaints.refusal(refusal.error, of: refusal.source) else { continue }
      shown += 1
      text += "  \(Terminal.clean(message))\n"
    }
    let rest = report.refusals.count - shown
    if rest > 0 {
      text += "  и ещё \(RussianWriting.grouped(rest)), все они — в ответе с --format json\n"
    }
    return text
  }
}
