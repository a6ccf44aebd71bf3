import CallStore
import Coaching
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("2026-03-01", 1, "2026-03-02"), ("2026-02-28", 1, "2026-03-01"),
    ("2024-02-28", 1, "2024-02-29"), ("2024-03-01", -1, "2024-02-29"),
    ("2000-02-29", 366, "2001-03-01"), ("1900-02-28", 1, "1900-03-01"),
    ("2025-12-31", 1, "2026-01-01"), ("2026-01-01", -1, "2025-12-31"),
    ("2026-03-15", -36_500, "1926-04-09"), ("0001-01-01", -5, "0001-12-27"),
  ])
  func addsDays(day: String, count: Int, expected: String) throws {
    #expect(try #require(Day(day)).adding(days: count).text == expected)
  }

  /// Every day of four hundred years has one next day, and they count on.
  @Test func everyDayHasANext() throws {
    let first = try #require(Day("1800-01-01"))
    var day = first
    for count in 0..<146_097 {
      let next = day.adding(days: 1)
      guard next.text > day.text, Day(next.text) == next, first.days(to: next) == count + 1 else {
        Issue.record("after \(day) comes \(next)")
        return
      }
      day = next
    }
    #expect(day.text == "2200-01-01")
  }

  @Test(arguments: [
    ("2026-03-01", "2026-03-31", "2026-01-29", "2026-02-28"),
    ("2026-03-10", "2026-03-10", "2026-03-09", "2026-03-09"),
    ("2026-01-01", "2026-01-07", "2025-12-25", "2025-12-31"),
    ("2024-03-01", "2024-03-30", "2024-01-31", "2024-02-29"),
  ])
  func previous(from: String, to: String, oldFrom: String, oldTo: String) {
    #expect(Period.days(from, to).previous == .days(oldFrom, oldTo))
  }

  @Test(arguments: [(nil, nil), ("2026-03-01", nil), (nil, "2026-03-01")])
  func openPeriodsHaveNoPrevious(from: String?, to: String?) {
    #expect(Period.days(from, to).previous == nil)
    #expect(Period.days(from, to).length == nil)
  }

  @Test(arguments: [(1, "2026-03-10"), (7, "2026-03-04"), (30, "2026-02-09")])
  func lastDays(count: Int, from: String) throws {
    let period = Period(lastDays: count, today: try #require(Day("2026-03-10")))
    #expect(period == .days(from, "2026-03-10"))
    #expect(period.length == count)
  }

  @Test(arguments: [
    (nil, nil, "весь срок"), ("2026-03-01", "2026-03-31", "1–31 марта 2026 года"),
    ("2026-03-05", "2026-03-05", "5 марта 2026 года"),
    ("2026-02-25", "2026-03-03", "с 25 февраля по 3 марта 2026 года"),
    ("2025-12-28", "2026-01-03", "с 28 декабря 2025 года по 3 января 2026 года"),
    ("2026-05-02", nil, "с 2 мая 2026 года"), (nil, "2026-08-02", "по 2 августа 2026 года"),
  ])
  func titles(from: String?, to: String?, title: String) {
    #expect(Period.days(from, to).title.replacing("\u{A0}", with: " ") == title)
  }
}
