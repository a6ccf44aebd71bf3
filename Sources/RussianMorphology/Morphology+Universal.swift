import RussianText

extension Morphology {
  /// Lemma and part of speech of a reading as Universal Dependencies' Russian treebanks have them.
  public func universal(
    _ reading: Reading, form: String
  ) -> (lemma: String, partOfSpeech: UniversalPartOfSpeech) {
    let lemma = lemma(of: reading, form: form)
    let partOfSpeech = UniversalPartOfSpeech(reading)
    if reading.partOfSpeech == .preposition {
      return (String(decoding: Folding.lowercased(form), as: UTF8.self), partOfSpeech)
    }
    if partOfSpeech == .properNoun {
      return (Capitalization(of: form).applied(to: lemma), partOfSpeech)
    }
    return (lemma, partOfSpeech)
  }
}
