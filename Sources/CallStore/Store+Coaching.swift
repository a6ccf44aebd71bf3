internal import Compliance
internal import GRDB
internal import ServiceStandards

extension Store {
  /// The calls of employees kept under any of `names`, oldest first. With a bound, calls whose
  /// day is not known are left out.
  public func digests(of names: [String], from: Day? = nil, to: Day? = nil) throws(StoreError)
    -> [CallDigest]
  {
    try read { db in
      let calls = try Row.fetchAll(
        db,
        sql: """
          SELECT call.id, call.key, employee.name, call.startedAt, call.standard,
            call.standardVersion, call.judged, call.reason, call.score, call.passed
          FROM call JOIN employee ON employee.id = call.employeeID
          WHERE employee.name IN (SELECT value FROM json_each(:names))
            AND (:from IS NULL OR call.day >= :from) AND (:to IS NULL OR call.day <= :to)
          ORDER BY call.day, call.startedAt, call.key
          """,
        arguments: ["names": try JSONText.write(names), "from": from?.text, "to": to?.text])
      return try DigestReading(db: db, calls: calls).digests()
    }
  }

  /// The days that calls were made on by employees kept under any of `names`.
  public func days(of names: [String]) throws(StoreError) -> CallDays {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT min(day) AS first, max(day) AS last, count(*) - count(day) AS undated
          FROM call JOIN employee ON employee.id = call.employeeID
          WHERE employee.name IN (SELECT value FROM json_each(?))
          """, arguments: [try JSONText.write(names)])
      guard let row else { return CallDays() }
      return CallDays(
        first: Day(of: row["first"]), last: Day(of: row["last"]), undated: row["undated"])
    }
  }

  /// How many calls of those days name no employee.
  public func countWithoutEmployee(from: Day? = nil, to: Day? = nil) throws(StoreError) -> Int {
    try read { db in
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM call
          WHERE employeeID IS NULL
            AND (:from IS NULL OR day >= :from) AND (:to IS NULL OR day <= :to)
          """, arguments: ["from": from?.text, "to": to?.text]) ?? 0
    }
  }
}

/// Puts many calls together, with one statement a table and not one a call.
private struct DigestReading {
  let db: Database
  let calls: [Row]
  let ids: String

  init(db: Database, calls: [Row]) throws {
    self.db = db
    self.calls = calls
    ids = try JSONText.write(calls.map { $0["id"] as Int64 })
  }

  func digests() throws -> [CallDigest] {
    let findings = try findings()
    let toReview = try toReview()
    let elements = try elements()
    let criteria = try criteria()
    let turns = try turns()
    return calls.map { row in
      let id: Int64 = row["id"]
      let total: Double? = row["score"]
      let said = elements[id] ?? [:]
      return CallDigest(
        id: row["key"], employee: row["name"], startedAt: row["startedAt"],
        standard: row["standard"], standardVersion: row["standardVersion"], judged: row["judged"],
        reason: row["reason"],
        score: total.map { total in
          Score(total: total, passed: row["passed"] ?? false, criteria: criteria[id] ?? [])
        },
        findings: findings[id] ?? [], toReview: toReview[id]?.count ?? 0,
        doubts: toReview[id]?.doubts ?? [:],
        elements: Element.allCases.compactMap { said[$0] }, turns: turns[id] ?? [:])
    }
  }

  private func rows(_ sql: String) throws -> RowCursor {
    try Row.fetchCursor(db, sql: sql, arguments: [ids])
  }

  private func findings() throws -> [Int64: [Finding]] {
    var result: [Int64: [Finding]] = [:]
    let cursor = try rows(
      """
      SELECT * FROM finding WHERE review = 0 AND callID IN (SELECT value FROM json_each(?))
      ORDER BY callID, position
      """)
    while let row = try cursor.next() {
      let finding = Finding(
        rule: row["rule"], category: try word(row["category"]), turn: row["turn"],
        speaker: try word(row["speaker"]),
        range: ScalarRange(row["rangeStart"], row["rangeEnd"]), quote: row["quote"],
        start: row["start"], severity: try word(row["severity"]), confidence: row["confidence"],
        replacements: try JSONText.read([String].self, from: row["replacements"]),
        rewrite: row["rewrite"], clause: row["clause"], reason: row["reason"])
      result[row["callID"], default: []].append(finding)
    }
    return result
  }

  /// Doubtful places of each call, and what they are doubted for: reasons without what a colon
  /// parts from them.
  private func toReview() throws -> [Int64: (count: Int, doubts: [String: Int])] {
    var result: [Int64: (count: Int, doubts: [String: Int])] = [:]
    let cursor = try rows(
      """
      SELECT callID, substr(reason, 1, instr(reason || ':', ':') - 1) AS doubt, count(*) AS count
      FROM finding
      WHERE review = 1 AND callID IN (SELECT value FROM json_each(?)) GROUP BY callID, doubt
      """)
    while let row = try cursor.next() {
      let count: Int = row["count"]
      result[row["callID"], default: (0, [:])].count += count
      if let doubt: String = row["doubt"] {
        result[row["callID"], default: (0, [:])].doubts[doubt, default: 0] += count
      }
    }
    return result
  }

  private func elements() throws -> [Int64: [Element: ElementResult]] {
    var result: [Int64: [Element: ElementResult]] = [:]
    let cursor = try rows(
      "SELECT * FROM element WHERE callID IN (SELECT value FROM json_each(?))")
    while let row = try cursor.next() {
      let start: Int? = row["rangeStart"]
      let end: Int? = row["rangeEnd"]
      let element: Element = try word(row["element"])
      result[row["callID"], default: [:]][element] = ElementResult(
        element: element, status: try word(row["status"]), turn: row["turn"],
        range: start.flatMap { start in end.map { ScalarRange(start, $0) } }, quote: row["quote"],
        reason: row["reason"])
    }
    return result
  }

  private func criteria() throws -> [Int64: [CriterionResult]] {
    var evidence: [Int64: [Int: [Evidence]]] = [:]
    let proofs = try rows(
      """
      SELECT * FROM evidence WHERE callID IN (SELECT value FROM json_each(?))
      ORDER BY callID, criterion, position
      """)
    while let row = try proofs.next() {
      evidence[row["callID"], default: [:]][row["criterion"], default: []].append(
        Evidence(
          turn: row["turn"], range: ScalarRange(row["rangeStart"], row["rangeEnd"]),
          quote: row["quote"]))
    }
    var result: [Int64: [CriterionResult]] = [:]
    let cursor = try rows(
      """
      SELECT * FROM criterion WHERE callID IN (SELECT value FROM json_each(?))
      ORDER BY callID, position
      """)
    while let row = try cursor.next() {
      let id: Int64 = row["callID"]
      result[id, default: []].append(
        CriterionResult(
          criterion: row["criterion"], section: row["section"], title: row["title"],
          clause: row["clause"], status: try word(row["status"]), points: row["points"],
          maximum: row["maximum"], critical: row["critical"], reason: row["reason"],
          evidence: evidence[id]?[row["position"]] ?? []))
    }
    return result
  }

  private func turns() throws -> [Int64: [Int: CallDigest.Words]] {
    var result: [Int64: [Int: CallDigest.Words]] = [:]
    let cursor = try rows(
      """
      SELECT callID, position, text, start FROM turn
      WHERE callID IN (SELECT value FROM json_each(?)) AND speaker = 'operator' AND (
        EXISTS (
          SELECT 1 FROM finding
          WHERE finding.callID = turn.callID AND finding.review = 0
            AND finding.turn = turn.position)
        OR EXISTS (
          SELECT 1 FROM evidence
          WHERE evidence.callID = turn.callID AND evidence.turn = turn.position))
      """)
    while let row = try cursor.next() {
      result[row["callID"], default: [:]][row["position"]] = CallDigest.Words(
        text: row["text"], start: row["start"])
    }
    return result
  }

  /// A word of a closed list; another one was written by a newer program.
  private func word<Value: RawRepresentable>(_ text: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      throw StoreError(
        .failed, "в базе неизвестное слово «\(text)»: она от другой версии программы")
    }
    return value
  }
}
