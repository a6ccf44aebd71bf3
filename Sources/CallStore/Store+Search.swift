internal import GRDB
internal import RussianText
internal import ServiceStandards
internal import Transcripts

extension Store {
  /// The turns that hold what is looked for, best first. Without a query, all turns that pass the
  /// filter, latest calls first.
  public func search(_ query: SearchQuery?, filter: SearchFilter) throws(StoreError)
    -> SearchResult
  {
    try read { db in
      let search = try TurnSearch(db: db, filter: filter)
      return try query.map { try search.byWords($0) } ?? search.byFilter()
    }
  }
}

/// One search. What the person asks goes into the statements as arguments alone.
private struct TurnSearch {
  let db: Database
  let filter: SearchFilter
  /// Numbers of the employees whose name holds the one asked for; SQLite folds no Cyrillic.
  let employees: [Int64]?

  init(db: Database, filter: SearchFilter) throws {
    self.db = db
    self.filter = filter
    if let wanted = filter.employee.map(Folding.folded) {
      employees = try Row.fetchAll(db, sql: "SELECT id, name FROM employee")
        .filter { Folding.folded($0["name"]).contains(wanted) }.map { $0["id"] }
    } else {
      employees = nil
    }
  }

  func byWords(_ query: SearchQuery) throws -> SearchResult {
    let match = query.match
    let source: SQL = """
      FROM turnIndex
      JOIN turn ON turn.id = turnIndex.rowid
      JOIN call ON call.id = turn.callID
      LEFT JOIN employee ON employee.id = call.employeeID
      WHERE turnIndex MATCH \(match) AND \(conditions) AND \(hasFinding)
      """
    let rows = try SQLRequest<Row>(
      """
      SELECT \(columns) \(source)
      ORDER BY rank, call.id, turn.position LIMIT \(filter.limit)
      """
    ).fetchAll(db)
    // Snippets are made for the rows that are shown, not for all that are sorted.
    let snippet = try db.cachedStatement(
      sql: """
        SELECT snippet(turnIndex, 0, char(2), char(3), '…', 24)
        FROM turnIndex WHERE turnIndex MATCH ? AND rowid = ?
        """)
    let hits = try rows.map { row in
      let text = try String.fetchOne(snippet, arguments: [match, row["turnID"] as Int64])
      return hit(row, Snippet(marked: text ?? ""))
    }
    return SearchResult(hits: hits, total: try total(source))
  }

  func byFilter() throws -> SearchResult {
    let finding: SQL =
      filter.category.map {
        """
        JOIN finding ON finding.callID = call.id AND finding.turn = turn.position
          AND finding.category = \($0.rawValue) AND finding.review = 0
        """
      } ?? "LEFT JOIN finding ON false"
    let source: SQL = """
      FROM turn
      JOIN call ON call.id = turn.callID
      LEFT JOIN employee ON employee.id = call.employeeID
      \(finding)
      WHERE \(conditions)
      """
    let rows = try SQLRequest<Row>(
      """
      SELECT \(columns), turn.text, finding.rangeStart, finding.rangeEnd \(source)
      ORDER BY call.day DESC, call.id DESC, turn.position, finding.rangeStart
      LIMIT \(filter.limit)
      """
    ).fetchAll(db)
    let hits = rows.map { row in
      let start: Int? = row["rangeStart"]
      let end: Int? = row["rangeEnd"]
      let range = start.flatMap { start in end.flatMap { start <= $0 ? start..<$0 : nil } }
      return hit(row, Snippet(row["text"], around: range))
    }
    return SearchResult(hits: hits, total: try total(source))
  }

  private func total(_ source: SQL) throws -> Int {
    try SQLRequest<Int>("SELECT count(*) \(source)").fetchOne(db) ?? 0
  }

  private func hit(_ row: Row, _ snippet: Snippet) -> SearchHit {
    SearchHit(
      call: row["key"], turn: row["position"],
      speaker: Speaker(rawValue: row["speaker"]) ?? .operator, start: row["start"],
      employee: row["name"], startedAt: row["startedAt"], standard: row["standard"],
      score: row["score"], snippet: snippet)
  }

  private let columns: SQL = """
    turn.id AS turnID, call.key, turn.position, turn.speaker, turn.start, employee.name,
    call.startedAt, call.standard, call.score
    """

  private var conditions: SQL {
    var all: [SQL] = ["true"]
    if let employees { all.append("call.employeeID IN \(employees)") }
    if let from = filter.from?.text { all.append("call.day >= \(from)") }
    if let to = filter.to?.text { all.append("call.day <= \(to)") }
    if let standard = filter.standard { all.append("call.standard = \(standard)") }
    if let speaker = filter.speaker { all.append("turn.speaker = \(speaker.rawValue)") }
    if let low = filter.minimumScore { all.append("call.score >= \(low)") }
    if let high = filter.maximumScore { all.append("call.score <= \(high)") }
    return all.joined(separator: " AND ")
  }

  private var hasFinding: SQL {
    guard let category = filter.category else { return "true" }
    return """
      EXISTS (
        SELECT 1 FROM finding
        WHERE finding.callID = call.id AND finding.turn = turn.position
          AND finding.category = \(category.rawValue) AND finding.review = 0
      )
      """
  }
}
