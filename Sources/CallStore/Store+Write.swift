internal import GRDB

extension Store {
  /// Keeps calls with their analyses, all of them or, on an error, none. A call already kept under
  /// that id is replaced. Answers with the rows' numbers in the same order.
  @discardableResult
  public func save(_ calls: [StoredCall]) throws(StoreError) -> [Int64] {
    try write { db in
      let statements = try Statements(db)
      return try calls.map { try CallWriter(db: db, run: statements, stored: $0).write() }
    }
  }
}
