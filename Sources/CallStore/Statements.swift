internal import GRDB

/// The statements that write a call, compiled once for a transaction.
struct Statements {
  let findCall, writeCall, judgeCall, addEmployee, findEmployee: Statement
  let turn, finding, element, metric, criterion, evidence: Statement
  /// Takes away the turns that were kept of a call before.
  let clearTurns: Statement
  /// Take away what was found in a call before.
  let clearing: [Statement]

  init(_ db: Database) throws {
    func make(_ sql: String) throws -> Statement { try db.cachedStatement(sql: sql) }
    findCall = try make("SELECT id FROM call WHERE key = ?")
    writeCall = try make(
      """
      INSERT INTO call (
        id, key, employeeID, direction, startedAt, day, askedStandard, source, line, contentHash,
        standard, standardVersion, engine, judged, reason, score, passed, analysedAt,
        operatorVoice, operatorConfidence, operatorReason, clientTimeZone, callConfidence,
        leftOutReason, givenID
      ) VALUES (
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      )
      ON CONFLICT (id) DO UPDATE SET
        employeeID = excluded.employeeID, direction = excluded.direction,
        startedAt = excluded.startedAt, day = excluded.day,
        askedStandard = excluded.askedStandard, source = excluded.source, line = excluded.line,
        contentHash = excluded.contentHash, standard = excluded.standard,
        standardVersion = excluded.standardVersion, engine = excluded.engine,
        judged = excluded.judged, reason = excluded.reason, score = excluded.score,
        passed = excluded.passed, analysedAt = excluded.analysedAt,
        operatorVoice = excluded.operatorVoice,
        operatorConfidence = excluded.operatorConfidence, operatorReason = excluded.operatorReason,
        clientTimeZone = excluded.clientTimeZone, callConfidence = excluded.callConfidence,
        leftOutReason = excluded.leftOutReason, givenID = excluded.givenID
      """)
    judgeCall = try make(
      """
      UPDATE call SET
        standard = ?, standardVersion = ?, engine = ?, judged = ?, reason = ?, score = ?,
        passed = ?, analysedAt = ?
      WHERE id = ? AND contentHash = ?
      """)
    addEmployee = try make("INSERT OR IGNORE INTO employee (name) VALUES (?)")
    findEmployee = try make("SELECT id FROM employee WHERE name = ?")
    turn = try make(
      """
      INSERT INTO turn (
        callID, position, speaker, text, start, end, words, voice, speakerConfidence
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    finding = try make(
      """
      INSERT INTO finding (
        callID, review, position, rule, category, turn, speaker, rangeStart, rangeEnd, quote,
        start, severity, confidence, replacements, rewrite, clause, reason
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    element = try make(
      """
      INSERT INTO element (callID, element, status, turn, rangeStart, rangeEnd, quote, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    metric = try make("INSERT INTO metric (callID, name, value) VALUES (?, ?, ?)")
    criterion = try make(
      """
      INSERT INTO criterion (
        callID, position, criterion, section, title, clause, status, points, maximum, critical,
        reason
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    evidence = try make(
      """
      INSERT INTO evidence (callID, criterion, position, turn, rangeStart, rangeEnd, quote)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """)
    clearTurns = try make("DELETE FROM turn WHERE callID = ?")
    clearing = [
      try make("DELETE FROM finding WHERE callID = ?"),
      try make("DELETE FROM element WHERE callID = ?"),
      try make("DELETE FROM metric WHERE callID = ?"),
      try make("DELETE FROM criterion WHERE callID = ?"),
      try make("DELETE FROM evidence WHERE callID = ?"),
    ]
  }
}
