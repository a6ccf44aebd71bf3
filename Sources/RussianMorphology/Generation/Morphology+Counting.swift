import RussianText

/// How a number is written beside what it counts.
public enum NumberWriting: Sendable, Hashable {
  /// «5 минут».
  case digits
  /// «пять минут».
  case words
}

extension Morphology {
  /// A number with a noun in the form it governs: «1 минута», «2 минуты», «5 минут», in any case:
  /// «двумястами сорока одной минутой».
  ///
  ///     morphology.count(22, "рубль", in: .dative, written: .words)  // «двадцати двум рублям»
  ///
  /// `nil` when there is no such form: «двадцать две сутки», a plural of «молоко», a negative
  /// number or one of 10¹² and more, a case that is none of the six.
  ///
  /// - Parameter noun: any form of the noun; it is read as a noun in its likeliest reading.
  public func count(
    _ number: Int, _ noun: String, in nounCase: Grammemes = .nominative,
    written: NumberWriting = .digits
  ) -> String? {
    let counted = readings(of: noun).first { $0.partOfSpeech == .noun }
    guard let counted else { return nil }
    return count(number, [(noun, counted)], in: nounCase, written: written)
  }

  /// A number with a group of words that agree with its last, a noun: «две новые заявки».
  ///
  /// - Parameter words: the words with their readings, the noun last.
  public func count(
    _ number: Int, _ words: [(form: String, reading: Reading)], in nounCase: Grammemes,
    written: NumberWriting = .digits
  ) -> String? {
    guard number >= 0, number < 1_000_000_000_000, Self.countedCases.contains(nounCase),
      let noun = words.last, noun.reading.partOfSpeech == .noun
    else { return nil }
    guard let slot = governed(number, noun: noun.reading, in: nounCase),
      let form = countedForm(noun.form, noun.reading, slot: slot)
    else { return nil }
    var result = [String]()
    switch written {
    case .digits: result.append(String(number))
    case .words:
      guard let numeral = spelled(number, noun: noun.reading, in: nounCase) else { return nil }
      result.append(numeral)
    }
    for word in words.dropLast() {
      guard
        let agreeing = countedAttribute(
          word.form, word.reading, number: number, noun: noun.reading, slot: slot, in: nounCase)
      else { return nil }
      result.append(agreeing)
    }
    return (result + [form]).joined(separator: " ")
  }

  private static let countedCases: [Grammemes] = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional,
  ]

  /// Case and number of the noun beside `number` in `nounCase`.
  private func governed(
    _ number: Int, noun: Reading, in nounCase: Grammemes
  ) -> Grammemes? {
    let isPluralOnly = noun.grammemes.contains(.pluralOnly)
    let isDirect = nounCase == .nominative || nounCase == .accusative
    // «тысяче рублей», «о миллионе рублей»: nouns themselves, round thousands ask for a genitive.
    if number % 1000 == 0 { return [.genitive, .plural] }
    switch CountedNumber(number) {
    case .one: return isPluralOnly ? [nounCase, .plural] : [nounCase, .singular]
    case .few where isDirect:
      if isPluralOnly {
        // «двое суток», «2 суток», but nothing for 22.
        return number < 5 ? [.genitive, .plural] : nil
      }
      // «вижу двух клиентов», but «вижу двадцать два клиента».
      if nounCase == .accusative, number < 5, noun.grammemes.contains(.animate) {
        return [.genitive, .plural]
      }
      return [.genitive, .singular]
    case .few: return isPluralOnly && number > 4 ? nil : [nounCase, .plural]
    case .many where isDirect: return [.genitive, .plural]
    case .many: return [nounCase, .plural]
    }
  }

  /// A form of a counted noun. Nouns declined like adjectives have the plural where others have
  /// the genitive singular («две столовые», «два рабочих»); «год» and «человек» have a plural of
  /// their own.
  private func countedForm(_ form: String, _ reading: Reading, slot: Grammemes) -> String? {
    var slot = slot
    if slot == [.genitive, .singular], isAdjectival(reading, form: form) {
      slot = reading.grammemes.contains(.feminine) ? [.nominative, .plural] : [.genitive, .plural]
    }
    // What is not counted has no plural in the dictionary either; its genitive is none of ours.
    if reading.grammemes.contains(.singularOnly), slot != [.genitive, .singular],
      slot.contains(.plural)
    {
      return nil
    }
    if slot == [.genitive, .plural] {
      for (lemma, counted) in Self.countedPlurals where reading.lemma == lemma { return counted }
    }
    return inflect(form, reading: reading, to: slot)
  }

  private static let countedPlurals = [
    (LemmaKey(folded: "год".utf8), "лет"), (LemmaKey(folded: "человек".utf8), "человек"),
  ]

  /// Whether a noun is declined like an adjective: «столовая», «рабочий», «данные».
  private func isAdjectival(_ reading: Reading, form: String) -> Bool {
    guard let genitive = inflect(form, reading: reading, to: [.genitive, .singular]) else {
      return false
    }
    let lemma = Folding.folded(lemma(of: reading, form: form))
    let folded = Folding.folded(genitive)
    if reading.grammemes.contains(.feminine) {
      return (lemma.hasSuffix("ая") || lemma.hasSuffix("яя"))
        && (folded.hasSuffix("ой") || folded.hasSuffix("ей"))
    }
    return folded.hasSuffix("ого") || folded.hasSuffix("его")
  }

  private func countedAttribute(
    _ form: String, _ reading: Reading, number: Int, noun: Reading, slot: Grammemes,
    in nounCase: Grammemes
  ) -> String? {
    var noun = noun
    noun.grammemes.subtract(Grammemes.cases.union(.numbers))
    if slot == [.genitive, .singular] {
      // «две новые заявки», «два новых рубля».
      let plural: Grammemes = noun.grammemes.contains(.feminine) ? .nominative : .genitive
      noun.grammemes.formUnion(plural.union(.plural))
    } else {
      noun.grammemes.formUnion(slot)
    }
    return agree(form, reading: reading, with: noun)
  }
}
