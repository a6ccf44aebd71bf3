public import RussianMorphology
public import ServiceStandards
import Transcripts

/// Looks for wordings that a standard offers instead of what it forbids, and forbids themselves.
public struct WordingConflicts: Sendable {
  private let analyzer: CallAnalyzer

  public init(standard: CompiledStandard, morphology: Morphology) {
    analyzer = CallAnalyzer(standard: standard, morphology: morphology)
  }

  /// A remark for every wording that a rule of the standard's own file offers and in which the
  /// standard finds an offence. The shared rules follow the sources, whose tables also hold advice.
  ///
  /// - Parameter standard: the standard as read, with the texts of its rules.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var cache = WordCache()
    let own = standard.rules.filter { $0.place.file == "standards/\(standard.id).yaml" }
    return own.flatMap { rule in
      rule.say.compactMap { say in
        let call = Call(id: "say", turns: [Turn(speaker: .operator, text: say)])
        guard let finding = analyzer.analyze(call, cache: &cache).findings.first else { return nil }
        return StandardLinter.Remark(
          message: """
            правило «\(rule.id)» предлагает сказать «\(say)», но «\(finding.quote)» само под \
            запретом: \(finding.category.title) (\(finding.clause))
            """,
          place: rule.place, isError: false)
      }
    }
  }
}
