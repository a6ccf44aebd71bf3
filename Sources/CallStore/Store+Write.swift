internal import Compliance
internal import Foundation
internal import GRDB
internal import ServiceStandards
internal import Transcripts

extension Store {
  /// Keeps calls with their analyses, all of them or, on an error, none. A call already kept under
  /// that id is replaced. Answers with the rows' numbers in the same order.
  @discardableResult
  public func save(_ calls: [StoredCall]) throws(StoreError) -> [Int64] {
    try write { db in
      try calls.map { try CallWriter(db: db, stored: $0).write() }
    }
  }

  /// Forgets a call.
  public func remove(id: String) throws(StoreError) {
    try write { db in try db.execute(sql: "DELETE FROM call WHERE key = ?", arguments: [id]) }
  }
}

/// Writes one call through statements that SQLite has compiled before.
private struct CallWriter {
  let db: Database
  let stored: StoredCall

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

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private func writeCall() throws -> Int64 {
    let call = stored.call
    let analysis = stored.analysis
    let existing = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM call WHERE key = ?"), arguments: [call.id])
    if let existing {
      for sql in Self.clearing { try run(sql, [existing]) }
    }
    try run(
      """
      INSERT INTO call (
        id, key, employeeID, direction, startedAt, day, askedStandard, source, line, contentHash,
        standard, standardVersion, engine, judged, reason, score, passed, analysedAt
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        employeeID = excluded.employeeID, direction = excluded.direction,
        startedAt = excluded.startedAt, day = excluded.day,
        askedStandard = excluded.askedStandard, source = excluded.source, line = excluded.line,
        contentHash = excluded.contentHash, standard = excluded.standard,
        standardVersion = excluded.standardVersion, engine = excluded.engine,
        judged = excluded.judged, reason = excluded.reason, score = excluded.score,
        passed = excluded.passed, analysedAt = excluded.analysedAt
      """,
      [
        existing, call.id, try employeeID(), call.direction?.rawValue, call.startedAt,
        Day(of: call.startedAt)?.text, call.standard, stored.origin.source, stored.origin.line,
        ContentHash.of(call), analysis.standard, analysis.standardVersion, stored.origin.engine,
        analysis.judged, analysis.reason, analysis.score?.total, analysis.score?.passed,
        stored.origin.analysedAt,
      ])
    return existing ?? db.lastInsertedRowID
  }

  private static let clearing = [
    "DELETE FROM turn WHERE callID = ?", "DELETE FROM finding WHERE callID = ?",
    "DELETE FROM element WHERE callID = ?", "DELETE FROM metric WHERE callID = ?",
    "DELETE FROM criterion WHERE callID = ?", "DELETE FROM evidence WHERE callID = ?",
  ]

  private func employeeID() throws -> Int64? {
    guard let name = stored.call.employee, !name.isEmpty else { return nil }
    try run("INSERT OR IGNORE INTO employee (name) VALUES (?)", [name])
    return try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM employee WHERE name = ?"), arguments: [name])
  }

  private func writeTurns(_ id: Int64) throws {
    for (position, turn) in stored.call.turns.enumerated() {
      try run(
        """
        INSERT INTO turn (callID, position, speaker, text, start, end, words)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, turn.speaker.rawValue, turn.text, turn.start, turn.end,
          try turn.words.map(JSONText.write),
        ])
    }
  }

  private func writeFindings(_ id: Int64, _ findings: [Finding], review: Bool) throws {
    for (position, finding) in findings.enumerated() {
      try run(
        """
        INSERT INTO finding (
          callID, review, position, rule, category, turn, speaker, rangeStart, rangeEnd, quote,
          start, severity, confidence, replacements, rewrite, clause
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, review, position, finding.rule, finding.category.rawValue, finding.turn,
          finding.speaker.rawValue, finding.range.start, finding.range.end, finding.quote,
          finding.start, finding.severity.rawValue, finding.confidence,
          try JSONText.write(finding.replacements), finding.rewrite, finding.clause,
        ])
    }
  }

  private func writeElements(_ id: Int64) throws {
    for element in stored.analysis.elements {
      try run(
        """
        INSERT INTO element (callID, element, status, turn, rangeStart, rangeEnd, quote, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, element.element.rawValue, element.status.rawValue, element.turn,
          element.range?.start, element.range?.end, element.quote, element.reason,
        ])
    }
  }

  private func writeMetrics(_ id: Int64) throws {
    for (name, value) in stored.analysis.metrics where value.isFinite {
      try run("INSERT INTO metric (callID, name, value) VALUES (?, ?, ?)", [id, name, value])
    }
  }

  private func writeCriteria(_ id: Int64) throws {
    for (position, criterion) in (stored.analysis.score?.criteria ?? []).enumerated() {
      try run(
        """
        INSERT INTO criterion (
          callID, position, criterion, section, title, clause, status, points, maximum, critical,
          reason
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, position, criterion.criterion, criterion.section, criterion.title, criterion.clause,
          criterion.status.rawValue, criterion.points, criterion.maximum, criterion.critical,
          criterion.reason,
        ])
      for (index, evidence) in criterion.evidence.enumerated() {
        try run(
          """
          INSERT INTO evidence (callID, criterion, position, turn, rangeStart, rangeEnd, quote)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
          [
            id, position, index, evidence.turn, evidence.range.start, evidence.range.end,
            evidence.quote,
          ])
      }
    }
  }
}
