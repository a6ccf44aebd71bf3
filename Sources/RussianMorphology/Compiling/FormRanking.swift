import RussianText

/// Orders the readings of a form: by P(tag | form) of the OpenCorpora corpus where it knows the
/// form, else by how common such tags are.
struct FormRanking {
  /// P(tag | form) × 10⁶ by the hash of "form:TAG", and the forms that have any.
  private var probabilities: [UInt64: Int] = [:]
  private var known: Set<UInt64> = []
  private let tags: [[UInt8]]
  private let priors: [Float]
  private let counts: ReadingCounts

  init(_ source: DictionarySource, table: ParadigmTable) throws(DictionaryError) {
    tags = table.tags.map { Array($0.utf8) }
    priors = table.tags.map(Self.prior(of:))
    counts = ReadingCounts(source.readingCounts)
    var probabilities: [UInt64: Int] = [:]
    var known: Set<UInt64> = []
    var folded = [UInt8]()
    try DawgReader(source.probabilities).visit { (key, value) throws(DictionaryError) in
      guard value > 0, let colon = key.lastIndex(of: 0x3A) else { return }
      folded.removeAll(keepingCapacity: true)
      Folding.fold(key[..<colon], into: &folded)
      let form = LemmaKey(folded: folded).rawValue
      known.insert(form)
      // «все» and «всё» share a form: what was written with е comes first in order of bytes.
      let tag = Self.hash(form, key[(colon + 1)...])
      if probabilities[tag] == nil { probabilities[tag] = value }
    }
    self.probabilities = probabilities
    self.known = known
  }

  /// Sets the probabilities of the entries of a folded form and orders them, best first.
  func rank(_ entries: inout [FormEntry], form letters: [UInt8], table: ParadigmTable) {
    let form = LemmaKey(folded: letters).rawValue
    guard entries.count > 1 else {
      if !entries.isEmpty {
        entries[0].probability = .max
        entries[0].prior = FormEntry.prior(1)
      }
      return
    }
    let tagsOfEntries = entries.map { entry in
      table.slot(Int(entry.paradigm), Int(entry.slot))?.tag ?? 0
    }
    var weights = tagsOfEntries.map { priors[$0] }
    if known.contains(form) {
      let counted = tagsOfEntries.map { Float(probabilities[Self.hash(form, tags[$0])] ?? 0) }
      if counted.contains(where: { $0 > 0 }) {
        // The prior only breaks ties.
        weights = zip(counted, weights).map { $0 / 1e6 + $1 * 1e-4 }
      }
    }
    // An added lexeme is there because the dictionary's own is not what people mean.
    let best = weights.max() ?? 1
    for index in entries.indices where Int(entries[index].paradigm) >= table.addedStart {
      weights[index] = best * 2
    }
    let total = weights.reduce(0, +)
    for index in entries.indices { entries[index].prior = FormEntry.prior(weights[index] / total) }
    weights = counts.adjusted(weights.map { $0 / total }, form: form) {
      Self.lemma(of: entries[$0], form: letters, table: table)
    }
    for index in entries.indices {
      entries[index].probability = UInt16(max(1, min(65_535, weights[index] * 65_535)))
    }
    let order = entries.indices.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
    entries = order.map { entries[$0] }
  }

  /// The lemma and the universal part of speech of an entry of a folded form.
  private static func lemma(
    of entry: FormEntry, form: [UInt8], table: ParadigmTable
  ) -> (LemmaKey, UniversalPartOfSpeech) {
    guard let slot = table.slot(Int(entry.paradigm), Int(entry.slot)),
      let first = table.slot(Int(entry.paradigm), 0)
    else { return (LemmaKey(folded: form), .other) }
    let stem = form.dropFirst(table.strings[slot.prefix].utf8.count)
      .dropLast(table.strings[slot.suffix].utf8.count)
    var lemma = Array(Folding.folded(table.strings[first.prefix]).utf8)
    lemma += stem
    lemma += Folding.folded(table.strings[first.suffix]).utf8
    let (partOfSpeech, grammemes) = TagParser.parse(table.tags[slot.tag])
    let key = LemmaKey(folded: lemma)
    let reading = Reading(
      partOfSpeech: partOfSpeech, grammemes: grammemes, lemma: key, probability: 0,
      source: .dictionary)
    return (key, UniversalPartOfSpeech(reading))
  }

  private static func hash(_ form: UInt64, _ tag: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash(continuing: form)
    hash.add(tag)
    return hash.value
  }

  /// How likely a tag is with nothing known of the form.
  private static func prior(of text: String) -> Float {
    let (partOfSpeech, grammemes) = TagParser.parse(text)
    var prior: Float = 1
    switch partOfSpeech {
    case .shortAdjective, .shortParticiple, .gerund: prior *= 0.6
    case .interjection: prior *= 0.5
    default: break
    }
    if !grammemes.isDisjoint(with: [.archaic, .erroneous, .distorted]) { prior *= 0.1 }
    if !grammemes.isDisjoint(with: [.colloquial, .slang, .literary]) { prior *= 0.3 }
    if !grammemes.isDisjoint(with: [.firstName, .surname, .patronymic, .place, .organisation]) {
      prior *= 0.3
    }
    if grammemes.contains(.abbreviation) { prior *= 0.2 }
    if !grammemes.isDisjoint(with: [.vocative, .secondGenitive, .secondAccusative]) {
      prior *= 0.2
    }
    if grammemes.contains(.imperative) { prior *= 0.4 }
    if grammemes.contains(.nominative) { prior *= 1.3 }
    if grammemes.contains(.genitive) { prior *= 1.2 }
    return prior
  }
}
