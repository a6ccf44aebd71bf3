public import RussianMorphology

/// The verb that asks politely for what another orders: one deed is asked for in the perfective
/// («выключайте» → «выключите»), and in plain speech («жмите» → «нажмите»).
public struct RequestVerb: Sendable {
  /// The infinitive.
  public var verb: String
  /// Where it was read.
  public var place: Place

  /// What is said: its imperative to a client; nil where the dictionary knows none.
  public func imperative(_ morphology: Morphology) -> String? {
    guard
      let reading = morphology.readings(of: verb).first(where: {
        $0.partOfSpeech == .infinitive && $0.source == .dictionary
      })
    else { return nil }
    return morphology.inflect(verb, reading: reading, to: [.imperative, .plural])
  }
}

/// In an archive it is its verb.
extension RequestVerb: Codable {
  public init(from decoder: any Decoder) throws {
    verb = try decoder.singleValueContainer().decode(String.self)
    place = .compiled
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(verb)
  }
}

extension YAMLReader {
  /// By the verb of the order.
  func requests() throws(StandardError) -> [String: RequestVerb] {
    var result: [String: RequestVerb] = [:]
    for (ordered, asked) in try pairs() {
      result[ordered] = RequestVerb(verb: try asked.string(), place: asked.place)
    }
    return result
  }
}
