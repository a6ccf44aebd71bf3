internal import Compliance
internal import GRDB
internal import ServiceStandards
internal import Transcripts

/// Writes one call with its analysis into the tables.
struct CallWriter {
  let db: Database
  let run: Statements
  let stored: StoredCall

  /// Answers with the number of the call's row, which stays when the call is replaced.
  func write() throws -> Int64 {
    let id = try writeCall()
    try writeTurns(id)
    try writeFindings(id, stored.analysis.findings, review: false)
    try writeFindings(id, stored.analysis.review, review: true)
    try writeElements(id)
    try writeMetrics(id)
    try writeCriteria(id)
    return id
  }

  private func writeCall() throws -> Int64 {
    let call = stored.call
    let analysis = stored.analysis
    let existing = try Int64.fetchOne(run.findCall, arguments: [call.id])
    if let existing {
      for statement in run.clearing { try statement.execute(arguments: [existing]) }
    }
    try run.writeCall.execute(arguments: [
      existing, call.id, try employeeID(), call.direction?.rawValue, call.startedAt,
      Day(of: call.startedAt)?.text, call.standard, stored.origin.source, stored.origin.line,
      ContentHash.of(call), analysis.standard, analysis.standardVersion, stored.origin.engine,
      analysis.judged, analysis.reason, analysis.score?.total, analysis.score?.passed,
      stored.origin.analysedAt, stored.decision?.voice, stored.decision?.confidence,
      stored.decision?.reason, call.clientTimeZone,
    ])
    return existing ?? db.lastInsertedRowID
  }

  private func employeeID() throws -> Int64? {
    guard let name = stored.call.employee, !name.isEmpty else { return nil }
    if let known = try Int64.fetchOne(run.findEmployee, arguments: [name]) { return known }
    try run.addEmployee.execute(arguments: [name])
    return db.lastInsertedRowID
  }

  private func writeTurns(_ id: Int64) throws {
    for (position, turn) in stored.call.turns.enumerated() {
      try run.turn.execute(arguments: [
        id, position, turn.speaker.rawValue, turn.text, turn.start, turn.end,
        try turn.words.map(JSONText.write), turn.voice, turn.speakerConfidence,
      ])
    }
  }

  private func writeFindings(_ id: Int64, _ findings: [Finding], review: Bool) throws {
    for (position, finding) in findings.enumerated() {
      try run.finding.execute(arguments: [
        id, review, position, finding.rule, finding.category.rawValue, finding.turn,
        finding.speaker.rawValue, finding.range.start, finding.range.end, finding.quote,
        finding.start, finding.severity.rawValue, finding.confidence,
        try JSONText.write(finding.replacements), finding.rewrite, finding.clause,
        finding.reason,
      ])
    }
  }

  private func writeElements(_ id: Int64) throws {
    for element in stored.analysis.elements {
      try run.element.execute(arguments: [
        id, element.element.rawValue, element.status.rawValue, element.turn,
        element.range?.start, element.range?.end, element.quote, element.reason,
      ])
    }
  }

  private func writeMetrics(_ id: Int64) throws {
    for (name, value) in stored.analysis.metrics where value.isFinite {
      try run.metric.execute(arguments: [id, name, value])
    }
  }

  private func writeCriteria(_ id: Int64) throws {
    for (position, criterion) in (stored.analysis.score?.criteria ?? []).enumerated() {
      try run.criterion.execute(arguments: [
        id, position, criterion.criterion, criterion.section, criterion.title, criterion.clause,
        criterion.status.rawValue, criterion.points, criterion.maximum, criterion.critical,
        criterion.reason,
      ])
      for (index, evidence) in criterion.evidence.enumerated() {
        try run.evidence.execute(arguments: [
          id, position, index, evidence.turn, evidence.range.start, evidence.range.end,
          evidence.quote,
        ])
      }
    }
  }
}
