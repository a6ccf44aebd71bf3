import RussianMorphology
import ServiceStandards

/// A word pattern ready for matching: which distinct forms it accepts.
struct WordMatcher: Sendable, Hashable {
  var text: Text
  var grammar: GrammarPattern?

  enum Text: Sendable, Hashable {
    /// Any reading with one of these lemmas, or exactly one of these forms.
    case lemmas(Set<LemmaKey>)
    case forms(Set<LemmaKey>)
    /// Words of a list: by lemma or by form.
    case list(lemmas: Set<LemmaKey>, forms: Set<LemmaKey>)
    case begins([UInt8])
    case ends([UInt8])
    case holds([UInt8])
    case any
  }

  /// A reading counts for grammar from this probability on; rarer ones are homonyms that nobody
  /// means («три» of «тереть»).
  private static let leastProbability: Float = 0.1

  /// Keys by which the matcher can be found without asking it; nil when it has to be asked.
  var keys: Set<LemmaKey>? {
    switch text {
    case .lemmas(let keys), .forms(let keys): keys
    case .list(let lemmas, let forms): lemmas.union(forms)
    case .begins, .ends, .holds, .any: nil
    }
  }

  /// - Parameter base: the base of a living diminutive: «заявочка» is a заявка to every phrase.
  func accepts(key: LemmaKey, base: LemmaKey?, folded: [UInt8], readings: [Reading]) -> Bool {
    switch text {
    case .lemmas(let keys): return acceptsLemma(keys, key, base, readings)
    case .list(let lemmas, let forms):
      return forms.contains(key) && acceptsGrammar(readings)
        || acceptsLemma(lemmas, key, base, readings)
    case .forms(let keys): return keys.contains(key) && acceptsGrammar(readings)
    case .begins(let letters):
      return folded.starts(with: letters) && acceptsGrammar(readings)
    case .ends(let letters):
      return folded.count >= letters.count && folded.suffix(letters.count).elementsEqual(letters)
        && acceptsGrammar(readings)
    case .holds(let letters): return Self.holds(folded, letters) && acceptsGrammar(readings)
    case .any: return acceptsGrammar(readings)
    }
  }

  private func acceptsLemma(
    _ keys: Set<LemmaKey>, _ key: LemmaKey, _ base: LemmaKey?, _ readings: [Reading]
  ) -> Bool {
    let isBase = base.map(keys.contains) ?? false
    guard let grammar else {
      return isBase || keys.contains(key) || readings.contains { keys.contains($0.lemma) }
    }
    let candidates = grammar.isBestOnly ? readings.prefix(1) : readings[...]
    return candidates.contains { (isBase || keys.contains($0.lemma)) && grammar.accepts($0) }
  }

  private func acceptsGrammar(_ readings: [Reading]) -> Bool {
    guard let grammar else { return true }
    if grammar.isBestOnly { return grammar.accepts(readings[0]) }
    return readings.contains {
      $0.probability >= Self.leastProbability && grammar.accepts($0)
    } || grammar.accepts(readings[0])
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count, !part.isEmpty else { return false }
    for start in 0...(bytes.count - part.count)
    where bytes[start..<(start + part.count)].elementsEqual(part) { return true }
    return false
  }
}
