import RussianText

extension Morphology {
  /// `word`, given in any form, in the very form that fits where a word read as `place` stood:
  /// case and number, gender of what agrees, person, tense, mood and aspect are kept.
  ///
  ///     morphology.substitute("квитанция", for: reading)  // «квитанциями» for «платёжками»
  ///
  /// `nil` when no reading of `word` has such a form: a wrong form is worse than none. A noun in
  /// the singular has to be of the same gender, since the words around it agree with it; beside a
  /// word that is only guessed, also in the plural, since number is a guess there.
  public func substitute(_ word: String, for place: Reading) -> String? {
    let lower = Folding.lowercased(word)
    for reading in readings(of: word) {
      guard let bytes = substituted(lower.span, reading: reading, for: place) else { continue }
      return Capitalization(of: word).applied(to: String(decoding: bytes, as: UTF8.self))
    }
    return nil
  }

  private func substituted(
    _ form: Span<UInt8>, reading: Reading, for place: Reading
  ) -> [UInt8]? {
    guard reading.partOfSpeech.isInflected == place.partOfSpeech.isInflected,
      reading.partOfSpeech.family == place.partOfSpeech.family
    else { return nil }
    guard reading.partOfSpeech.isInflected else {
      // What has no forms fits as it is: an adverb for an adverb.
      return array(form, 0..<form.count)
    }
    let aspects: Grammemes = [.perfective, .imperfective]
    let aspect = place.grammemes.intersection(aspects)
    if !aspect.isEmpty, reading.grammemes.isDisjoint(with: aspect),
      !reading.grammemes.isDisjoint(with: aspects)
    {
      return nil
    }
    var wanted = place.grammemes.intersection(.inflectional)
    if let plain = wanted.intersection(.cases).agreeing {
      wanted = wanted.subtracting(.cases).union(plain)
    }
    if [.noun, .pronoun, .numeral].contains(reading.partOfSpeech) {
      if wanted.contains(.plural), place.source == .dictionary { wanted.subtract(.genders) }
      wanted.subtract([.animate, .inanimate])
      guard agrees(reading.grammemes, withGenderOf: wanted) else { return nil }
    }
    return inflected(form, reading: reading, to: wanted, as: place.partOfSpeech)
  }

  private func agrees(_ grammemes: Grammemes, withGenderOf wanted: Grammemes) -> Bool {
    let gender = wanted.intersection(.genders)
    return gender.isEmpty || grammemes.contains(gender)
  }
}

extension Grammemes {
  /// What inflection keeps when one word is put in place of another.
  static let inflectional: Self =
    cases.union(numbers).union(persons).union(tenses).union(moods).union(genders)
    .union([.animate, .inanimate, .active, .passive])
}

extension PartOfSpeech {
  /// Whether words of this kind have forms.
  public var isInflected: Bool {
    switch self {
    case .noun, .adjective, .shortAdjective, .comparative, .verb, .infinitive, .participle,
      .shortParticiple, .gerund, .numeral, .pronoun:
      true
    default: false
    }
  }

  /// Parts of speech whose words are forms of one word share a number.
  fileprivate var family: Int {
    switch self {
    case .verb, .infinitive, .participle, .shortParticiple, .gerund: 1
    case .adjective, .shortAdjective, .comparative: 2
    default: 10 + Int(rawValue)
    }
  }
}
