internal import Compliance
internal import GRDB
internal import ServiceStandards
internal import Transcripts

extension Store {
  /// The call of that id, `nil` when it is not kept.
  public func call(id: String) throws(StoreError) -> StoredCall? {
    try read { db in
      let sql = """
        SELECT call.*, employee.name AS employee
        FROM call LEFT JOIN employee ON employee.id = call.employeeID
        WHERE key = ?
        """
      return try Row.fetchOne(db, sql: sql, arguments: [id]).map { row in
        try CallReading(db: db, row: row).stored()
      }
    }
  }

  /// The call of that id without what was found in it; nil when it is not kept.
  func source(id: String) throws(StoreError) -> (call: Call, leftOutReason: String?)? {
    try read { db in
      let sql = """
        SELECT call.*, employee.name AS employee
        FROM call LEFT JOIN employee ON employee.id = call.employeeID
        WHERE key = ?
        """
      return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]).map { row in
        (try CallReading(db: db, row: row).call(), row["leftOutReason"])
      }
    }
  }

  /// Ids that hold `part`, for a hint to someone who mistook one.
  public func ids(like part: String, limit: Int = 5) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT key FROM call WHERE instr(key, ?) > 0 ORDER BY key LIMIT ?",
        arguments: [part, limit])
    }
  }

  /// Ids of the other conversations that came under the id of this one.
  public func namesakes(of id: String) throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT key FROM call WHERE givenID = ? ORDER BY id", arguments: [id])
    }
  }

  /// All employees, by name.
  public func employees() throws(StoreError) -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT name FROM employee ORDER BY name") }
  }

  /// All standards that calls are judged by, by id.
  public func standards() throws(StoreError) -> [String] {
    try read { db in
      try String.fetchAll(db, sql: "SELECT DISTINCT standard FROM call ORDER BY standard")
    }
  }

  /// How many calls are kept.
  public func count() throws(StoreError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM call") ?? 0 }
  }
}

/// Puts one call together from its tables.
private struct CallReading {
  let db: Database
  let row: Row
  var id: Int64 { row["id"] }

  func call() throws -> Call {
    Call(
      id: row["key"], standard: row["askedStandard"],
      direction: (row["direction"] as String?).flatMap(Call.Direction.init),
      employee: row["employee"], startedAt: row["startedAt"],
      clientTimeZone: row["clientTimeZone"], operatorConfidence: row["callConfidence"],
      turns: try turns())
  }

  func stored() throws -> StoredCall {
    let total: Double? = row["score"]
    let analysis = Analysis(
      id: row["key"], standard: row["standard"], standardVersion: row["standardVersion"],
      judged: row["judged"], reason: row["reason"], findings: try findings(review: false),
      review: try findings(review: true), elements: try elements(), metrics: try metrics(),
      score: try total.map { total in
        Score(total: total, passed: row["passed"] ?? false, criteria: try criteria())
      })
    return StoredCall(
      call: try call(), analysis: analysis,
      origin: StoredCall.Origin(
        source: row["source"], line: row["line"], givenID: row["givenID"],
        engine: row["engine"], analysedAt: row["analysedAt"]),
      decision: (row["operatorReason"] as String?).map {
        OperatorDecision(
          voice: row["operatorVoice"] ?? "", confidence: row["operatorConfidence"] ?? 0, reason: $0)
      }, leftOutReason: row["leftOutReason"])
  }

  private func rows(_ sql: String) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
  }

  private func turns() throws -> [Turn] {
    try rows("SELECT * FROM turn WHERE callID = ? ORDER BY position").map { row in
      let words: String? = row["words"]
      return Turn(
        speaker: try value(row["speaker"]), text: row["text"], start: row["start"],
        end: row["end"], words: try words.map { try JSONText.read([Word].self, from: $0) },
        voice: row["voice"], speakerConfidence: row["speakerConfidence"])
    }
  }

  private func findings(review: Bool) throws -> [Finding] {
    let sql = "SELECT * FROM finding WHERE callID = ? AND review = ? ORDER BY position"
    return try Row.fetchAll(db, sql: sql, arguments: [id, review]).map { row in
      Finding(
        rule: row["rule"], category: try value(row["category"]), turn: row["turn"],
        speaker: try value(row["speaker"]),
        range: ScalarRange(row["rangeStart"], row["rangeEnd"]), quote: row["quote"],
        start: row["start"], severity: try value(row["severity"]), confidence: row["confidence"],
        replacements: try JSONText.read([String].self, from: row["replacements"]),
        rewrite: row["rewrite"], clause: row["clause"], reason: row["reason"])
    }
  }

  private func elements() throws -> [ElementResult] {
    let kept = try rows("SELECT * FROM element WHERE callID = ?").map { row in
      let start: Int? = row["rangeStart"]
      let end: Int? = row["rangeEnd"]
      return ElementResult(
        element: try value(row["element"]), status: try value(row["status"]), turn: row["turn"],
        range: start.flatMap { start in end.map { ScalarRange(start, $0) } }, quote: row["quote"],
        reason: row["reason"])
    }
    return Element.allCases.compactMap { element in kept.first { $0.element == element } }
  }

  private func metrics() throws -> [String: Double] {
    try rows("SELECT name, value FROM metric WHERE callID = ?").reduce(into: [:]) { result, row in
      result[row["name"]] = row["value"] as Double
    }
  }

  private func criteria() throws -> [CriterionResult] {
    var evidence: [Int: [Evidence]] = [:]
    for row in try rows("SELECT * FROM evidence WHERE callID = ? ORDER BY criterion, position") {
      evidence[row["criterion"], default: []].append(
        Evidence(
          turn: row["turn"], range: ScalarRange(row["rangeStart"], row["rangeEnd"]),
          quote: row["quote"]))
    }
    return try rows("SELECT * FROM criterion WHERE callID = ? ORDER BY position").map { row in
      CriterionResult(
        criterion: row["criterion"], section: row["section"], title: row["title"],
        clause: row["clause"], status: try value(row["status"]), points: row["points"],
        maximum: row["maximum"], critical: row["critical"], reason: row["reason"],
        evidence: evidence[row["position"]] ?? [])
    }
  }

  /// A word of a closed list; another one was written by a newer program.
  private func value<Value: RawRepresentable>(_ text: String) throws -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: text) else {
      throw StoreError(
        .failed, "в базе неизвестное слово «\(text)»: она от другой версии программы")
    }
    return value
  }
}
