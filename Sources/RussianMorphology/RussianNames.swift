extension PartOfSpeech {
  /// What Russian school grammar calls it.
  public var russianName: String {
    switch self {
    case .noun: "существительное"
    case .adjective: "прилагательное"
    case .shortAdjective: "краткое прилагательное"
    case .comparative: "сравнительная степень"
    case .verb: "глагол"
    case .infinitive: "инфинитив"
    case .participle: "причастие"
    case .shortParticiple: "краткое причастие"
    case .gerund: "деепричастие"
    case .numeral: "числительное"
    case .adverb: "наречие"
    case .pronoun: "местоимение"
    case .predicative: "слово состояния"
    case .preposition: "предлог"
    case .conjunction: "союз"
    case .particle: "частица"
    case .interjection: "междометие"
    case .number: "число"
    case .roman: "римское число"
    case .latin: "латиница"
    case .punctuation: "знак препинания"
    case .unknown: "неизвестно"
    }
  }
}

extension Grammemes {
  /// What Russian grammar calls the grammemes of this set.
  public var russianNames: [String] {
    Self.named.filter { contains($0.0) }.map(\.1)
  }

  private static let named: [(Self, String)] = [
    (.animate, "одушевлённое"), (.inanimate, "неодушевлённое"), (.masculine, "мужской род"),
    (.feminine, "женский род"), (.neuter, "средний род"), (.commonGender, "общий род"),
    (.singular, "единственное число"), (.plural, "множественное число"),
    (.indeclinable, "несклоняемое"), (.nominative, "именительный"), (.genitive, "родительный"),
    (.dative, "дательный"), (.accusative, "винительный"), (.instrumental, "творительный"),
    (.prepositional, "предложный"), (.vocative, "звательный"),
    (.secondGenitive, "второй родительный"), (.secondAccusative, "второй винительный"),
    (.secondPrepositional, "местный"), (.abbreviation, "сокращение"), (.firstName, "имя"),
    (.surname, "фамилия"), (.patronymic, "отчество"), (.place, "место"),
    (.organisation, "организация"), (.tradeMark, "товарный знак"),
    (.superlative, "превосходная степень"), (.pronominal, "местоименное"),
    (.ordinal, "порядковое"), (.possessive, "притяжательное"), (.perfective, "совершенный вид"),
    (.imperfective, "несовершенный вид"), (.transitive, "переходный"),
    (.intransitive, "непереходный"), (.impersonal, "безличный"), (.firstPerson, "1-е лицо"),
    (.secondPerson, "2-е лицо"), (.thirdPerson, "3-е лицо"), (.present, "настоящее время"),
    (.past, "прошедшее время"), (.future, "будущее время"), (.imperative, "повелительное"),
    (.active, "действительное"), (.passive, "страдательное"), (.colloquial, "разговорное"),
    (.slang, "жаргонное"), (.archaic, "устаревшее"), (.literary, "литературное"),
    (.erroneous, "ошибочное"), (.distorted, "искажённое"), (.interrogative, "вопросительное"),
    (.demonstrative, "указательное"), (.parenthetical, "вводное"), (.initial, "инициал"),
  ]
}
