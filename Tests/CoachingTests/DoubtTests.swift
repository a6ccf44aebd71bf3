import CallStore
import Coaching
import Compliance
import ServiceStandards
import Testing
import Transcripts

/// What reports say of what is doubtful and of why points were taken.
struct DoubtTests {
  private let store: TemporaryStore

  init() throws {
    store = try TemporaryStore([SampleCall.team[4]])
    var stored = SampleCall.team[2].stored
    stored.analysis.review = [
      "слово распознано неуверенно: «вина», 30 %", "слово распознано неуверенно: «нет», 41 %",
      "такие слова бывают и к месту", nil,
    ].map { reason in
      Finding(
        rule: "blame", category: .blame, turn: 0, speaker: .operator, range: ScalarRange(0, 2),
        quote: "Да", clause: "табл. 2", reason: reason)
    }
    var score = try #require(stored.analysis.score)
    for index in score.criteria.indices {
      score.criteria[index].status = .violated
      score.criteria[index].points = 0
      score.criteria[index].reason =
        "извинения не прозвучали. Можно сказать: «Приношу Вам извинения.»"
    }
    score.total = 10
    stored.analysis.score = score
    try store.store.save([stored])
  }

  private func report() throws -> EmployeeReport {
    try store.employee(["Иванова Мария"], .all)
  }

  @Test("Doubtful places are counted by what they are doubted for")
  func counts() throws {
    let report = try report()
    let calls = report.calls
    #expect(calls.toReview == 4)
    #expect(
      calls.doubts.map(\.reason) == ["слово распознано неуверенно", "такие слова бывают и к месту"])
    #expect(calls.doubts.map(\.places) == [2, 1])
    let text = TerminalReport(width: 400).text(of: report)
    #expect(
      text.contains(
        "(слово распознано неуверенно — 2; такие слова бывают и к месту — 1)"))
  }

  @Test("The call to hear says why points were taken, with the script")
  func reason() throws {
    let text = TerminalReport(width: 400).text(of: try report())
    #expect(text.contains("извинения не прозвучали. Можно сказать: «Приношу Вам извинения.»"))
  }
}
