import RussianText

extension Morphology {
  /// Lemma and part of speech of a reading as Universal Dependencies' Russian treebanks have them.
  public func universal(
    _ reading: Reading, form: String
  ) -> (lemma: String, partOfSpeech: UniversalPartOfSpeech) {
    let lemma = lemma(of: reading, form: form)
    let partOfSpeech = UniversalPartOfSpeech(reading, lemma: Folding.folded(lemma))
    if partOfSpeech == .properNoun {
      return (Capitalization(of: form).applied(to: lemma), partOfSpeech)
    }
    return (lemma, partOfSpeech)
  }
}
