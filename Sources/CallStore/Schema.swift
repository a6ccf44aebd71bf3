internal import GRDB

/// The tables, as migrations: strings that never change once released; a new need is a new
/// migration. Facts stand in plain STRICT tables that any SQLite shell reads.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("calls") { db in try db.execute(sql: calls) }
    migrator.registerMigration("search") { db in try db.execute(sql: search) }
    migrator.registerMigration("voices") { db in try db.execute(sql: voices) }
    migrator.registerMigration("client zones") { db in
      try db.execute(sql: "ALTER TABLE call ADD COLUMN clientTimeZone TEXT")
    }
    migrator.registerMigration("certainty") { db in try db.execute(sql: certainty) }
    migrator.registerMigration("speaker confidence") { db in
      try db.execute(sql: "ALTER TABLE turn ADD COLUMN speakerConfidence REAL")
    }
    migrator.registerMigration("whole calls") { db in try db.execute(sql: wholeCalls) }
    migrator.registerMigration("given ids") { db in try db.execute(sql: givenIDs) }
    migrator.registerMigration("content") { db in
      try db.execute(sql: "CREATE INDEX callByContent ON call (contentHash)")
    }
    return migrator
  }

  private static let calls = """
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE employee (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE call (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      employeeID INTEGER REFERENCES employee (id),
      direction TEXT,
      startedAt TEXT,
      day TEXT,
      askedStandard TEXT,
      source TEXT NOT NULL,
      line INTEGER,
      contentHash INTEGER NOT NULL,
      standard TEXT NOT NULL,
      standardVersion TEXT NOT NULL,
      engine TEXT NOT NULL,
      judged INTEGER NOT NULL,
      reason TEXT,
      score REAL,
      passed INTEGER,
      analysedAt TEXT NOT NULL
    ) STRICT;
    CREATE INDEX callByEmployee ON call (employeeID, day);
    CREATE INDEX callByDay ON call (day);
    CREATE TABLE turn (
      id INTEGER PRIMARY KEY,
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      speaker TEXT NOT NULL,
      text TEXT NOT NULL,
      start REAL,
      end REAL,
      words TEXT,
      UNIQUE (callID, position)
    ) STRICT;
    CREATE TABLE finding (
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      review INTEGER NOT NULL,
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      category TEXT NOT NULL,
      turn INTEGER NOT NULL,
      speaker TEXT NOT NULL,
      rangeStart INTEGER NOT NULL,
      rangeEnd INTEGER NOT NULL,
      quote TEXT NOT NULL,
      start REAL,
      severity TEXT NOT NULL,
      confidence REAL NOT NULL,
      replacements TEXT NOT NULL,
      rewrite TEXT,
      clause TEXT NOT NULL,
      PRIMARY KEY (callID, review, position)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX findingByCategory ON finding (category, callID);
    CREATE TABLE element (
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      element TEXT NOT NULL,
      status TEXT NOT NULL,
      turn INTEGER,
      rangeStart INTEGER,
      rangeEnd INTEGER,
      quote TEXT,
      reason TEXT,
      PRIMARY KEY (callID, element)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE metric (
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      value REAL NOT NULL,
      PRIMARY KEY (callID, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE criterion (
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      criterion TEXT NOT NULL,
      section TEXT NOT NULL,
      title TEXT NOT NULL,
      clause TEXT NOT NULL,
      status TEXT NOT NULL,
      points REAL NOT NULL,
      maximum REAL NOT NULL,
      critical INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (callID, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE evidence (
      callID INTEGER NOT NULL REFERENCES call (id) ON DELETE CASCADE,
      criterion INTEGER NOT NULL,
      position INTEGER NOT NULL,
      turn INTEGER NOT NULL,
      rangeStart INTEGER NOT NULL,
      rangeEnd INTEGER NOT NULL,
      quote TEXT NOT NULL,
      PRIMARY KEY (callID, criterion, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let search = """
    CREATE VIRTUAL TABLE turnIndex USING fts5(
      text, content = 'turn', content_rowid = 'id', tokenize = 'kamerton'
    );
    CREATE TRIGGER turnAdded AFTER INSERT ON turn BEGIN
      INSERT INTO turnIndex (rowid, text) VALUES (new.id, new.text);
    END;
    CREATE TRIGGER turnRemoved AFTER DELETE ON turn BEGIN
      INSERT INTO turnIndex (turnIndex, rowid, text) VALUES ('delete', old.id, old.text);
    END;
    """

  /// How it was decided who the operator is, and whose voice a turn is where there are several.
  private static let voices = """
    ALTER TABLE call ADD COLUMN operatorVoice TEXT;
    ALTER TABLE call ADD COLUMN operatorConfidence REAL;
    ALTER TABLE call ADD COLUMN operatorReason TEXT;
    ALTER TABLE turn ADD COLUMN voice TEXT;
    """

  /// Why a finding is as sure as it is.
  private static let certainty = "ALTER TABLE finding ADD COLUMN reason TEXT"

  /// What an analysis needs of a call beside what was kept already, so that it can be scored again
  /// without its file.
  private static let wholeCalls = """
    ALTER TABLE call ADD COLUMN callConfidence REAL;
    ALTER TABLE call ADD COLUMN leftOutReason TEXT;
    UPDATE call SET callConfidence = operatorConfidence;
    UPDATE call SET leftOutReason = reason
    WHERE NOT judged AND id NOT IN (SELECT callID FROM turn WHERE speaker = 'operator');
    """

  /// The id in the source of a call that is kept under another one.
  private static let givenIDs = """
    ALTER TABLE call ADD COLUMN givenID TEXT;
    CREATE INDEX callByGivenID ON call (givenID) WHERE givenID IS NOT NULL;
    """
}
