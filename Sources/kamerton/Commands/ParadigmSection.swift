import RussianMorphology

/// One table of a paradigm: rows of cells, the first row and column being titles.
struct ParadigmSection {
  var title: String
  var rows: [[String]]

  /// The tables of a word, those without forms left out.
  static func sections(of paradigm: Paradigm) -> [Self] {
    let sections: [Self?]
    switch paradigm.partOfSpeech {
    case .noun: sections = [noun(paradigm)]
    case .adjective, .shortAdjective, .comparative: sections = adjective(paradigm)
    case .infinitive, .verb: sections = VerbSections.sections(of: paradigm)
    case .participle: sections = [gendered(paradigm, [.participle], title: "")]
    default: sections = [other(paradigm)]
    }
    return sections.compactMap { $0 }
  }

  typealias Title = (name: String, grammemes: Grammemes)

  static let cases: [Title] = [
    ("именительный", .nominative), ("родительный", .genitive), ("дательный", .dative),
    ("винительный", .accusative), ("творительный", .instrumental),
    ("предложный", .prepositional), ("звательный", .vocative),
    ("второй родительный", .secondGenitive), ("второй винительный", .secondAccusative),
    ("местный", .secondPrepositional),
  ]
  static let numbers: [Title] = [("единственное", .singular), ("множественное", .plural)]
  static let genders: [Title] = [
    ("мужской", .masculine), ("женский", .feminine), ("средний", .neuter),
    ("множественное", .plural),
  ]

  /// A table of the cells that have the grammemes of their row and their column; rows and columns
  /// without forms are left out.
  static func grid(
    _ paradigm: Paradigm, _ kinds: Set<PartOfSpeech>, rows: [Title], columns: [Title],
    with shared: Grammemes = [], without excluded: Grammemes = [], title: String = ""
  ) -> Self? {
    var cells = rows.map { row in
      columns.map { column in
        text(
          paradigm.forms(
            kinds, with: row.grammemes.union(column.grammemes).union(shared), without: excluded))
      }
    }
    let usedColumns = columns.indices.filter { column in cells.contains { !$0[column].isEmpty } }
    let usedRows = rows.indices.filter { row in cells[row].contains { !$0.isEmpty } }
    guard !usedRows.isEmpty else { return nil }
    cells = usedRows.map { row in
      [rows[row].name]
        + usedColumns.map { cells[row][$0].isEmpty ? "—" : cells[row][$0] }
    }
    let header = [""] + usedColumns.map { columns[$0].name }
    var table = header.allSatisfy(\.isEmpty) ? cells : [header] + cells
    if table.allSatisfy({ $0[0].isEmpty }) { table = table.map { Array($0.dropFirst()) } }
    return Self(title: title, rows: table)
  }

  /// Forms in one cell: variants after commas, those of another style named.
  static func text(_ forms: [Paradigm.Form]) -> String {
    forms.map { form in
      let marks: [(Grammemes, String)] = [
        (.abbreviation, "сокр."), (.colloquial, "разг."), (.archaic, "устар."),
        (.erroneous, "ошиб."), (.distorted, "искаж."),
      ]
      let found = marks.filter { form.grammemes.contains($0.0) }.map(\.1)
      return found.isEmpty ? form.text : "\(form.text) (\(found.joined(separator: " ")))"
    }.joined(separator: ", ")
  }

  private static func noun(_ paradigm: Paradigm) -> Self? {
    // A surname is a man's, a woman's, and a family's.
    let hasWomans =
      !paradigm.forms([.noun], with: [.feminine, .singular]).isEmpty
      && !paradigm.forms([.noun], with: [.masculine, .singular]).isEmpty
    return grid(
      paradigm, [.noun], rows: cases, columns: hasWomans ? Array(genders) : numbers)
  }

  /// Cases by gender; the accusative is one for what lives and one for what does not.
  static func gendered(
    _ paradigm: Paradigm, _ kinds: Set<PartOfSpeech>, with shared: Grammemes = [],
    without excluded: Grammemes = [], title: String
  ) -> Self? {
    let rows: [Title] = cases.prefix(3) + accusatives + cases.dropFirst(4)
    var section = grid(
      paradigm, kinds, rows: rows, columns: genders, with: shared, without: excluded,
      title: title)
    // The feminine and the neuter do not tell what lives: their form stands in both rows.
    let plain = genders.map {
      text(
        paradigm.forms(
          kinds, with: $0.grammemes.union(shared).union(.accusative),
          without: excluded.union([.animate, .inanimate])))
    }
    if let rows = section?.rows {
      for index in rows.indices where accusatives.contains(where: { $0.name == rows[index][0] }) {
        for column in rows[index].indices.dropFirst() where rows[index][column] == "—" {
          guard let gender = genders.firstIndex(where: { $0.name == rows[0][column] }),
            !plain[gender].isEmpty
          else { continue }
          section?.rows[index][column] = plain[gender]
        }
      }
    }
    return section
  }

  private static let accusatives: [Title] = [
    ("винительный, одуш.", [.accusative, .animate]),
    ("винительный, неодуш.", [.accusative, .inanimate]),
  ]

  private static func adjective(_ paradigm: Paradigm) -> [Self?] {
    [
      gendered(paradigm, [.adjective], without: .superlative, title: ""),
      grid(
        paradigm, [.shortAdjective], rows: [("краткая форма", [])], columns: genders),
      grid(
        paradigm, [.comparative], rows: [("сравнительная степень", [])], columns: [("", [])]),
      grid(
        paradigm, [.adjective], rows: [("именительный", .nominative)], columns: genders,
        with: .superlative, title: "Превосходная степень"),
    ]
  }

  private static func other(_ paradigm: Paradigm) -> Self? {
    let kinds = Set(paradigm.forms.map(\.partOfSpeech))
    let hasGenders = paradigm.forms.contains { !$0.grammemes.isDisjoint(with: .genders) }
    let hasNumbers = paradigm.forms.contains { !$0.grammemes.isDisjoint(with: .numbers) }
    if hasGenders, Set(paradigm.forms.map { $0.grammemes.intersection(.genders) }).count > 1 {
      let columns = genders + [("для всех родов", [])]
      return grid(paradigm, kinds, rows: cases, columns: columns).map(withoutRepeats)
    }
    return grid(
      paradigm, kinds, rows: cases, columns: hasNumbers ? numbers : [("", [])])
      ?? grid(paradigm, kinds, rows: [("формы", [])], columns: [("", [])])
  }

  /// The column of all genders keeps only what no gender has for itself.
  private static func withoutRepeats(_ section: Self) -> Self {
    var section = section
    for index in section.rows.indices.dropFirst() {
      let own = Set(
        section.rows[index].dropFirst().dropLast().flatMap { $0.split(separator: ", ") })
      let last = section.rows[index].count - 1
      let rest = section.rows[index][last].split(separator: ", ").filter { !own.contains($0) }
      section.rows[index][last] = rest.isEmpty ? "" : rest.joined(separator: ", ")
      if !rest.isEmpty {
        for column in 1..<last where section.rows[index][column] == "—" {
          section.rows[index][column] = ""
        }
      }
    }
    return section
  }
}
