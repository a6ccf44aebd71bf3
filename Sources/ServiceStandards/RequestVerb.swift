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

/// Finds verbs of a standard's requests that are none.
public struct RequestVerbs: Sendable {
  private let morphology: Morphology

  public init(morphology: Morphology) { self.morphology = morphology }

  /// A remark for every order that is no verb, and every request that has no imperative.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    standard.requests.sorted { $0.key < $1.key }.compactMap { ordered, asked in
      let message: String
      if !morphology.readings(of: ordered).contains(where: { $0.partOfSpeech == .infinitive }) {
        message = """
          requests: «\(ordered)» — не глагол в начальной форме; напишите её: «нажимать»
          """
      } else if asked.imperative(morphology) == nil {
        message = """
          requests: у «\(asked.verb)» нет повелительного: так не попросить; проверьте, как написан \
          глагол
          """
      } else {
        return nil
      }
      return StandardLinter.Remark(message: message, place: asked.place, isError: false)
    }
  }
}
