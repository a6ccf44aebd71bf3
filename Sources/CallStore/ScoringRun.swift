public import Transcripts

/// One run of `kamerton score`: takes calls as they are read, analyses those that are new or
/// changed, and keeps them, a batch in one transaction. A run that is cut off loses at most the
/// batch it was at.
public struct ScoringRun {
  /// A call that was refused, and why.
  public struct Refusal: Sendable, Hashable {
    public var source: String
    public var error: TranscriptError
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
  private let analysis: BatchAnalysis
  private let repeatsAll: Bool
  private var batch: [BatchAnalysis.Item] = []
  private var batchSize = 0
  private var seen: [String: Seen] = [:]

  private struct Seen {
    var source: String
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
    analysis = BatchAnalysis(judge: judge, analysedAt: analysedAt, workers: workers)
  }

  /// Takes a call of `source`. Answers with what was refused: this call or others of its batch.
  public mutating func add(_ imported: ImportedCall, source: String) throws(StoreError)
    -> [Refusal]
  {
    var call = imported.call
    if imported.isNamedByFile { call.id = try freeID(for: call, source: source) }
    let hash = ContentHash.of(call)
    if let before = seen[call.id] {
      if before.contentHash == hash {
        counts.unchanged += 1
        return []
      }
      let place = before.line.map { "\(before.source), строка \($0)" } ?? before.source
      return [
        refusal(
          "другой звонок с id «\(call.id)» уже был в этом запуске: \(place)", imported, call, source
        )
      ]
    }
    let standard: CallJudge.Standard
    do {
      standard = try judge.standard(call)
    } catch {
      return [refusal("\(error)", imported, call, source, key: "standard")]
    }
    seen[call.id] = Seen(source: source, line: imported.line, contentHash: hash)
    let known = try store.known(id: call.id)
    if let known, !repeatsAll, known.contentHash == hash, known.standard == standard.id,
      known.standardVersion == standard.version, known.engine == judge.engine
    {
      counts.unchanged += 1
      rows.insert(known.rowID)
      return []
    }
    batch.append(
      BatchAnalysis.Item(call: call, source: source, line: imported.line, isNew: known == nil))
    batchSize += call.turns.reduce(0) { $0 + $1.text.utf8.count + 32 * ($1.words?.count ?? 0) }
    return batch.count >= 256 || batchSize >= 4 << 20 ? try flush() : []
  }

  /// Analyses and keeps what is waiting. To be called at the end, too.
  public mutating func flush() throws(StoreError) -> [Refusal] {
    let pending = batch
    batch = []
    batchSize = 0
    var refusals: [Refusal] = []
    var stored: [StoredCall] = []
    for (item, result) in zip(pending, analysis.results(for: pending)) {
      switch result {
      case .success(let call):
        stored.append(call)
        if item.isNew { counts.new += 1 } else { counts.changed += 1 }
      case .failure(let refusal): refusals.append(refusal)
      }
    }
    rows.formUnion(try store.save(stored))
    return refusals
  }

  private func refusal(
    _ message: String, _ imported: ImportedCall, _ call: Call, _ source: String, key: String = "id"
  ) -> Refusal {
    Refusal(
      source: source,
      error: TranscriptError(
        .invalidValue, message, line: imported.line, key: key, callID: call.id))
  }

  /// The id of a call that is named by its file: the name, unless another file of that name has
  /// taken it; then with as many folders before it as are needed.
  private func freeID(for call: Call, source: String) throws(StoreError) -> String {
    var id = call.id
    var folders = source.split(separator: "/").map(String.init).dropLast(1 + depth(of: call.id))
    let hash = ContentHash.of(call)
    while true {
      let owner = seen[id].map { ($0.source, $0.contentHash) }
      let kept = try store.known(id: id).map { ($0.source, $0.contentHash) }
      guard let (file, content) = owner ?? kept, file != source, content != hash,
        let folder = folders.popLast()
      else { return id }
      id = "\(folder)/\(id)"
    }
  }

  private func depth(of id: String) -> Int { id.count { $0 == "/" } }
}

extension ScoringRun.Refusal: Error {}
