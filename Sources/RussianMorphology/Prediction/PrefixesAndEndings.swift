/// Unknown words by what they start and end with.
extension Morphology {
  /// «супервыгодный»: a known prefix before a known word.
  func appendWithKnownPrefix(_ form: Span<UInt8>, into result: inout [Reading]) -> Bool {
    for length in KnownPrefixes.lengths(in: form) {
      appendRest(form, after: length, weight: 1, into: &result)
      if !result.isEmpty { return true }
    }
    return false
  }

  /// «кэшзаявка»: one to five letters before a known word of three or more.
  func appendWithUnknownPrefix(_ form: Span<UInt8>, into result: inout [Reading]) {
    var length = 0
    for _ in 0..<5 {
      guard length < form.count else { return }
      length += Alphabet.letter(form, length).length
      guard form.count - length >= 6 else { return }
      appendRest(form, after: length, weight: 0.5, into: &result)
    }
  }

  private func appendRest(
    _ form: Span<UInt8>, after length: Int, weight: Float, into result: inout [Reading]
  ) {
    let value = dictionary.forms.value(of: form.extracting(length..<form.count))
    guard value != Automaton.noValue else { return }
    let count = Int(value & 0xFF)
    guard count < MorphologicalDictionary.aliasMark else { return }
    let first = Int(value >> 8)
    let start = result.count
    for index in first..<(first + count) {
      let entry = dictionary.entry(index)
      append(
        form, paradigm: entry.paradigm, slot: UInt16(entry.slot),
        probability: Float(entry.probability) / 65_535 * weight, source: .prediction,
        outerPrefix: length, into: &result)
    }
    for index in (start..<result.count).reversed()
    where !isProductive(result[index].partOfSpeech, result[index].grammemes) {
      result.remove(at: index)
    }
  }

  /// By the longest known ending of up to five letters, with the counts of the words that have it.
  func appendByEnding(_ form: Span<UInt8>, into result: inout [Reading]) {
    let start = result.count
    var best: Float = 0
    for (number, automaton) in dictionary.endings.enumerated().reversed() {
      let prefix = Self.paradigmPrefixes[number]
      guard starts(form, with: prefix) else { continue }
      for value in endingValues(form, automaton, after: prefix.count) {
        let before = result.count
        appendPredictions(form, value: value, into: &result)
        if result.count > before { break }
      }
    }
    for index in start..<result.count { best = max(best, result[index].probability) }
    for index in start..<result.count { result[index].probability *= 0.5 / best }
  }

  private static let paradigmPrefixes = DictionarySource.paradigmPrefixes.map { Array($0.utf8) }

  /// The values of the endings of `form`, longest first.
  private func endingValues(
    _ form: Span<UInt8>, _ automaton: Automaton, after start: Int
  ) -> [UInt32] {
    var values = [UInt32]()
    var state = automaton.root
    var index = form.count
    while index > start {
      let (letter, length) = Alphabet.letter(form, before: index)
      guard letter != 0 else { break }
      state = automaton.next(state, letter)
      guard state != 0 else { break }
      index -= length
      // At least one letter must stay before the ending.
      guard index > start else { break }
      let value = automaton.value(state)
      if value != Automaton.noValue { values.append(value) }
    }
    return values.reversed()
  }

  private func appendPredictions(
    _ form: Span<UInt8>, value: UInt32, into result: inout [Reading]
  ) {
    let first = Int(value >> 8)
    for index in first..<(first + Int(value & 0xFF)) {
      let offset = index * 8
      let count = dictionary.predictions.load32(offset)
      let paradigm = UInt16(truncatingIfNeeded: dictionary.predictions.load16(offset + 4))
      let slotIndex = UInt16(truncatingIfNeeded: dictionary.predictions.load16(offset + 6))
      let slots = dictionary.slotRange(of: Int(paradigm))
      guard slots.lowerBound + Int(slotIndex) < slots.upperBound else { continue }
      let slot = dictionary.slot(slots.lowerBound + Int(slotIndex))
      let grammemes = dictionary.grammemes(ofTag: slot.tag)
      guard isProductive(dictionary.partOfSpeech(ofTag: slot.tag), grammemes),
        ends(form, withString: slot.suffix), starts(form, withString: slot.prefix)
      else { continue }
      append(
        form, paradigm: paradigm, slot: slotIndex, probability: Float(count),
        source: .prediction, into: &result)
    }
  }

  private func ends(_ form: Span<UInt8>, withString index: Int) -> Bool {
    let range = dictionary.stringRange(index)
    let start = form.count - range.count
    guard start >= 0 else { return false }
    for offset in 0..<range.count
    where dictionary.foldedStrings.byte(range.lowerBound + offset) != folded(form, start + offset) {
      return false
    }
    return true
  }

  private func starts(_ form: Span<UInt8>, withString index: Int) -> Bool {
    let range = dictionary.stringRange(index)
    guard form.count >= range.count else { return false }
    for offset in 0..<range.count
    where dictionary.foldedStrings.byte(range.lowerBound + offset) != form[offset] { return false }
    return true
  }

  /// The byte at `index` with ё → е.
  private func folded(_ form: Span<UInt8>, _ index: Int) -> UInt8 {
    let byte = form[index]
    if byte == 0x91, index > 0, form[index - 1] == 0xD1 { return 0xB5 }
    if byte == 0xD1, index + 1 < form.count, form[index + 1] == 0x91 { return 0xD0 }
    return byte
  }
}
