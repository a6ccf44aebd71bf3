import CallStore
import Compliance
import ServiceStandards
import Transcripts

/// Writes one call for a person: who and when, what was said with its marks, what was missing, the
/// scorecard with reasons.
struct CallPrinter {
  let terminal: Terminal

  func text(_ stored: StoredCall) -> String {
    [
      head(stored), dialogue(stored),
      SpeechPrinter(terminal: terminal).text(stored.analysis.metrics),
      stored.analysis.judged ? elements(stored.analysis.elements) : "",
      ScorecardPrinter(terminal: terminal).text(stored.analysis),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func head(_ stored: StoredCall) -> String {
    let call = stored.call
    let analysis = stored.analysis
    var facts: [(String, String)] = []
    if let employee = call.employee { facts.append(("сотрудник", employee)) }
    if let startedAt = call.startedAt {
      facts.append(("начало", RussianWriting.moment(startedAt)))
    }
    if let direction = call.direction {
      facts.append(("направление", direction == .incoming ? "входящий" : "исходящий"))
    }
    if let decision = stored.decision {
      let voice = decision.voice.isEmpty ? "" : "\(decision.voice), "
      let confidence = Int((decision.confidence * 100).rounded())
      facts.append(("оператор", "\(voice)\(confidence) %: \(decision.reason)"))
    }
    facts.append(("стандарт", "\(analysis.standard), версия \(analysis.standardVersion)"))
    facts.append(
      (
        "источник",
        stored.origin.line.map { "\(stored.origin.source):\($0)" } ?? stored.origin.source
      ))
    if let reason = analysis.reason, !analysis.judged {
      facts.append(("не оценивается", reason))
    }
    let title = terminal.styled("Звонок \(Terminal.clean(call.id))", .bold)
    return title + "\n"
      + facts.map { name, value in
        "  \(Wrapping.pad(name, to: 14)) \(Terminal.clean(value))\n"
      }.joined()
  }

  private func dialogue(_ stored: StoredCall) -> String {
    var text = terminal.styled("Разговор", .bold) + "\n"
    let numberWidth = String(stored.call.turns.count).count
    for (index, turn) in stored.call.turns.enumerated() {
      let findings = stored.analysis.findings.filter { $0.turn == index }
      let doubts = stored.analysis.review.filter { $0.turn == index }
      let number = String(index + 1)
      var head = "  " + String(repeating: " ", count: numberWidth - number.count) + number + ". "
      if let start = turn.start { head += RussianWriting.time(start) + " " }
      let voice = turn.voice.map { " (\(Terminal.clean($0)))" } ?? ""
      head += Wrapping.pad(turn.speaker.title + voice + ":", to: 9) + " "
      let indent = Wrapping.visibleCount(head)
      let marks = findings.map { $0.range.start..<max($0.range.start, $0.range.end) }
      let said = MarkedText(turn.text, marks: marks).text(terminal)
      text += head + Wrapping.wrap(said, width: terminal.width, indent: indent) + "\n"
      for finding in findings { text += note(finding, indent: indent, isDoubt: false) }
      for doubt in doubts { text += note(doubt, indent: indent, isDoubt: true) }
    }
    return text
  }

  private func note(_ finding: Finding, indent: Int, isDoubt: Bool) -> String {
    var note = isDoubt ? "? " : "↳ "
    note += "«\(Terminal.clean(finding.quote))» — \(finding.category.title)"
    if isDoubt { note += " (на проверку)" }
    note += "; \(Terminal.clean(finding.clause))"
    if !finding.replacements.isEmpty {
      let better = finding.replacements.prefix(3).map { "«\(Terminal.clean($0))»" }
      note += "; лучше: \(better.joined(separator: ", "))"
    }
    note += "; уверенность \(Int((finding.confidence * 100).rounded())) %"
    if let reason = finding.reason { note += ": \(Terminal.clean(reason))" }
    let wrapped = Wrapping.wrap(note, width: terminal.width, indent: indent + 2)
    return String(repeating: " ", count: indent)
      + terminal.styled(wrapped, isDoubt ? .dim : .yellow) + "\n"
  }

  private func elements(_ elements: [ElementResult]) -> String {
    guard !elements.isEmpty else { return "" }
    let width = elements.map { Wrapping.visibleCount($0.element.title) }.max() ?? 0
    return terminal.styled("Обязательные элементы", .bold) + "\n"
      + elements.map { element in
        let name = Wrapping.pad(element.element.title, to: width)
        return "  \(mark(element.status)) \(name)  \(proof(element))".trimmingSpaces() + "\n"
      }.joined()
  }

  private func mark(_ status: ElementResult.Status) -> String {
    switch status {
    case .present: terminal.styled("✓", .green)
    case .absent: terminal.styled("✗", .red)
    case .notApplicable: terminal.styled("–", .dim)
    }
  }

  private func proof(_ element: ElementResult) -> String {
    switch element.status {
    case .present:
      let place = element.turn.map { " (\($0 + 1))" } ?? ""
      return element.quote.map { "«\(Terminal.clean($0))»\(place)" } ?? ""
    case .absent: return Terminal.clean(element.reason ?? "не сказано")
    case .notApplicable: return Terminal.clean(element.reason ?? "не требуется")
    }
  }
}

extension String {
  /// Without spaces at the end.
  func trimmingSpaces() -> String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
