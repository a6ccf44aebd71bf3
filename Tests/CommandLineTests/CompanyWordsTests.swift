import Testing

@Suite("The company's list of words")
struct CompanyWordsTests {
  private func program(_ entries: String...) throws -> Program {
    let program = try Program()
    let lines = entries.map { "  - \($0)\n" }.joined()
    try program.write(
      "lexicons/lists/company-words.yaml", "title: Слова\nwords:\n\(lines)")
    return program
  }

  @Test("A word is known in all its forms without a rebuild")
  func known() throws {
    let program = try program("зумер как геймер", "Финтерра как кафедра")
    let lines = try program.run("words", "--format", "tsv", "зумерами Финтеррой").lines
    #expect(lines[0].hasPrefix("зумерами\tзумер\tNOUN\t") && lines[0].hasSuffix("\t1"))
    #expect(lines[1].hasPrefix("Финтеррой\tФинтерра\tPROPN\t") && lines[1].hasSuffix("\t1"))
    let explained = try program.run("words", "--explain", "зумерами").output
    #expect(explained.contains("из списка слов компании"))
  }

  @Test("Scoring reads the word in all its forms")
  func scoring() throws {
    let program = try program("приветик как геймер")
    let standard = """
      id: general
      title: Общий
      rules:
        - id: own
          category: jargon
          clause: табл. 2
          phrases: ['приветик']
      scorecard:
        pass: 80
        sections:
          - title: Речь
            criteria:
              - {id: plain, title: Речь, clause: "1", weight: 1, check: {findings: [jargon]}}
      """
    try program.write("lexicons/standards/general.yaml", standard)
    let answer = try program.run("stream", input: line("1", "Работаем с приветиками") + "\n")
    #expect(answer.output.contains(#""quote":"приветиками""#), "\(answer)")
  }

  @Test(
    "A mistake is reported with file and line",
    arguments: [
      ("зумер как гемерр", "образца «гемерр» нет в словаре"),
      ("зумер как геймеру", "образец должен стоять в начальной форме: «геймер»"),
      ("зумер как кафедра", "слово должно кончаться на «а»"),
      ("зумер", "здесь ожидалось «слово как образец»"),
      ("сбер как геймер", "слово «сбер» уже есть выше"),
    ])
  func mistakes(_ entry: String, _ message: String) throws {
    let answer = try program("сбер как геймер", entry).run("words", "зумер")
    #expect(answer.code != 0 && answer.output.isEmpty)
    #expect(answer.errors.contains("lists/company-words.yaml:4:5: "), "\(answer.errors)")
    #expect(answer.errors.contains(message), "\(answer.errors)")
  }
}
