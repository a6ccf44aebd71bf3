import CallStore

/// What became of calls that had a score before, as lines of the summary.
struct ScoreChangesText {
  let report: ScoreReport

  var facts: [(String, String)] {
    var facts: [(String, String)] = []
    if report.counts.changed > 0, report.files == nil || report.changes.changed > 0 {
      facts.append(("Оценка изменилась", changes))
    }
    let others = report.otherStandards.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !others.isEmpty {
      let list = others.map { standard, calls in
        RussianWriting.count(
          calls, "звонок раньше оценён", "звонка раньше оценены", "звонков раньше оценены")
          + " по \(Terminal.clean(standard))"
      }
      facts.append(("Другой стандарт", list.joined(separator: ", ")))
    }
    return facts
  }

  private var changes: String {
    let changes = report.changes
    guard changes.changed > 0 else { return "ни у одного" }
    let parts = [
      ("выше у", changes.raised), ("ниже у", changes.lowered),
      ("без оценки теперь", changes.unscored), ("с оценкой теперь", changes.scored),
    ].filter { $0.1 > 0 }.map { "\($0.0) \(RussianWriting.grouped($0.1))" }
    return "у \(RussianWriting.grouped(changes.changed)): \(parts.joined(separator: ", "))"
  }
}

extension ScoreReport {
  /// Outdated calls of each standard, whatever their version.
  var outdatedByStandard: [(standard: String, calls: Int)] {
    var calls: [String: Int] = [:]
    for use in outdated { calls[use.standard, default: 0] += use.calls }
    return calls.sorted { $0.key < $1.key }.map { (standard: $0.key, calls: $0.value) }
  }
}
