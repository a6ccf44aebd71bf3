/// Readings of words the dictionary does not have: a chain of small units, each looking at one
/// feature of the form. The first that finds anything ends the chain, save where noted.
extension Morphology {
  func predict(_ form: Span<UInt8>, isCapitalized: Bool, into result: inout [Reading]) {
    if form.count == 2, isCapitalized { appendInitial(form, into: &result) }
    if appendShape(form, isCapitalized: isCapitalized, into: &result)
      || appendWithoutParticle(form, into: &result)
      || appendAdverbWithPo(form, into: &result)
      || appendHyphenated(form, isCapitalized: isCapitalized, into: &result)
      || appendWithKnownPrefix(form, into: &result)
    {
      normalise(&result, isCapitalized: isCapitalized)
      return
    }
    // A short unknown prefix and the ending both have their say.
    appendWithUnknownPrefix(form, into: &result)
    appendByEnding(form, into: &result)
    if result.isEmpty { append(shape: .unknown, form, into: &result) }
    normalise(&result, isCapitalized: isCapitalized)
  }

  /// Appends a reading whose lemma is the form itself.
  func append(
    shape partOfSpeech: PartOfSpeech, _ form: Span<UInt8>, grammemes: Grammemes = [],
    probability: Float = 1, into result: inout [Reading]
  ) {
    var hasher = LemmaHasher()
    hasher.add(form, 0..<form.count)
    result.append(
      Reading(
        partOfSpeech: partOfSpeech, grammemes: grammemes, lemma: hasher.key,
        probability: probability, source: .shape))
  }

  /// Sorts predictions and makes them sum to one. A capital letter speaks for a name.
  private func normalise(_ result: inout [Reading], isCapitalized: Bool) {
    let names: Grammemes = [.firstName, .surname, .patronymic, .place, .organisation, .tradeMark]
    var total: Float = 0
    for index in result.indices {
      if !result[index].grammemes.isDisjoint(with: names) {
        result[index].probability *= isCapitalized ? 3 : 0.3
      }
      total += result[index].probability
    }
    guard total > 0 else { return }
    // Insertion sort: stable, and the lists are short.
    for index in result.indices.dropFirst() {
      var place = index
      while place > 0, result[place].probability > result[place - 1].probability {
        result.swapAt(place, place - 1)
        place -= 1
      }
    }
    removeRepeated(&result)
    total = result.reduce(0) { $0 + $1.probability }
    for index in result.indices { result[index].probability /= total }
  }

  /// A prefix and an ending may lead to the same word: the likelier reading stays.
  private func removeRepeated(_ result: inout [Reading]) {
    var kept = 0
    for index in result.indices {
      let reading = result[index]
      let isRepeated = result[..<kept].contains {
        $0.lemma == reading.lemma && $0.partOfSpeech == reading.partOfSpeech
          && $0.grammemes == reading.grammemes && slot(of: $0)?.tag == slot(of: reading)?.tag
      }
      guard !isRepeated else { continue }
      result[kept] = reading
      kept += 1
    }
    result.removeSubrange(kept...)
  }

  /// Whether words of this kind arise anew, so that a prediction may propose it.
  func isProductive(_ partOfSpeech: PartOfSpeech, _ grammemes: Grammemes) -> Bool {
    switch partOfSpeech {
    case .numeral, .pronoun, .predicative, .preposition, .conjunction, .particle, .interjection:
      false
    default: !grammemes.contains(.pronominal)
    }
  }
}
