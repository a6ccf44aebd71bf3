import RussianMorphology
import ServiceStandards

/// Russian puts the subject after the verb as readily as before it: a phrase «вы забыли» is also
/// said «забыли вы». This gives a phrase that opens with a pronoun its other order.
struct SubjectInversion {
  private let morphology: Morphology
  private let lists: [String: [StandardPhrase]]

  init(morphology: Morphology, lists: [String: [StandardPhrase]]) {
    self.morphology = morphology
    self.lists = lists
  }

  /// The phrase in both orders, or as it is when it has only one.
  func bothOrders(_ phrase: Phrase) -> Phrase {
    guard case .sequence(let parts) = phrase.root, let first = parts.first, isSubject(first),
      let verb = parts.indices.dropFirst().first(where: { !isBetween(parts[$0]) }),
      isVerb(parts[verb])
    else { return phrase }
    // A gap before the verb has nothing to stand between any more.
    let predicate = parts[1...verb].drop(while: isGap)
    let inverted = [.anchor(.unnegated)] + predicate + [first] + parts[(verb + 1)...]
    return Phrase(root: .alternatives([phrase.root, .sequence(inverted)]))
  }

  /// A personal pronoun in the nominative, perhaps with words of its own («вы сами»).
  private func isSubject(_ node: PhraseNode) -> Bool {
    switch node {
    case .word(let pattern):
      guard let word = Self.word(of: pattern) else { return false }
      return morphology.readings(of: word).contains {
        $0.partOfSpeech == .pronoun && $0.grammemes.contains(.nominative)
          && !$0.grammemes.isDisjoint(with: [.firstPerson, .secondPerson])
      }
    case .alternatives(let parts): return parts.contains(where: isSubject)
    case .sequence(let parts): return parts.first.map(isSubject) ?? false
    default: return false
    }
  }

  /// A stretch of arbitrary words, be it a list of them («@без-не-3»).
  private func isGap(_ node: PhraseNode) -> Bool {
    switch node {
    case .gap, .not: return true
    case .sequence(let parts): return parts.allSatisfy(isGap)
    case .word(let pattern):
      guard case .list(let name) = pattern.text, let entries = lists[name] else { return false }
      return entries.allSatisfy { isGap($0.phrase.root) }
    default: return false
    }
  }

  /// What may stand between subject and verb and goes with the verb: gaps, optional words, «не».
  private func isBetween(_ node: PhraseNode) -> Bool {
    switch node {
    case .optional: return true
    case .word(let pattern):
      if isGap(node) { return true }
      guard let word = Self.word(of: pattern) else { return false }
      return morphology.readings(of: word).allSatisfy {
        $0.partOfSpeech == .particle || $0.partOfSpeech == .conjunction
      }
    case .gap, .not: return true
    default: return false
    }
  }

  private func isVerb(_ node: PhraseNode) -> Bool {
    switch node {
    case .word(let pattern):
      if let grammar = pattern.grammar {
        if grammar.required.contains(.imperative) { return false }
        if grammar.partsOfSpeech.contains(.verb) || grammar.required.contains(.past) { return true }
      }
      if case .list(let name) = pattern.text {
        let entries = lists[name] ?? []
        return entries.count { isVerb($0.phrase.root) } * 2 > entries.count
      }
      guard let word = Self.word(of: pattern) else { return false }
      let part = morphology.readings(of: word).first?.partOfSpeech
      return part == .verb || part == .infinitive
    case .alternatives(let parts): return parts.count(where: isVerb) * 2 > parts.count
    case .sequence(let parts): return parts.first.map(isVerb) ?? false
    default: return false
    }
  }

  private static func word(of pattern: WordPattern) -> String? {
    switch pattern.text {
    case .anyForm(let word), .exact(let word): word
    default: nil
    }
  }
}
