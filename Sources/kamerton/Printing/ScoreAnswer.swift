import CallStore
import ServiceStandards
import Transcripts

/// What a run of `kamerton score` did and found, for programs.
struct ScoreAnswer: Encodable {
  /// Left out where the kept calls were scored again.
  var files: Int?
  var calls: Int
  var new: Int
  var changed: Int
  var unchanged: Int
  /// What became of the scores of calls that were in the database and were scored again.
  var changes: ScoreChanges
  /// By which other standards calls of this run were scored before.
  var otherStandards: [Standard]
  /// Kept calls whose score is of another version of their standard.
  var outdated: [Standard]
  /// Calls kept under another id, because a different conversation has theirs.
  var renamed: [Renamed]
  var judged: Int
  var passed: Int
  var meanScore: Double?
  var unjudged: [Unjudged]
  var worst: [Worst]
  var findings: [Finding]
  var violated: [Violated]
  var refused: [Refused]

  struct Worst: Encodable {
    var id: String
    var employee: String?
    var score: Double
    var passed: Bool
  }

  struct Unjudged: Encodable {
    var reason: String
    var calls: Int
  }

  struct Finding: Encodable {
    var category: ServiceStandards.Category
    var title: String
    var count: Int
    var calls: Int
  }

  struct Violated: Encodable {
    var title: String
    var count: Int
    var calls: Int
  }

  struct Standard: Encodable {
    var standard: String
    var calls: Int
  }

  struct Renamed: Encodable {
    var file: String
    var line: Int?
    var givenID: String
    var id: String
  }

  struct Refused: Encodable {
    var file: String
    var line: Int?
    var id: String?
    var code: String
    var message: String
  }

  init(_ report: ScoreReport) {
    files = report.files
    new = report.counts.new
    changed = report.counts.changed
    unchanged = report.counts.unchanged
    calls = new + changed + unchanged
    changes = report.changes
    otherStandards = report.otherStandards.sorted { $0.key < $1.key }
      .map { Standard(standard: $0.key, calls: $0.value) }
    outdated = report.outdatedByStandard.map { Standard(standard: $0.standard, calls: $0.calls) }
    renamed = report.renamed.map {
      Renamed(file: $0.source, line: $0.line, givenID: $0.givenID, id: $0.id)
    }
    judged = report.summary.judged
    passed = report.summary.passed
    meanScore = report.summary.meanScore
    unjudged = report.summary.unjudged.map { Unjudged(reason: $0.value, calls: $0.count) }
    worst = report.summary.worst.map {
      Worst(id: $0.id, employee: $0.employee, score: $0.score, passed: $0.passed)
    }
    findings = report.summary.categories.map {
      Finding(category: $0.value, title: $0.value.title, count: $0.count, calls: $0.calls)
    }
    violated = report.summary.criteria.map {
      Violated(title: $0.value, count: $0.count, calls: $0.calls)
    }
    refused = report.refusals.map {
      Refused(
        file: $0.source, line: $0.error.line, id: $0.error.callID, code: $0.error.code.rawValue,
        message: $0.error.message)
    }
  }
}
