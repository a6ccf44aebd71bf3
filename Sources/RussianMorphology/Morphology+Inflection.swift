import RussianText

extension Morphology {
  /// The form of the reading's paradigm that has `wanted` and else is as close to `form` as
  /// possible, capitalised like `form`; `nil` when the paradigm has none.
  ///
  /// `wanted` replaces what contradicts it: `.dative` replaces the case, `.plural` the number and
  /// the gender of adjectives, and so on. What it does not replace is kept: a word that lacks just
  /// that case in the plural gives `nil`, not another case.
  ///
  ///     morphology.inflect("минуту", reading: reading, to: [.genitive, .plural])  // «минут»
  ///     morphology.inflect("оплатим", reading: reading, to: [], as: .infinitive)  // «оплатить»
  ///
  /// - Parameter partOfSpeech: asks for one of the kinds of forms a verb or an adjective has.
  public func inflect(
    _ form: String, reading: Reading, to wanted: Grammemes, as partOfSpeech: PartOfSpeech? = nil
  ) -> String? {
    let lower = Folding.lowercased(form)
    guard
      let bytes = inflected(lower.span, reading: reading, to: wanted, as: partOfSpeech)
    else { return nil }
    return Capitalization(of: form).applied(to: String(decoding: bytes, as: UTF8.self))
  }

  func inflected(
    _ form: Span<UInt8>, reading: Reading, to wanted: Grammemes, as wantedPart: PartOfSpeech? = nil
  ) -> [UInt8]? {
    guard reading.paradigm != .max else {
      guard reading.grammemes.isSuperset(of: wanted),
        wantedPart ?? reading.partOfSpeech
          == reading.partOfSpeech
      else { return nil }
      return array(form, 0..<form.count)
    }
    var reading = reading
    var wanted = wanted
    if let slot = slot(of: reading) {
      // A colloquial spelling is marked as such, its standard form is not.
      let own = dictionary.grammemes(ofTag: slot.tag)
      if reading.grammemes.contains(.colloquial), !own.contains(.colloquial) {
        wanted.remove(.colloquial)
        reading.grammemes.remove(.colloquial)
      }
    }
    var target = reading.grammemes.replacing(
      with: wanted, in: wantedPart ?? reading.partOfSpeech)
    if let wantedPart, wantedPart != reading.partOfSpeech {
      // «оплатят» has no past, but «оплаченный» is asked for.
      let finite = Grammemes.tenses.union(.moods).union(.persons)
      target.subtract(finite.subtracting(wanted))
    }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let marked: Grammemes = [.colloquial, .archaic, .erroneous, .distorted]
    var best: (score: Int, slot: Int)?
    for (index, slot) in slots.enumerated() {
      let tag = dictionary.slot(slot).tag
      let grammemes = dictionary.grammemes(ofTag: tag)
      guard grammemes.isSuperset(of: wanted), grammemes.isConsistent(with: target) else {
        continue
      }
      let partOfSpeech = dictionary.partOfSpeech(ofTag: tag)
      if let wantedPart, partOfSpeech != wantedPart { continue }
      var score = grammemes.intersection(target).rawValue.nonzeroBitCount * 10
      score -= grammemes.symmetricDifference(target).rawValue.nonzeroBitCount
      if partOfSpeech == reading.partOfSpeech { score += 5 }
      if !grammemes.isDisjoint(with: marked), reading.grammemes.isDisjoint(with: marked) {
        score -= 15
      }
      // «гг» is no form for a text.
      if grammemes.contains(.abbreviation), !reading.grammemes.contains(.abbreviation) {
        score -= 15
      }
      // «скажите» rather than «скажемте».
      if grammemes.contains(.inclusive), !target.contains(.inclusive) { score -= 12 }
      if index == Int(reading.slot) { score += 1 }
      if best.map({ score > $0.score }) ?? true { best = (score, index) }
    }
    guard let best else { return nil }
    return writtenForm(slot: best.slot, of: reading, form: form)
  }
}

extension Grammemes {
  /// This set with `wanted` in place of what contradicts it.
  func replacing(with wanted: Self, in partOfSpeech: PartOfSpeech) -> Self {
    var result = self
    for group in [Self.cases, .numbers, .persons, .tenses, .moods, [.animate, .inanimate]]
    where !wanted.isDisjoint(with: group) {
      result.subtract(group)
    }
    // Nouns keep their gender, what agrees with them changes it and has none in the plural.
    if !wanted.isDisjoint(with: .genders) || (wanted.contains(.plural) && partOfSpeech != .noun) {
      result.subtract(.genders)
    }
    // A case or a gender of what agrees leaves animacy to the form it leads to.
    if partOfSpeech != .noun, !wanted.isDisjoint(with: .cases) || wanted.contains(.plural) {
      result.subtract(Self([.animate, .inanimate]).subtracting(wanted))
    }
    if !wanted.isDisjoint(with: .tenses) || wanted.contains(.imperative) {
      if !wanted.isDisjoint(with: .moods) || wanted.contains(.imperative) {
        result.subtract(.tenses.subtracting(wanted))
      }
    }
    return result.union(wanted)
  }

  /// Whether a slot with these grammemes contradicts no case, number, gender, person, tense or
  /// mood of `target`. A second case may become the plain one.
  fileprivate func isConsistent(with target: Self) -> Bool {
    for group in [Self.numbers, .genders, .persons, .tenses, .moods] {
      let own = intersection(group)
      let asked = target.intersection(group)
      if !own.isEmpty, !asked.isEmpty, own.isDisjoint(with: asked) { return false }
    }
    let own = intersection(.cases)
    let asked = target.intersection(.cases)
    return own.isEmpty || asked.isEmpty || !own.isDisjoint(with: asked)
      || own == asked.agreeing
  }
}

/// How a word is capitalised.
struct Capitalization {
  private let isCapitalized: Bool
  private let isUpper: Bool

  init(of form: String) {
    isCapitalized = Folding.isCapitalized(form.utf8)
    isUpper =
      isCapitalized && form.unicodeScalars.count > 1
      && !form.unicodeScalars.contains { $0.properties.isLowercase }
  }

  func applied(to word: String) -> String {
    if isUpper { return word.uppercased() }
    guard isCapitalized, let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
