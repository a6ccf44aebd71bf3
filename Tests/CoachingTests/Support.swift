import CallStore
import Coaching
import Foundation
import Testing

/// A database that goes away with its owner.
final class TemporaryStore {
  let store: Store
  private let folder: String

  init(_ calls: [SampleCall] = SampleCall.team) throws {
    folder = NSTemporaryDirectory() + "kamerton-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try Store(
      path: "\(folder)/calls.sqlite", indexing: WordIndexing(version: "1") { [$0] })
    try store.save(calls.map(\.stored))
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func employee(_ names: [String], _ period: Period) throws -> EmployeeReport {
    EmployeeReport(
      employee: names[0], period: period,
      calls: try store.digests(of: names, from: period.from, to: period.to),
      previous: try period.previous.map {
        try store.digests(of: names, from: $0.from, to: $0.to)
      } ?? [],
      days: try store.days(of: names), guidance: SampleCall.guidance)
  }

  func team(_ period: Period) throws -> TeamReport {
    var maker = TeamReportMaker(period: period, guidance: SampleCall.guidance)
    for names in EmployeeName(try store.employees()).people {
      maker.add(
        names[0], calls: try store.digests(of: names, from: period.from, to: period.to),
        previous: try period.previous.map {
          try store.digests(of: names, from: $0.from, to: $0.to)
        } ?? [],
        days: try store.days(of: names))
    }
    return maker.report(
      withoutEmployee: try store.countWithoutEmployee(from: period.from, to: period.to))
  }
}

/// Compares an answer with a file beside the tests. With `KAMERTON_WRITE_GOLDEN=1` the file is
/// written instead; look at the difference before it is kept.
func expectGolden(
  _ answer: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
)
  throws
{
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["KAMERTON_WRITE_GOLDEN"] == "1" {
    try Data(answer.utf8).write(to: file)
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(answer == expected, sourceLocation: sourceLocation)
}

extension Period {
  /// A period of days written in full.
  static func days(_ from: String?, _ to: String?) -> Period {
    Period(from: from.flatMap { Day($0) }, to: to.flatMap { Day($0) })
  }

  static let march = Period.days("2026-03-01", "2026-03-31")
}
