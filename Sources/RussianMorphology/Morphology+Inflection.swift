import RussianText

extension Morphology {
  /// The form of the reading's paradigm that has `wanted` and else is as close to `form` as
  /// possible, capitalised like `form`; `nil` when the paradigm has none.
  ///
  /// `wanted` replaces what contradicts it: `.dative` replaces the case, `.plural` the number and
  /// the gender of adjectives, and so on.
  ///
  ///     morphology.inflect("минуту", reading: reading, to: [.genitive, .plural])  // «минут»
  public func inflect(_ form: String, reading: Reading, to wanted: Grammemes) -> String? {
    let lower = Folding.lowercased(form)
    guard let bytes = inflected(lower.span, reading: reading, to: wanted) else { return nil }
    return Capitalization(of: form).applied(to: String(decoding: bytes, as: UTF8.self))
  }

  func inflected(_ form: Span<UInt8>, reading: Reading, to wanted: Grammemes) -> [UInt8]? {
    guard reading.paradigm != .max else {
      return reading.grammemes.isSuperset(of: wanted) ? array(form, 0..<form.count) : nil
    }
    let target = reading.grammemes.replacing(with: wanted, in: reading.partOfSpeech)
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    var best: (score: Int, slot: Int)?
    for (index, slot) in slots.enumerated() {
      let tag = dictionary.slot(slot).tag
      let grammemes = dictionary.grammemes(ofTag: tag)
      guard grammemes.isSuperset(of: wanted) else { continue }
      let partOfSpeech = dictionary.partOfSpeech(ofTag: tag)
      var score = grammemes.intersection(target).rawValue.nonzeroBitCount * 10
      score -= grammemes.symmetricDifference(target).rawValue.nonzeroBitCount
      if partOfSpeech == reading.partOfSpeech { score += 5 }
      if !grammemes.isDisjoint(with: [.colloquial, .archaic, .erroneous, .distorted]),
        reading.grammemes.isDisjoint(with: [.colloquial, .archaic, .erroneous, .distorted])
      {
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
    if !wanted.isDisjoint(with: .tenses) || wanted.contains(.imperative) {
      if !wanted.isDisjoint(with: .moods) || wanted.contains(.imperative) {
        result.subtract(.tenses.subtracting(wanted))
      }
    }
    return result.union(wanted)
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
