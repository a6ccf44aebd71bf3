import RussianText

/// Reads word forms: lemma, part of speech and grammemes, of known and unknown words.
///
/// A value type over a shared read-only dictionary; its methods may be called from any thread.
public struct Morphology: Sendable {
  public let dictionary: MorphologicalDictionary
  /// Words that look like diminutives but live on their own («карточка», «ручка»).
  public let lexicalised: Set<LemmaKey>
  /// Words of the user's own.
  public let ownWords: OwnWords

  public init(
    dictionary: MorphologicalDictionary, lexicalised: Set<LemmaKey> = [],
    ownWords: OwnWords = OwnWords()
  ) {
    self.dictionary = dictionary
    self.lexicalised = lexicalised
    self.ownWords = ownWords
  }

  /// All readings of `form`, best first, never empty. «ё» and «е» are the same.
  public func readings(of form: String) -> [Reading] {
    let form = Folding.plain(form)
    var result = [Reading]()
    readings(
      folded: Array(Folding.folded(form).utf8).span,
      isCapitalized: Folding.isCapitalized(form.utf8), into: &result)
    return result
  }

  /// All readings of a form in lower-case UTF-8 (``TokenizedText/folded(_:)``), best first. The
  /// result is replaced and never left empty. The hot path: reuse `result`.
  ///
  /// Complexity: linear in the length of the form for a known word.
  public func readings(
    folded form: [UInt8], isCapitalized: Bool = false, into result: inout [Reading]
  ) {
    readings(folded: form.span, isCapitalized: isCapitalized, into: &result)
  }

  /// All readings of a form in lower-case UTF-8, best first.
  public func readings(
    folded form: Span<UInt8>, isCapitalized: Bool = false, into result: inout [Reading]
  ) {
    result.removeAll(keepingCapacity: true)
    let value = dictionary.forms.value(of: form)
    if !ownWords.isEmpty, appendOwn(form, value: value, into: &result) { return }
    if value != Automaton.noValue {
      appendKnown(form, value: value, into: &result)
      if form.count == 2, isCapitalized { appendInitial(form, into: &result) }
      if !result.isEmpty { return }
    }
    predict(form, isCapitalized: isCapitalized, into: &result)
  }

  /// Appends the readings of `form` when only the dictionary has a say, whose automaton has
  /// `value` of it; `false` when it has none or others do.
  func appendOnlyKnown(
    _ form: Span<UInt8>, value: UInt32, isCapitalized: Bool, into result: inout [Reading]
  ) -> Bool {
    guard ownWords.isEmpty, value != Automaton.noValue,
      value & 0xFF != UInt32(MorphologicalDictionary.aliasMark)
    else { return false }
    let count = result.count
    appendKnown(form, value: value, into: &result)
    if form.count == 2, isCapitalized { appendInitial(form, into: &result) }
    return result.count > count
  }

  /// Whether the dictionary or a word of the user's has `form`.
  public func isKnown(_ form: String) -> Bool {
    let folded = Array(Folding.folded(form).utf8)
    return dictionary.forms.value(of: folded.span) != Automaton.noValue
      || (!ownWords.isEmpty && ownWords.slots(of: folded.span) != nil)
  }

  /// OpenCorpora's tag of a reading, such as «NOUN,inan,femn sing,accs».
  public func tag(of reading: Reading) -> String {
    if let slot = slot(of: reading) { return dictionary.tagText(slot.tag) }
    return TagParser.text(reading.partOfSpeech, reading.grammemes)
  }
}

extension Morphology {
  /// Appends the readings behind a value of the forms automaton.
  func appendKnown(_ form: Span<UInt8>, value: UInt32, into result: inout [Reading]) {
    let count = Int(value & 0xFF)
    if count == MorphologicalDictionary.aliasMark {
      appendColloquial(form, alias: Int(value >> 8), into: &result)
      return
    }
    let first = Int(value >> 8)
    var last = LemmaParts()
    for index in first..<(first &+ count) {
      let entry = dictionary.entry(index)
      append(
        form, paradigm: entry.paradigm, slot: UInt16(entry.slot),
        probability: Float(entry.probability) * (1 / 65_535), source: .dictionary,
        prior: entry.prior, last: &last, into: &result)
    }
  }

  /// What the key of a lemma is made of, and the key: the readings of a form often share it.
  struct LemmaParts {
    var prefix = -1
    var suffix = -1
    var start = 0
    var end = 0
    var key = LemmaKey(rawValue: 0)
  }

  /// Appends one reading of `form`, unless paradigm and form do not fit together. The part that
  /// the paradigm covers lies between `outerPrefix` and `outerSuffix`; `leftLemma` stands in the
  /// lemma in place of the outer prefix.
  @inline(__always)
  func append(
    _ form: Span<UInt8>, paradigm: UInt16, slot slotIndex: UInt16, probability: Float,
    source: Reading.Source, outerPrefix: Int = 0, outerSuffix: Int = 0, leftLemma: [UInt8]? = nil,
    prior: UInt8 = 0, into result: inout [Reading]
  ) {
    var last = LemmaParts()
    append(
      form, paradigm: paradigm, slot: slotIndex, probability: probability, source: source,
      outerPrefix: outerPrefix, outerSuffix: outerSuffix, leftLemma: leftLemma, prior: prior,
      last: &last, into: &result)
  }

  /// The same; `last` is of the reading of the same form before this one.
  @inline(__always)
  private func append(
    _ form: Span<UInt8>, paradigm: UInt16, slot slotIndex: UInt16, probability: Float,
    source: Reading.Source, outerPrefix: Int = 0, outerSuffix: Int = 0, leftLemma: [UInt8]? = nil,
    prior: UInt8, last: inout LemmaParts, into result: inout [Reading]
  ) {
    let slots = dictionary.slotRange(of: Int(paradigm))
    let index = slots.lowerBound &+ Int(slotIndex)
    guard index < slots.upperBound, outerPrefix < 256, outerSuffix < 256 else { return }
    let slot = dictionary.slot(index)
    let grammemes = dictionary.grammemes(ofTag: slot.tag)
    let lemmaSlot = dictionary.slot(slots.lowerBound &+ lemmaIndex(in: slots, grammemes))
    let stemStart = outerPrefix &+ dictionary.stringRange(slot.prefix).count
    let stemEnd = form.count &- outerSuffix &- dictionary.stringRange(slot.suffix).count
    guard stemStart <= stemEnd else { return }
    if last.prefix != lemmaSlot.prefix || last.suffix != lemmaSlot.suffix
      || last.start != stemStart || last.end != stemEnd
    {
      var hasher = LemmaHasher()
      if let leftLemma {
        hasher.add(leftLemma.span, 0..<leftLemma.count)
      } else if outerPrefix > 0 {
        hasher.add(form, 0..<outerPrefix)
      }
      hasher.add(dictionary.foldedStrings, dictionary.stringRange(lemmaSlot.prefix))
      hasher.add(form, stemStart..<stemEnd)
      hasher.add(dictionary.foldedStrings, dictionary.stringRange(lemmaSlot.suffix))
      last = LemmaParts(
        prefix: lemmaSlot.prefix, suffix: lemmaSlot.suffix, start: stemStart, end: stemEnd,
        key: hasher.key)
    }
    result.append(
      Reading(
        partOfSpeech: dictionary.partOfSpeech(ofTag: slot.tag),
        grammemes: grammemes, lemma: last.key,
        probability: probability, source: source, paradigm: paradigm, slot: slotIndex,
        outerPrefix: UInt8(outerPrefix), outerSuffix: UInt8(outerSuffix), prior: prior))
  }

  /// The slot of the lemma among `slots`: the first, save for surnames and patronymics of women,
  /// whose lemma is feminine («Иванова», «Петровна»).
  @inline(__always)
  func lemmaIndex(in slots: Range<Int>, _ grammemes: Grammemes) -> Int {
    guard grammemes.contains(.feminine), !grammemes.isDisjoint(with: [.surname, .patronymic]) else {
      return 0
    }
    return feminineIndex(in: slots)
  }

  private func feminineIndex(in slots: Range<Int>) -> Int {
    for (index, slot) in slots.enumerated() {
      let grammemes = dictionary.grammemes(ofTag: dictionary.slot(slot).tag)
      if grammemes.isSuperset(of: [.feminine, .singular, .nominative]) { return index }
    }
    return 0
  }

  /// The slot of the lemma in the paradigm of a reading.
  func lemmaIndex(of reading: Reading) -> Int {
    guard reading.paradigm != .max else { return 0 }
    return lemmaIndex(in: dictionary.slotRange(of: Int(reading.paradigm)), reading.grammemes)
  }

  /// The dictionary's slot of a reading, `nil` for readings by shape.
  func slot(of reading: Reading) -> DictionarySlot? {
    guard reading.paradigm != .max else { return nil }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let index = slots.lowerBound + Int(reading.slot)
    return index < slots.upperBound ? dictionary.slot(index) : nil
  }

  /// Readings of the standard form first, then the spelling's own.
  private func appendColloquial(_ form: Span<UInt8>, alias: Int, into result: inout [Reading]) {
    if let standard = standardForm(alias: alias) {
      let value = dictionary.forms.value(of: standard.span)
      if value != Automaton.noValue, value & 0xFF != UInt32(MorphologicalDictionary.aliasMark) {
        appendKnown(standard.span, value: value, into: &result)
        for index in result.indices { result[index].grammemes.insert(.colloquial) }
        preferInterjection(&result)
      }
    }
    let standards = result.count
    let own = dictionary.aliases.load32(alias * 8 + 4)
    if own & 0xFF != UInt32(MorphologicalDictionary.aliasMark) {
      appendKnown(form, value: own, into: &result)
    }
    if standards > 0, result.count > standards {
      for index in result.indices {
        result[index].probability *= index < standards ? 0.9 : 0.1
      }
    }
  }

  /// An imperative that is worn down is the interjection that it has become: «здрасте» wishes
  /// nobody health.
  private func preferInterjection(_ result: inout [Reading]) {
    guard result.first?.grammemes.contains(.imperative) == true,
      let index = result.firstIndex(where: { $0.partOfSpeech == .interjection })
    else { return }
    (result[0].probability, result[index].probability) =
      (result[index].probability, result[0].probability)
    result.insert(result.remove(at: index), at: 0)
  }

  /// The form that the colloquial spelling number `alias` stands for, in lower case.
  func standardForm(alias: Int) -> [UInt8]? {
    guard alias * 8 + 8 <= dictionary.aliases.count else { return nil }
    return dictionary.string(Int(dictionary.aliases.load32(alias * 8)))
  }
}

/// Hashes the parts of a lemma into its key; ё counts as е.
struct LemmaHasher {
  private var hash = StableHash()

  var key: LemmaKey { LemmaKey(rawValue: hash.value) }

  @inline(__always)
  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0xD1, index &+ 1 < range.upperBound, bytes[index &+ 1] == 0x91 {
        add(0xD0)
        add(0xB5)
        index &+= 2
      } else {
        add(byte)
        index &+= 1
      }
    }
  }

  @inline(__always)
  mutating func add(_ section: ByteSection, _ range: Range<Int>) {
    for index in range { add(section.byte(index)) }
  }

  @inline(__always)
  mutating func add(_ byte: UInt8) { hash.add(byte) }
}
