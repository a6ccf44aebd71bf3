public import Compliance
internal import Dispatch
internal import Synchronization
public import Transcripts

/// Analyses many calls on several threads at once, and gives the answers in the order asked.
public struct AnalysisPool: Sendable {
  private let workers: [CallJudge.Worker]

  public init(judge: CallJudge, workers: Int) {
    self.workers = (0..<max(1, workers)).map { _ in judge.makeWorker() }
  }

  /// An analysis, or what went wrong with it, for each call; `other` is done on one more thread
  /// meanwhile.
  public func results(
    for calls: [Call], meanwhile other: @Sendable () -> Void = {}
  ) -> [Result<Analysis, any Error>] {
    let results = Mutex<[Int: Result<Analysis, any Error>]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(workers.count, calls.count) + 1) { iteration in
      if iteration == 0 { return other() }
      let index = iteration - 1
      var done: [Int: Result<Analysis, any Error>] = [:]
      while true {
        let position = next.add(1, ordering: .relaxed).oldValue
        guard position < calls.count else { break }
        done[position] = Result { try workers[index](calls[position]) }
      }
      results.withLock { all in all.merge(done) { first, _ in first } }
    }
    return results.withLock { all in calls.indices.compactMap { all[$0] } }
  }

  /// The same, while `write` writes what was analysed before; with the rows that it answers with.
  func analyse(
    _ calls: [Call], writing write: @Sendable () throws(StoreError) -> [Int64]
  ) throws(StoreError) -> (analyses: [Result<Analysis, any Error>], rows: [Int64]) {
    let saved = Mutex<Result<[Int64], StoreError>>(.success([]))
    let analyses = results(for: calls) {
      let outcome = Result { () throws(StoreError) in try write() }
      saved.withLock { $0 = outcome }
    }
    return (analyses, try saved.withLock { $0 }.get())
  }
}
