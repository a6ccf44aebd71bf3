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
    let shelf = SharedShelf(StandardShelf(library: try library(), morphology: morphology))
    let fallback = fallback ?? "general"
    _ = try shelf.analyzer(fallback)
    return CallJudge(
      engine: "\(Kamerton.release) \(try dictionaryVersion())",
      standard: { call in
        let standard = try shelf.analyzer(call.standard ?? fallback).compiled.standard
        return CallJudge.Standard(id: standard.id, version: standard.version)
      },
      makeWorker: {
        let caches = WorkerCaches()
        return { call in
          let id = call.standard ?? fallback
          let analyzer = try shelf.analyzer(id)
          return caches.withCache(of: id) { cache in analyzer.analyze(call, cache: &cache) }
        }
      })
  }
}

/// The shelf of standards, for several threads.
private final class SharedShelf: Sendable {
  private let shelf: Mutex<StandardShelf>

  init(_ shelf: StandardShelf) {
    self.shelf = Mutex(shelf)
  }

  func analyzer(_ id: String) throws(StandardError) -> CallAnalyzer {
    try shelf.withLock { shelf throws(StandardError) in try shelf.analyzer(id) }
  }
}

/// What one thread has learnt of words, under each standard.
private final class WorkerCaches: Sendable {
  private let caches = Mutex<[String: WordCache]>([:])

  func withCache(of id: String, _ body: (inout WordCache) -> Analysis) -> Analysis {
    caches.withLock { caches in body(&caches[id, default: WordCache()]) }
  }
}
