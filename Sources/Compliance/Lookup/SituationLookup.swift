public import RussianMorphology
import RussianText
public import ServiceStandards

/// Finds the scripts of a situation by the words a person describes it with.
public struct SituationLookup: Sendable {
  private let scripts: [SituationScript]
  private let morphology: Morphology
  private let tokenizer = Tokenizer()

  public init(standard: ServiceStandard, morphology: Morphology) {
    scripts = standard.scripts
    self.morphology = morphology
  }

  /// Situations that share words with the description, the closest first. Empty when none does.
  public func situations(for description: String) -> [SituationScript] {
    let asked = lemmas(of: description)
    let keywords = scripts.map { script in
      Set(script.keywords.flatMap { lemmas(of: $0) }.flatMap { $0 })
    }
    let titles = scripts.map { Set(lemmas(of: $0.title).flatMap { $0 }) }
    // A word that many situations share tells little of which is meant.
    let rarity = asked.map { word in
      let sharing = scripts.indices.count {
        !keywords[$0].isDisjoint(with: word) || !titles[$0].isDisjoint(with: word)
      }
      return sharing == 0 ? 0 : 1 / Double(sharing)
    }
    let ranked = scripts.indices.map { index in
      let weight = zip(asked, rarity).reduce(0.0) { sum, word in
        if !keywords[index].isDisjoint(with: word.0) { return sum + 2 * word.1 }
        return titles[index].isDisjoint(with: word.0) ? sum : sum + word.1
      }
      return (index: index, weight: weight)
    }
    return ranked.filter { $0.weight > 0 }
      .sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }
      .map { scripts[$0.index] }
  }

  /// Every situation, in the order of the standard.
  public var all: [SituationScript] { scripts }

  /// Candidate lemmas of every content word.
  private func lemmas(of text: String) -> [Set<LemmaKey>] {
    let tokens = tokenizer.tokenize(text)
    return tokens.tokens.compactMap { token in
      guard token.kind == .word else { return nil }
      let readings = morphology.readings(of: tokens.text(of: token))
      let isFunction = readings.allSatisfy {
        [.preposition, .conjunction, .particle, .pronoun].contains($0.partOfSpeech)
      }
      return isFunction ? nil : Set(readings.map(\.lemma))
    }
  }
}
