package import RussianMorphology
internal import RussianText

extension Morphology {
  /// Lemmas that a word of a phrase stands for: itself where it is a citation form, else those of
  /// its readings too.
  package func lemmas(ofPhraseWord word: String) -> Set<LemmaKey> {
    let own = LemmaKey(folded: Folding.folded(word).utf8)
    let readings = readings(of: word)
    if readings.contains(where: { $0.lemma == own }) { return [own] }
    // A colloquial spelling («щас») in a phrase means that spelling, not the standard word.
    return readings.filter { !$0.grammemes.contains(.colloquial) }
      .reduce(into: [own]) { $0.insert($1.lemma) }
  }
}
