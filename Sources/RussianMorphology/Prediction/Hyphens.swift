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
      // «посмотрите-ка» asks for something.
      if Self.askingParticles.contains(particle) {
        for index in result.indices where result[index].grammemes.contains(.imperative) {
          result[index].probability *= 10
        }
      }
      // «да-с» joins nothing.
      for index in result.indices where result[index].partOfSpeech == .conjunction {
        result[index].probability *= 0.1
      }
      if !result.isEmpty { return true }
    }
    return false
  }

  private static let particles: [[UInt8]] = [
    "-то", "-ка", "-таки", "-де", "-тко", "-тка", "-с", "-ста",
  ].map { Array($0.utf8) }

  private static let askingParticles: [[UInt8]] = ["-ка", "-тко", "-тка"].map { Array($0.utf8) }

  /// «по-клиентски», «по-вашему» as adverbs.
  func appendAdverbWithPo(_ form: Span<UInt8>, into result: inout [Reading]) -> Bool {
    let prefix: [UInt8] = Array("по-".utf8)
    guard form.count > prefix.count + 6, starts(form, with: prefix) else { return false }
    let core = form.extracting(prefix.count..<form.count)
    let isAdverb: Bool
    if ends(core, with: Array("ски".utf8)) || ends(core, with: Array("цки".utf8)) {
      isAdverb = true
    } else {
      isAdverb = isDativeAdjective(core)
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
      var weight: Float = leftLemma == nil ? 0.5 : 1
      if leftLemma != nil, isOtherwiseAnimate(left, than: reading) { weight = 0.1 }
      append(
        form, paradigm: reading.paradigm, slot: reading.slot,
        probability: reading.probability * weight,
        source: .prediction, outerPrefix: hyphen + 1, leftLemma: leftLemma, into: &result)
    }
    return !result.isEmpty
  }

  /// The folded lemma of `left`, with the hyphen, when it agrees with `right` in part of speech,
  /// case and number; else `nil`.
  func agreeingLemma(left: Span<UInt8>, with right: Reading) -> [UInt8]? {
    guard !UnbentParts.contain(left) else { return nil }
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

  /// «банк-клиент» is a thing: no noun of the left part is alive or lifeless as the right one is.
  private func isOtherwiseAnimate(_ left: Span<UInt8>, than right: Reading) -> Bool {
    let animacy = right.grammemes.intersection([.animate, .inanimate])
    guard right.partOfSpeech == .noun, !animacy.isEmpty else { return false }
    var readings = [Reading]()
    appendKnown(left, value: dictionary.forms.value(of: left), into: &readings)
    return !readings.contains {
      $0.partOfSpeech == .noun && $0.grammemes.isSuperset(of: animacy)
    }
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

  /// Whether «нашему» or, by its ending, a word the dictionary lacks may be such an adjective.
  private func isDativeAdjective(_ form: Span<UInt8>) -> Bool {
    var readings = [Reading]()
    let value = dictionary.forms.value(of: form)
    if value != Automaton.noValue {
      appendKnown(form, value: value, into: &readings)
    } else if ends(form, with: Array("ому".utf8)) || ends(form, with: Array("ему".utf8)) {
      appendByEnding(form, into: &readings)
    }
    return readings.contains {
      $0.partOfSpeech == .adjective && $0.grammemes.isSuperset(of: [.singular, .dative])
    }
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
