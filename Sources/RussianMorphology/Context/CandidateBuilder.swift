import RussianText

/// Makes the candidates of one word: readings in the terms of Universal Dependencies, and what the
/// conventions of the Russian treebanks add to them.
struct CandidateBuilder {
  let form: [UInt8]
  let isCapitalized: Bool
  let word: ContextWord

  /// Adds the candidates of a reading.
  func add(
    _ reading: Reading, at index: Int, to sentence: inout SentenceReadings,
    _ morphology: Morphology
  ) {
    let partOfSpeech = UniversalPartOfSpeech(reading)
    let prior = reading.prior != 0 ? reading.prior : FormEntry.prior(reading.probability)
    var candidate = ReadingCandidate(
      lemma: reading.lemma,
      tag: ContextTag(partOfSpeech, reading.partOfSpeech, reading.grammemes), prior: prior,
      convention: .plain, reading: Int32(index))
    switch reading.partOfSpeech {
    case .preposition:
      candidate.lemma = LemmaKey(rawValue: word.form)
      if candidate.lemma != reading.lemma { write(form, in: &candidate, of: &sentence) }
    case .adjective where reading.grammemes.contains(.superlative):
      superlative(&candidate, &sentence)
    case .shortAdjective where reading.grammemes.contains(.pronominal):
      // «таковы» of «таков», where the dictionary has «таковой».
      let lemma = morphology.lemmaBytes(of: reading, form: form.span)
      candidate.tag.replacePartOfSpeech(.determiner)
      if lemma.count > 8 { write(Array(lemma.dropLast(4)), in: &candidate, of: &sentence) }
    case .noun:
      softSign(reading, &candidate, &sentence, morphology)
    case .latin:
      append(candidate, to: &sentence)
      candidate.tag = ContextTag(.properNoun)
      candidate.prior = 20
      append(candidate, to: &sentence)
      candidate.tag = ContextTag(.noun)
    case .number, .roman:
      append(candidate, to: &sentence)
      candidate.tag = ContextTag(.adjective)
      candidate.prior = 20
    default: break
    }
    append(candidate, to: &sentence)
    addConventions(reading, candidate, &sentence, morphology)
  }

  private func addConventions(
    _ reading: Reading, _ plain: ReadingCandidate, _ sentence: inout SentenceReadings,
    _ morphology: Morphology
  ) {
    var candidate = plain
    switch reading.partOfSpeech {
    case .noun:
      guard isCapitalized, plain.tag.partOfSpeech == 8 else { return }
      candidate.tag.replacePartOfSpeech(.properNoun)
      candidate.convention = .name
      append(candidate, to: &sentence)
    case .participle, .shortParticiple:
      if let lemma = participleLemma(reading, morphology) {
        candidate.tag.replacePartOfSpeech(.adjective)
        if reading.partOfSpeech == .participle { candidate.tag.clearForm() }
        candidate.convention = .adjective
        write(lemma, in: &candidate, of: &sentence)
        append(candidate, to: &sentence)
      }
      addPassive(reading, plain, &sentence, morphology)
    case .comparative:
      guard let lemma = adverb(of: morphology.lemmaBytes(of: reading, form: form.span)) else {
        return
      }
      candidate.tag.replacePartOfSpeech(.adverb)
      candidate.convention = .adverb
      write(lemma, in: &candidate, of: &sentence)
      append(candidate, to: &sentence)
    case .shortAdjective:
      guard reading.grammemes.isSuperset(of: [.neuter, .singular]) else { return }
      candidate.tag = ContextTag(.adverb)
      candidate.convention = .adverb
      write(form, in: &candidate, of: &sentence)
      append(candidate, to: &sentence)
    case .verb, .infinitive, .gerund: addPassive(reading, plain, &sentence, morphology)
    default: break
    }
  }

  /// «создаются» of «создавать».
  private func addPassive(
    _ reading: Reading, _ plain: ReadingCandidate, _ sentence: inout SentenceReadings,
    _ morphology: Morphology
  ) {
    guard reading.grammemes.contains(.imperfective),
      reading.grammemes.isDisjoint(with: [.imperative, .firstPerson, .secondPerson]),
      form.count > 8,
      morphology.ends(form.span, with: Self.reflexive)
        || morphology.ends(form.span, with: Self.shortReflexive)
    else { return }
    var lemma = morphology.lemmaBytes(of: reading, form: form.span)
    guard lemma.count > 8, lemma.suffix(4).elementsEqual(Self.reflexive) else { return }
    lemma.removeLast(4)
    guard morphology.dictionary.forms.value(of: lemma.span) != Automaton.noValue else { return }
    var candidate = plain
    candidate.convention = .passive
    write(lemma, in: &candidate, of: &sentence)
    append(candidate, to: &sentence)
  }

  /// «крупнейшего» of «крупнейший»: up to the last ш, and -ий.
  private func superlative(
    _ candidate: inout ReadingCandidate, _ sentence: inout SentenceReadings
  ) {
    var end = form.count
    // ш is D1 88.
    while end >= 2, form[end - 2] != 0xD1 || form[end - 1] != 0x88 { end -= 1 }
    guard end > 4 else { return }
    write(Array(form[..<end]) + Self.soft, in: &candidate, of: &sentence)
  }

  /// «знанья» of «знанье», «Григорьевна» of «Григорьевна», where the dictionary has -ие, -иевна.
  private func softSign(
    _ reading: Reading, _ candidate: inout ReadingCandidate, _ sentence: inout SentenceReadings,
    _ morphology: Morphology
  ) {
    guard form.count > 6, form.dropFirst(4).contains(0x8C) else { return }
    var lemma = morphology.lemmaBytes(of: reading, form: form.span)
    var index = 0
    while index < lemma.count, index < form.count, lemma[index] == form[index] { index += 1 }
    // и is D0 B8, ь is D1 8C.
    guard index + 3 < lemma.count, index + 1 < form.count, lemma[index] == 0xD0,
      lemma[index + 1] == 0xB8, form[index] == 0xD1, form[index + 1] == 0x8C,
      lemma[index + 2] == 0xD0, lemma[index + 3] == 0xB5
    else { return }
    lemma[index] = 0xD1
    lemma[index + 1] = 0x8C
    write(lemma, in: &candidate, of: &sentence)
  }

  private func participleLemma(_ reading: Reading, _ morphology: Morphology) -> [UInt8]? {
    let kept: Grammemes = [.active, .passive, .present, .past]
    let wanted = reading.grammemes.intersection(kept)
      .union([.masculine, .singular, .nominative])
    return folded(firstSlot(of: reading, with: wanted, .participle, morphology))
  }

  private func firstSlot(
    of reading: Reading, with wanted: Grammemes, _ partOfSpeech: PartOfSpeech,
    _ morphology: Morphology
  ) -> [UInt8]? {
    guard reading.paradigm != .max else { return nil }
    for (number, slot) in morphology.dictionary.slotRange(of: Int(reading.paradigm)).enumerated() {
      let tag = morphology.dictionary.slot(slot).tag
      guard morphology.dictionary.partOfSpeech(ofTag: tag) == partOfSpeech,
        morphology.dictionary.grammemes(ofTag: tag).isSuperset(of: wanted)
      else { continue }
      return morphology.writtenForm(slot: number, of: reading, form: form.span, isLemma: true)
    }
    return nil
  }

  private func folded(_ bytes: [UInt8]?) -> [UInt8]? {
    guard let bytes else { return nil }
    var result = [UInt8]()
    Folding.fold(bytes, into: &result)
    return result
  }

  /// The adverb of an adjective: «быстрый» gives «быстро».
  private func adverb(of lemma: [UInt8]) -> [UInt8]? {
    if let irregular = Self.irregularAdverbs[LemmaKey(folded: lemma)] { return irregular }
    guard lemma.count > 6 else { return nil }
    let ending = Array(lemma.suffix(4))
    let stem = Array(lemma.dropLast(4))
    if ending == Self.hard || ending == Self.stressed { return stem + Self.letterO }
    guard ending == Self.soft, let last = stem.last else { return nil }
    // г, к, х
    let isVelar = [0xB3, 0xBA, 0x85].contains(last)
    return stem + (isVelar ? Self.letterO : Self.letterE)
  }

  private static let reflexive = Array("ся".utf8)
  private static let shortReflexive = Array("сь".utf8)
  private static let hard = Array("ый".utf8)
  private static let stressed = Array("ой".utf8)
  private static let soft = Array("ий".utf8)
  private static let letterO = Array("о".utf8)
  private static let letterE = Array("е".utf8)
  private static let irregularAdverbs: [LemmaKey: [UInt8]] = {
    let pairs = ["хороший": "хорошо", "большой": "много", "маленький": "мало", "малый": "мало"]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { (LemmaKey(folded: $0.utf8), Array($1.utf8)) })
  }()

  /// Adds what a word that the dictionary does not have may be besides its predictions.
  func addUnknown(
    at index: Int, to sentence: inout SentenceReadings, _ morphology: Morphology
  ) {
    guard !word.isKnown || (isCapitalized && word.capitals == .all), form.count >= 2,
      form[0] >= 0xD0, form[0] <= 0xD1
    else { return }
    var candidate = ReadingCandidate(
      lemma: LemmaKey(rawValue: word.form), tag: ContextTag(.properNoun), prior: 48,
      convention: .unchanged, reading: Int32(index))
    if form.last == 0x2E { return addInitial(candidate, &sentence) }
    write(form, in: &candidate, of: &sentence)
    if isCapitalized { append(candidate, to: &sentence) }
    candidate.tag = ContextTag(.noun)
    append(candidate, to: &sentence)
    candidate.tag = ContextTag(.interjection)
    append(candidate, to: &sentence)
    guard isCapitalized, form.count >= 8 else { return }
    candidate.convention = .stripped
    for rule in NameEnding.all where morphology.ends(form.span, with: rule.ending) {
      let stem = Array(form.dropLast(rule.ending.count))
      candidate.tag = ContextTag(.properNoun, .noun, rule.grammemes)
      write(stem + rule.nominative, in: &candidate, of: &sentence)
      append(candidate, to: &sentence)
    }
  }

  /// «А.» is an initial.
  private func addInitial(_ candidate: ReadingCandidate, _ sentence: inout SentenceReadings) {
    guard isCapitalized, form.count == 3 else { return }
    var candidate = candidate
    candidate.prior = 1
    write(Array(form.dropLast()), in: &candidate, of: &sentence)
    append(candidate, to: &sentence)
  }

  func addCounted(
    _ reading: CountedReading, at index: Int, to sentence: inout SentenceReadings
  ) {
    let candidate = ReadingCandidate(
      lemma: reading.lemma, tag: reading.tag, prior: 60, convention: .counted,
      reading: Int32(index), written: -2 - reading.record)
    for index in Int(word.first)..<sentence.candidates.count {
      let other = sentence.candidates[index]
      if other.lemma == reading.lemma, other.tag.partOfSpeech == reading.tag.partOfSpeech,
        other.convention != .counted
      {
        return
      }
    }
    append(candidate, to: &sentence)
  }

  /// Writes out the lemmas of all candidates: those of a form that is not the one in the text.
  func writeLemmas(of sentence: inout SentenceReadings, _ morphology: Morphology) {
    for index in Int(word.first)..<sentence.candidates.count
    where sentence.candidates[index].written == -1 {
      let reading = sentence.readings[Int(sentence.candidates[index].reading)]
      sentence.candidates[index].written = sentence.write(
        morphology.lemmaBytes(of: reading, form: form.span))
    }
  }

  private func write(
    _ lemma: [UInt8], in candidate: inout ReadingCandidate, of sentence: inout SentenceReadings
  ) {
    candidate.lemma = LemmaKey(folded: lemma)
    candidate.written = sentence.write(lemma)
  }

  /// Appends a candidate unless one like it is there.
  private func append(_ candidate: ReadingCandidate, to sentence: inout SentenceReadings) {
    for index in Int(word.first)..<sentence.candidates.count
    where sentence.candidates[index].lemma == candidate.lemma
      && sentence.candidates[index].tag == candidate.tag
    {
      sentence.candidates[index].prior = min(sentence.candidates[index].prior, candidate.prior)
      return
    }
    sentence.candidates.append(candidate)
  }
}

extension ContextTag {
  mutating func replacePartOfSpeech(_ partOfSpeech: UniversalPartOfSpeech) {
    rawValue = (rawValue & ~31) | UInt32(partOfSpeech.number)
  }

  mutating func clearForm() { rawValue &= ~(15 &<< Self.formShift) }
}
