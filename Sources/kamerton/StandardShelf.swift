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

  init(library: StandardLibrary, morphology: RussianMorphology.Morphology) {
    self.library = library
    self.morphology = morphology
  }

  /// The analyzer of a standard.
  ///
  /// - Throws: `StandardError` for an unknown id or a mistake in the standard's files.
  mutating func analyzer(_ id: String) throws(StandardError) -> CallAnalyzer {
    if let analyzer = analyzers[id] { return analyzer }
    let standard = try library.standard(id, read: &read)
    let compiled = try CompiledStandard(standard, morphology: morphology)
    let analyzer = CallAnalyzer(standard: compiled, morphology: morphology)
    analyzers[id] = analyzer
    return analyzer
  }
}
