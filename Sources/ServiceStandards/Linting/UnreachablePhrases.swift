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
    let shape = PhraseShape(morphology: morphology)
    // What has to be heard by itself has words of its own; an exception may be a mere place.
    func look(_ phrase: StandardPhrase, isHeard: Bool = false, mayMask: Bool = false) {
      guard seen.insert(phrase).inserted else { return }
      let written = phrase.phrase
      let mayMix =
        !mayMask
        && phrase.text.unicodeScalars.contains { $0.isASCII && $0.properties.isAlphabetic }
      if mayMix, let word = shape.mixedWord(written) {
        remarks.append(
          StandardLinter.Remark(
            message: """
              фраза «\(phrase.text)» не сработает: в слове «\(word)» среди русских букв стоят \
              латинские; наберите его заново
              """,
            place: phrase.place, isError: false))
      }
      let answer = reach.answer(written)
      if let obstacle = answer.obstacle ?? shape.unheardWord(written)
        ?? (isHeard ? shape.obstacle(written) : nil)
      {
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
      if let contradiction = circumstances.placement.contradiction {
        remarks.append(
          StandardLinter.Remark(message: contradiction, place: place, isError: false))
      }
      guard let phrase else { return }
      let written = phrase.phrase
      for (exceptions, inside) in [
        (circumstances.unless, false), (circumstances.unlessInSentence, true),
        (circumstances.unlessInTurn, true),
      ] {
        for exception in exceptions {
          let isSame = exception.phrase == written
          guard isSame || shape.always(exception.phrase, excuses: written, inside: inside) else {
            continue
          }
          let reason =
            isSame
            ? "она сама стоит в исключениях"
            : "исключение «\(exception.text)» подходит к ней всегда"
          remarks.append(
            StandardLinter.Remark(
              message: "фраза «\(phrase.text)» никогда не сработает: \(reason)",
              place: phrase.place, isError: false))
        }
      }
    }
    for rule in standard.rules {
      look(rule.circumstances, of: nil, at: rule.place)
      if let contradiction = rule.frequency?.contradiction {
        remarks.append(
          StandardLinter.Remark(message: contradiction, place: rule.place, isError: false))
      }
      for phrase in rule.phrases {
        // Letters of another alphabet mask what is obscene.
        look(phrase.phrase, isHeard: true, mayMask: rule.category == .profanity)
        look(phrase.circumstances, of: phrase.phrase, at: phrase.phrase.place)
      }
      for phrase in rule.lookup { look(phrase, isHeard: true) }
    }
    for element in standard.elements {
      for phrase in element.phrases {
        look(phrase.phrase, isHeard: true)
        look(phrase.circumstances, of: phrase.phrase, at: phrase.phrase.place)
      }
      let cues = element.cues.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
      let near = element.near.flatMap(\.phrases)
      for phrase in element.phrasesIfApplies + near + cues { look(phrase) }
      for phrase in element.applies?.phrases ?? [] { look(phrase) }
    }
    for wording in standard.approved {
      for phrase in wording.phrases + wording.circumstances.phrases { look(phrase) }
    }
    for rewording in standard.rewordings {
      for phrase in rewording.phrases + rewording.circumstances.phrases { look(phrase) }
    }
    for phrase in standard.scoringPhrases { look(phrase, isHeard: true) }
    for name in standard.lists.keys.sorted() {
      for phrase in standard.lists[name] ?? [] { look(phrase) }
    }
    return remarks
  }
}
