public import ServiceStandards
import Transcripts

/// Finds phrases of a company's own standard that forbid what the standard it extends forbids already
/// and add nothing: no replacement, no weight, no condition.
public struct KnownOffences: Sendable {
  private let analyzer: CallAnalyzer

  /// - Parameter base: the standard that the company's own extends.
  public init(base: CallAnalyzer) { analyzer = base }

  /// A remark for every such phrase.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    let file = "standards/\(standard.id).yaml"
    var cache = WordCache()
    var remarks: [StandardLinter.Remark] = []
    for rule in standard.rules
    where rule.place.file == file && rule.severity == .minor && rule.replacements.isEmpty
      && rule.say.isEmpty && rule.frequency == nil && rule.dependence == nil && !rule.isCertain
    {
      for phrase in rule.phrases
      where phrase.replacements?.isEmpty != false && !phrase.isReview && !phrase.isCertain
        && phrase.circumstances.placement.isEmpty
      {
        guard let text = phrase.phrase.phrase.spoken else { continue }
        let call = Call(id: "phrase", turns: [Turn(speaker: .operator, text: text)])
        let found = analyzer.analyze(call, cache: &cache).findings.first {
          $0.category == rule.category && $0.quote == text
        }
        guard let found else { continue }
        remarks.append(
          StandardLinter.Remark(
            message: """
              фразу «\(phrase.phrase.text)» уже находит основа (\(found.rule)); своё правило нужно, \
              если у него другая важность или замена
              """,
            place: phrase.phrase.place, isError: false))
      }
    }
    return remarks
  }
}
