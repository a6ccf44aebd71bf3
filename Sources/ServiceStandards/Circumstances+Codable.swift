/// Most circumstances are empty: only what is given is written.
extension Circumstances: Codable {
  private enum Key: String, CodingKey {
    case unless, unlessInSentence, unlessInTurn, only, onlyInSentence, onlyInTurn
    case afterClient, unlessAfterClient, fromTurn, toTurn, punctuated
  }

  private typealias Path = WritableKeyPath<Circumstances, [StandardPhrase]>

  private static var phrases: [(key: Key, path: Path)] {
    [
      (.unless, \.unless), (.unlessInSentence, \.unlessInSentence),
      (.unlessInTurn, \.unlessInTurn), (.only, \.only), (.onlyInSentence, \.onlyInSentence),
      (.onlyInTurn, \.onlyInTurn), (.afterClient, \.afterClient),
      (.unlessAfterClient, \.unlessAfterClient),
    ]
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for (key, path) in Self.phrases {
      self[keyPath: path] = try container.decodeIfPresent([StandardPhrase].self, forKey: key) ?? []
    }
    fromTurn = try container.decodeIfPresent(Int.self, forKey: .fromTurn)
    toTurn = try container.decodeIfPresent(Int.self, forKey: .toTurn)
    punctuated = try container.decodeIfPresent(Bool.self, forKey: .punctuated)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, path) in Self.phrases where !self[keyPath: path].isEmpty {
      try container.encode(self[keyPath: path], forKey: key)
    }
    try container.encodeIfPresent(fromTurn, forKey: .fromTurn)
    try container.encodeIfPresent(toTurn, forKey: .toTurn)
    try container.encodeIfPresent(punctuated, forKey: .punctuated)
  }
}
