import RussianText

extension Morphology {
  /// The lemma of a reading of `form`, in lower case, with ё where the dictionary has it.
  public func lemma(of reading: Reading, form: String) -> String {
    let form = Folding.lowercased(form)
    let slot = lemmaIndex(of: reading)
    let bytes = writtenForm(slot: slot, of: reading, form: form.span, isLemma: true)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All forms of the paradigm of a reading of `form`, the lemma first, in lower case.
  public func forms(
    of reading: Reading, form: String
  ) -> [(form: String, grammemes: Grammemes, partOfSpeech: PartOfSpeech)] {
    let form = Folding.lowercased(form)
    guard reading.paradigm != .max else {
      return [(String(decoding: form, as: UTF8.self), reading.grammemes, reading.partOfSpeech)]
    }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    return slots.enumerated().map { index, slot in
      let tag = dictionary.slot(slot).tag
      let bytes = writtenForm(slot: index, of: reading, form: form.span)
      return (
        String(decoding: bytes, as: UTF8.self), dictionary.grammemes(ofTag: tag),
        dictionary.partOfSpeech(ofTag: tag)
      )
    }
  }

  /// The folded lemma of a reading.
  func lemmaBytes(of reading: Reading, form: Span<UInt8>) -> [UInt8] {
    if let plain = plainLemma(of: reading, form: form) { return plain }
    var folded = [UInt8]()
    let slot = lemmaIndex(of: reading)
    Folding.fold(writtenForm(slot: slot, of: reading, form: form, isLemma: true), into: &folded)
    return folded
  }

  /// The folded lemma of a reading that has nothing before its paradigm's part and is no
  /// colloquial spelling: ё, which alone would need the dictionary's entries, is folded anyway.
  private func plainLemma(of reading: Reading, form: Span<UInt8>) -> [UInt8]? {
    guard reading.outerPrefix == 0, reading.paradigm != .max,
      !reading.grammemes.contains(.colloquial)
    else { return nil }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let index = slots.lowerBound + Int(reading.slot)
    guard index < slots.upperBound else { return nil }
    let slot = dictionary.slot(index)
    let lemma = dictionary.slot(slots.lowerBound + lemmaIndex(in: slots, reading.grammemes))
    let start = dictionary.stringRange(slot.prefix).count
    let end =
      form.count - Int(reading.outerSuffix) - dictionary.stringRange(slot.suffix).count
    guard start <= end else { return nil }
    var result = dictionary.foldedStrings.bytes(dictionary.stringRange(lemma.prefix))
    result.reserveCapacity(result.count + end - start + 8)
    for index in start..<end {
      // ё is D1 91, е is D0 B5.
      if form[index] == 0x91, index > start, form[index - 1] == 0xD1 {
        result[result.count - 1] = 0xD0
        result.append(0xB5)
      } else {
        result.append(form[index])
      }
    }
    result += dictionary.foldedStrings.bytes(dictionary.stringRange(lemma.suffix))
    return result
  }

  /// The form in a slot of the reading's paradigm. `form` is in lower case.
  func writtenForm(
    slot target: Int, of reading: Reading, form: Span<UInt8>, isLemma: Bool = false
  ) -> [UInt8] {
    if let standard = standardForm(of: reading, form: form) {
      return writtenForm(slot: target, of: reading, standard: standard.span, isLemma: isLemma)
    }
    return writtenForm(slot: target, of: reading, standard: form, isLemma: isLemma)
  }

  private func writtenForm(
    slot target: Int, of reading: Reading, standard written: Span<UInt8>, isLemma: Bool
  ) -> [UInt8] {
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let outerPrefix = Int(reading.outerPrefix)
    let coreEnd = written.count - Int(reading.outerSuffix)
    guard let slot = slot(of: reading), target < slots.count, outerPrefix <= coreEnd else {
      return array(written, 0..<written.count)
    }
    let wanted = dictionary.slot(slots.lowerBound + target)
    let core = written.extracting(outerPrefix..<coreEnd)
    let stemStart = dictionary.stringRange(slot.prefix).count
    let stemEnd = core.count - dictionary.stringRange(slot.suffix).count
    guard stemStart <= stemEnd else { return array(written, 0..<written.count) }
    var result = left(of: reading, in: written, target: isLemma ? nil : target)
    result += dictionary.string(wanted.prefix)
    let restored = restoringYo(core, reading: reading)
    result += restored[stemStart..<stemEnd]
    result += dictionary.string(wanted.suffix)
    // The particle of «скажите-ка» is no part of the lemma, but stays in other forms.
    if !isLemma { result += array(written, coreEnd..<written.count) }
    return result
  }

  /// What stands before the part that the paradigm covers: a prefix as written, or the first half
  /// of a hyphenated word, inflected along where it agrees.
  private func left(of reading: Reading, in form: Span<UInt8>, target: Int?) -> [UInt8] {
    let length = Int(reading.outerPrefix)
    let written = array(form, 0..<length)
    guard length > 1, written.last == 0x2D else { return written }
    let left = form.extracting(0..<(length - 1))
    guard agreeingLemma(left: left, with: reading) != nil else { return written }
    var readings = [Reading]()
    appendKnown(left, value: dictionary.forms.value(of: left), into: &readings)
    let features: Grammemes = [.cases, .numbers, .persons, .tenses]
    guard
      let match = readings.first(where: {
        $0.partOfSpeech == reading.partOfSpeech
          && $0.grammemes.intersection(features) == reading.grammemes.intersection(features)
      })
    else { return written }
    guard let target else { return lemmaBytes(of: match, form: left) + [0x2D] }
    let slots = dictionary.slotRange(of: Int(reading.paradigm))
    let tag = dictionary.slot(slots.lowerBound + target).tag
    let wanted = dictionary.grammemes(ofTag: tag).intersection(features)
    return inflected(left, reading: match, to: wanted).map { $0 + [0x2D] } ?? written
  }

  /// `core` with ё exactly where the dictionary has it in the stem; a form the dictionary lacks
  /// stays as it is written.
  private func restoringYo(_ core: Span<UInt8>, reading: Reading) -> [UInt8] {
    let bytes = array(core, 0..<core.count)
    var value = dictionary.forms.value(of: core)
    guard value != Automaton.noValue else { return bytes }
    if value & 0xFF == UInt32(MorphologicalDictionary.aliasMark) {
      value = dictionary.aliases.load32(Int(value >> 8) * 8 + 4)
    }
    let count = Int(value & 0xFF)
    guard count < MorphologicalDictionary.aliasMark else { return bytes }
    let first = Int(value >> 8)
    for index in first..<(first + count) {
      let entry = dictionary.entry(index)
      guard entry.paradigm == reading.paradigm, UInt16(entry.slot) == reading.slot else { continue }
      var folded = [UInt8]()
      Folding.fold(bytes, into: &folded)
      for position in [entry.firstYo, entry.secondYo] where position != 0 {
        putYo(at: Int(position), in: &folded)
      }
      return folded
    }
    return bytes
  }

  private func putYo(at position: Int, in bytes: inout [UInt8]) {
    var letters = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      letters += 1
      guard letters == position else { continue }
      if index + 1 < bytes.count, bytes[index] == 0xD0, bytes[index + 1] == 0xB5 {
        bytes[index] = 0xD1
        bytes[index + 1] = 0x91
      }
      return
    }
  }

  /// The standard form when the reading of a colloquial spelling is that of its standard form.
  private func standardForm(of reading: Reading, form: Span<UInt8>) -> [UInt8]? {
    let value = dictionary.forms.value(of: form)
    guard value != Automaton.noValue, value & 0xFF == UInt32(MorphologicalDictionary.aliasMark),
      let standard = standardForm(alias: Int(value >> 8))
    else { return nil }
    let own = dictionary.aliases.load32(Int(value >> 8) * 8 + 4)
    for index in Int(own >> 8)..<(Int(own >> 8) + Int(own & 0xFF)) {
      let entry = dictionary.entry(index)
      if entry.paradigm == reading.paradigm, UInt16(entry.slot) == reading.slot { return nil }
    }
    return standard
  }

  func array(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result = [UInt8]()
    result.reserveCapacity(range.count)
    for index in range { result.append(bytes[index]) }
    return result
  }
}
