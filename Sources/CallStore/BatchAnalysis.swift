internal import Dispatch
internal import Synchronization
internal import Transcripts

/// Analyses the calls of a batch on several threads at once.
struct BatchAnalysis: Sendable {
  /// A call that waits.
  struct Item: Sendable {
    var call: Call
    var source: String
    var line: Int?
    var isNew: Bool
  }

  typealias Outcome = Result<StoredCall, ScoringRun.Refusal>

  private let engine: String
  private let analysedAt: String
  private let workers: [CallJudge.Worker]

  init(judge: CallJudge, analysedAt: String, workers: Int) {
    engine = judge.engine
    self.analysedAt = analysedAt
    self.workers = (0..<max(1, workers)).map { _ in judge.makeWorker() }
  }

  /// An outcome for each item, in their order.
  func results(for items: [Item]) -> [Outcome] {
    let results = Mutex<[Int: Outcome]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: workers.count) { index in
      var done: [Int: Outcome] = [:]
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < items.count else { break }
        done[position] = analyse(items[position], with: workers[index])
      }
      results.withLock { all in all.merge(done) { first, _ in first } }
    }
    return results.withLock { all in items.indices.compactMap { all[$0] } }
  }

  private func analyse(_ item: Item, with worker: CallJudge.Worker) -> Outcome {
    do {
      let origin = StoredCall.Origin(
        source: item.source, line: item.line, engine: engine, analysedAt: analysedAt)
      return .success(
        StoredCall(call: item.call, analysis: try worker(item.call), origin: origin))
    } catch {
      return .failure(
        ScoringRun.Refusal(
          source: item.source,
          error: TranscriptError(
            .invalidValue, "не анализируется: \(error)", line: item.line, callID: item.call.id)))
    }
  }
}
