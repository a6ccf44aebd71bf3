public import RussianMorphology

/// A wording to avoid and what can be put in its place: in any form where both bend alike, in its own
/// words alone where a whole thought is said otherwise.
struct DraftedPhrase {
  /// Any form of the wording. A personal pronoun stands in its own form: «вы должны» is not «вам
  /// должны».
  let phrase: String
  /// What takes the form of what is found, or has no forms.
  var replacements: [String] = []
  /// Wordings for the whole thought.
  var thoughts: [String] = []
  /// Whether it is a noun with what belongs to it.
  let isNounGroup: Bool
  /// The wording as it stands in the list, with what stands beside it there.
  var exact: Exact?

  /// A phrase of the very words, and where the replacements for them fit.
  struct Exact {
    var phrase: String
    var only: String?
    var unless: String?
    var replacements: [String]
  }

  init(_ avoid: String, say: [String], category: Category, morphology: Morphology) {
    let words = DraftPhrase.plainWords(avoid)
    // A single word that commands does so in this form alone, «ждите», not «ждём», and so does the
    // verb of a longer order.
    let isOneWordOrder = category == .command && words?.count == 1
    phrase = avoid.split(separator: " ").map(String.init).map { part in
      let isOrder = isOneWordOrder || category == .command && morphology.isImperative(part)
      return isOrder ? "=" + part : Self.part(part, morphology)
    }.joined(separator: " ")
    isNounGroup =
      words.map { words in
        morphology.readings(of: words[0])[0].partOfSpeech.isInflected
          && morphology.isNounGroup(words)
      } ?? false
    guard let words else {
      thoughts = say
      return
    }
    var bounds: (only: String?, unless: String?)?
    for say in say {
      let offer = DraftReplacement(say, for: words, morphology: morphology)
      if let inflected = offer.inflected {
        replacements.append(inflected)
        continue
      }
      thoughts.append(say)
      guard let literal = offer.literal, bounds == nil || bounds! == (literal.only, literal.unless)
      else { continue }
      bounds = (literal.only, literal.unless)
      let known = exact?.replacements ?? []
      exact = Exact(
        phrase: words.map { "=" + $0 }.joined(separator: " "), only: literal.only,
        unless: literal.unless, replacements: known + [literal.text])
    }
    if !replacements.isEmpty { exact = nil }
  }

  /// A personal pronoun of a phrase means its own form alone.
  private static func part(_ written: String, _ morphology: Morphology) -> String {
    guard written.allSatisfy({ $0.isLetter || $0 == "-" }) else { return written }
    return morphology.isPersonalPronoun(written) ? "=" + written : written
  }
}

extension Morphology {
  /// Whether a word can tell somebody to do something: «ждите», «платите».
  public func isImperative(_ word: String) -> Bool {
    readings(of: word).contains { $0.grammemes.contains(.imperative) }
  }

  /// Whether a word is most probably «я», «вы», «нам» and the like.
  func isPersonalPronoun(_ word: String) -> Bool {
    let reading = readings(of: word)[0]
    return reading.partOfSpeech == .pronoun
      && !reading.grammemes.isDisjoint(with: .persons)
  }
}
