import RussianText

extension Morphology {
  /// The base of a noun by the full rules, as a lemma with its reading.
  func fullBase(ofNoun reading: Reading, form: String) -> (lemma: String, reading: Reading)? {
    let lemma = lemma(of: reading, form: form)
    let folded = Folding.folded(lemma)
    for rule in FullDiminutiveRule.all {
      // Both have the same number of letters.
      guard (rule.ending.contains("ё") ? lemma : folded).hasSuffix(rule.ending),
        fits(rule, reading: reading, lemma: folded)
      else { continue }
      let stem = folded.dropLast(rule.ending.count)
      for ending in rule.bases {
        let candidate = String(stem + ending)
        guard candidate.count >= (rule.ending.count >= 4 ? 2 : 3),
          stem.count >= 2 || ending.count >= 2,
          let base = base(candidate, of: reading, rule: rule)
        else { continue }
        // After these letters -чик makes agents and tools: «грузчик», «перехватчик».
        if rule.ending == "чик", ending.isEmpty, "тдсз".contains(candidate.suffix(1)) { continue }
        return (candidate, base)
      }
    }
    return nil
  }

  private func fits(_ rule: FullDiminutiveRule, reading: Reading, lemma: String) -> Bool {
    switch rule.declension {
    case .masculine: !reading.grammemes.isDisjoint(with: [.masculine, .commonGender])
    case .feminine: lemma.hasSuffix("а")
    case .neuter: reading.grammemes.contains(.neuter) || lemma.hasSuffix("о")
    case .any: true
    }
  }

  /// The reading of `candidate` as a noun that `reading` may be made from.
  private func base(
    _ candidate: String, of reading: Reading, rule: FullDiminutiveRule
  ) -> Reading? {
    let key = LemmaKey(folded: candidate.utf8)
    let isAnimate = reading.grammemes.contains(.animate)
    // «морозец» yes, «атаманец» no.
    if rule.ending == "ец", isAnimate { return nil }
    switch rule.condition {
    case .none: break
    case .commonBase: guard dictionary.isCommonNoun(key) else { return nil }
    case .commonBaseIfAlive:
      guard !isAnimate || dictionary.isCommonNoun(key) else { return nil }
    case .alive: guard isAnimate else { return nil }
    case .noMass:
      guard dictionary.isCommonNoun(key) || !isPieceOfMass(candidate) else { return nil }
    }
    let genders = reading.grammemes.intersection(.genders)
    return readings(of: candidate).first {
      $0.source == .dictionary && $0.partOfSpeech == .noun && $0.lemma == key
        && $0.grammemes.contains(.nominative) && $0.grammemes.isDisjoint(with: Self.notBases)
        && (candidate.hasSuffix("о") || !$0.grammemes.contains(.indeclinable))
        && $0.grammemes.contains(.animate) == isAnimate
        && (rule.declension == .any || genders.isEmpty
          || !$0.grammemes.isDisjoint(with: genders.union(.commonGender)))
    }
  }

  /// Whether «соломина» is a piece of something: its stem is a noun by itself.
  private func isPieceOfMass(_ candidate: String) -> Bool {
    let stem = String(candidate.dropLast(3))
    return ["", "а", "я", "ь", "о"].contains { ending in
      let key = LemmaKey(folded: (stem + ending).utf8)
      return readings(of: stem + ending).contains {
        $0.source == .dictionary && $0.partOfSpeech == .noun && $0.lemma == key
          && $0.grammemes.contains(.nominative)
          && $0.grammemes.isDisjoint(with: Self.notBases.union(.indeclinable))
      }
    }
  }

  /// Names and mistakes are no bases.
  private static let notBases: Grammemes = [
    .firstName, .surname, .patronymic, .place, .organisation, .tradeMark, .abbreviation,
    .erroneous, .distorted,
  ]

  /// The base of an adverb by endings that the stricter rules leave alone.
  func fullBase(ofAdverb word: String) -> String? {
    for (ending, bases) in Self.fullAdverbs where word.hasSuffix(ending) {
      for base in bases {
        let candidate = String(word.dropLast(ending.count) + base)
        let found = readings(of: candidate).first {
          $0.source == .dictionary && Self.adverbial.contains($0.partOfSpeech)
        }
        if let found { return lemma(of: found, form: candidate) }
      }
    }
    return nil
  }

  private static let adverbial: Set<PartOfSpeech> = [
    .adverb, .predicative, .particle, .conjunction, .numeral,
  ]

  private static let fullAdverbs: [(ending: String, bases: [String])] = [
    ("лечко", ["леко"]), ("охонько", ["о"]), ("ехонько", ["о", "е"]), ("ошенько", ["о"]),
    ("ешенько", ["о", "е"]), ("онечко", ["о"]), ("енечко", ["о", "е"]),
    ("ожечко", ["ожко", "ого"]),
    ("гонько", ["гко", "го"]), ("зенько", ["зко"]), ("хонько", ["хо"]), ("хонечко", ["хо"]),
    ("тенько", ["тко"]), ("ненько", ["нко"]), ("денько", ["дко"]), ("енько", ["о", "е"]),
    ("онько", ["о"]), ("ечко", ["о", "ько"]), ("очко", ["ко", "о"]),
  ]
}
