import CallStore
import Coaching
import Compliance
import ServiceStandards
import Testing

struct EmployeeReportTests {
  /// Three small words cost less than one accusation.
  @Test func pointsOutweighCounts() throws {
    let report = try report([
      SampleCall(id: "1", turns: ["[[filler|Ну]] да.", "[[blame|Вы не поняли]]."]),
      SampleCall(id: "2", turns: ["[[filler|Ну]] да."]),
      SampleCall(id: "3", turns: ["[[command|Ждите]]."]),
    ])
    #expect(report.habits.map(\.category) == [.blame, .filler, .command])
    #expect(report.habits.map(\.occurrences) == [1, 2, 1])
    #expect(report.habits.map(\.calls) == [1, 2, 1])
  }

  @Test func noMoreThanThreeHabits() throws {
    let report = try report([
      SampleCall(
        id: "1",
        turns: [
          "[[filler|Ну]], [[blame|вы не поняли]].", "[[command|Ждите]] [[diminutive|минутку]].",
        ])
    ])
    #expect(report.habits.count == 3)
    #expect(report.habits.map(\.category) == [.blame, .command, .filler])
  }

  /// What is lost in the parts is what the score lacks to 100.
  @Test func costsAddUp() throws {
    let report = try report([
      SampleCall(
        id: "1", turns: ["[[filler|Ну]], [[blame|вы не поняли]].", "[[command|Ждите]]."],
        said: [.greeting], answeredInTime: false)
    ])
    let parts =
      report.habits.map(\.pointsPerCall) + report.missedElements.map(\.pointsPerCall)
      + report.otherLosses.map(\.pointsPerCall)
    #expect(abs(parts.reduce(0, +) - (100 - (report.score?.mean ?? 0))) < 0.05)
  }

  @Test func clientsWordsAreNobodysHabit() throws {
    let report = try report([
      SampleCall(id: "1", turns: ["К: [[command|Ждите]].", "К: [[profanity|чёрт]]."])
    ])
    #expect(report.habits.isEmpty)
    #expect(report.score?.mean == 100)
  }

  @Test func elementsCountWhereTheStandardAsks() throws {
    let report = try report([
      SampleCall(id: "1", turns: ["Да."], said: [.greeting]),
      SampleCall(id: "2", turns: ["Да."], said: [.greeting, .farewell]),
      SampleCall(id: "3", turns: ["Да."]),
    ])
    // The sample standard does not ask for the company's name.
    #expect(report.missedElements.map(\.element) == [.moreQuestions, .farewell])
    #expect(report.missedElements.map(\.missed) == [2, 1])
    #expect(report.missedElements.map(\.applicable) == [3, 3])
    #expect(report.steadyElements.map(\.element) == [.greeting])
  }

  @Test func notJudgedCallsCountApart() throws {
    let report = try report([
      SampleCall(id: "1", turns: ["Да."]),
      SampleCall(id: "2", turns: ["[[command|Ждите]]."], reason: "автоответчик"),
      SampleCall(id: "3", turns: ["Да."], reason: "автоответчик"),
      SampleCall(id: "4", turns: ["Да."], reason: "нет речи"),
    ])
    #expect(report.calls.total == 4)
    #expect(report.calls.scored == 1)
    #expect(report.calls.notScored.map(\.reason) == ["автоответчик", "нет речи"])
    #expect(report.calls.notScored.map(\.calls) == [2, 1])
    #expect(report.habits.isEmpty)
  }

  @Test func fewCallsAreSaidToBeFew() throws {
    let call = { (id: Int) in SampleCall(id: "\(id)", turns: ["Да."]) }
    let few = try report((1...9).map(call))
    let enough = try report((1...10).map(call))
    #expect(TerminalReport().text(of: few).contains("Звонков мало (9)"))
    #expect(!TerminalReport().text(of: enough).contains("Звонков мало"))
  }

  @Test func examplesComeFromDifferentCallsAndWords() throws {
    let report = try report([
      SampleCall(
        id: "1", startedAt: "2026-03-01", turns: ["[[command|Ждите]]. [[command|Ждите]] там."]),
      SampleCall(id: "2", startedAt: "2026-03-02", turns: ["[[command|Ждите]]."]),
      SampleCall(id: "3", startedAt: "2026-03-03", turns: ["[[command|Говорите]]."]),
    ])
    let examples = try #require(report.habits.first?.examples)
    #expect(examples.map(\.call.id) == ["3", "2", "1"])
    #expect(report.habits[0].wording == ["Назовите, пожалуйста…", "Повторите, пожалуйста…"])
  }

  /// A mended sentence must hold nothing that is left to mend.
  @Test func halfMendedSentencesAreNotShown() throws {
    let report = try report([
      SampleCall(
        id: "1",
        turns: ["[[command|Ждите|Подождите, пожалуйста]], [[blame|вы не поняли]]. Всё."])
    ])
    #expect(report.habits.allSatisfy { $0.examples.allSatisfy { $0.rewritten == nil } })
  }

  @Test func withoutGuidanceProofsTellTheCategory() throws {
    let calls = [SampleCall(id: "1", turns: ["[[command|Ждите]]."], said: [.greeting])]
    let store = try TemporaryStore(calls)
    let report = EmployeeReport(
      employee: "Иванова Мария", period: .all, calls: try store.store.digests(of: ["Иванова Мария"])
    )
    #expect(report.habits.map(\.category) == [.command])
    #expect(report.otherLosses.map(\.title) == ["Попрощался", "Спросил, остались ли вопросы"])
  }

  @Test func worstCallIsNotTheBest() throws {
    let one = try report([SampleCall(id: "1", turns: ["[[command|Ждите]]."])])
    #expect(one.best?.call.id == "1")
    #expect(one.toHear == nil)
    let equal = try report([
      SampleCall(id: "1", turns: ["[[command|Ждите]]."]),
      SampleCall(id: "2", turns: ["[[command|Ждите]]."]),
    ])
    #expect(equal.toHear == nil)
  }

  private func report(_ calls: [SampleCall]) throws -> EmployeeReport {
    try TemporaryStore(calls).employee(["Иванова Мария"], .all)
  }
}
