import Compliance
import Transcripts

/// Writes the scorecard: every criterion with its points, and why points were taken.
struct ScorecardPrinter {
  let terminal: Terminal

  func text(_ analysis: Analysis) -> String {
    guard let score = analysis.score else {
      let reason = analysis.reason.map { ": \(Terminal.clean($0))" } ?? ""
      return terminal.styled("Оценки нет", .bold) + reason + "\n"
    }
    let verdict =
      score.passed ? terminal.styled("сдан", .green) : terminal.styled("не сдан", .red)
    var text = terminal.styled("Оценка \(RussianWriting.number(score.total)) из 100", .bold)
    text += ", \(verdict)\(undecided(score.criteria))\n"
    let points = score.criteria.map(points)
    let width = points.map(Wrapping.visibleCount).max() ?? 0
    var section = ""
    for (criterion, points) in zip(score.criteria, points) {
      if criterion.section != section {
        section = criterion.section
        text += "  \(Terminal.clean(section))\n"
      }
      let padding = String(repeating: " ", count: width - Wrapping.visibleCount(points))
      text += line(criterion, points: padding + points)
    }
    return text
  }

  /// How much of the score a person has yet to decide.
  private func undecided(_ criteria: [CriterionResult]) -> String {
    let applying = criteria.filter { $0.status != .notApplicable }.reduce(0) { $0 + $1.maximum }
    let open = criteria.filter { $0.status == .needsReview }.reduce(0) { $0 + $1.maximum }
    guard open > 0 else { return "" }
    return
      "; на проверке баллов: \(RussianWriting.number(open)) из \(RussianWriting.number(applying))"
  }

  /// What is left to a person takes no points: it does not count before it is decided.
  private func points(_ criterion: CriterionResult) -> String {
    let maximum = RussianWriting.number(criterion.maximum)
    return switch criterion.status {
    case .met, .violated: "\(RussianWriting.number(criterion.points))/\(maximum)"
    case .needsReview: "—/\(maximum)"
    case .notApplicable: "—"
    }
  }

  private func line(_ criterion: CriterionResult, points: String) -> String {
    let indent = Wrapping.visibleCount(points) + 8
    var title = Terminal.clean(criterion.title)
    if criterion.critical { title += " (критический)" }
    title += ", \(Terminal.clean(criterion.clause))"
    var text =
      "    \(mark(criterion.status)) \(points)  "
      + Wrapping.wrap(title, width: terminal.width, indent: indent) + "\n"
    if criterion.status != .met, !criterion.reason.isEmpty {
      text += detail(Terminal.clean(criterion.reason), indent)
    } else if let doubts = criterion.unlikelyDoubts {
      text += detail(Terminal.clean(String(doubts)), indent)
    }
    if criterion.status == .violated || criterion.status == .needsReview {
      for evidence in criterion.evidence.prefix(5) {
        text += detail("\(evidence.turn + 1). «\(Terminal.clean(evidence.quote))»", indent)
      }
      if criterion.evidence.count > 5 {
        text += detail("и ещё \(criterion.evidence.count - 5)", indent)
      }
    }
    return text
  }

  private func detail(_ text: String, _ indent: Int) -> String {
    let wrapped = Wrapping.wrap(text, width: terminal.width, indent: indent)
    return String(repeating: " ", count: indent) + terminal.styled(wrapped, .dim) + "\n"
  }

  private func mark(_ status: CriterionResult.Status) -> String {
    switch status {
    case .met: terminal.styled("✓", .green)
    case .violated: terminal.styled("✗", .red)
    case .needsReview: terminal.styled("?", .yellow)
    case .notApplicable: terminal.styled("–", .dim)
    }
  }
}
