import RussianText

extension Morphology {
  /// A wording of several words in the form that fits where a word read as `place` stood. Its head
  /// takes the form, adjectives before the head agree with it, and what follows stays:
  ///
  ///     morphology.substitute(wording: ["кредитная", "карта"], for: reading)  // «кредитной карте»
  ///
  /// - Parameters:
  ///   - mayDiffer: whether gender and number may be others than those of the place, since nothing
  ///     around it agrees with it.
  ///   - isCounted: whether a number such as «две» stands before it: «две кредитные карты».
  public func substitute(
    wording: [String], for place: Reading, mayDiffer: Bool, isCounted: Bool = false
  ) -> String? {
    guard let first = wording.first else { return nil }
    let (head, attributes) = Self.head(of: wording, in: self)
    guard head < wording.count else { return nil }
    guard place.partOfSpeech == .noun,
      let noun = readings(of: wording[head]).first(where: { Self.isHead($0) })
    else {
      guard wording.count == 1 || head == 0, let form = substitute(first, for: place) else {
        return nil
      }
      return ([form] + wording.dropFirst()).joined(separator: " ")
    }
    guard let wanted = slot(of: noun, like: place, mayDiffer: mayDiffer),
      let form = inflect(wording[head], reading: noun, to: wanted)
    else { return nil }
    var result: [String] = []
    var target = noun
    target.grammemes.subtract(Grammemes.cases.union(.numbers))
    target.grammemes.formUnion(
      isCounted && wanted.contains(.genitive) && wanted.contains(.singular)
        ? [noun.grammemes.contains(.feminine) ? .nominative : .genitive, .plural] : wanted)
    for (word, reading) in zip(wording[..<head], attributes) {
      guard let agreeing = agree(word, reading: reading, with: target) else { return nil }
      result.append(agreeing)
    }
    return (result + [form] + wording[(head + 1)...]).joined(separator: " ")
  }

  /// Which word of a wording bends, and the readings of the adjectives before it.
  private static func head(
    of wording: [String], in morphology: Morphology
  ) -> (head: Int, attributes: [Reading]) {
    var attributes: [Reading] = []
    for (index, word) in wording.enumerated() {
      let readings = morphology.readings(of: word)
      if index + 1 < wording.count,
        let attribute = readings.first(where: {
          [.adjective, .participle].contains($0.partOfSpeech)
            && $0.grammemes.contains(.nominative)
        }),
        morphology.readings(of: wording[index + 1]).contains(where: {
          isHead($0) || [.adjective, .participle].contains($0.partOfSpeech)
        })
      {
        attributes.append(attribute)
        continue
      }
      return (index, attributes)
    }
    return (wording.count, attributes)
  }

  private static func isHead(_ reading: Reading) -> Bool {
    reading.partOfSpeech == .noun && reading.grammemes.contains(.nominative)
  }

  /// The case and number of the noun at the place; nil when its gender or number would clash with
  /// the words around.
  private func slot(of noun: Reading, like place: Reading, mayDiffer: Bool) -> Grammemes? {
    guard let nounCase = place.grammemes.intersection(.cases).agreeing else { return nil }
    // A wording given in the plural («личные сообщения») has no singular.
    let isPlural = noun.grammemes.contains(.plural) || place.grammemes.contains(.plural)
    let number: Grammemes = isPlural ? .plural : .singular
    var isSame = place.grammemes.contains(number)
    if !isPlural {
      let gender = place.grammemes.intersection(.genders)
      isSame = isSame && (gender.isEmpty || noun.grammemes.contains(gender))
    }
    return isSame || mayDiffer ? nounCase.union(number) : nil
  }
}
