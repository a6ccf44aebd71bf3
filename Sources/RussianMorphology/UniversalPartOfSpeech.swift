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
  /// The part of speech that Russian treebanks give a reading.
  public init(_ reading: Reading) {
    switch reading.partOfSpeech {
    case .noun:
      let names: Grammemes = [.firstName, .surname, .patronymic, .place, .organisation, .tradeMark]
      self = reading.grammemes.isDisjoint(with: names) ? .noun : .properNoun
    case .adjective:
      guard reading.grammemes.contains(.pronominal) else {
        self = .adjective
        return
      }
      self = Self.pronominals.first { $0.key == reading.lemma }?.value ?? .determiner
    case .shortAdjective: self = .adjective
    case .comparative: self = .adjective
    case .verb, .infinitive, .gerund:
      self = reading.lemma == Self.toBe ? .auxiliary : .verb
    case .participle, .shortParticiple: self = .verb
    case .numeral, .number: self = .numeral
    case .adverb: self = .adverb
    case .pronoun: self = .pronoun
    case .predicative: self = Self.verbalPredicatives.contains(reading.lemma) ? .verb : .adverb
    case .preposition: self = .adposition
    case .conjunction:
      if reading.grammemes.contains(.parenthetical) {
        self = .adverb
      } else {
        self = Self.subordinators.contains(reading.lemma) ? .subordinating : .coordinating
      }
    case .particle: self = Self.particles.first { $0.key == reading.lemma }?.value ?? .particle
    case .interjection: self = .interjection
    case .roman: self = .numeral
    case .latin, .unknown: self = .other
    case .punctuation: self = .punctuation
    }
  }

  private static let toBe = LemmaKey(folded: "быть".utf8)

  /// Pronominal adjectives that are no determiners there.
  private static let pronominals: [(key: LemmaKey, value: Self)] = keyed([
    "который": .pronoun, "один": .numeral, "другой": .adjective,
  ])

  /// Words of state that are verbs there.
  private static let verbalPredicatives: [LemmaKey] = keys([
    "нет", "нету", "можно", "надо", "нельзя", "жаль", "нужно", "пора",
  ])

  /// Particles that are something else there.
  private static let particles: [(key: LemmaKey, value: Self)] = keyed([
    "бы": .auxiliary, "б": .auxiliary, "все": .pronoun, "тоже": .adverb, "также": .adverb,
  ])

  private static let subordinators: [LemmaKey] = keys([
    "что", "чтобы", "если", "когда", "как", "хотя", "потому", "поскольку", "пока", "будто",
    "словно", "раз", "так как", "чем", "лишь", "едва", "ибо", "ежели", "коли", "коль", "кабы",
    "дабы", "покуда", "пусть", "точно", "нежели", "якобы", "чтоб", "только", "благо", "ведь",
  ])

  // A dozen keys are found sooner by looking at each than by hashing.
  private static func keys(_ lemmas: [String]) -> [LemmaKey] {
    lemmas.map { LemmaKey(folded: $0.utf8) }
  }

  private static func keyed(_ lemmas: KeyValuePairs<String, Self>) -> [(key: LemmaKey, value: Self)]
  {
    lemmas.map { (LemmaKey(folded: $0.utf8), $1) }
  }

  /// A small number that stays the same from build to build, from one.
  var number: UInt8 {
    switch self {
    case .adjective: 1
    case .adposition: 2
    case .adverb: 3
    case .auxiliary: 4
    case .coordinating: 5
    case .determiner: 6
    case .interjection: 7
    case .noun: 8
    case .numeral: 9
    case .particle: 10
    case .pronoun: 11
    case .properNoun: 12
    case .punctuation: 13
    case .subordinating: 14
    case .symbol: 15
    case .verb: 16
    case .other: 17
    }
  }

  /// The part of speech with a ``number``.
  init?(number: UInt8) {
    guard let found = Self.allCases.first(where: { $0.number == number }) else { return nil }
    self = found
  }
}
