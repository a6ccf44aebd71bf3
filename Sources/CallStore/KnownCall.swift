internal import GRDB

/// What must be known of a kept call to tell whether it has to be analysed again.
struct KnownCall: Hashable {
  var rowID: Int64
  var id: String
  var source: String
  var line: Int?
  var contentHash: Int64
  var standard: String
  var standardVersion: String
  var engine: String
  var score: Double?

  static let columns =
    "id, key, source, line, contentHash, standard, standardVersion, engine, score"

  init(_ row: Row) {
    rowID = row["id"]
    id = row["key"]
    source = row["source"]
    line = row["line"]
    contentHash = row["contentHash"]
    standard = row["standard"]
    standardVersion = row["standardVersion"]
    engine = row["engine"]
    score = row["score"]
  }

  /// Whether an analysis by this standard and program would be the one that is kept.
  func isAnalysed(by standard: CallJudge.Standard, engine: String) -> Bool {
    self.standard == standard.id && standardVersion == standard.version && self.engine == engine
  }
}

extension Store {
  /// The kept call of that id in short.
  func known(id: String) throws(StoreError) -> KnownCall? {
    try read { db in
      let sql = "SELECT \(KnownCall.columns) FROM call WHERE key = ?"
      return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]).map(KnownCall.init)
    }
  }

  /// Calls that came as `givenID` and are kept under another id: those of that content, and those
  /// that began when `startedAt` says.
  func known(givenID: String, contentHash: Int64, startedAt: String?) throws(StoreError)
    -> [KnownCall]
  {
    try read { db in
      let sql = """
        SELECT \(KnownCall.columns) FROM call
        WHERE givenID = ? AND (contentHash = ? OR startedAt = ?) ORDER BY id LIMIT 100
        """
      let arguments: StatementArguments = [givenID, contentHash, startedAt]
      return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
        .map(KnownCall.init)
    }
  }

  /// Calls of that content, the first kept before the others.
  func known(contentHash: Int64) throws(StoreError) -> [KnownCall] {
    try read { db in
      let sql = "SELECT \(KnownCall.columns) FROM call WHERE contentHash = ? ORDER BY id LIMIT 100"
      return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [contentHash])
        .map(KnownCall.init)
    }
  }

  /// What tells a kept call from others; nil when there is none of that id.
  func conversation(of id: String) throws(StoreError) -> Conversation? {
    try read { db in
      let sql = """
        SELECT call.id, employee.name, call.startedAt
        FROM call LEFT JOIN employee ON employee.id = call.employeeID WHERE call.key = ?
        """
      guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else {
        return nil
      }
      let texts = try db.cachedStatement(
        sql: "SELECT text FROM turn WHERE callID = ? ORDER BY position")
      return Conversation(
        employee: row["name"], startedAt: row["startedAt"],
        texts: try String.fetchAll(texts, arguments: [row["id"] as Int64]))
    }
  }
}
