internal import Foundation
internal import GRDB

/// The calls and what was found in them, in one SQLite file in WAL mode. Several programs may read
/// it while one writes.
public final class Store: Sendable {
  /// The file, as it was named.
  public let path: String
  let pool: DatabasePool

  /// Opens the database, makes it when it is not there, and brings its tables up to date.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - indexing: how words are looked up. When its version is not the one the index was built
  ///     with, the index is built anew.
  public init(path: String, indexing: WordIndexing) throws(StoreError) {
    self.path = path
    do {
      pool = try Self.open(path, indexing)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Opens a database that must be there already, to look something up in it.
  public convenience init(existing path: String, indexing: WordIndexing) throws(StoreError) {
    guard FileManager.default.fileExists(atPath: path) else {
      throw StoreError(
        .unusable, "базы \(path) нет: сначала оцените звонки командой kamerton score")
    }
    try self.init(path: path, indexing: indexing)
  }

  private static func open(_ path: String, _ indexing: WordIndexing) throws -> DatabasePool {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.label = "kamerton"
    configuration.prepareDatabase { db in
      try checkSQLite(db)
      try LemmaTokenizer.register(in: db, indexing: indexing)
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    let migrator = Schema.migrator
    if try pool.read({ db in try migrator.hasBeenSuperseded(db) }) {
      throw StoreError(.unusable, "база \(path) создана более новой версией Камертона")
    }
    do {
      try migrator.migrate(pool)
    } catch is DatabaseError {
      // Another program may have brought the tables up to date at the same moment.
      try migrator.migrate(pool)
    }
    try rebuildIndex(in: pool, version: indexing.version)
    return pool
  }

  private static func checkSQLite(_ db: Database) throws {
    let features = try Row.fetchOne(
      db,
      sql: """
        SELECT sqlite_compileoption_used('ENABLE_FTS5') AS search, sqlite_version() AS version
        """)
    guard features?["search"] == 1 else {
      throw StoreError(.failed, "эта сборка SQLite не умеет полнотекстовый поиск (FTS5)")
    }
  }

  private static func rebuildIndex(in pool: DatabasePool, version: String) throws {
    let select = "SELECT value FROM setting WHERE name = 'indexVersion'"
    let current = try pool.read { db in try String.fetchOne(db, sql: select) }
    guard current != version else { return }
    try pool.write { db in
      if current != nil {
        try db.execute(sql: "INSERT INTO turnIndex (turnIndex) VALUES ('rebuild')")
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('indexVersion', ?)",
        arguments: [version])
    }
  }

  static func explain(_ error: any Error, _ path: String) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError: StoreError(error, path: path)
    default: StoreError(.failed, "база \(path): \(error)")
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw Self.explain(error, path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw Self.explain(error, path)
    }
  }

  /// Moves what was written from the log into the database itself, when nobody is reading.
  public func checkpoint() {
    try? pool.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
  }
}
