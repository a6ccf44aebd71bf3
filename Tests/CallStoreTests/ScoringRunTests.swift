import CallStore
import Compliance
import ServiceStandards
import Testing
import Transcripts

struct ScoringRunTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  private func run(
    _ calls: [(Call, String)], named: Bool = false, judge: CallJudge = judge,
    repeatsAll: Bool = false
  ) throws -> (run: ScoringRun, refusals: [String]) {
    var run = ScoringRun(
      store: store, judge: judge, analysedAt: "2026-03-01", repeatsAll: repeatsAll, workers: 2)
    var refusals: [ScoringRun.Refusal] = []
    for (call, source) in calls {
      refusals += try run.add(
        ImportedCall(call: call, line: 1, isNamedByFile: named),
        file: ScoringRun.SourceFile(name: source, path: source))
    }
    refusals += try run.finish()
    return (run, refusals.map { "\($0.source): \($0.error)" })
  }

  @Test func analysesOnlyWhatIsNewOrChanged() throws {
    let calls = (1...300).map { (call("\($0)", "Алло"), "/a") }
    #expect(try run(calls).run.counts == .init(new: 300))
    #expect(try run(calls).run.counts == .init(unchanged: 300))
    #expect(try run([(call("7", "Да"), "/a")]).run.counts == .init(changed: 1))
    #expect(try run(calls, repeatsAll: true).run.counts == .init(changed: 300))
  }

  @Test func analysesAgainWhenTheStandardOrTheProgramChanges() throws {
    _ = try run([(call("1", "Алло"), "/a")])
    var other = judge
    other.standard = { _ in CallJudge.Standard(id: "general", version: "v2") }
    #expect(try run([(call("1", "Алло"), "/a")], judge: other).run.counts == .init(changed: 1))
    other = judge
    other.engine = "2"
    #expect(try run([(call("1", "Алло"), "/a")], judge: other).run.counts == .init(changed: 1))
  }

  @Test(
    "The call is analysed with the doubt of who its operator is",
    arguments: [(0.57, nil, 0.57), (nil, 0.6, 0.6), (0.9, 0.6, 0.6), (nil, nil, nil)]
      as [(Double?, Double?, Double?)])
  func doubtfulOperator(decided: Double?, own: Double?, confidence: Double?) throws {
    var doubting = judge
    doubting.makeWorker = {
      { call in
        var analysis = analyse(call)
        analysis.metrics["confidence"] = call.operatorConfidence
        return analysis
      }
    }
    var sample = call("1", "Да")
    sample.operatorConfidence = own
    var run = ScoringRun(store: store, judge: doubting, analysedAt: "2026-03-01", workers: 1)
    _ = try run.add(
      ImportedCall(
        call: sample, line: 1,
        decision: decided.map { OperatorDecision(voice: "1", confidence: $0, reason: "проба") }),
      file: ScoringRun.SourceFile(name: "/a", path: "/a"))
    _ = try run.finish()
    #expect(try store.call(id: "1")?.analysis.metrics["confidence"] == confidence)
  }

  @Test func refusesOneAndKeepsTheOthers() throws {
    var unknown = call("2", "Алло")
    unknown.standard = "нет такого"
    let (run, refusals) = try run([
      (call("1", "Алло"), "/a"), (unknown, "/a"), (call("1", "Да"), "/b"),
      (call("1", "Алло"), "/c"),
    ])
    #expect(run.counts == .init(new: 1, unchanged: 1))
    #expect(
      refusals == [
        "/a: строка 1: неизвестный стандарт «нет такого»",
        "/b: строка 1: другой звонок с id «1» уже был в этом запуске: /a, строка 1",
      ])
  }

  @Test func refusesWhatTheAnalysisThrowsAt() throws {
    var other = judge
    other.makeWorker = {
      { call in
        guard call.id != "2" else { throw StoreError(.failed, "нет слов") }
        return analyse(call)
      }
    }
    let (run, refusals) = try run(
      ["1", "2", "3"].map { (call($0, "Алло"), "/a") }, judge: other)
    #expect(run.counts == .init(new: 2))
    #expect(refusals == ["/a: строка 1: не анализируется: нет слов"])
  }

  @Test func tellsCallsOfOneFileNameApart() throws {
    _ = try run([(call("001", "Алло"), "/ночь1/001.txt")], named: true)
    _ = try run([(call("001", "Да"), "/ночь2/001.txt")], named: true)
    #expect(try store.count() == 2)
    #expect(try store.call(id: "ночь2/001")?.call.turns.map(\.text) == ["Да"])
    let again = try run(
      [(call("001", "Алло"), "/ночь1/001.txt"), (call("001", "Да"), "/ночь2/001.txt")], named: true)
    #expect(again.run.counts == .init(unchanged: 2))
    let edited = try run([(call("001", "Нет"), "/ночь1/001.txt")], named: true)
    #expect(edited.run.counts == .init(changed: 1))
  }

  @Test func sumsUp() throws {
    let (run, _) = try run([
      (call("1", "Алло", employee: "Анна"), "/a"), (call("2", "Алло", "", "Алло"), "/a"),
      (call("3", "Да"), "/a"),
    ])
    let summary = try store.summary(of: run)
    #expect(summary.calls == 3)
    #expect(summary.judged == 3)
    #expect(summary.passed == 1)
    #expect(summary.meanScore == 60)
    #expect(summary.worst.map(\.id) == ["1", "2", "3"])
    #expect(summary.categories.map(\.value) == [.rudeRepeat])
    #expect(summary.categories.map(\.count) == [3])
    #expect(summary.categories.map(\.calls) == [2])
    #expect(summary.criteria.map(\.value) == ["Вежливость"])
  }

  @Test func countsUnjudgedCallsApart() throws {
    var run = ScoringRun(store: store, judge: judge, analysedAt: "2026-03-01", workers: 1)
    let file = ScoringRun.SourceFile(name: "/a", path: "/a")
    var mixed = ImportedCall(call: call("2", "Алло"))
    mixed.reasonNotToJudge = "стороны перепутаны"
    let decision = OperatorDecision(voice: "канал 1", confidence: 0.75, reason: "говорит «алло»")
    #expect(
      try run.add(ImportedCall(call: call("1", "Да"), decision: decision), file: file).isEmpty)
    #expect(try run.add(mixed, file: file).isEmpty)
    #expect(try run.finish().isEmpty)
    let summary = try store.summary(of: run)
    #expect(summary.calls == 2)
    #expect(summary.judged == 1)
    #expect(summary.meanScore == 100)
    #expect(summary.unjudged.map(\.value) == ["стороны перепутаны"])
    #expect(summary.unjudged.map(\.count) == [1])
    // The unjudged call's «алло» is no frequent violation.
    #expect(summary.categories.isEmpty)
    #expect(try store.call(id: "1")?.decision == decision)
    let kept = try #require(try store.call(id: "2"))
    #expect(!kept.analysis.judged)
    #expect(kept.analysis.reason == "стороны перепутаны")
    #expect(kept.analysis.score == nil)
    #expect(kept.analysis.elements.allSatisfy { $0.status == .notApplicable })
    #expect(kept.decision == nil)
  }

  @Test func keepsTheVoicesOfTurns() throws {
    var conference = call("1", "Да", "Нет")
    conference.turns[1].voice = "SPEAKER_02"
    try store.save([stored(conference)])
    #expect(try store.call(id: "1")?.call.turns.map(\.voice) == [nil, "SPEAKER_02"])
  }
}
