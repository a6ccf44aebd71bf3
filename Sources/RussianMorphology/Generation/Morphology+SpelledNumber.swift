extension Morphology {
  /// The words of `number` as it stands in `nounCase` before `noun`: «двум», «тысячей двумястами
  /// одной».
  func spelled(_ number: Int, noun: Reading, in nounCase: Grammemes) -> String? {
    if number >= 2, number <= 4, noun.grammemes.contains(.pluralOnly),
      nounCase == .nominative || nounCase == .accusative
    {
      return ["двое", "трое", "четверо"][number - 2]
    }
    let words = NumeralWords.words(of: number)
    var result = [String]()
    for (index, word) in words.enumerated() {
      // What the word counts: the next «тысяча» or «миллион», else the noun.
      let next = words[index...].dropFirst().first {
        if case .group = $0.role { true } else { false }
      }
      let counted: Reading?
      if let next { counted = numeralReading(next.lemma) } else { counted = noun }
      guard let counted,
        let form = numeral(
          word, before: counted, in: nounCase, isAlone: number <= 4 && words.count == 1)
      else { return nil }
      result.append(form)
    }
    return result.joined(separator: " ")
  }

  private func numeral(
    _ word: NumeralWord, before counted: Reading, in nounCase: Grammemes, isAlone: Bool
  ) -> String? {
    guard let reading = numeralReading(word.lemma) else { return nil }
    let isAnimate = counted.grammemes.contains(.animate)
    switch word.role {
    case .plain: return inflect(word.lemma, reading: reading, to: nounCase)
    case .one:
      var agreed = counted
      agreed.grammemes.subtract(Grammemes.cases.union(.numbers))
      agreed.grammemes.formUnion(nounCase)
      agreed.grammemes.insert(counted.grammemes.contains(.pluralOnly) ? .plural : .singular)
      return agree(word.lemma, reading: reading, with: agreed)
    case .few:
      if word.lemma == "два", nounCase == .nominative || nounCase == .accusative {
        // «вижу двух клиентов», but «вижу двадцать два клиента».
        if nounCase == .accusative, isAnimate, isAlone {
          return inflect(word.lemma, reading: reading, to: .genitive)
        }
        return counted.grammemes.contains(.feminine) ? "две" : "два"
      }
      if nounCase == .accusative {
        return inflect(
          word.lemma, reading: reading, to: isAnimate && isAlone ? .genitive : .nominative)
      }
      return inflect(word.lemma, reading: reading, to: nounCase)
    case .group(let count):
      let isDirect = nounCase == .nominative || nounCase == .accusative
      let slot: Grammemes
      switch CountedNumber(count) {
      case .one: slot = [nounCase, .singular]
      case .few: slot = isDirect ? [.genitive, .singular] : [nounCase, .plural]
      case .many: slot = isDirect ? [.genitive, .plural] : [nounCase, .plural]
      }
      return inflect(word.lemma, reading: reading, to: slot)
    }
  }

  /// The reading of a numeral's lemma as that numeral.
  private func numeralReading(_ lemma: String) -> Reading? {
    let key = LemmaKey(folded: lemma.utf8)
    return readings(of: lemma).first {
      $0.lemma == key
        && ($0.partOfSpeech == .numeral || $0.grammemes.contains(.ordinal)
          || ($0.partOfSpeech == .noun && $0.grammemes.contains(.nominative)))
    }
  }
}
