public import RussianMorphology

/// Finds phrases of a standard's own file that are written otherwise and find the same: «серванта»
/// beside «сервант».
public struct RepeatedPhrases: Sendable {
  private let morphology: Morphology

  public init(morphology: Morphology) { self.morphology = morphology }

  /// A remark for every such phrase; what is written alike, `StandardLinter` remarks on.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var seen: [Key: StandardPhrase] = [:]
    var remarks: [StandardLinter.Remark] = []
    for rule in standard.rules where rule.place.file == "standards/\(standard.id).yaml" {
      for phrase in rule.phrases {
        let written = phrase.phrase.phrase
        let key = Key(
          phrase: Phrase(root: normal(written.root)),
          circumstances: phrase.circumstances.description, category: rule.category,
          isReview: phrase.isReview, speaker: phrase.speaker ?? rule.speaker)
        guard let first = seen[key] else {
          seen[key] = phrase.phrase
          continue
        }
        guard first.phrase != written else { continue }
        remarks.append(
          StandardLinter.Remark(
            message: """
              фраза «\(phrase.phrase.text)» находит то же, что «\(first.text)» в \(first.place)
              """,
            place: phrase.phrase.place, isError: false))
      }
    }
    return remarks
  }

  /// What makes two phrases the same.
  private struct Key: Hashable {
    var phrase: Phrase
    var circumstances: String
    var category: Category
    var isReview: Bool
    var speaker: FindingRule.Scope
  }

  /// The same part with words of any form in their dictionary form.
  private func normal(_ node: PhraseNode) -> PhraseNode {
    switch node {
    case .word(var word):
      if case .anyForm(let text) = word.text {
        word.text = .anyForm(morphology.lemma(of: morphology.readings(of: text)[0], form: text))
      }
      return .word(word)
    case .sequence(let parts): return .sequence(parts.map(normal))
    case .alternatives(let parts): return .alternatives(parts.map(normal))
    case .anyOrder(let parts, let gap): return .anyOrder(parts.map(normal), gap: gap)
    case .optional(let part): return .optional(normal(part))
    case .not(let part): return .not(normal(part))
    case .marked(let part): return .marked(normal(part))
    case .gap, .anchor, .found: return node
    }
  }
}
