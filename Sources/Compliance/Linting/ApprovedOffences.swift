public import RussianMorphology
public import ServiceStandards
import Transcripts

/// Finds phrases that a standard's own rules forbid and its own approved wordings allow wherever they
/// are said: such a phrase is never found.
public struct ApprovedOffences: Sendable {
  private let analyzer: CallAnalyzer

  /// - Parameter standard: the standard whose file is looked at.
  public init(standard: CompiledStandard, morphology: Morphology) {
    analyzer = CallAnalyzer(standard: standard, morphology: morphology)
  }

  /// A remark for every such phrase.
  ///
  /// - Parameter standard: the standard as read, with the texts of its phrases.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    let file = "standards/\(standard.id).yaml"
    let own = standard.approved.indices.filter { index in
      let wording = standard.approved[index]
      return wording.phrases.first?.place.file == file && wording.circumstances.description.isEmpty
    }
    guard !own.isEmpty else { return [] }
    var cache = WordCache()
    var remarks: [StandardLinter.Remark] = []
    for rule in standard.rules where rule.place.file == file && rule.category != .profanity {
      let excusing = own.filter { index in
        let categories = standard.approved[index].categories
        return categories.isEmpty || categories.contains(rule.category)
      }
      for phrase in rule.phrases {
        guard let text = phrase.phrase.phrase.spoken,
          let index = excusing.first(where: { covers($0, text, cache: &cache) })
        else { continue }
        let allowed = standard.approved[index].phrases
        remarks.append(
          StandardLinter.Remark(
            message: """
              фразу «\(phrase.phrase.text)» запрещает правило «\(rule.id)», а одобренная речь в \
              \(allowed[0].place) её разрешает: она никогда не сработает
              """,
            place: phrase.phrase.place, isError: false))
      }
    }
    return remarks
  }

  /// Whether an approved wording takes all words of a text that stands among others.
  private func covers(_ index: Int, _ text: String, cache: inout WordCache) -> Bool {
    let surrounded = "\(Self.other) \(text) \(Self.other)"
    let call = Call(id: "phrase", turns: [Turn(speaker: .operator, text: surrounded)])
    let analyzed = analyzer.read(call, cache: &cache)
    let matches = analyzer.compiled.matches(in: analyzed, cache: cache)
    let words = analyzed.turns[0].words.indices.dropFirst().dropLast()
    return matches.matches(of: analyzer.compiled.approved[index].set).contains {
      $0.match.whole.lowerBound <= words.startIndex && words.endIndex <= $0.match.whole.upperBound
    }
  }

  /// A word that no phrase hangs on.
  private static let other = "7"
}
