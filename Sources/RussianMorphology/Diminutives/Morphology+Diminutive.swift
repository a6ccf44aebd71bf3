import RussianText

/// What a diminutive was made from.
public struct DiminutiveBase: Sendable, Hashable {
  /// The base in the same case, number and gender as the diminutive, capitalised like it.
  public var base: String
  /// The base's lemma, in lower case.
  public var baseLemma: String

  public init(base: String, baseLemma: String) {
    self.base = base
    self.baseLemma = baseLemma
  }
}

extension Morphology {
  /// The base of a living diminutive («договорчики» → «договоры»), `nil` for all other words:
  /// names, words on the list of ``lexicalised``, and those that only look like diminutives.
  ///
  /// It is a rule of the language and works for words no dictionary has. In doubt it says no.
  public func diminutive(
    of form: String, reading: Reading, scope: DiminutiveScope = .business
  ) -> DiminutiveBase? {
    guard Self.mayBeDiminutive(form) else { return nil }
    if case .every(let exceptions) = scope {
      return anyDiminutive(of: form, reading: reading, except: exceptions)
    }
    guard isBelievable(reading, of: form) else { return nil }
    switch reading.partOfSpeech {
    case .noun: return nounBase(of: form, reading: reading)
    case .adjective, .shortAdjective:
      return adverbBase(of: form, reading: reading) ?? adjectiveBase(of: form, reading: reading)
    case .adverb, .particle, .predicative, .unknown:
      return adverbBase(of: form, reading: reading)
    default: return nil
    }
  }

  /// The base by the full rules, or, for words the dictionary lacks and adjectives, by the same
  /// rules as in business speech.
  private func anyDiminutive(
    of form: String, reading: Reading, except exceptions: Set<LemmaKey>
  ) -> DiminutiveBase? {
    guard !exceptions.contains(reading.lemma), !ownWords.contains(reading.lemma) else {
      return nil
    }
    if reading.partOfSpeech == .noun, reading.source == .dictionary {
      guard reading.grammemes.isDisjoint(with: Self.names),
        let found = fullBase(ofNoun: reading, form: form)
      else { return nil }
      return inflected(found, like: reading, form: form)
    }
    if reading.partOfSpeech == .adverb,
      let base = fullBase(ofAdverb: Folding.folded(form))
    {
      return DiminutiveBase(base: Capitalization(of: form).applied(to: base), baseLemma: base)
    }
    return diminutive(of: form, reading: reading)
  }

  private static let names: Grammemes = [
    .firstName, .surname, .patronymic, .place, .organisation, .tradeMark, .abbreviation,
    .indeclinable,
  ]

  /// Whether the reading is the likeliest word among those the dictionary knows, and none of them
  /// is lexicalised: «полка» is read as «полка» and not as a genitive of «полок».
  private func isBelievable(_ reading: Reading, of form: String) -> Bool {
    if lexicalised.contains(reading.lemma) || ownWords.contains(reading.lemma) { return false }
    let all = readings(of: form)
    if all.contains(where: { lexicalised.contains($0.lemma) }) { return false }
    return reading.source != .dictionary || all.first?.lemma == reading.lemma
  }

  /// Every suffix in question has «к» or «ц» among its last letters.
  private static func mayBeDiminutive(_ form: String) -> Bool {
    var previous: UInt8 = 0
    for byte in form.utf8.suffix(14) {
      if previous == 0xD0, byte == 0xBA || byte == 0x9A || byte == 0xA6 { return true }
      if previous == 0xD1, byte == 0x86 { return true }
      previous = byte
    }
    return false
  }

  private func nounBase(of form: String, reading: Reading) -> DiminutiveBase? {
    let folded = Folding.folded(form)
    // What is guessed to be a name but is not written like one («вкладику») may be anything.
    let isGuessedName = reading.source == .prediction && !Folding.isCapitalized(form.utf8)
    guard isGuessedName || reading.grammemes.isDisjoint(with: Self.names) else { return nil }
    let lemma = Folding.folded(lemma(of: reading, form: form))
    var reading = reading
    var found = baseLemma(ofNoun: lemma, reading: reading, depth: 0)
    if reading.source == .prediction,
      !(found.map { dictionary.isCommonNoun($0.reading.lemma) } ?? false),
      let (nominative, grammemes) = Self.masculine(folded)
    {
      // «номерочке» may be predicted as a form of «номерочко» alone, «счётчичка» as one of «счётчица».
      var masculine = reading
      masculine.grammemes = grammemes
      if let base = baseLemma(ofNoun: nominative, reading: masculine, depth: 0),
        found == nil || dictionary.isCommonNoun(base.reading.lemma)
      {
        // Of a person it is made in -очка: «диспетчерочка перезвонит».
        if base.reading.grammemes.contains(.animate), let cases = Self.feminine(folded) {
          masculine.grammemes = cases
        }
        (found, reading) = (base, masculine)
      }
    }
    return found.flatMap { inflected($0, like: reading, form: form) }
  }

  /// The base in the form of the diminutive.
  private func inflected(
    _ found: (lemma: String, reading: Reading), like reading: Reading, form: String
  ) -> DiminutiveBase? {
    let wanted = reading.grammemes.intersection([.cases, .numbers])
    guard let base = inflect(found.lemma, reading: found.reading, to: Self.plain(wanted)) else {
      return nil
    }
    return DiminutiveBase(
      base: Capitalization(of: form).applied(to: base),
      baseLemma: self.lemma(of: found.reading, form: found.lemma))
  }

  /// The nominative in -чек that a form may belong to, and the form's own grammemes.
  private static func masculine(_ form: String) -> (nominative: String, grammemes: Grammemes)? {
    let endings: [(String, Grammemes)] = [
      ("чек", [.singular, .nominative]), ("чка", [.singular, .genitive]),
      ("чку", [.singular, .dative]), ("чком", [.singular, .instrumental]),
      ("чке", [.singular, .prepositional]), ("чки", [.plural, .nominative]),
      ("чков", [.plural, .genitive]), ("чкам", [.plural, .dative]),
      ("чками", [.plural, .instrumental]), ("чках", [.plural, .prepositional]),
    ]
    guard let (ending, grammemes) = endings.first(where: { form.ends(in: $0.0) }) else {
      return nil
    }
    return (form.dropLast(ending.count) + "чек", grammemes.union([.masculine, .inanimate]))
  }

  /// Case and number that a form in -очка has, where they differ from those of one in -очек.
  private static func feminine(_ form: String) -> Grammemes? {
    let endings: [(String, Grammemes)] = [
      ("очка", [.singular, .nominative]), ("очку", [.singular, .accusative]),
      ("очке", [.singular, .dative]), ("очкой", [.singular, .instrumental]),
      ("очки", [.singular, .genitive]),
    ]
    return endings.first { form.ends(in: $0.0) }?.1
  }

  /// Second cases in their plain form, which every paradigm has.
  private static func plain(_ grammemes: Grammemes) -> Grammemes {
    var result = grammemes
    if result.remove(.secondGenitive) != nil { result.insert(.genitive) }
    if result.remove(.secondAccusative) != nil { result.insert(.accusative) }
    if result.remove(.secondPrepositional) != nil { result.insert(.prepositional) }
    return result
  }

  /// The base of a diminutive of a diminutive is found in steps: номерочек, номерок, номер.
  private func baseLemma(
    ofNoun lemma: String, reading: Reading, depth: Int
  ) -> (lemma: String, reading: Reading)? {
    guard depth < 3 else { return nil }
    let isKnown = reading.source == .dictionary
    for rule in DiminutiveRule.nouns
    where reading.grammemes.contains(rule.gender) && lemma.ends(in: rule.ending) {
      if rule.strength == .unknownOnly, isKnown { continue }
      for ending in rule.bases {
        let stem = lemma.dropLast(rule.ending.count)
        guard stem.count >= 2, (stem + ending).count >= 3 else { continue }
        let candidate = String(stem + ending)
        guard let base = nominative(candidate, gender: rule.gender) else { continue }
        guard accepts(base, of: reading, strength: rule.strength, isKnown: isKnown) else {
          continue
        }
        if !lexicalised.contains(base.lemma),
          let further = baseLemma(ofNoun: candidate, reading: base, depth: depth + 1)
        {
          return further
        }
        return (candidate, base)
      }
    }
    return nil
  }

  private func accepts(
    _ base: Reading, of reading: Reading, strength: DiminutiveRule.Strength, isKnown: Bool
  ) -> Bool {
    let isAnimate = reading.grammemes.contains(.animate)
    let isBaseAnimate = base.grammemes.contains(.animate)
    // «заказчик», «лётчик»: a person from a thing. Predictions do not know what is alive.
    if isKnown, isAnimate != isBaseAnimate { return false }
    switch strength {
    case .strong: return true
    case .weak, .unknownOnly:
      return !isBaseAnimate && !(isKnown && isAnimate) && dictionary.isCommonNoun(base.lemma)
    }
  }

  /// The reading of `form` as the lemma of a noun of this gender, if the dictionary has it.
  private func nominative(_ form: String, gender: Grammemes) -> Reading? {
    let key = LemmaKey(folded: form.utf8)
    let names: Grammemes = [
      .firstName, .surname, .patronymic, .place, .organisation, .tradeMark, .abbreviation,
      .archaic, .erroneous, .distorted, .indeclinable,
    ]
    return readings(of: form).first {
      $0.source == .dictionary && $0.partOfSpeech == .noun && $0.lemma == key
        && $0.grammemes.contains(gender) && $0.grammemes.contains(.nominative)
        && $0.grammemes.isDisjoint(with: names)
    }
  }

  private func adjectiveBase(of form: String, reading: Reading) -> DiminutiveBase? {
    let lemma = Folding.folded(lemma(of: reading, form: form))
    for (ending, bases) in DiminutiveRule.adjectives where lemma.ends(in: ending) {
      for base in bases {
        let candidate = String(lemma.dropLast(ending.count) + base)
        let key = LemmaKey(folded: candidate.utf8)
        guard
          let found = readings(of: candidate).first(where: {
            $0.source == .dictionary && $0.partOfSpeech == .adjective && $0.lemma == key
          })
        else { continue }
        let wanted = reading.grammemes.intersection([.cases, .numbers, .genders])
        var target = found
        target.partOfSpeech = reading.partOfSpeech
        guard let written = inflect(candidate, reading: target, to: wanted) else { continue }
        return DiminutiveBase(
          base: Capitalization(of: form).applied(to: written),
          baseLemma: self.lemma(of: found, form: candidate))
      }
    }
    return nil
  }

  private func adverbBase(of form: String, reading: Reading) -> DiminutiveBase? {
    let word = Folding.folded(form)
    guard !lexicalised.contains(LemmaKey(folded: word.utf8)) else { return nil }
    for (ending, bases) in DiminutiveRule.adverbs where word.ends(in: ending) {
      for base in bases {
        let stem = word.dropLast(ending.count)
        guard stem.count >= 2 else { continue }
        let candidate = String(stem + base)
        guard
          let found = readings(of: candidate).first(where: {
            $0.source == .dictionary
              && [.adverb, .predicative, .particle].contains($0.partOfSpeech)
          })
        else { continue }
        let written = self.lemma(of: found, form: candidate)
        return DiminutiveBase(
          base: Capitalization(of: form).applied(to: written), baseLemma: written)
      }
    }
    return nil
  }
}
