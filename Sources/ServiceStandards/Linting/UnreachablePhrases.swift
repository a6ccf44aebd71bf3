public import RussianMorphology

/// Finds phrases of a standard that no speech can match.
///
/// The dictionary decides: a word that has no form of the grammemes asked of it, grammemes that
/// exclude each other, words behind the end of a turn. So a slip of the pen does not leave a rule
/// that looks written and never works.
public struct UnreachablePhrases: Sendable {
  private let morphology: Morphology

  public init(morphology: Morphology) { self.morphology = morphology }

  /// A remark for every phrase that can never match, and for every way through one.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var reach = PhraseReach(morphology: morphology, lists: standard.lists)
    var remarks: [StandardLinter.Remark] = []
    var seen: Set<StandardPhrase> = []
    func look(_ phrase: StandardPhrase) {
      guard seen.insert(phrase).inserted else { return }
      let answer = reach.answer(phrase.phrase)
      if let obstacle = answer.obstacle {
        remarks.append(
          StandardLinter.Remark(
            message: "фраза «\(phrase.text)» никогда не сработает: \(obstacle)",
            place: phrase.place, isError: false))
      }
      for way in answer.deadWays {
        remarks.append(
          StandardLinter.Remark(
            message: "часть фразы «\(phrase.text)» никогда не сработает: \(way)",
            place: phrase.place, isError: false))
      }
    }
    func look(_ circumstances: Circumstances, of phrase: StandardPhrase?, at place: Place) {
      for exception in circumstances.phrases { look(exception) }
      if let from = circumstances.fromTurn, let to = circumstances.toTurn, from > to {
        remarks.append(
          StandardLinter.Remark(
            message: "условие никогда не выполнится: from_turn \(from) больше, чем to_turn \(to)",
            place: place, isError: false))
      }
      guard let phrase else { return }
      for exception in circumstances.unless + circumstances.unlessInSentence
        + circumstances.unlessInTurn where exception.phrase == phrase.phrase
      {
        remarks.append(
          StandardLinter.Remark(
            message: "фраза «\(phrase.text)» никогда не сработает: она сама стоит в исключениях",
            place: phrase.place, isError: false))
      }
    }
    for rule in standard.rules {
      look(rule.circumstances, of: nil, at: rule.place)
      for phrase in rule.phrases {
        look(phrase.phrase)
        look(phrase.circumstances, of: phrase.phrase, at: phrase.phrase.place)
      }
      for phrase in rule.lookup { look(phrase) }
    }
    for element in standard.elements {
      for phrase in element.phrases {
        look(phrase.phrase)
        look(phrase.circumstances, of: phrase.phrase, at: phrase.phrase.place)
      }
      let cues = element.cues.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
      for phrase in element.phrasesIfApplies + element.near + cues { look(phrase) }
      for phrase in element.applies?.phrases ?? [] { look(phrase) }
    }
    for wording in standard.approved {
      for phrase in wording.phrases + wording.circumstances.phrases { look(phrase) }
    }
    for rewording in standard.rewordings {
      for phrase in rewording.phrases + rewording.circumstances.phrases { look(phrase) }
    }
    for phrase in standard.scoringPhrases { look(phrase) }
    for name in standard.lists.keys.sorted() {
      for phrase in standard.lists[name] ?? [] { look(phrase) }
    }
    return remarks
  }
}
