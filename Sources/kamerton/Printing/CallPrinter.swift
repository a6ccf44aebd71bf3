import CallStore
import Compliance
import ServiceStandards
import Transcripts

/// Writes one call for a person: who and when, what was said with its marks, what was missing, the
/// scorecard with reasons.
struct CallPrinter {
  let terminal: Terminal
  var standing = CallStanding()

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
    if standing.isOutdated(stored) {
      facts.append(
        ("", "оценён по прежней редакции стандарта; пересчитать: kamerton score --stored"))
    }
    facts.append(
      (
        "источник",
        stored.origin.line.map { "\(stored.origin.source):\($0)" } ?? stored.origin.source
      ))
    if let givenID = stored.origin.givenID {
      facts.append(("id в источнике", "\(givenID), под ним в базе другой разговор"))
    }
    if !standing.namesakes.isEmpty {
      facts.append(("с тем же id", standing.namesakes.joined(separator: ", ")))
    }
    if let reason = analysis.reason, !analysis.judged {
      facts.append(("не оценивается", reason))
    }
    let title = terminal.styled("Звонок \(Terminal.clean(call.id))", .bold)
    return title + "\n"
      + facts.map { name, value in
        "  \(Wrapping.pad(name, to: 14)) \(Terminal.clean(value))\n"
      }.joined() + situations(of: stored)
  }

  /// The situations that were recognised, with the client's words that told of each. The title of
  /// their criteria names the situation before a colon.
  private func situations(of stored: StoredCall) -> String {
    var told: [(title: Substring, words: String)] = []
    for criterion in stored.analysis.score?.criteria ?? [] where criterion.status != .notApplicable
    {
      guard let colon = criterion.title.firstIndex(of: ":"),
        let said = criterion.evidence.first,
        stored.call.turns.indices.contains(said.turn),
        stored.call.turns[said.turn].speaker == .client
      else { continue }
      let title = criterion.title[..<colon]
      if told.contains(where: { $0.title == title }) { continue }
      told.append((title, "«\(said.quote)» (\(said.turn + 1))"))
    }
    guard !told.isEmpty else { return "" }
    let text = told.map { "\($0.title): \($0.words)" }.joined(separator: "; ")
    return "  \(Wrapping.pad("ситуации", to: 14)) "
      + Wrapping.wrap(Terminal.clean(text), width: terminal.width, indent: 17) + "\n"
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
      for finding in findings { text += note(finding, of: turn, indent: indent, isDoubt: false) }
      if let rewrite = findings.lazy.compactMap(\.rewrite).first {
        text += rewritten(rewrite, indent: indent)
      }
      for doubt in doubts { text += note(doubt, of: turn, indent: indent, isDoubt: true) }
    }
    return text
  }

  private func note(_ finding: Finding, of turn: Turn, indent: Int, isDoubt: Bool) -> String {
    let spoken = SpokenFinding(finding, in: turn.text)
    var note = isDoubt ? "? " : "↳ "
    note += "«\(Terminal.clean(spoken.quote))» — \(finding.category.title)"
    if isDoubt { note += " (на проверку)" }
    note += "; \(Terminal.clean(finding.clause))"
    if !spoken.replacements.isEmpty {
      let better = spoken.replacements.prefix(3).map { "«\(Terminal.clean($0))»" }
      note += "; лучше: \(better.joined(separator: ", "))"
    } else if finding.category == .filler {
      note += "; лучше: опустить"
    }
    note += "; уверенность \(Int((finding.confidence * 100).rounded())) %"
    if let reason = finding.reason { note += ": \(Terminal.clean(reason))" }
    let wrapped = Wrapping.wrap(note, width: terminal.width, indent: indent + 2)
    return String(repeating: " ", count: indent)
      + terminal.styled(wrapped, isDoubt ? .dim : .yellow) + "\n"
  }

  /// The turn with every finding mended.
  private func rewritten(_ text: String, indent: Int) -> String {
    let wrapped = Wrapping.wrap(
      "= целиком: \(Terminal.clean(text))", width: terminal.width, indent: indent + 2)
    return String(repeating: " ", count: indent) + terminal.styled(wrapped, .green) + "\n"
  }

  private func elements(_ elements: [ElementResult]) -> String {
    guard !elements.isEmpty else { return "" }
    let width = elements.map { Wrapping.visibleCount($0.element.title) }.max() ?? 0
    return terminal.styled("Обязательные элементы", .bold) + "\n"
      + elements.map { element in
        let name = Wrapping.pad(element.element.title, to: width)
        let proof = Wrapping.wrap(
          proof(element), width: terminal.width, indent: width + Self.beforeProof)
        return "  \(mark(element.status)) \(name)  \(proof)".trimmingSpaces() + "\n"
      }.joined()
  }

  /// Columns around an element's name.
  private static let beforeProof = 6

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
