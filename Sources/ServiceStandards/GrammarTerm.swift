import RussianMorphology

/// A name that the phrase notation has for a part of speech or a grammeme, short and long.
struct GrammarTerm: Sendable {
  let names: [String]
  var partsOfSpeech: PartsOfSpeech = []
  var grammemes: Grammemes = []

  /// The term of that name, case aside.
  static func named(_ name: String) -> GrammarTerm? {
    let name = name.lowercased()
    return all.first { $0.names.contains(name) }
  }

  static let all: [GrammarTerm] = [
    .init(names: ["сущ", "существительное"], partsOfSpeech: [.noun]),
    .init(names: ["прил", "прилагательное"], partsOfSpeech: [.adjective]),
    .init(names: ["крприл"], partsOfSpeech: [.shortAdjective]),
    .init(names: ["сравн", "сравнительное"], partsOfSpeech: [.comparative]),
    .init(names: ["глаг", "глагол"], partsOfSpeech: [.verb]),
    .init(names: ["инф", "инфинитив"], partsOfSpeech: [.infinitive]),
    .init(names: ["прич", "причастие"], partsOfSpeech: [.participle]),
    .init(names: ["крприч"], partsOfSpeech: [.shortParticiple]),
    .init(names: ["деепр", "деепричастие"], partsOfSpeech: [.gerund]),
    .init(names: ["числ", "числительное"], partsOfSpeech: [.numeral]),
    .init(names: ["нареч", "наречие"], partsOfSpeech: [.adverb]),
    .init(names: ["мест", "местоимение"], partsOfSpeech: [.pronoun]),
    .init(names: ["предик", "предикатив"], partsOfSpeech: [.predicative]),
    .init(names: ["предлог"], partsOfSpeech: [.preposition]),
    .init(names: ["союз"], partsOfSpeech: [.conjunction]),
    .init(names: ["част", "частица"], partsOfSpeech: [.particle]),
    .init(names: ["межд", "междометие"], partsOfSpeech: [.interjection]),
    .init(names: ["число"], partsOfSpeech: [.number, .numeral, .roman]),
    .init(names: ["цифры"], partsOfSpeech: [.number]),
    .init(names: ["лат"], partsOfSpeech: [.latin]),
    .init(names: ["неизв"], partsOfSpeech: [.unknown]),
    .init(names: ["им", "именительный"], grammemes: .nominative),
    .init(names: ["род", "родительный"], grammemes: .genitive),
    .init(names: ["дат", "дательный"], grammemes: .dative),
    .init(names: ["вин", "винительный"], grammemes: .accusative),
    .init(names: ["твор", "творительный"], grammemes: .instrumental),
    .init(names: ["пр", "предложный"], grammemes: .prepositional),
    .init(names: ["ед", "единственное"], grammemes: .singular),
    .init(names: ["мн", "множественное"], grammemes: .plural),
    .init(names: ["муж", "мужской"], grammemes: .masculine),
    .init(names: ["жен", "женский"], grammemes: .feminine),
    .init(names: ["ср", "средний"], grammemes: .neuter),
    .init(names: ["сов", "совершенный"], grammemes: .perfective),
    .init(names: ["несов", "несовершенный"], grammemes: .imperfective),
    .init(names: ["1л"], grammemes: .firstPerson),
    .init(names: ["2л"], grammemes: .secondPerson),
    .init(names: ["3л"], grammemes: .thirdPerson),
    .init(names: ["наст", "настоящее"], grammemes: .present),
    .init(names: ["прош", "прошедшее"], grammemes: .past),
    .init(names: ["буд", "будущее"], grammemes: .future),
    .init(names: ["изъяв", "изъявительное"], grammemes: .indicative),
    .init(names: ["пов", "повелительное"], grammemes: .imperative),
    .init(names: ["одуш"], grammemes: .animate),
    .init(names: ["неод"], grammemes: .inanimate),
    .init(names: ["имя"], grammemes: .firstName),
    .init(names: ["фам", "фамилия"], grammemes: .surname),
    .init(names: ["отч", "отчество"], grammemes: .patronymic),
    .init(names: ["гео"], grammemes: .place),
    .init(names: ["орг"], grammemes: .organisation),
    .init(names: ["аббр"], grammemes: .abbreviation),
    .init(names: ["порядк"], grammemes: .ordinal),
    .init(names: ["местприл"], grammemes: .pronominal),
    .init(names: ["разг"], grammemes: .colloquial),
    .init(names: ["вводн"], grammemes: .parenthetical),
    .init(names: ["возвр"], grammemes: .reflexive),
    .init(names: ["перех"], grammemes: .transitive),
    .init(names: ["страд"], grammemes: .passive),
  ]
}
