import Foundation
import Testing

@Suite("words --paradigm and --explain")
struct WordsTests {
  @Test("A noun's table")
  func noun() throws {
    let answer = try Program().run("words", "--paradigm", "заявку")
    #expect(answer.code == 0)
    #expect(
      answer.output == """
        заявка — существительное, неодушевлённое, женский род

                        единственное      множественное
          именительный  заявка            заявки
          родительный   заявки            заявок
          дательный     заявке            заявкам
          винительный   заявку            заявки
          творительный  заявкой, заявкою  заявками
          предложный    заявке            заявках

        """)
  }

  @Test(
    "Tables hold these lines",
    arguments: [
      ("хорошую", "  винительный, одуш.    хорошего  хорошую           хорошее   хороших"),
      ("хорошую", "  краткая форма  хорош    хороша   хорошо   хороши"),
      ("оплатит", "Прошедшее время"), ("оплатит", "  1-е лицо  оплачу        оплатим"),
      ("оплатит", "  оплатил  оплатила  оплатило  оплатили"),
      ("два", "  творительный                             двумя"),
      ("быстро", "Слово не изменяется."),
      ("быстро", "Ту же форму имеют: быстрый (прилагательное)."),
      ("щас", "  формы  сейчас, щас (разг.), ща (разг. искаж.)"),
    ])
  func tables(_ word: String, hold line: String) throws {
    let answer = try Program().run("words", "--paradigm", word)
    #expect(answer.output.split(separator: "\n").contains { $0 == line }, "\(answer.output)")
  }

  @Test("A paradigm for programs")
  func paradigmFormats() throws {
    let program = try Program()
    let tabs = try program.run("words", "--paradigm", "--format", "tsv", "минуту").lines
    #expect(tabs.first == "минуту\tминута\tминута\tNOUN,inan,femn sing,nomn")
    let json = try program.run("words", "--paradigm", "--format", "json", "сутки").output
    #expect(json.hasPrefix(#"[{"word":"сутки","lemma":"сутки","forms":[{"form":"сутки","#))
  }

  @Test(
    "Readings say which unit gave them",
    arguments: [
      ("скажите-ка", "particle\t-ка"), ("щас", "spelling\tсейчас"), ("есть", "dictionary\t"),
      ("супервыгодного", "known-prefix\tсупер"), ("кэшзаявка", "unknown-prefix\tкэш"),
      ("по-клиентски", "po-adverb\t"), ("онлайн-заявку", "hyphenated\tзаявку"),
      ("финтерру", "ending\tерру 2"), ("25", "number\t"), ("XIV", "roman\t"),
      ("crm", "latin\t"), ("?!", "punctuation\t"), ("ыыы", "hesitation\t"),
      ("х*й", "unknown\t"), ("Ю", "initial\t"),
    ])
  func origins(_ word: String, _ expected: String) throws {
    let answer = try Program().run("words", "--explain", "--format", "tsv", word)
    let first = answer.lines.first ?? ""
    #expect(first.hasPrefix("\(word)\t1\t"))
    #expect(first.hasSuffix("\t" + expected), "\(first)")
  }

  @Test("An explanation for people says why the first is first")
  func reasons() throws {
    let program = try Program()
    let one = try program.run("words", "--explain", "скажите-ка").output
    #expect(one.contains("100 %; частица «-ка» отделена"))
    #expect(one.contains("Почему первый: другого разбора нет."))
    let many = try program.run("words", "--explain", "стекло").output
    #expect(many.contains("  2. ") && many.contains("Почему первый: по счётам разборов"))
    let json = try program.run("words", "--explain", "--format", "json", "скажите-ка").output
    #expect(json.contains(#""unit":"particle","detail":"-ка"}],"why":"другого разбора нет"}"#))
  }

  private static let misheard = "даговор через четыр надцать дней"

  @Test("A table says what words are meant for, and has no such column where none is")
  func meantTable() throws {
    let program = try Program()
    let lines = try program.run("words", Self.misheard).lines
    #expect(lines.first?.hasSuffix("  Понято как") == true)
    #expect(lines[1].hasPrefix("даговор ") && lines[1].hasSuffix("  договор"))
    #expect(lines[3].hasSuffix("  четырнадцать (со следующим словом)"))
    #expect(lines[4].hasSuffix("  четырнадцать (с предыдущим словом)"))
    let head = try program.run("words", "договор через четырнадцать дней").lines.first
    #expect(head?.hasSuffix("Другие разборы") == true)
  }

  @Test(
    "Programs read it behind all else",
    arguments: [[String](), ["--explain"]])
  func meantFormats(options: [String]) throws {
    let program = try Program()
    func run(_ format: String) throws -> Program.Answer {
      try program.run(
        Program.path, ["words"] + options + ["--format", format, Self.misheard], environment: [:])
    }
    let rows = try run("tsv").lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let columns = options.isEmpty ? 5 : 8
    let meant = Dictionary(
      rows.map { ($0[0], $0.dropFirst(columns).joined()) }, uniquingKeysWith: { $1 })
    #expect(
      meant == [
        "даговор": "договор", "через": "", "четыр": "next:четырнадцать",
        "надцать": "previous:четырнадцать", "дней": "",
      ])
    #expect(rows.filter { $0[0] == "через" }.allSatisfy { $0.count == columns })
    let json = try run("json").output
    #expect(json.contains(#""meant":[{"form":"договор","lemma":"договор","upos":"NOUN"}]}"#))
    #expect(
      json.contains(#""form":"четырнадцать","lemma":"четырнадцать","upos":"NUM","with":"next"}"#))
    #expect(json.components(separatedBy: #""meant""#).count == 4)
  }

  @Test("An explanation names it last")
  func meantExplained() throws {
    let answer = try Program().run("words", "--explain", "даговор").lines
    #expect(answer.last == "  В звонке понимается как договор.")
  }

  @Test("Context says which rank a reading had before")
  func context() throws {
    let lexicons = Program.path.components(separatedBy: "/.build/")[0] + "/Lexicons"
    let answer = try Program().run(
      "words", "--explain", "--format", "tsv", "у меня есть вопрос",
      environment: ["KAMERTON_LEXICONS": lexicons])
    #expect(answer.lines.contains { $0.hasPrefix("меня\t1\t2\tя\tNPRO,1per sing,gent") })
    #expect(answer.lines.contains { $0.hasPrefix("меня\t2\t1\tя\tNPRO,1per sing,accs") })
  }

  @Test("--every names the diminutives that are at home in business speech, too")
  func every() throws {
    let lexicons = Program.path.components(separatedBy: "/.build/")[0] + "/Lexicons"
    func run(_ arguments: String...) throws -> [String] {
      try Program().run(
        Program.path, ["words", "--diminutives"] + arguments,
        environment: ["KAMERTON_LEXICONS": lexicons]
      ).lines
    }
    #expect(try run("домиком", "заявочку") == ["заявочку\tзаявку\tзаявка"])
    #expect(
      try run("--every", "домиком", "заявочку", "точку")
        == ["домиком\tдомом\tдом", "заявочку\tзаявку\tзаявка"])
  }

  @Test("A model that cannot be read is named for what it is")
  func damagedModel() throws {
    let program = try Program()
    let missing = try program.run("words", "--model", "/nowhere/own.model", "да")
    #expect(missing.code == 70)
    #expect(missing.errors.contains("Модель контекста не найдена: /nowhere/own.model"))
    let empty = try program.write("empty.model", "")
    let refused = try program.run("words", "--model", empty, "да")
    #expect(refused.code == 70)
    #expect(refused.errors.contains("Модель контекста повреждена (файл пуст): \(empty)"))
  }

  @Test("One thing is asked for at a time")
  func usage() throws {
    let program = try Program()
    #expect(try program.run("words", "--explain", "--paradigm", "да").code == 64)
    #expect(try program.run("words", "--explain", "--pretokenized").code == 64)
    #expect(try program.run("words", "--every", "да").code == 64)
  }
}
