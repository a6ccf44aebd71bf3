internal import Compliance
internal import Synchronization
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

  public private(set) var counts = Counts()
  /// Rows of all calls of this run, the unchanged ones too.
  private(set) var rows: Set<Int64> = []

  private let store: Store
  private let judge: CallJudge
  private let pool: AnalysisPool
  private let analysedAt: String
  private let repeatsAll: Bool
  private var batch: [Pending] = []
  /// Analysed, to be written while the next batch is analysed.
  private var analysed: [StoredCall] = []
  private var batchSize = 0
  private var seen: [String: Seen] = [:]

  private struct Pending {
    var call: Call
    var file: SourceFile
    var line: Int?
    var isNew: Bool
    var decision: OperatorDecision?
    var reasonNotToJudge: String?
  }

  private struct Seen {
    var file: SourceFile
    var line: Int?
    var contentHash: Int64
  }

  /// - Parameters:
  ///   - analysedAt: the time that is noted, ISO 8601.
  ///   - repeatsAll: unchanged calls are analysed again too.
  ///   - workers: how many threads analyse.
  public init(
    store: Store, judge: CallJudge, analysedAt: String, repeatsAll: Bool = false,
    workers: Int
  ) {
    self.store = store
    self.judge = judge
    self.repeatsAll = repeatsAll
    self.analysedAt = analysedAt
    pool = AnalysisPool(judge: judge, workers: workers)
  }

  /// Takes a call of `file`. Answers with what was refused: this call or others of its batch.
  public mutating func add(_ imported: ImportedCall, file: SourceFile) throws(StoreError)
    -> [Refusal]
  {
    var call = imported.call
    call.operatorConfidence = call.operatorConfidence ?? imported.decision?.confidence
    if imported.isNamedByFile { call.id = try freeID(for: call, path: file.path) }
    let hash = ContentHash.of(call)
    if let before = seen[call.id] {
      if before.contentHash == hash {
        counts.unchanged += 1
        return []
      }
      let place = before.line.map { "\(before.file.name), строка \($0)" } ?? before.file.name
      return [
        refusal(
          .duplicate,
          "другой звонок с id «\(call.id)» уже был в этом запуске: \(place)", imported, call, file
        )
      ]
    }
    let standard: CallJudge.Standard
    do {
      standard = try judge.standard(call)
    } catch {
      return [refusal(.unknownStandard, "\(error)", imported, call, file)]
    }
    seen[call.id] = Seen(file: file, line: imported.line, contentHash: hash)
    let known = try store.known(id: call.id)
    if let known, !repeatsAll, known.contentHash == hash, known.standard == standard.id,
      known.standardVersion == standard.version, known.engine == judge.engine
    {
      counts.unchanged += 1
      rows.insert(known.rowID)
      return []
    }
    batch.append(
      Pending(
        call: call, file: file, line: imported.line, isNew: known == nil,
        decision: imported.decision, reasonNotToJudge: imported.reasonNotToJudge))
    batchSize += call.turns.reduce(0) { $0 + $1.text.utf8.count + 32 * ($1.words?.count ?? 0) }
    return batch.count >= 256 || batchSize >= 4 << 20 ? try analyseBatch() : []
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
    let pending = batch
    let ready = analysed
    batch = []
    batchSize = 0
    analysed = []
    let store = store
    let saved = Mutex<Result<[Int64], StoreError>>(.success([]))
    let results = pool.results(for: pending.map(\.call)) {
      let outcome = Result { () throws(StoreError) in try store.save(ready) }
      saved.withLock { $0 = outcome }
    }
    rows.formUnion(try saved.withLock { $0 }.get())
    var refusals: [Refusal] = []
    for (item, result) in zip(pending, results) {
      switch result {
      case .success(var analysis):
        if let reason = item.reasonNotToJudge { analysis.leaveOut(reason) }
        let origin = StoredCall.Origin(
          source: item.file.path, line: item.line, engine: judge.engine, analysedAt: analysedAt)
        analysed.append(
          StoredCall(
            call: item.call, analysis: analysis, origin: origin, decision: item.decision))
        if item.isNew { counts.new += 1 } else { counts.changed += 1 }
      case .failure(let error):
        let error = TranscriptError(
          .analysisFailed, "не анализируется: \(error)", line: item.line, callID: item.call.id)
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

  /// The id of a call that is named by its file: the name, unless another file of that name has
  /// taken it; then with as many folders before it as are needed.
  private func freeID(for call: Call, path: String) throws(StoreError) -> String {
    var id = call.id
    var folders = path.split(separator: "/").map(String.init).dropLast(1 + depth(of: call.id))
    let hash = ContentHash.of(call)
    while true {
      let owner = seen[id].map { ($0.file.path, $0.contentHash) }
      let kept = try store.known(id: id).map { ($0.source, $0.contentHash) }
      guard let (other, content) = owner ?? kept, other != path, content != hash,
        let folder = folders.popLast()
      else { return id }
      id = "\(folder)/\(id)"
    }
  }

  private func depth(of id: String) -> Int { id.count { $0 == "/" } }
}
