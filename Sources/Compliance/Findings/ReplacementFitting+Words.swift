import RussianMorphology
import ServiceStandards

/// Single words in their place.
extension ReplacementFitting {
  /// The base of a diminutive in the case that the words before it ask for, where its own form does
  /// not tell: «в этом отделеньице» → «отделении», «в прошлом годике» → «году». Nil where they do not
  /// tell either.
  func base(_ text: String, at index: Int, cache: borrowing WordCache) -> String? {
    let places = PlaceReadings(turn: turn)
    guard let lemma = info(index, cache).diminutive?.baseLemma,
      let preposition = places.preposition(of: index, cache: cache)
    else { return text }
    if preposition.cases.contains(.secondPrepositional),
      Prepositions.takesSecondCase(lemma, after: preposition.text),
      let first = places.readings(at: index, cache: cache).first,
      first.grammemes.isSuperset(of: [.prepositional, .singular])
    {
      return inflected(lemma, to: [.secondPrepositional, .singular])
    }
    let folded = info(index, cache).folded
    if folded.ends(in: Self.person), let genitive = genitive(of: lemma),
      preposition.cases == .genitive
    {
      return genitive
    }
    guard preposition.cases.contains(.prepositional), folded.ends(in: Self.neuter) else {
      return text
    }
    var cases = preposition.cases.intersection([.accusative, .prepositional])
    if let attribute = places.attributeCases(of: index, cache: cache) {
      cases.formIntersection(attribute)
    }
    switch cases {
    case .accusative: return text
    case .prepositional: return inflected(lemma, to: [.prepositional, .singular])
    default: return nil
    }
  }

  /// Whether `form` is an imperative as it is said to a client, in the aspect of `verb`: «не
  /// шарьтесь» is no «не поищите».
  func isImperative(_ form: String, like verb: String) -> Bool {
    let aspects: Grammemes = [.perfective, .imperfective]
    let own = morphology.readings(of: verb).reduce(into: Grammemes()) {
      $0.formUnion($1.grammemes.intersection(aspects))
    }
    return morphology.readings(of: form).contains {
      $0.grammemes.isSuperset(of: [.imperative, .plural])
        && (own.isEmpty || !$0.grammemes.isDisjoint(with: own))
    }
  }

  /// Neuters in -ье are the same in three cases.
  private static let neuter = Array("ьице".utf8)
  /// «Менеджерочка» is a woman, «у менеджерочка» is of a man.
  private static let person = Array("очка".utf8)

  /// The genitive of a person.
  private func genitive(of lemma: String) -> String? {
    let isAlive = morphology.readings(of: lemma).contains {
      $0.partOfSpeech == .noun && $0.grammemes.isSuperset(of: [.nominative, .animate])
    }
    return isAlive ? inflected(lemma, to: [.genitive, .singular]) : nil
  }

  private func inflected(_ lemma: String, to wanted: Grammemes) -> String? {
    let noun = morphology.readings(of: lemma).first {
      $0.partOfSpeech == .noun && $0.grammemes.contains(.nominative)
    }
    return noun.flatMap { morphology.inflect(lemma, reading: $0, to: wanted) }
  }
}

extension [UInt8] {
  fileprivate func ends(in ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}
