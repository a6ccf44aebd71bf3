internal import GRDB
public import ServiceStandards

/// What a run found, over all its calls.
public struct RunSummary: Sendable, Hashable {
  public var calls = 0
  /// Calls that have a score, and those of them that passed.
  public var judged = 0
  public var passed = 0
  public var meanScore: Double?
  /// Why calls are not judged, and how many.
  public var unjudged: [Count<String>] = []
  public var worst: [Call] = []
  public var categories: [Count<ServiceStandards.Category>] = []
  /// Titles of the criteria that were violated most often.
  public var criteria: [Count<String>] = []

  public struct Call: Sendable, Hashable {
    public var id: String
    public var employee: String?
    public var score: Double
    public var passed: Bool
  }

  public struct Count<Value: Sendable & Hashable>: Sendable, Hashable {
    public var value: Value
    public var count: Int
    /// In how many calls.
    public var calls: Int
  }
}

extension Store {
  /// Sums up the calls of a run; `top` is how many of the worst and the most frequent are named.
  public func summary(of run: ScoringRun, top: Int = 5) throws(StoreError) -> RunSummary {
    try summary(of: run.rows, top: top)
  }

  /// Sums up the calls that were to be scored again.
  public func summary(of run: Rescoring, top: Int = 5) throws(StoreError) -> RunSummary {
    try summary(of: run.rows, top: top)
  }

  private func summary(of rows: Set<Int64>, top: Int) throws(StoreError) -> RunSummary {
    try read { db in
      let ids = try JSONText.write(rows.sorted())
      var summary = RunSummary()
      let totals = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*) AS calls, count(score) AS judged, coalesce(sum(passed), 0) AS passed,
            avg(score) AS mean
          FROM call WHERE id IN (SELECT value FROM json_each(?))
          """, arguments: [ids])
      if let totals {
        summary.calls = totals["calls"]
        summary.judged = totals["judged"]
        summary.passed = totals["passed"]
        summary.meanScore = totals["mean"]
      }
      summary.unjudged = try Row.fetchAll(
        db,
        sql: """
          SELECT coalesce(reason, 'причина не указана') AS reason, count(*) AS count
          FROM call WHERE NOT judged AND id IN (SELECT value FROM json_each(?))
          GROUP BY 1 ORDER BY count DESC, 1
          """, arguments: [ids]
      ).map { row in
        RunSummary.Count(value: row["reason"], count: row["count"], calls: row["count"])
      }
      summary.worst = try Row.fetchAll(
        db,
        sql: """
          SELECT key, name, score, passed
          FROM call LEFT JOIN employee ON employee.id = call.employeeID
          WHERE call.id IN (SELECT value FROM json_each(?)) AND score IS NOT NULL
          ORDER BY score, key LIMIT ?
          """, arguments: [ids, top]
      ).map { row in
        RunSummary.Call(
          id: row["key"], employee: row["name"], score: row["score"], passed: row["passed"])
      }
      summary.categories = try Row.fetchAll(
        db,
        sql: """
          SELECT category, count(*) AS count, count(DISTINCT callID) AS calls
          FROM finding JOIN call ON call.id = finding.callID
          WHERE review = 0 AND call.judged AND callID IN (SELECT value FROM json_each(?))
          GROUP BY category ORDER BY count DESC, category LIMIT ?
          """, arguments: [ids, top]
      ).compactMap { row in
        Category(rawValue: row["category"]).map {
          RunSummary.Count(value: $0, count: row["count"], calls: row["calls"])
        }
      }
      summary.criteria = try Row.fetchAll(
        db,
        sql: """
          SELECT title, count(*) AS count, count(DISTINCT callID) AS calls
          FROM criterion
          WHERE status = 'violated' AND callID IN (SELECT value FROM json_each(?))
          GROUP BY title ORDER BY count DESC, title LIMIT ?
          """, arguments: [ids, top]
      ).map { row in
        RunSummary.Count(value: row["title"], count: row["count"], calls: row["calls"])
      }
      return summary
    }
  }
}
