public import RussianMorphology

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
