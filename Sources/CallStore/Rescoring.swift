internal import Compliance
internal import GRDB
internal import Transcripts

/// Scores the kept calls again, without their files: each by its own standard as it is now. A batch
/// is kept in one transaction, so that a run that is cut off leaves every call with its old
/// analysis or its new one, and the next run goes on.
public struct Rescoring {
  public private(set) var counts = ScoringRun.Counts()
  public private(set) var changes = ScoreChanges()
  /// Rows of all calls that were asked for and could be judged, the unchanged ones too.
  private(set) var rows: Set<Int64> = []
  /// How many calls were asked for.
  public private(set) var total = 0

  private let store: Store
  private let judge: CallJudge
  private let analysedAt: String
  private let repeatsAll: Bool
  private let standard: String?
  private let pool: AnalysisPool
  private var present: [String: CallJudge.Standard] = [:]
  private var batch = AnalysisBatch<KeptCall>()
  private var analysed: [Rejudged] = []

  /// - Parameters:
  ///   - analysedAt: the time that is noted, ISO 8601.
  ///   - standard: only calls that are judged by it; nil asks for all.
  ///   - repeatsAll: calls whose standard has not changed are analysed again too.
  ///   - workers: how many threads analyse.
  public init(
    store: Store, judge: CallJudge, analysedAt: String, standard: String? = nil,
    repeatsAll: Bool = false, workers: Int
  ) {
    self.store = store
    self.judge = judge
    self.analysedAt = analysedAt
    self.standard = standard
    self.repeatsAll = repeatsAll
    pool = AnalysisPool(judge: judge, workers: workers)
  }

  /// Does it all; `progress` is told how many calls are done.
  public mutating func run(progress: (Int) -> Void = { _ in }) throws(StoreError)
    -> [ScoringRun.Refusal]
  {
    var refusals = try lookUpStandards()
    var last: Int64 = 0
    var done = 0
    while true {
      let page = try store.known(after: last, standard: standard)
      guard let end = page.last else { break }
      for known in page {
        refusals += try add(known)
        done += 1
        progress(done)
      }
      last = end.rowID
    }
    refusals += try analyseBatch()
    rows.formUnion(try store.save(analysed))
    analysed = []
    return refusals
  }

  /// Finds the present versions. A standard that cannot be used leaves its calls as they are.
  private mutating func lookUpStandards() throws(StoreError) -> [ScoringRun.Refusal] {
    var calls: [String: Int] = [:]
    for use in try store.standardUses() where standard == nil || use.standard == standard {
      calls[use.standard, default: 0] += use.calls
      total += use.calls
    }
    var refusals: [ScoringRun.Refusal] = []
    for (id, count) in calls.sorted(by: { $0.key < $1.key }) {
      do {
        present[id] = try judge.standard(Call(id: "", standard: id, turns: []))
      } catch {
        let message = "\(error); прежние оценки по этому стандарту оставлены, звонков: \(count)"
        refusals.append(.init(source: store.path, error: .init(.unknownStandard, message)))
      }
    }
    return refusals
  }

  private mutating func add(_ known: KnownCall) throws(StoreError) -> [ScoringRun.Refusal] {
    guard let standard = present[known.standard] else { return [] }
    if !repeatsAll, known.isAnalysed(by: standard, engine: judge.engine) {
      counts.unchanged += 1
      rows.insert(known.rowID)
      return []
    }
    guard let kept = try store.kept(known) else {
      return [
        refusal(
          known, .analysisFailed,
          "сохранён не целиком, прежняя оценка оставлена: оцените его снова из файла "
            + known.source)
      ]
    }
    batch.append(kept, of: kept.call)
    return batch.isFull ? try analyseBatch() : []
  }

  /// Analyses the batch while the one before it is written.
  private mutating func analyseBatch() throws(StoreError) -> [ScoringRun.Refusal] {
    let pending = batch.take()
    let ready = analysed
    analysed = []
    let store = store
    let (results, written) = try pool.analyse(pending.map(\.call)) { () throws(StoreError) in
      try store.save(ready)
    }
    rows.formUnion(written)
    var refusals: [ScoringRun.Refusal] = []
    for (kept, result) in zip(pending, results) {
      switch result {
      case .success(var analysis):
        if let reason = kept.leftOutReason { analysis.leaveOut(reason) }
        analysed.append(
          Rejudged(
            known: kept.known, analysis: analysis, engine: judge.engine, analysedAt: analysedAt))
        counts.changed += 1
        changes.add(from: kept.known.score, to: analysis.score?.total)
      case .failure(let error):
        refusals.append(refusal(kept.known, .analysisFailed, "не анализируется: \(error)"))
      }
    }
    return refusals
  }

  private func refusal(_ known: KnownCall, _ code: TranscriptError.Code, _ message: String)
    -> ScoringRun.Refusal
  {
    .init(
      source: store.path,
      error: TranscriptError(code, "звонок «\(known.id)»: \(message)", callID: known.id))
  }
}

/// A kept call with what its analysis needs.
struct KeptCall {
  var known: KnownCall
  /// With the standard that it is judged by.
  var call: Call
  var leftOutReason: String?
}

/// A new analysis of a kept call.
struct Rejudged {
  var known: KnownCall
  var analysis: Analysis
  var engine: String
  var analysedAt: String
}

extension Store {
  /// The kept calls after a row, in short, some at a time.
  func known(after row: Int64, standard: String?) throws(StoreError) -> [KnownCall] {
    try read { db in
      let sql = """
        SELECT \(KnownCall.columns) FROM call
        WHERE id > :row AND (:standard IS NULL OR standard = :standard) ORDER BY id LIMIT 1000
        """
      return try Row.fetchAll(
        db.cachedStatement(sql: sql), arguments: ["row": row, "standard": standard]
      ).map(KnownCall.init)
    }
  }

  /// A kept call with all that its analysis needs; nil where what is kept is not what was analysed.
  func kept(_ known: KnownCall) throws(StoreError) -> KeptCall? {
    guard let source = try source(id: known.id) else { return nil }
    var call = source.call
    if ContentHash.of(call) != known.contentHash {
      // Programs before this one did not count the doubt of who the operator is.
      call.operatorConfidence = nil
      guard ContentHash.of(call) == known.contentHash else { return nil }
      call.operatorConfidence = source.call.operatorConfidence
    }
    call.standard = known.standard
    return KeptCall(known: known, call: call, leftOutReason: source.leftOutReason)
  }

  /// Puts new analyses in the place of the old ones, all or, on an error, none. A call that another
  /// program has replaced meanwhile stays as that one left it. Answers with the rows of all.
  func save(_ calls: [Rejudged]) throws(StoreError) -> [Int64] {
    if calls.isEmpty { return [] }
    return try write { db in
      let statements = try Statements(db)
      for item in calls {
        let analysis = item.analysis
        try statements.judgeCall.execute(arguments: [
          analysis.standard, analysis.standardVersion, item.engine, analysis.judged,
          analysis.reason, analysis.score?.total, analysis.score?.passed, item.analysedAt,
          item.known.rowID, item.known.contentHash,
        ])
        guard db.changesCount > 0 else { continue }
        try AnalysisWriter(run: statements, analysis: analysis, callID: item.known.rowID).write()
      }
      return calls.map(\.known.rowID)
    }
  }
}
