import Compliance
import Foundation
import RussianMorphology
import ServiceStandards

/// The standards of this installation, each compiled when it is first asked for.
struct StandardShelf {
  let library: StandardLibrary
  let morphology: RussianMorphology.Morphology
  private var analyzers: [String: CallAnalyzer] = [:]
  private var read: [String: ServiceStandard] = [:]
  /// What standards extend, compiled once for all of them.
  private var bases: [String: CompiledBase] = [:]

  init(library: StandardLibrary, morphology: RussianMorphology.Morphology) {
    self.library = library
    self.morphology = morphology
  }

  /// The analyzer of a standard.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func analyzer(_ id: String) throws(StandardError) -> CallAnalyzer {
    if let analyzer = analyzers[id] { return analyzer }
    let standard = try standard(id)
    let compiled = try CompiledStandard(
      standard, base: base(of: standard), morphology: morphology)
    let analyzer = CallAnalyzer(standard: compiled, morphology: morphology)
    analyzers[id] = analyzer
    return analyzer
  }

  /// A standard as it is written.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func standard(_ id: String) throws(StandardError) -> ServiceStandard {
    try library.standard(id, read: &read)
  }

  private mutating func base(of standard: ServiceStandard) throws(StandardError) -> CompiledBase {
    let root = standard.extends.flatMap { read[$0] } ?? standard
    if let base = bases[root.id] { return base }
    let base = try CompiledBase(root, morphology: morphology)
    bases[root.id] = base
    return base
  }
}
