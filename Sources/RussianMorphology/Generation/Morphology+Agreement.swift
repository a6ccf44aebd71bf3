import RussianText

extension Morphology {
  /// `form` (an adjective, a participle, a pronoun such as «этот», an ordinal, a verb in the past)
  /// in the gender, number, case and animacy that agree with the noun's reading, capitalised like
  /// `form`; `nil` when the word cannot agree with it.
  ///
  ///     morphology.agree("новый", reading: adjective, with: noun)  // «новую» with «заявку»
  ///
  /// With a noun of common gender («коллега») a word in the feminine stays feminine.
  public func agree(_ form: String, reading: Reading, with noun: Reading) -> String? {
    guard let wanted = agreement(of: reading, with: noun) else { return nil }
    return inflect(form, reading: reading, to: wanted)
  }

  /// What agreeing with `noun` asks of a word read as `reading`.
  func agreement(of reading: Reading, with noun: Reading) -> Grammemes? {
    guard [.noun, .pronoun].contains(noun.partOfSpeech) else { return nil }
    let isPlural = noun.grammemes.contains(.plural)
    guard isPlural || noun.grammemes.contains(.singular) else { return nil }
    var wanted: Grammemes = isPlural ? .plural : .singular
    if !isPlural {
      let genders = noun.grammemes.intersection(.genders)
      if !genders.isEmpty {
        wanted.formUnion(genders)
      } else if noun.grammemes.contains(.commonGender) {
        wanted.insert(reading.grammemes.contains(.feminine) ? .feminine : .masculine)
      } else {
        return nil
      }
    }
    switch reading.partOfSpeech {
    case .shortAdjective, .shortParticiple: return wanted
    case .verb: return reading.grammemes.contains(.past) ? wanted : nil
    case .adjective, .participle:
      guard let nounCase = noun.grammemes.intersection(.cases).agreeing else { return nil }
      wanted.formUnion(nounCase)
      // Only «вижу нового клиента», «вижу новые заявки» tell the living from things.
      if nounCase == .accusative, isPlural || wanted.contains(.masculine) {
        wanted.insert(noun.grammemes.contains(.animate) ? .animate : .inanimate)
      }
      return wanted
    default: return nil
    }
  }
}

extension Grammemes {
  /// The case that words agreeing with a noun in these cases take: «в этом году», «чашка крепкого
  /// чаю».
  var agreeing: Grammemes? {
    switch self {
    case .secondGenitive: .genitive
    case .secondPrepositional: .prepositional
    case .secondAccusative: .accusative
    case .vocative: .nominative
    case .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional: self
    default: nil
    }
  }
}
