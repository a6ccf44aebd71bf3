internal import GRDB

/// What must be known of a kept call to tell whether it has to be analysed again.
struct KnownCall: Hashable {
  var rowID: Int64
  var source: String
  var contentHash: Int64
  var standard: String
  var standardVersion: String
  var engine: String
}

extension Store {
  /// The kept call of that id in short.
  func known(id: String) throws(StoreError) -> KnownCall? {
    try read { db in
      let sql = """
        SELECT id, source, contentHash, standard, standardVersion, engine FROM call WHERE key = ?
        """
      return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]).map { row in
        KnownCall(
          rowID: row["id"], source: row["source"], contentHash: row["contentHash"],
          standard: row["standard"], standardVersion: row["standardVersion"],
          engine: row["engine"])
      }
    }
  }
}
