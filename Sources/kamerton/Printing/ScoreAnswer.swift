import CallStore
import ServiceStandards
import Transcripts

/// What a run of `kamerton score` did and found, for programs.
struct ScoreAnswer: Encodable {
  var files: Int
  var calls: Int
  var new: Int
  var changed: Int
  var unchanged: Int
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
