import ServiceStandards

/// What a compiled rule holds besides its phrases: there are thousands of those, and most differ
/// in nothing, so that they are kept as columns of numbers.
struct RuleParts: Codable {
  fileprivate var rule: FindingRule
  fileprivate var set: PhraseSet
  fileprivate var detectorCircumstances: CompiledCircumstances
  fileprivate var lookup: PhraseSet
  fileprivate var firm: [Int32]
  /// Replacements of single phrases, by their place.
  fileprivate var replacements: [Int: [Replacement]]
  /// Speakers of single phrases, by their place.
  fileprivate var speakers: [Int: FindingRule.Scope]
}

extension NumberWriter {
  /// Writes how many rules there are and the columns of their phrases; the rest is for a coder.
  mutating func write(_ rules: [CompiledRule]) -> [RuleParts] {
    write(rules.count)
    return rules.map { rule in
      let phrases = rule.rule.phrases
      write(rule.circumstances.numbers)
      write(phrases.map(\.confidence.bitPattern))
      write(phrases.map(\.isReview))
      var bare = rule.rule
      bare.phrases = []
      let replacements = phrases.enumerated().compactMap { index, phrase in
        phrase.replacements.map { (index, $0) }
      }
      let speakers = phrases.enumerated().compactMap { index, phrase in
        phrase.speaker.map { (index, $0) }
      }
      return RuleParts(
        rule: bare, set: rule.set, detectorCircumstances: rule.detectorCircumstances,
        lookup: rule.lookup, firm: rule.firm,
        replacements: Dictionary(uniqueKeysWithValues: replacements),
        speakers: Dictionary(uniqueKeysWithValues: speakers))
    }
  }
}

/// The columns of a rule's phrases, as `writeColumns` wrote them.
struct RuleColumns {
  private let circumstances: [CompiledCircumstances]
  private let confidences: [UInt64]
  private let reviews: [Bool]

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    circumstances = try [CompiledCircumstances](numbers: archive.numbers())
    confidences = try archive.numbers()
    reviews = try archive.flags()
    guard confidences.count == circumstances.count, reviews.count == confidences.count else {
      throw NumberReader.Damaged()
    }
  }

  fileprivate func rule(with parts: RuleParts) -> CompiledRule {
    var rule = parts.rule
    rule.phrases = confidences.indices.map { index in
      RulePhrase(
        replacements: parts.replacements[index], isReview: reviews[index],
        confidence: Double(bitPattern: confidences[index]), speaker: parts.speakers[index])
    }
    return CompiledRule(
      rule: rule, set: parts.set, circumstances: circumstances,
      detectorCircumstances: parts.detectorCircumstances, lookup: parts.lookup, firm: parts.firm)
  }
}

extension NumberReader {
  /// Reads the columns of rules that a `NumberWriter` wrote.
  mutating func ruleColumns() throws(Damaged) -> [RuleColumns] {
    var columns: [RuleColumns] = []
    for _ in 0..<max(0, try integer()) { columns.append(try RuleColumns(from: &self)) }
    return columns
  }
}

extension [RuleColumns] {
  /// The rules that the columns and the rest make up.
  func rules(with parts: [RuleParts]) throws(NumberReader.Damaged) -> [CompiledRule] {
    guard parts.count == count else { throw NumberReader.Damaged() }
    return zip(self, parts).map { $0.rule(with: $1) }
  }
}
