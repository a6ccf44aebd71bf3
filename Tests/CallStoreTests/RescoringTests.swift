import CallStore
import Compliance
import Testing
import Transcripts

/// The kept calls scored again without their files.
struct RescoringTests {
  let folder: TemporaryFolder
  let store: Store

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  /// A judge by the second version of every standard: `total` of each call's text.
  private static func second(_ total: @escaping @Sendable (Call) -> Double?) -> CallJudge {
    var second = judge
    second.standard = { CallJudge.Standard(id: $0.standard ?? "general", version: "v2") }
    second.makeWorker = {
      { call in
        var analysis = analyse(call)
        analysis.standardVersion = "v2"
        if let total = total(call) {
          analysis.score?.total = total
        } else {
          analysis.leaveOut("нет слов")
        }
        return analysis
      }
    }
    return second
  }

  private func score(_ calls: [ImportedCall], _ judge: CallJudge = judge) throws -> ScoringRun {
    var run = ScoringRun(store: store, judge: judge, analysedAt: "2026-03-01", workers: 2)
    for call in calls { _ = try run.add(call, file: .init(name: "/a", path: "/a")) }
    _ = try run.finish()
    return run
  }

  private func rescore(_ judge: CallJudge, standard: String? = nil, repeatsAll: Bool = false)
    throws -> (run: Rescoring, refusals: [String])
  {
    var run = Rescoring(
      store: store, judge: judge, analysedAt: "2026-04-01", standard: standard,
      repeatsAll: repeatsAll, workers: 2)
    let refusals = try run.run()
    return (run, refusals.map(\.error.message))
  }

  @Test func scoresThePastByThePresentStandard() throws {
    let texts = ["Да", "Алло, заявка", "Нет", "Хорошо"]
    let score: @Sendable (Call) -> Double? = { call in
      ["1": 90.0, "2": 60, "3": 100][call.id]
    }
    _ = try self.score(texts.enumerated().map { ImportedCall(call: call("\($0 + 1)", $1)) })
    #expect(
      try store.outdated { _ in "v2" } == [
        StandardUse(standard: "general", version: "v1", calls: 4)
      ])
    let (run, refusals) = try rescore(Self.second(score))
    #expect(refusals.isEmpty)
    #expect(run.counts == .init(changed: 4))
    #expect(run.changes == ScoreChanges(raised: 1, lowered: 1, same: 1, unscored: 1))
    #expect(try store.summary(of: run).meanScore == 250.0 / 3)
    #expect(try store.outdated { _ in "v2" }.isEmpty)
    let kept = try #require(try store.call(id: "2"))
    #expect(kept.analysis.score?.total == 60)
    #expect(kept.analysis.standardVersion == "v2")
    #expect(kept.call == call("2", "Алло, заявка"))
    #expect(kept.origin.source == "/a" && kept.origin.analysedAt == "2026-04-01")
    #expect(try store.search(SearchQuery("заявок"), filter: SearchFilter()).total == 1)
    // Nothing more to do, unless all is asked for.
    #expect(try rescore(Self.second(score)).run.counts == .init(unchanged: 4))
    #expect(
      try rescore(Self.second(score), repeatsAll: true).run.changes == ScoreChanges(same: 4))
    // The files themselves bring nothing new then.
    let again = try self.score(
      texts.enumerated().map { ImportedCall(call: call("\($0 + 1)", $1)) }, Self.second(score))
    #expect(again.counts == .init(unchanged: 4))
  }

  @Test func keepsEachCallsStandard() throws {
    var lagoon = judge
    lagoon.standard = { CallJudge.Standard(id: $0.standard ?? "lagoon", version: "v1") }
    lagoon.makeWorker = {
      { call in
        var analysis = analyse(call)
        analysis.standard = call.standard ?? "lagoon"
        return analysis
      }
    }
    _ = try score([ImportedCall(call: call("1", "Да"))], lagoon)
    _ = try score([ImportedCall(call: call("2", "Да")), ImportedCall(call: call("3", "Нет"))])
    #expect(try rescore(Self.second { _ in 50 }, standard: "lagoon").run.counts.changed == 1)
    #expect(try store.call(id: "1")?.analysis.standard == "lagoon")
    #expect(try store.call(id: "1")?.call.standard == nil)
    #expect(try store.call(id: "2")?.analysis.standardVersion == "v1")
    // A run by another standard says whose scores it takes the place of.
    #expect(
      try score([ImportedCall(call: call("2", "Да"))], lagoon).otherStandards == ["general": 1])
    // A standard that is gone leaves its calls as they are, and the others are scored.
    var without = Self.second { _ in 40 }
    without.standard = { call in
      guard call.standard != "lagoon" else { throw StoreError(.unusable, "стандарта нет") }
      return CallJudge.Standard(id: "general", version: "v2")
    }
    let (run, refusals) = try rescore(without)
    #expect(run.counts == .init(changed: 1))
    #expect(
      refusals == ["стандарта нет; прежние оценки по этому стандарту оставлены, звонков: 2"])
    #expect(try store.call(id: "1")?.analysis.score?.total == 50)
    #expect(try store.call(id: "3")?.analysis.score?.total == 40)
  }

  /// What an importer knew of a call is known when it is scored again.
  @Test func givesTheAnalysisAllThatItHadBefore() throws {
    var doubtful = ImportedCall(
      call: call("1", "Да", employee: "Анна", startedAt: "2026-03-01T10:00:00+03:00"),
      decision: OperatorDecision(voice: "канал 1", confidence: 0.6, reason: "проба"))
    doubtful.call.direction = .outgoing
    doubtful.call.clientTimeZone = "+07:00"
    doubtful.call.turns[0].words = [Word(text: "Да", start: 0.1, end: 0.3, confidence: 0.7)]
    doubtful.call.turns[0].speakerConfidence = 0.5
    var mixed = ImportedCall(call: call("2", "Алло"))
    mixed.reasonNotToJudge = "стороны перепутаны"
    mixed.call.operatorConfidence = 0.9
    _ = try score([doubtful, mixed])
    var first = doubtful.call
    first.operatorConfidence = 0.6
    first.standard = "general"
    var second = mixed.call
    second.standard = "general"
    let expected = [first, second]
    var seeing = Self.second { _ in 70 }
    seeing.makeWorker = {
      { call in
        guard expected.contains(call) else { throw StoreError(.failed, "другой звонок") }
        return analyse(call)
      }
    }
    #expect(try rescore(seeing).refusals.isEmpty)
    let left = try #require(try store.call(id: "2"))
    #expect(!left.analysis.judged && left.analysis.reason == "стороны перепутаны")
  }

  @Test func keepsTheOldScoreOfWhatIsNotAnalysed() throws {
    _ = try score([ImportedCall(call: call("1", "Да")), ImportedCall(call: call("2", "Нет"))])
    var failing = Self.second { _ in 50 }
    let worker = failing.makeWorker()
    failing.makeWorker = {
      { call in
        guard call.id != "1" else { throw StoreError(.failed, "нет слов") }
        return try worker(call)
      }
    }
    let (run, refusals) = try rescore(failing)
    #expect(run.counts == .init(changed: 1))
    #expect(refusals == ["звонок «1»: не анализируется: нет слов"])
    #expect(try store.call(id: "1")?.analysis.score?.total == 100)
  }
}
