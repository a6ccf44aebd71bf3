import ServiceStandards

/// A rule's phrases in columns: there are thousands, and most differ in nothing.
extension CompiledRule: Codable {
  private enum Key: String, CodingKey {
    case rule, set, circumstances, detectorCircumstances, lookup
    case confidences, reviews, replacements
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    rule = try container.decode(FindingRule.self, forKey: .rule)
    set = try container.decode(PhraseSet.self, forKey: .set)
    circumstances = try [CompiledCircumstances](
      numbers: container.decode([Int32].self, forKey: .circumstances))
    detectorCircumstances = try container.decode(
      CompiledCircumstances.self, forKey: .detectorCircumstances)
    lookup = try container.decode(PhraseSet.self, forKey: .lookup)
    let confidences = try container.decode([Double].self, forKey: .confidences)
    let reviews = Set(try container.decode([Int].self, forKey: .reviews))
    let replacements = try container.decode([Int: [Replacement]].self, forKey: .replacements)
    guard confidences.count == circumstances.count else { throw NumberReader.Damaged() }
    rule.phrases = confidences.enumerated().map { index, confidence in
      RulePhrase(
        replacements: replacements[index], isReview: reviews.contains(index),
        confidence: confidence)
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let phrases = rule.phrases
    var bare = rule
    bare.phrases = []
    try container.encode(bare, forKey: .rule)
    try container.encode(set, forKey: .set)
    try container.encode(circumstances.numbers, forKey: .circumstances)
    try container.encode(detectorCircumstances, forKey: .detectorCircumstances)
    try container.encode(lookup, forKey: .lookup)
    try container.encode(phrases.map(\.confidence), forKey: .confidences)
    try container.encode(
      phrases.indices.filter { phrases[$0].isReview }, forKey: .reviews)
    var replacements: [Int: [Replacement]] = [:]
    for (index, phrase) in phrases.enumerated() { replacements[index] = phrase.replacements }
    try container.encode(replacements, forKey: .replacements)
  }
}
