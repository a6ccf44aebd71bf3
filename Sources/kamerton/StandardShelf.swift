import Compliance
import Foundation
import RussianMorphology
import ServiceStandards

/// The standards of this installation, each compiled when it is first asked for, or taken from
/// the cache of an earlier start.
struct StandardShelf {
  let library: StandardLibrary
  let morphology: RussianMorphology.Morphology
  private let models: SpeechModels
  private let cache: StandardCache?
  /// Whether whole calls are judged, and not phrases alone.
  private let judges: Bool
  private var analyzers: [String: CallAnalyzer] = [:]
  private var read: [String: ServiceStandard] = [:]
  /// What standards extend, compiled once for all of them.
  private var bases: [String: CompiledBase] = [:]

  /// - Parameter judges: false where nothing but phrases is asked: standards of an earlier start
  ///   are then read without what judges a whole call.
  init(
    library: StandardLibrary, morphology: RussianMorphology.Morphology,
    models: SpeechModels = SpeechModels(), cache: StandardCache? = nil, judges: Bool = true
  ) {
    self.judges = judges
    self.models = models
    self.library = library
    self.morphology = morphology
    self.cache = cache
  }

  /// Changes when something else may be heard than before.
  var modelMark: String { models.marks.map { " " + String($0, radix: 16) }.joined() }

  /// The analyzer of a standard.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func analyzer(_ id: String) throws(StandardError) -> CallAnalyzer {
    if let analyzer = analyzers[id] { return analyzer }
    let compiled: CompiledStandard
    if let kept = kept(id) {
      compiled = kept
    } else {
      let fresh = try self.compiled(id)
      compiled = fresh.standard
      keep(compiled, root: fresh.root, base: fresh.base)
    }
    let analyzer = CallAnalyzer(
      standard: compiled, morphology: morphology, models: models)
    analyzers[id] = analyzer
    return analyzer
  }

  /// A standard compiled from its files, with its texts and examples, and what it extends: whose
  /// rules are a company's own hangs on it.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func compiled(_ id: String) throws(StandardError)
    -> (standard: CompiledStandard, root: String, base: CompiledBase)
  {
    let standard = try standard(id)
    let root = standard.extends.flatMap { read[$0] } ?? standard
    let base = try base(root)
    return (
      try CompiledStandard(standard, base: base, morphology: morphology), root.id, base
    )
  }

  /// A standard as it is written.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func standard(_ id: String) throws(StandardError) -> ServiceStandard {
    try library.standard(id, read: &read)
  }

  private mutating func base(_ root: ServiceStandard) throws(StandardError) -> CompiledBase {
    if let base = bases[root.id] { return base }
    let base = try CompiledBase(root, morphology: morphology)
    bases[root.id] = base
    return base
  }

  // MARK: Earlier starts

  private mutating func kept(_ id: String) -> CompiledStandard? {
    guard var archive = cache?.reader(id), let name = try? archive.numbers(UInt8.self) else {
      return nil
    }
    let root = String(decoding: name, as: UTF8.self)
    guard let base = bases[root] ?? keptBase(root) else { return nil }
    bases[root] = base
    return try? CompiledStandard(
      from: &archive, base: base, by: JSONArchiveCoder(), judges: judges)
  }

  private func keptBase(_ root: String) -> CompiledBase? {
    guard var archive = cache?.reader("base-" + root) else { return nil }
    return try? CompiledBase(from: &archive, by: JSONArchiveCoder(), judges: judges)
  }

  private func keep(_ compiled: CompiledStandard, root: String, base: CompiledBase) {
    guard let cache else { return }
    var archive = NumberWriter()
    archive.write(Array(root.utf8))
    guard
      (try? compiled.write(to: &archive, base: base, by: JSONArchiveCoder())) != nil
    else { return }
    if cache.reader("base-" + root) == nil {
      var baseArchive = NumberWriter()
      guard (try? base.write(to: &baseArchive, by: JSONArchiveCoder())) != nil else { return }
      cache.keep(baseArchive.bytes, as: "base-" + root)
    }
    cache.keep(archive.bytes, as: compiled.standard.id)
  }
}
