import RussianText

/// A word of a group of nouns with its readings, best first.
public struct GroupWord: Sendable {
  public var text: String
  public var readings: [Reading]
  /// Whether a comma or another sign stands before it.
  public var followsSign: Bool

  public init(text: String, readings: [Reading], followsSign: Bool = false) {
    self.text = text
    self.readings = readings
    self.followsSign = followsSign
  }
}

extension Morphology {
  /// A group of nouns in the nominative put into another case, attributes and all: «серия и номер
  /// паспорта» → «серию и номер паспорта». What stands side by side without a sign gets commas.
  /// `nil` when the words are no such group, or a form is not to be had.
  public func decline(_ group: [GroupWord], to wanted: Grammemes) -> String? {
    // «подъезд второй», «этаж какой»: an adjective without a noun after it.
    if let last = group.last?.readings, !last.contains(where: { $0.partOfSpeech == .noun }),
      last.contains(where: {
        $0.partOfSpeech == .adjective && $0.grammemes.contains(.nominative)
      })
    {
      return nil
    }
    var result: [String] = []
    var attributes: [(index: Int, reading: Reading)] = []
    // Whether a noun has been met, so that genitives may follow.
    var hasHead = false
    var isCounted = false
    var isAfterPreposition = false
    for (index, word) in group.enumerated() {
      let isFirst = index == 0
      let folded = Folding.folded(word.text)
      if Self.joining.contains(folded) {
        guard attributes.isEmpty, hasHead else { return nil }
        result.append(word.text)
        hasHead = false
        continue
      }
      if hasHead, !word.followsSign, isAfterPreposition || isAttribute(word) {
        isAfterPreposition = word.readings.first?.partOfSpeech == .preposition
        result.append(word.text)
        continue
      }
      if isNumeral(word), wanted == .accusative {
        // «последние четыре цифры»: as in the nominative, where things are counted.
        isCounted = true
        result.append(word.text)
        continue
      }
      if isCounted,
        word.readings.contains(where: {
          $0.partOfSpeech == .noun && $0.grammemes.contains(.genitive)
            && $0.grammemes.isDisjoint(with: .animate)
        })
      {
        // Adjectives before the numeral stay as they are.
        for attribute in attributes { result[attribute.index] = group[attribute.index].text }
        attributes = []
        isCounted = false
        hasHead = true
        result.append(word.text)
        continue
      }
      if let attribute = word.readings.first(where: {
        [.adjective, .participle].contains($0.partOfSpeech) && $0.grammemes.contains(.nominative)
      }), let next = group.dropFirst(index + 1).first, leads(to: next) {
        if hasHead, let last = result.popLast() { result.append(last + ",") }
        attributes.append((index, attribute))
        hasHead = false
        result.append(word.text)
        continue
      }
      guard let (form, noun) = head(word, to: wanted) else { return nil }
      if hasHead, attributes.isEmpty, !isFirst, let last = result.popLast() {
        result.append(last.hasSuffix(",") ? last : last + ",")
      }
      for attribute in attributes {
        guard
          let agreeing = agree(
            group[attribute.index].text, reading: attribute.reading, with: noun)
        else { return nil }
        result[attribute.index] = agreeing
      }
      attributes = []
      hasHead = true
      result.append(form)
    }
    return attributes.isEmpty && hasHead ? result.joined(separator: " ") : nil
  }

  private static let joining: Set<String> = ["и", "или"]

  /// A noun in the case wanted, with a reading that others agree with.
  private func head(_ word: GroupWord, to wanted: Grammemes) -> (String, Reading)? {
    let nouns = word.readings.filter { $0.partOfSpeech == .noun || $0.partOfSpeech == .pronoun }
    // «фамилию» stands as it should already.
    if let ready = nouns.first(where: { $0.grammemes.contains(wanted) }),
      !nouns.contains(where: { $0.grammemes.contains(.nominative) })
    {
      return (word.text, ready)
    }
    guard let noun = nouns.first(where: { $0.grammemes.contains(.nominative) }) else {
      // «ИНН», «СНИЛС»: what has no forms, or is not known and written in capitals.
      let isFixed = word.readings.contains {
        !$0.grammemes.isDisjoint(with: [.indeclinable, .abbreviation])
      }
      guard isFixed || !word.text.contains(where: \.isLowercase),
        var reading = word.readings.first
      else { return nil }
      reading.partOfSpeech = .noun
      reading.grammemes.formUnion(wanted.union([.singular, .masculine]))
      return (word.text, reading)
    }
    guard let form = inflect(word.text, reading: noun, to: wanted) else { return nil }
    var target = noun
    target.grammemes.subtract(.cases)
    target.grammemes.formUnion(wanted)
    return (form, target)
  }

  private func isNumeral(_ word: GroupWord) -> Bool {
    word.readings.contains { [.numeral, .number].contains($0.partOfSpeech) }
  }

  private func leads(to next: GroupWord) -> Bool {
    next.readings.contains {
      [.noun, .adjective, .participle, .numeral, .number].contains($0.partOfSpeech)
        && ($0.grammemes.intersection(.cases).isEmpty
          || !$0.grammemes.isDisjoint(
            with: [.nominative, .genitive]))
    }
  }

  /// What may follow a noun and stays as it is: a genitive, a preposition with its noun, an adverb.
  private func isAttribute(_ word: GroupWord) -> Bool {
    word.readings.contains {
      switch $0.partOfSpeech {
      case .noun, .adjective, .participle, .pronoun:
        $0.grammemes.isDisjoint(with: [.nominative, .accusative, .vocative])
      case .preposition, .adverb, .number, .latin, .shortParticiple: true
      default: false
      }
    }
  }
}
