import RussianMorphology

/// The tables of a verb: tenses, moods, participles.
enum VerbSections {
  static func sections(of paradigm: Paradigm) -> [ParadigmSection?] {
    [
      ParadigmSection.grid(
        paradigm, [.infinitive], rows: [("инфинитив", [])], columns: [("", [])]),
      tense(paradigm, .present, title: "Настоящее время"),
      tense(paradigm, .future, title: "Будущее время"),
      ParadigmSection.grid(
        paradigm, [.verb], rows: [("", [.past])], columns: ParadigmSection.genders,
        title: "Прошедшее время"),
      imperative(paradigm),
      gerunds(paradigm),
    ] + participles(paradigm)
  }

  private static func tense(
    _ paradigm: Paradigm, _ tense: Grammemes, title: String
  ) -> ParadigmSection? {
    ParadigmSection.grid(
      paradigm, [.verb],
      rows: [
        ("1-е лицо", .firstPerson), ("2-е лицо", .secondPerson), ("3-е лицо", .thirdPerson),
        ("безлично", .impersonal),
      ],
      columns: ParadigmSection.numbers, with: tense, title: title)
  }

  private static func imperative(_ paradigm: Paradigm) -> ParadigmSection? {
    ParadigmSection.grid(
      paradigm, [.verb],
      rows: [("приказ, просьба", .exclusive), ("вместе с говорящим", .inclusive)],
      columns: ParadigmSection.numbers, with: .imperative, title: "Повелительное наклонение")
  }

  private static func gerunds(_ paradigm: Paradigm) -> ParadigmSection? {
    ParadigmSection.grid(
      paradigm, [.gerund],
      rows: [("настоящего времени", .present), ("прошедшего времени", .past)],
      columns: [("", [])], title: "Деепричастия")
  }

  /// Participles in the nominative, which leads to their other cases, and their short forms.
  private static func participles(_ paradigm: Paradigm) -> [ParadigmSection?] {
    let kinds: [ParadigmSection.Title] = [
      ("действительное настоящего времени", [.active, .present]),
      ("действительное прошедшего времени", [.active, .past]),
      ("страдательное настоящего времени", [.passive, .present]),
      ("страдательное прошедшего времени", [.passive, .past]),
    ]
    return [
      ParadigmSection.grid(
        paradigm, [.participle], rows: kinds, columns: ParadigmSection.genders,
        with: .nominative, title: "Причастия"),
      ParadigmSection.grid(
        paradigm, [.shortParticiple], rows: kinds, columns: ParadigmSection.genders,
        title: "Краткие причастия"),
    ]
  }
}
