import RussianMorphology

/// How a word is read in its place, by what stands around it: the case that a preposition governs,
/// what adjectives beside it agree with, what a number asks for.
struct PlaceReadings {
  let turn: AnalyzedTurn

  /// Readings of the word at `index`, those that fit its neighbours first.
  func readings(at index: Int, cache: borrowing WordCache) -> [Reading] {
    let own = info(index, cache).readings
    guard own.count > 1 else { return own }
    let scored = own.enumerated().map { rank, reading in
      (reading, Double(reading.probability) - Double(rank) / 1000 + bonus(reading, index, cache))
    }
    return scored.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// Whether something around a noun agrees with it, so that a word of another gender or number
  /// would not do in its place.
  func isAgreedWith(_ index: Int, reading: Reading, cache: borrowing WordCache) -> Bool {
    let sentence = turn.sentence(around: index)
    let neighbours = [index - 1, index - 2, index + 1].filter(sentence.contains)
    for neighbour in neighbours {
      let readings = info(neighbour, cache).readings
      if readings.contains(where: { Self.agrees($0, with: reading) }) { return true }
      if neighbour < index, readings.contains(where: { $0.partOfSpeech == .numeral }) {
        return true
      }
    }
    let isSubject = reading.grammemes.contains(.nominative)
    for other in sentence where other != index {
      for found in info(other, cache).readings.prefix(2) {
        switch found.partOfSpeech {
        case .shortAdjective, .shortParticiple: return true
        case .verb where isSubject: return true
        // «он», «её»: what refers to the noun.
        case .pronoun where found.grammemes.contains(.thirdPerson): return true
        // «первичка у вас вся?»
        case .adjective
        where other > index && Self.agrees(found, with: reading)
          && !standsBeforeNoun(other, found, cache):
          return true
        default: break
        }
      }
    }
    return false
  }

  /// Whether an adjective goes with the noun right behind it.
  private func standsBeforeNoun(
    _ index: Int, _ attribute: Reading, _ cache: borrowing WordCache
  ) -> Bool {
    isBeside(index, index + 1)
      && info(index + 1, cache).readings.contains {
        $0.partOfSpeech == .noun && Self.agrees(attribute, with: $0)
      }
  }

  private func bonus(_ reading: Reading, _ index: Int, _ cache: borrowing WordCache) -> Double {
    var result = 0.0
    let isNominal = [.noun, .adjective, .participle, .pronoun].contains(reading.partOfSpeech)
    guard isNominal else { return 0 }
    if let governed = governed(index, cache) {
      result += reading.grammemes.isDisjoint(with: governed) ? -3 : 1
    }
    if reading.partOfSpeech == .noun {
      for neighbour in [index - 1, index + 1] where isBeside(neighbour, index) {
        let attributes = info(neighbour, cache).readings.filter {
          [.adjective, .participle].contains($0.partOfSpeech)
        }
        guard !attributes.isEmpty else { continue }
        let agrees = attributes.contains { Self.agrees($0, with: reading) }
        // An adjective after the noun may belong to the next one.
        result += agrees ? 1 : neighbour < index ? -1 : 0
      }
      if isBeside(index, index + 1), reading.grammemes.contains(.nominative) {
        let predicates = info(index + 1, cache).readings.filter {
          [.verb, .shortParticiple, .shortAdjective].contains($0.partOfSpeech)
        }
        let numbers = reading.grammemes.intersection(.numbers)
        if predicates.contains(where: { $0.grammemes.isSuperset(of: numbers) }) { result += 0.4 }
      }
      result += counted(reading, index, cache)
    } else if isBeside(index + 1, index) {
      let nouns = info(index + 1, cache).readings.filter { $0.partOfSpeech == .noun }
      if !nouns.isEmpty {
        result += nouns.contains { Self.agrees(reading, with: $0) } ? 1 : -1
      }
    }
    return result
  }

  /// The cases that a preposition before the word, or before its adjectives, governs.
  private func governed(_ index: Int, _ cache: borrowing WordCache) -> Grammemes? {
    preposition(of: index, cache: cache)?.cases
  }

  /// The preposition before the word, or before its adjectives: folded, with the cases that it
  /// governs.
  func preposition(of index: Int, cache: borrowing WordCache) -> (
    text: String, cases: Grammemes
  )? {
    var before = index - 1
    for _ in 0..<3 {
      guard isBeside(before, before + 1) else { return nil }
      let word = info(before, cache)
      let folded = String(decoding: word.folded, as: UTF8.self)
      if let cases = Prepositions.cases(of: folded) { return (folded, cases) }
      guard
        word.readings.contains(where: {
          [.adjective, .participle, .numeral].contains($0.partOfSpeech)
        })
      else { return nil }
      before -= 1
    }
    return nil
  }

  /// The cases in which the adjective right before the word may stand; nil where there is none.
  func attributeCases(of index: Int, cache: borrowing WordCache) -> Grammemes? {
    guard isBeside(index - 1, index) else { return nil }
    let attributes = info(index - 1, cache).readings.filter {
      [.adjective, .participle].contains($0.partOfSpeech)
    }
    guard !attributes.isEmpty else { return nil }
    return attributes.reduce(into: Grammemes()) {
      $0.formUnion($1.grammemes.intersection(.cases))
    }
  }

  /// Whether a numeral that asks for a singular («две», «обе») stands before the word.
  func isCounted(_ index: Int, cache: borrowing WordCache) -> Bool {
    guard isBeside(index - 1, index) else { return false }
    let word = info(index - 1, cache)
    return word.readings.contains { $0.partOfSpeech == .numeral }
  }

  /// What a numeral before the word asks for: «две заявки», «пять заявок».
  private func counted(_ reading: Reading, _ index: Int, _ cache: borrowing WordCache) -> Double {
    guard isBeside(index - 1, index) else { return 0 }
    let word = info(index - 1, cache)
    guard word.readings.contains(where: { $0.partOfSpeech == .numeral }) else { return 0 }
    return reading.grammemes.contains(.genitive) ? 0.5 : 0
  }

  private func isBeside(_ index: Int, _ other: Int) -> Bool {
    guard turn.words.indices.contains(index), turn.words.indices.contains(other) else {
      return false
    }
    return turn.words[min(index, other)].after.isEmpty
  }

  private static func agrees(_ attribute: Reading, with noun: Reading) -> Bool {
    guard [.adjective, .participle].contains(attribute.partOfSpeech) else { return false }
    let own = attribute.grammemes
    let nounCases = noun.grammemes.intersection(.cases)
    guard !own.isDisjoint(with: nounCases) else { return false }
    if own.contains(.plural) { return noun.grammemes.contains(.plural) }
    guard noun.grammemes.contains(.singular) else { return false }
    let gender = own.intersection(.genders)
    return gender.isEmpty || !noun.grammemes.isDisjoint(with: gender)
  }

  private func info(_ index: Int, _ cache: borrowing WordCache) -> WordInfo {
    cache.infos[Int(turn.words[index].info)]
  }
}
