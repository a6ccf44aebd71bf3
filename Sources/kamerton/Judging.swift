import CallStore
import Compliance
import RussianMorphology
import ServiceStandards
import Synchronization
import Transcripts

extension Installation {
  /// Who analyses calls: by the call's own standard, else by `fallback`, else by `general`.
  ///
  /// - Throws: `StandardError` when the standard that is fallen back to cannot be used.
  func judge(
    fallback: String?, morphology: RussianMorphology.Morphology
  ) throws -> CallJudge {
    let own = try shelf(morphology)
    let shelf = SharedShelf(own)
    let fallback = fallback ?? "general"
    _ = try shelf.analyzer(fallback)
    return CallJudge(
      engine: try wordsVersion(morphology) + own.modelMark,
      standard: { call in
        let standard = try shelf.analyzer(call.standard ?? fallback).compiled.standard
        return CallJudge.Standard(id: standard.id, version: standard.version)
      },
      makeWorker: {
        let worker = WorkerCache()
        return { call in
          let analyzer = try shelf.analyzer(call.standard ?? fallback)
          return worker.withCache { cache in analyzer.analyze(call, cache: &cache) }
        }
      })
  }
}

/// The shelf of standards, for several threads. A standard that failed once is not read again.
private final class SharedShelf: Sendable {
  private struct State {
    var shelf: StandardShelf
    var failures: [String: StandardError] = [:]
  }

  private let state: Mutex<State>

  init(_ shelf: StandardShelf) {
    state = Mutex(State(shelf: shelf))
  }

  func analyzer(_ id: String) throws(StandardError) -> CallAnalyzer {
    try state.withLock { state throws(StandardError) in
      if let failure = state.failures[id] { throw failure }
      do throws(StandardError) {
        return try state.shelf.analyzer(id)
      } catch {
        if state.failures.count < 1000 { state.failures[id] = error }
        throw error
      }
    }
  }
}

/// What one thread has learnt of words.
private final class WorkerCache: Sendable {
  private let cache = Mutex(WordCache())

  func withCache(_ body: (inout WordCache) -> Analysis) -> Analysis {
    cache.withLock { cache in body(&cache) }
  }
}
