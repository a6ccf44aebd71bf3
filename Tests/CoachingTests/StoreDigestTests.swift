import CallStore
import Coaching
import Compliance
import Testing
import Transcripts

/// What coaching asks of the database.
struct StoreDigestTests {
  @Test(
    arguments: [
      (nil, nil, ["0301", "0302", "0401", "0402", "0403", "0404"]),
      ("2026-03-05", nil, ["0402", "0403", "0404"]), (nil, "2026-02-18", ["0301", "0302"]),
      ("2026-03-05", "2026-03-11", ["0402", "0403"]), ("2027-01-01", nil, []),
    ] as [(String?, String?, [String])])
  func period(from: String?, to: String?, ids: [String]) throws {
    let store = try TemporaryStore().store
    let period = Period.days(from, to)
    #expect(
      try store.digests(of: ["Иванова Мария"], from: period.from, to: period.to).map(\.id) == ids)
  }

  @Test func digestHoldsWhatTheCallHolds() throws {
    let store = try TemporaryStore().store
    for digest in try store.digests(of: ["Иванова Мария", "Петров Олег Игоревич"]) {
      let call = try #require(try store.call(id: digest.id))
      #expect(digest.score == call.analysis.score)
      #expect(digest.findings == call.analysis.findings)
      #expect(digest.elements == call.analysis.elements)
      #expect(digest.reason == call.analysis.reason)
      for (turn, words) in digest.turns {
        #expect(words.text == call.call.turns[turn].text)
        #expect(call.call.turns[turn].speaker == .operator)
      }
    }
  }

  @Test func days() throws {
    let store = try TemporaryStore().store
    let days = try store.days(of: ["Петров Олег Игоревич"])
    #expect(days == CallDays(first: Day("2026-02-20"), last: Day("2026-03-03"), undated: 1))
    #expect(try store.days(of: ["Кузнецов"]) == CallDays())
    #expect(try store.countWithoutEmployee() == 1)
    #expect(try store.countWithoutEmployee(from: Day("2026-04-01")) == 0)
  }
}
