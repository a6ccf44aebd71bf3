/// Part of speech in terms of Universal Dependencies.
public enum UniversalPartOfSpeech: String, Sendable, Hashable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinating = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinating = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

extension UniversalPartOfSpeech {
  /// The part of speech that Russian treebanks give a reading with this (folded) lemma.
  public init(_ reading: Reading, lemma: String) {
    switch reading.partOfSpeech {
    case .noun:
      let names: Grammemes = [.firstName, .surname, .patronymic, .place, .organisation, .tradeMark]
      self = reading.grammemes.isDisjoint(with: names) ? .noun : .properNoun
    case .adjective:
      if let fixed = Self.pronominals[lemma] {
        self = fixed
      } else {
        self = reading.grammemes.contains(.pronominal) ? .determiner : .adjective
      }
    case .shortAdjective: self = .adjective
    case .comparative: self = .adjective
    case .verb, .infinitive, .gerund:
      self = reading.lemma == Self.toBe ? .auxiliary : .verb
    case .participle, .shortParticiple: self = .verb
    case .numeral, .number: self = .numeral
    case .adverb: self = .adverb
    case .pronoun: self = .pronoun
    case .predicative: self = Self.verbalPredicatives.contains(lemma) ? .verb : .adverb
    case .preposition: self = .adposition
    case .conjunction:
      if reading.grammemes.contains(.parenthetical) {
        self = .adverb
      } else {
        self = Self.subordinators.contains(lemma) ? .subordinating : .coordinating
      }
    case .particle: self = Self.particles[lemma] ?? .particle
    case .interjection: self = .interjection
    case .roman: self = .numeral
    case .latin, .unknown: self = .other
    case .punctuation: self = .punctuation
    }
  }

  private static let toBe = LemmaKey(folded: "быть".utf8)

  /// Pronominal adjectives that are no determiners there.
  private static let pronominals: [String: Self] = [
    "который": .pronoun, "один": .numeral, "другой": .adjective, "первый": .adjective,
  ]

  /// Words of state that are verbs there.
  private static let verbalPredicatives: Set<String> = [
    "нет", "нету", "можно", "надо", "нельзя", "жаль", "нужно", "пора",
  ]

  /// Particles that are something else there.
  private static let particles: [String: Self] = [
    "бы": .auxiliary, "б": .auxiliary, "все": .pronoun, "тоже": .adverb, "также": .adverb,
  ]

  private static let subordinators: Set<String> = [
    "что", "чтобы", "если", "когда", "как", "хотя", "потому", "поскольку", "пока", "будто",
    "словно", "раз", "так как", "чем", "лишь", "едва", "ибо", "ежели", "коли", "коль", "кабы",
    "дабы", "покуда", "пусть", "точно", "нежели", "якобы", "чтоб", "только", "благо", "ведь",
  ]
}
