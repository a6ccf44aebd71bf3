import CallStore
import Coaching
import Foundation
import ServiceStandards

/// What the reports are made of: the database, the days asked for, the approved wordings.
struct ReportSource {
  let store: Store
  let period: Period
  let guidance: Guidance
  let employees: [String]

  init(database: DatabaseOptions, options: ReportOptions) throws {
    let installation = Installation()
    store = try database.open(installation)
    employees = try store.employees()
    period = options.period(today: Self.today)
    guidance = try Self.guidance(installation)
  }

  /// The calls of the period and of the one before.
  func calls(of names: [String]) throws(StoreError) -> (now: [CallDigest], before: [CallDigest]) {
    let now = try store.digests(of: names, from: period.from, to: period.to)
    guard let previous = period.previous else { return (now, []) }
    return (now, try store.digests(of: names, from: previous.from, to: previous.to))
  }

  /// What the installed standards say. A standard that cannot be read costs the report its
  /// wordings, and the person is told.
  private static func guidance(_ installation: Installation) throws -> Guidance {
    let library = try installation.library()
    var standards: [ServiceStandard] = []
    for id in try library.identifiers() {
      do throws(StandardError) {
        standards.append(try library.standard(id))
      } catch {
        Complaint.write("стандарт \(id) не читается, в отчёте не будет его формулировок: \(error)")
      }
    }
    return Guidance(standards)
  }

  /// The day by this machine's clock and time zone.
  private static var today: Day {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: .now)
    let text = [(parts.year ?? 1, 4), (parts.month ?? 1, 2), (parts.day ?? 1, 2)].map {
      number, width in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }.joined(separator: "-")
    return Day(text) ?? Day("1970-01-01")!
  }
}
