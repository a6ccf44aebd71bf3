internal import Compliance
public import Transcripts

/// One run of `kamerton score`: takes calls as they are read, analyses those that are new or
/// changed, and keeps them, a batch in one transaction. A run that is cut off loses at most the
/// two batches it was at.
public struct ScoringRun {
  /// A call that was refused, and why.
  public struct Refusal: Sendable, Hashable {
    /// The file, as the person named it.
    public var source: String
    public var error: TranscriptError

    public init(source: String, error: TranscriptError) {
      self.source = source
      self.error = error
    }
  }

  /// A file as the person named it, and its full path, by which files are told apart.
  public struct SourceFile: Sendable, Hashable {
    public var name: String
    public var path: String

    public init(name: String, path: String) {
      self.name = name
      self.path = path
    }
  }

  /// How many calls were new, changed since they were kept, or the same.
  public struct Counts: Sendable, Hashable {
    public var new = 0
    public var changed = 0
    public var unchanged = 0

    public init(new: Int = 0, changed: Int = 0, unchanged: Int = 0) {
      self.new = new
      self.changed = changed
      self.unchanged = unchanged
    }
  }

  /// A new call whose id another conversation has: it is kept beside that one under a longer id.
  public struct Renamed: Sendable, Hashable {
    /// The file, as the person named it.
    public var source: String
    public var line: Int?
    /// The id in the file.
    public var givenID: String
    /// The id it is kept under.
    public var id: String
  }

  public private(set) var counts = Counts()
  /// What became of the scores of kept calls that were analysed again.
  public private(set) var changes = ScoreChanges()
  /// By which other standards calls of this run were judged before, and how many.
  public private(set) var otherStandards: [String: Int] = [:]
  public private(set) var renamed: [Renamed] = []
  /// Rows of all calls of this run, the unchanged ones too.
  private(set) var rows: Set<Int64> = []

  private let store: Store
  private let judge: CallJudge
  private let pool: AnalysisPool
  private let analysedAt: String
  private let repeatsAll: Bool
  private var batch = AnalysisBatch<Pending>()
  /// Analysed, to be written while the next batch is analysed.
  private var analysed: [StoredCall] = []
  private var places: CallPlaces

  private struct Pending {
    /// With the id that it is kept under.
    var call: Call
    var file: SourceFile
    var imported: ImportedCall
    /// What is kept of it from an earlier run.
    var known: KnownCall?
  }

  /// - Parameters:
  ///   - analysedAt: the time that is noted, ISO 8601.
  ///   - repeatsAll: unchanged calls are analysed again too.
  ///   - workers: how many threads analyse.
  ///   - isThere: whether there is a file of that full path: the call of one that is gone may come
  ///     from a file of another name.
  public init(
    store: Store, judge: CallJudge, analysedAt: String, repeatsAll: Bool = false,
    workers: Int, isThere: @escaping @Sendable (String) -> Bool = { _ in true }
  ) {
    self.store = store
    self.judge = judge
    self.repeatsAll = repeatsAll
    self.analysedAt = analysedAt
    places = CallPlaces(store: store, isThere: isThere)
    pool = AnalysisPool(judge: judge, workers: workers)
  }

  /// Takes a call of `file`. Answers with what was refused: this call or others of its batch.
  public mutating func add(_ imported: ImportedCall, file: SourceFile) throws(StoreError)
    -> [Refusal]
  {
    var call = imported.call
    call.operatorConfidence = call.operatorConfidence ?? imported.decision?.confidence
    let hash = ContentHash.of(call)
    let known: KnownCall?
    switch try place(of: call, imported, hash, file) {
    case .repeated:
      counts.unchanged += 1
      return []
    case .refused(let message): return [refusal(.duplicate, message, imported, call, file)]
    case .id(let id, let kept):
      call.id = id
      known = kept
    }
    let standard: CallJudge.Standard
    do {
      standard = try judge.standard(call)
    } catch {
      return [refusal(.unknownStandard, "\(error)", imported, call, file)]
    }
    places.take(call.id, file: file, line: imported.line, contentHash: hash)
    if let known, !repeatsAll, known.contentHash == hash,
      known.isAnalysed(by: standard, engine: judge.engine)
    {
      counts.unchanged += 1
      rows.insert(known.rowID)
      return []
    }
    if known == nil, call.id != imported.call.id, !imported.isNamedByFile {
      renamed.append(
        Renamed(
          source: file.name, line: imported.line, givenID: imported.call.id, id: call.id))
    }
    if let known, known.standard != standard.id {
      otherStandards[known.standard, default: 0] += 1
    }
    batch.append(Pending(call: call, file: file, imported: imported, known: known), of: call)
    return batch.isFull ? try analyseBatch() : []
  }

  private func place(
    of call: Call, _ imported: ImportedCall, _ hash: Int64, _ file: SourceFile
  ) throws(StoreError) -> CallPlaces.Place {
    try places.place(
      CallPlaces.Question(
        call: call, contentHash: hash, isNamedByFile: imported.isNamedByFile, file: file)
    ) { id in
      batch.items.first { $0.call.id == id }?.call ?? analysed.first { $0.call.id == id }?.call
    }
  }

  /// Analyses and keeps all that is still waiting.
  public mutating func finish() throws(StoreError) -> [Refusal] {
    let refusals = try analyseBatch()
    rows.formUnion(try store.save(analysed))
    analysed = []
    return refusals
  }

  /// Analyses the batch while the one before it is written: the writer takes one thread, and the
  /// others need not wait for it.
  private mutating func analyseBatch() throws(StoreError) -> [Refusal] {
    let pending = batch.take()
    let ready = analysed
    analysed = []
    let store = store
    let (results, written) = try pool.analyse(pending.map(\.call)) { () throws(StoreError) in
      try store.save(ready)
    }
    rows.formUnion(written)
    var refusals: [Refusal] = []
    for (item, result) in zip(pending, results) {
      switch result {
      case .success(var analysis):
        let reason = item.imported.reasonNotToJudge
        if let reason { analysis.leaveOut(reason) }
        let givenID = item.imported.isNamedByFile ? item.call.id : item.imported.call.id
        let origin = StoredCall.Origin(
          source: item.file.path, line: item.imported.line,
          givenID: givenID == item.call.id ? nil : givenID, engine: judge.engine,
          analysedAt: analysedAt)
        analysed.append(
          StoredCall(
            call: item.call, analysis: analysis, origin: origin,
            decision: item.imported.decision, leftOutReason: reason))
        guard let known = item.known else {
          counts.new += 1
          continue
        }
        counts.changed += 1
        changes.add(from: known.score, to: analysis.score?.total)
      case .failure(let error):
        let error = TranscriptError(
          .analysisFailed, "не анализируется: \(error)", line: item.imported.line,
          callID: item.call.id)
        refusals.append(Refusal(source: item.file.name, error: error))
      }
    }
    return refusals
  }

  private func refusal(
    _ code: TranscriptError.Code, _ message: String, _ imported: ImportedCall, _ call: Call,
    _ file: SourceFile
  ) -> Refusal {
    Refusal(
      source: file.name,
      error: TranscriptError(code, message, line: imported.line, callID: call.id))
  }
}
