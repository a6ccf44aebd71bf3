import RussianMorphology
import RussianText
import ServiceStandards

/// Finds out which word matchers accept a form, by its lemmas and its letters.
struct WordAcceptance: Sendable {
  /// What each word matcher asks of a reading.
  private var grammars: [GrammarPattern?] = []
  /// Matchers by the lemmas and by the forms they accept, and those that have to be asked.
  private var matchersByLemma = MatcherIndex()
  private var matchersByForm = MatcherIndex()
  private var askedMatchers: [(index: Int32, matcher: WordMatcher)] = []

  init(_ matchers: [WordMatcher]) {
    grammars = matchers.map(\.grammar)
    var lemmas: [(key: LemmaKey, matcher: Int32)] = []
    var forms: [(key: LemmaKey, matcher: Int32)] = []
    for (index, matcher) in matchers.enumerated() {
      switch matcher.text {
      case .list(let ownLemmas, let ownForms):
        lemmas += ownLemmas.map { ($0, Int32(index)) }
        forms += ownForms.map { ($0, Int32(index)) }
      case .lemmas(let own): lemmas += own.map { ($0, Int32(index)) }
      case .forms(let own): forms += own.map { ($0, Int32(index)) }
      case .begins, .ends, .holds, .any: askedMatchers.append((Int32(index), matcher))
      }
    }
    matchersByLemma = MatcherIndex(lemmas)
    matchersByForm = MatcherIndex(forms)
  }

  /// Calls `accept` with every matcher that accepts a form; with some more than once.
  func forEachMatcher(of info: WordInfo, _ accept: (Int32) -> Void) {
    let readings = info.readings
    for (rank, reading) in readings.enumerated() {
      for index in matchersByLemma.matchers(of: reading.lemma) {
        guard let grammar = grammars[Int(index)] else {
          accept(index)
          continue
        }
        if rank == 0 || !grammar.isBestOnly, grammar.accepts(reading) { accept(index) }
      }
    }
    // A phrase's own spelling, and the base behind a diminutive («заявочка» is a заявка).
    for index in matchersByLemma.matchers(of: info.key) where grammars[Int(index)] == nil {
      accept(index)
    }
    if let base = info.diminutive.map({ Self.key($0.baseLemma) }) {
      for index in matchersByLemma.matchers(of: base) {
        let grammar = grammars[Int(index)]
        let candidates = grammar?.isBestOnly == true ? readings.prefix(1) : readings[...]
        if grammar.map({ candidates.contains(where: $0.accepts) }) ?? true { accept(index) }
      }
    }
    for index in matchersByForm.matchers(of: info.key)
    where WordMatcher.accepts(grammars[Int(index)], readings) {
      accept(index)
    }
    for (index, matcher) in askedMatchers
    where matcher.accepts(folded: info.folded, readings: readings) {
      accept(index)
    }
  }

  private static func key(_ lemma: String) -> LemmaKey {
    LemmaKey(folded: Array(Folding.folded(lemma).utf8))
  }
}
