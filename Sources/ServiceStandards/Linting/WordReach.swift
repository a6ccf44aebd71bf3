import RussianMorphology

/// Whether any word of the language fits a place of a phrase.
struct WordReach {
  private let morphology: Morphology
  private var known: [WordPattern: String] = [:]

  init(morphology: Morphology) { self.morphology = morphology }

  /// Why no word can stand there, in Russian, or nil. Words without grammar fit at least
  /// themselves, however misspelt; a list with grammar is asked entry by entry by the caller.
  mutating func obstacle(_ pattern: WordPattern) -> String? {
    if let reason = known[pattern] { return reason.isEmpty ? nil : reason }
    let reason = findObstacle(pattern)
    known[pattern] = reason ?? ""
    return reason
  }

  private func findObstacle(_ pattern: WordPattern) -> String? {
    switch pattern.text {
    case .exact(let word):
      guard let grammar = pattern.grammar else { return nil }
      return grammar.accepts(anyOf: morphology.readings(of: word))
        ? nil : "у слова «\(word)» нет такого разбора: \(Phrase(root: .word(pattern)))"
    case .anyForm(let word):
      guard let grammar = pattern.grammar else { return nil }
      return hasForm(of: word, grammar)
        ? nil : "у слова «\(word)» нет такой формы: \(Phrase(root: .word(pattern)))"
    case .any:
      guard let grammar = pattern.grammar, grammar.contradictsItself else { return nil }
      return "признаки исключают друг друга: \(Phrase(root: .word(pattern)))"
    case .begins, .ends, .holds, .list: return nil
    }
  }

  private func hasForm(of word: String, _ grammar: GrammarPattern) -> Bool {
    let lemmas = morphology.lemmas(ofPhraseWord: word)
    var tried: Set<String> = []
    for reading in morphology.readings(of: word) where lemmas.contains(reading.lemma) {
      for form in morphology.paradigm(of: reading, form: word).forms
      where tried.insert(form.text).inserted {
        let fitting = morphology.readings(of: form.text).enumerated().contains {
          ($0.offset == 0 || !grammar.isBestOnly) && lemmas.contains($0.element.lemma)
            && grammar.accepts($0.element)
        }
        if fitting { return true }
      }
    }
    return false
  }
}

extension GrammarPattern {
  /// Grammemes of which a reading has one at most.
  private static let kinds: [[Grammemes]] = [
    [.nominative, .genitive, .dative, .accusative, .instrumental, .prepositional],
    [.singular, .plural], [.masculine, .feminine, .neuter], [.perfective, .imperfective],
    [.firstPerson, .secondPerson, .thirdPerson], [.present, .past, .future],
    [.indicative, .imperative],
  ]

  /// Whether no reading at all can be accepted.
  fileprivate var contradictsItself: Bool {
    if !required.isDisjoint(with: excluded) { return true }
    if !partsOfSpeech.isEmpty, partsOfSpeech.isSubset(of: excludedPartsOfSpeech) { return true }
    return Self.kinds.contains { kind in kind.count { required.isSuperset(of: $0) } > 1 }
  }
}
