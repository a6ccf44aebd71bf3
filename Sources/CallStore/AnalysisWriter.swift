internal import Compliance
internal import GRDB
internal import ServiceStandards
internal import Transcripts

/// Writes what was found in one call into the tables, in the place of what was found before.
struct AnalysisWriter {
  let run: Statements
  let analysis: Analysis
  let callID: Int64

  func write() throws {
    for statement in run.clearing { try statement.execute(arguments: [callID]) }
    try writeFindings(analysis.findings, review: false)
    try writeFindings(analysis.review, review: true)
    try writeElements()
    try writeMetrics()
    try writeCriteria()
  }

  private func writeFindings(_ findings: [Finding], review: Bool) throws {
    for (position, finding) in findings.enumerated() {
      try run.finding.execute(arguments: [
        callID, review, position, finding.rule, finding.category.rawValue, finding.turn,
        finding.speaker.rawValue, finding.range.start, finding.range.end, finding.quote,
        finding.start, finding.severity.rawValue, finding.confidence,
        try JSONText.write(finding.replacements), finding.rewrite, finding.clause,
        finding.reason,
      ])
    }
  }

  private func writeElements() throws {
    for element in analysis.elements {
      try run.element.execute(arguments: [
        callID, element.element.rawValue, element.status.rawValue, element.turn,
        element.range?.start, element.range?.end, element.quote, element.reason,
      ])
    }
  }

  private func writeMetrics() throws {
    for (name, value) in analysis.metrics where value.isFinite {
      try run.metric.execute(arguments: [callID, name, value])
    }
  }

  private func writeCriteria() throws {
    for (position, criterion) in (analysis.score?.criteria ?? []).enumerated() {
      try run.criterion.execute(arguments: [
        callID, position, criterion.criterion, criterion.section, criterion.title, criterion.clause,
        criterion.status.rawValue, criterion.points, criterion.maximum, criterion.critical,
        criterion.reason,
      ])
      for (index, evidence) in criterion.evidence.enumerated() {
        try run.evidence.execute(arguments: [
          callID, position, index, evidence.turn, evidence.range.start, evidence.range.end,
          evidence.quote,
        ])
      }
    }
  }
}
