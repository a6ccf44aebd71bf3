import RussianMorphology

extension Phrase: CustomStringConvertible {
  /// The phrase in its notation; parsing it gives the same phrase.
  public var description: String { root.printed(inSequence: false) }
}

extension PhraseNode {
  fileprivate func printed(inSequence: Bool) -> String {
    switch self {
    case .word(let word): return word.printed
    case .sequence(let parts):
      let text = parts.map { $0.printed(inSequence: true) }.joined(separator: " ")
      return inSequence ? "(\(text))" : text
    case .alternatives(let parts): return "(\(Self.joined(parts)))"
    case .optional(.alternatives(let parts)): return "[\(Self.joined(parts))]"
    case .optional(let part): return "[\(part.printed(inSequence: false))]"
    case .gap(let limit): return "*\(limit)"
    case .anyOrder(let parts, let gap):
      let text = parts.map { $0.printed(inSequence: true) }.joined(separator: " ")
      return gap == 0 ? "{\(text)}" : "{\(text)}*\(gap)"
    case .anchor(let anchor): return anchor.rawValue
    case .not(let part): return "!\(part.printed(inSequence: true))"
    case .found: return "_"
    case .marked(let part): return "«\(part.printed(inSequence: false))»"
    }
  }

  private static func joined(_ parts: [PhraseNode]) -> String {
    parts.map { $0.printed(inSequence: false) }.joined(separator: "|")
  }
}

extension WordPattern {
  fileprivate var printed: String {
    let grammarText = grammar?.printed ?? ""
    switch text {
    case .anyForm(let word): return word + grammarText
    case .exact(let word): return "=" + word + grammarText
    case .begins(let letters): return letters + "*" + grammarText
    case .ends(let letters): return "*" + letters + grammarText
    case .holds(let letters): return "*" + letters + "*" + grammarText
    case .list(let name): return "@" + name + grammarText
    case .any: return grammarText.isEmpty ? "<>" : grammarText
    }
  }
}

extension GrammarPattern {
  fileprivate var printed: String {
    var terms: [String] = []
    var parts = partsOfSpeech
    var excludedParts = excludedPartsOfSpeech
    // Terms of several parts of speech go first, or their parts would be printed one by one.
    let kinds = GrammarTerm.all.filter { !$0.partsOfSpeech.isEmpty }
    for term in kinds.filter({ $0.partsOfSpeech.count > 1 }) + kinds {
      if !parts.isEmpty, term.partsOfSpeech.isSubset(of: parts) {
        terms.append(term.names[0])
        parts.subtract(term.partsOfSpeech)
      }
      if !excludedParts.isEmpty, term.partsOfSpeech.isSubset(of: excludedParts) {
        terms.append("-" + term.names[0])
        excludedParts.subtract(term.partsOfSpeech)
      }
    }
    for term in GrammarTerm.all where !term.grammemes.isEmpty {
      if required.isSuperset(of: term.grammemes) { terms.append(term.names[0]) }
      if excluded.isSuperset(of: term.grammemes) { terms.append("-" + term.names[0]) }
    }
    return "<\(isBestOnly ? "=" : "")\(terms.joined(separator: " "))>"
  }
}
