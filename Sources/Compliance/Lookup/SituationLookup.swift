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
    let ranked = scripts.enumerated().map { index, script in
      (index: index, script: script, weight: weight(of: script, asked: asked))
    }
    return ranked.filter { $0.weight > 0 }
      .sorted { ($0.weight, $1.index) > ($1.weight, $0.index) }
      .map(\.script)
  }

  /// Every situation, in the order of the standard.
  public var all: [SituationScript] { scripts }

  /// How many asked words a script answers; its keywords count double.
  private func weight(of script: SituationScript, asked: [Set<LemmaKey>]) -> Int {
    let keywords = Set(script.keywords.flatMap { lemmas(of: $0) }.flatMap { $0 })
    let title = Set(lemmas(of: script.title).flatMap { $0 })
    return asked.reduce(0) { sum, word in
      if !keywords.isDisjoint(with: word) { return sum + 2 }
      return title.isDisjoint(with: word) ? sum : sum + 1
    }
  }

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
