/// Reads OpenCorpora's tags («NOUN,inan,femn sing,gent»).
enum TagParser {
  /// Part of speech and grammemes of a tag's text.
  static func parse(_ text: String) -> (PartOfSpeech, Grammemes) {
    var partOfSpeech = PartOfSpeech.unknown
    var grammemes: Grammemes = []
    for name in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let name = String(name)
      if let known = partsOfSpeech[name] { partOfSpeech = known }
      if let known = Self.grammemes[name] { grammemes.insert(known) }
    }
    return (partOfSpeech, grammemes)
  }

  /// OpenCorpora's name of a part of speech.
  static func name(of partOfSpeech: PartOfSpeech) -> String {
    partsOfSpeech.first { $0.value == partOfSpeech }?.key ?? shapeNames[partOfSpeech] ?? "UNKN"
  }

  /// The tag text of grammemes that come from no dictionary tag.
  static func text(_ partOfSpeech: PartOfSpeech, _ grammemes: Grammemes) -> String {
    let names = Self.grammemes.filter { $0.key != "ms-f" && grammemes.contains($0.value) }
      .sorted { $0.value.rawValue < $1.value.rawValue }.map(\.key)
    return ([name(of: partOfSpeech)] + names).joined(separator: ",")
  }

  private static let shapeNames: [PartOfSpeech: String] = [
    .number: "NUMB", .roman: "ROMN", .latin: "LATN", .punctuation: "PNCT", .unknown: "UNKN",
  ]

  private static let partsOfSpeech: [String: PartOfSpeech] = [
    "NOUN": .noun, "ADJF": .adjective, "ADJS": .shortAdjective, "COMP": .comparative,
    "VERB": .verb, "INFN": .infinitive, "PRTF": .participle, "PRTS": .shortParticiple,
    "GRND": .gerund, "NUMR": .numeral, "ADVB": .adverb, "NPRO": .pronoun, "PRED": .predicative,
    "PREP": .preposition, "CONJ": .conjunction, "PRCL": .particle, "INTJ": .interjection,
  ]

  private static let grammemes: [String: Grammemes] = [
    "anim": .animate, "inan": .inanimate, "masc": .masculine, "femn": .feminine, "neut": .neuter,
    "Ms-f": .commonGender, "ms-f": .commonGender, "sing": .singular, "plur": .plural,
    "Sgtm": .singularOnly, "Pltm": .pluralOnly, "Fixd": .indeclinable,
    "nomn": .nominative, "gent": .genitive, "datv": .dative, "accs": .accusative,
    "ablt": .instrumental, "loct": .prepositional, "voct": .vocative,
    "gen2": .secondGenitive, "acc2": .secondAccusative, "loc2": .secondPrepositional,
    "Abbr": .abbreviation, "Name": .firstName, "Surn": .surname, "Patr": .patronymic,
    "Geox": .place, "Orgn": .organisation, "Trad": .tradeMark, "Supr": .superlative,
    "Qual": .qualitative, "Apro": .pronominal, "Anum": .ordinal, "Poss": .possessive,
    "perf": .perfective, "impf": .imperfective, "tran": .transitive, "intr": .intransitive,
    "Impe": .impersonal, "Refl": .reflexive, "1per": .firstPerson, "2per": .secondPerson,
    "3per": .thirdPerson, "pres": .present, "past": .past, "futr": .future,
    "indc": .indicative, "impr": .imperative, "incl": .inclusive, "excl": .exclusive,
    "actv": .active, "pssv": .passive, "Infr": .colloquial, "Slng": .slang, "Arch": .archaic,
    "Litr": .literary, "Erro": .erroneous, "Dist": .distorted, "Ques": .interrogative,
    "Dmns": .demonstrative, "Prnt": .parenthetical, "Prdx": .predicativeUse, "Init": .initial,
    "Subx": .substantivized, "Coll": .collective,
  ]
}
