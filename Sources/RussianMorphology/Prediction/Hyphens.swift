/// Words with hyphens that the dictionary does not have as a whole.
extension Morphology {
  /// «скажите-ка», «он-то»: the particle is not part of the lemma.
  func appendWithoutParticle(_ form: Span<UInt8>, into result: inout [Reading]) -> Bool {
    for particle in Self.particles where form.count > particle.count + 2 {
      let length = form.count - particle.count
      guard ends(form, with: particle) else { continue }
      let core = form.extracting(0..<length)
      let value = dictionary.forms.value(of: core)
      if value != Automaton.noValue {
        appendInner(form, length..<form.count, value: value, into: &result)
      } else {
        appendByEnding(core, into: &result)
        for index in result.indices { result[index].outerSuffix = UInt8(particle.count) }
      }
      if !result.isEmpty { return true }
    }
    return false
  }

  private static let particles: [[UInt8]] = [
    "-то", "-ка", "-таки", "-де", "-тко", "-тка", "-с", "-ста",
  ].map { Array($0.utf8) }

  /// «по-клиентски», «по-вашему» as adverbs.
  func appendAdverbWithPo(_ form: Span<UInt8>, into result: inout [Reading]) -> Bool {
    let prefix: [UInt8] = Array("по-".utf8)
    guard form.count > prefix.count + 6, starts(form, with: prefix) else { return false }
    let core = form.extracting(prefix.count..<form.count)
    let isAdverb: Bool
    if ends(core, with: Array("ски".utf8)) || ends(core, with: Array("цки".utf8)) {
      isAdverb = true
    } else {
      isAdverb = anyReading(core) {
        $0.partOfSpeech == .adjective && $0.grammemes.isSuperset(of: [.singular, .dative])
      }
    }
    guard isAdverb else { return false }
    append(shape: .adverb, form, into: &result)
    return true
  }

  /// «интернет-магазина», «человека-паука»: by the part after the last hyphen; where the part
  /// before agrees with it, both are inflected.
  func appendHyphenated(
    _ form: Span<UInt8>, isCapitalized: Bool, into result: inout [Reading]
  ) -> Bool {
    guard let hyphen = lastHyphen(form), hyphen >= 2, hyphen + 3 <= form.count else { return false }
    let left = form.extracting(0..<hyphen)
    let right = form.extracting((hyphen + 1)..<form.count)
    var rights = [Reading]()
    let value = dictionary.forms.value(of: right)
    if value != Automaton.noValue {
      appendInner(right, 0..<0, value: value, into: &rights)
    } else {
      appendByEnding(right, into: &rights)
    }
    for reading in rights where reading.paradigm != .max {
      let leftLemma = agreeingLemma(left: left, with: reading)
      append(
        form, paradigm: reading.paradigm, slot: reading.slot,
        probability: reading.probability * (leftLemma == nil ? 0.5 : 1),
        source: .prediction, outerPrefix: hyphen + 1, leftLemma: leftLemma, into: &result)
    }
    return !result.isEmpty
  }

  /// The folded lemma of `left`, with the hyphen, when it agrees with `right` in part of speech,
  /// case and number; else `nil`.
  func agreeingLemma(left: Span<UInt8>, with right: Reading) -> [UInt8]? {
    var readings = [Reading]()
    let value = dictionary.forms.value(of: left)
    guard value != Automaton.noValue else { return nil }
    appendKnown(left, value: value, into: &readings)
    let features: Grammemes = [.cases, .numbers, .persons, .tenses]
    guard
      let match = readings.first(where: {
        $0.partOfSpeech == right.partOfSpeech
          && $0.grammemes.intersection(features) == right.grammemes.intersection(features)
      })
    else { return nil }
    return lemmaBytes(of: match, form: left) + [0x2D]
  }

  /// Appends the readings of `form` without the bytes in `outer`, which lie at its end.
  private func appendInner(
    _ form: Span<UInt8>, _ outer: Range<Int>, value: UInt32, into result: inout [Reading]
  ) {
    var value = value
    if value & 0xFF == UInt32(MorphologicalDictionary.aliasMark) {
      value = dictionary.aliases.load32(Int(value >> 8) * 8 + 4)
    }
    let count = Int(value & 0xFF)
    guard count < MorphologicalDictionary.aliasMark else { return }
    let first = Int(value >> 8)
    for index in first..<(first + count) {
      let entry = dictionary.entry(index)
      append(
        form, paradigm: entry.paradigm, slot: UInt16(entry.slot),
        probability: Float(entry.probability) / 65_535, source: .prediction,
        outerSuffix: outer.count, into: &result)
    }
  }

  private func lastHyphen(_ form: Span<UInt8>) -> Int? {
    for index in form.indices.reversed() where form[index] == 0x2D { return index }
    return nil
  }

  private func anyReading(_ form: Span<UInt8>, where test: (Reading) -> Bool) -> Bool {
    var readings = [Reading]()
    let value = dictionary.forms.value(of: form)
    guard value != Automaton.noValue else { return false }
    appendKnown(form, value: value, into: &readings)
    return readings.contains(where: test)
  }

  func ends(_ form: Span<UInt8>, with suffix: [UInt8]) -> Bool {
    let start = form.count - suffix.count
    guard start >= 0 else { return false }
    for index in suffix.indices where form[start + index] != suffix[index] { return false }
    return true
  }

  func starts(_ form: Span<UInt8>, with prefix: [UInt8]) -> Bool {
    guard form.count >= prefix.count else { return false }
    for index in prefix.indices where form[index] != prefix[index] { return false }
    return true
  }
}
