import ServiceStandards

/// What few rules have.
private struct RareParts: Codable {
  var frequency: Frequency?
  var dependence: RuleDependence?
  /// Replacements of single phrases, by their place.
  var replacements: [Int: [Replacement]] = [:]
  /// Speakers of single phrases, by their place.
  var speakers: [Int: FindingRule.Scope] = [:]
  /// Places of the phrases whose words alone decide.
  var certain: Set<Int> = []

  init(_ rule: FindingRule) {
    frequency = rule.frequency
    dependence = rule.dependence
    for (index, phrase) in rule.phrases.enumerated() {
      replacements[index] = phrase.replacements
      speakers[index] = phrase.speaker
      if phrase.isCertain { certain.insert(index) }
    }
  }

  var isEmpty: Bool {
    frequency == nil && dependence == nil && replacements.isEmpty && speakers.isEmpty
      && certain.isEmpty
  }
}

/// Rules are kept as columns: there are hundreds of them with thousands of phrases, and most differ
/// in little. What few rules have is for a coder.
extension NumberWriter {
  mutating func write(_ rules: [CompiledRule], by coder: some ArchiveCoder) throws {
    let bare = rules.map(\.rule)
    write(bare.map(\.id))
    write(bare.map(\.clause))
    write(bare.map(\.category))
    write(bare.map(\.severity))
    write(bare.map(\.speaker))
    write(bare.map { $0.detector.map { [$0] } ?? [] })
    write(bare.map { $0.replacements.map(\.description) })
    write(bare.map(\.say))
    write(bare.map(\.firesOnce))
    write(bare.map(\.isCertain))
    write(rules.map(\.set.number))
    write(rules.map(\.lookup.number))
    write(rules.map(\.firm))
    write(rules.map(\.detectorCircumstances).numbers)
    for rule in rules {
      write(rule.circumstances.numbers)
      write(rule.rule.phrases.map(\.confidence.bitPattern))
      write(rule.rule.phrases.map(\.isReview))
    }
    let rare = bare.enumerated().map { ($0, RareParts($1)) }.filter { !$1.isEmpty }
    write(try coder.encode(Dictionary(uniqueKeysWithValues: rare)))
  }
}

extension NumberReader {
  /// Reads the rules that a `NumberWriter` wrote.
  mutating func rules(by coder: some ArchiveCoder) throws -> [CompiledRule] {
    let ids = try texts()
    let columns = (
      clauses: try texts(), categories: try cases(Category.self),
      severities: try cases(Severity.self), speakers: try cases(FindingRule.Scope.self),
      detectors: try listsOfCases(FindingRule.Detector.self),
      replacements: try listsOfTexts().map(Self.replacements), say: try listsOfTexts(),
      once: try flags(), certain: try flags()
    )
    let places = (
      sets: try numbers(Int32.self), lookups: try numbers(Int32.self), firm: try listsOfNumbers(),
      detectors: try [CompiledCircumstances](numbers: numbers())
    )
    try Self.require(
      ids.count, columns.clauses.count, columns.categories.count, columns.severities.count,
      columns.speakers.count, columns.detectors.count, columns.replacements.count,
      columns.say.count, columns.once.count, columns.certain.count, places.sets.count,
      places.lookups.count, places.firm.count, places.detectors.count)
    var phrases: [PhraseColumns] = []
    for _ in ids { phrases.append(try PhraseColumns(from: &self)) }
    let rare = try coder.decode([Int: RareParts].self, from: numbers())
    return ids.indices.map { index in
      var rule = FindingRule(
        id: ids[index], category: columns.categories[index], clause: columns.clauses[index],
        severity: columns.severities[index], speaker: columns.speakers[index],
        phrases: phrases[index].phrases(with: rare[index]),
        detector: columns.detectors[index].first, replacements: columns.replacements[index],
        say: columns.say[index])
      rule.firesOnce = columns.once[index]
      rule.isCertain = columns.certain[index]
      rule.frequency = rare[index]?.frequency
      rule.dependence = rare[index]?.dependence
      return CompiledRule(
        rule: rule, set: PhraseSet(number: places.sets[index]),
        circumstances: phrases[index].circumstances,
        detectorCircumstances: places.detectors[index],
        lookup: PhraseSet(number: places.lookups[index]), firm: places.firm[index])
    }
  }

  static func replacements(_ texts: [String]) throws(Damaged) -> [Replacement] {
    var result: [Replacement] = []
    for text in texts {
      guard let replacement = Replacement(notation: text) else { throw Damaged() }
      result.append(replacement)
    }
    return result
  }
}

/// The columns of a rule's phrases.
private struct PhraseColumns {
  let circumstances: [CompiledCircumstances]
  private let confidences: [UInt64]
  private let reviews: [Bool]

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    circumstances = try [CompiledCircumstances](numbers: archive.numbers())
    confidences = try archive.numbers()
    reviews = try archive.flags()
    try NumberReader.require(circumstances.count, confidences.count, reviews.count)
  }

  func phrases(with rare: RareParts?) -> [RulePhrase] {
    confidences.indices.map { index in
      RulePhrase(
        replacements: rare?.replacements[index], isReview: reviews[index],
        confidence: Double(bitPattern: confidences[index]), speaker: rare?.speakers[index],
        isCertain: rare?.certain.contains(index) == true)
    }
  }
}
