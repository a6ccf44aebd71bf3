/// There are thousands of phrases, most of them plain and compiled: only what is given is written.
extension RulePhrase: Codable {
  private enum Key: String, CodingKey {
    case phrase, circumstances, replacements, isReview, confidence
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    phrase = try container.decodeIfPresent(StandardPhrase.self, forKey: .phrase) ?? .compiled
    circumstances =
      try container.decodeIfPresent(Circumstances.self, forKey: .circumstances) ?? Circumstances()
    replacements = try container.decodeIfPresent([Replacement].self, forKey: .replacements)
    isReview = try container.decodeIfPresent(Bool.self, forKey: .isReview) ?? false
    confidence = try container.decode(Double.self, forKey: .confidence)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if !phrase.text.isEmpty {
      try container.encode(phrase, forKey: .phrase)
      try container.encode(circumstances, forKey: .circumstances)
    }
    try container.encodeIfPresent(replacements, forKey: .replacements)
    if isReview { try container.encode(isReview, forKey: .isReview) }
    try container.encode(confidence, forKey: .confidence)
  }
}
