internal import Compliance
internal import GRDB
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
    try AnalysisWriter(run: run, analysis: stored.analysis, callID: id).write()
    return id
  }

  private func writeCall() throws -> Int64 {
    let call = stored.call
    let analysis = stored.analysis
    let existing = try Int64.fetchOne(run.findCall, arguments: [call.id])
    if let existing { try run.clearTurns.execute(arguments: [existing]) }
    try run.writeCall.execute(arguments: [
      existing, call.id, try employeeID(), call.direction?.rawValue, call.startedAt,
      Day(of: call.startedAt)?.text, call.standard, stored.origin.source, stored.origin.line,
      ContentHash.of(call), analysis.standard, analysis.standardVersion, stored.origin.engine,
      analysis.judged, analysis.reason, analysis.score?.total, analysis.score?.passed,
      stored.origin.analysedAt, stored.decision?.voice, stored.decision?.confidence,
      stored.decision?.reason, call.clientTimeZone, call.operatorConfidence,
      stored.leftOutReason, stored.origin.givenID,
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
}
