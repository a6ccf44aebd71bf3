import Foundation
import Testing

@Suite("A company's standard out of its list")
struct StandardsNewTests {
  private static let table = """
    нельзя;надо;категория
    косяк;промах
    не знаю я;Уточню и перезвоню Вам;no_information
    алло;Я Вас слушаю
    ждите;Подождите, пожалуйста;command

    """

  @Test(
    "A list in any habit of saving becomes rules that judge calls",
    arguments: [String.Encoding.utf8, .windowsCP1251, .utf16LittleEndian])
  func rules(_ encoding: String.Encoding) throws {
    let program = try Program()
    var data = try #require(Self.table.data(using: encoding))
    if encoding == .utf16LittleEndian { data = Data([0xFF, 0xFE]) + data }
    let list = try program.write("list.csv", data)
    let answer = try program.run("standards", "new", "lagoon", "--table", list)
    #expect(answer.code == 0, "\(answer)")
    #expect(answer.output.contains("правил: 4"))
    let passed = try #require(answer.output.firstMatch(of: /Примеров прошло (\d+) из (\d+)/))
    #expect(passed.1 == passed.2)

    let call = """
      {"id":"1","standard":"lagoon","turns":[{"speaker":"operator","text":"Не было косяков."}]}
      """
    let judged = try program.run("stream", input: call + "\n").output
    #expect(
      judged.contains(#""category":"jargon""#) && judged.contains(#""промахов""#), "\(judged)")
    // A command is one in its own form alone.
    #expect(try program.run("phrase", "--standard", "lagoon", "Ждите").output.contains("«Ждите»"))
    #expect(!(try program.run("phrase", "--standard", "lagoon", "Ждём вас").output.contains("«")))
    // The base knows «алло» already: the row keeps its category, and has the last word.
    let known = try program.run("phrase", "--standard", "lagoon", "Алло, не пропадайте").output
    #expect(known.contains("Список компании, строка 4"), "\(known)")
    let file = try String(
      contentsOfFile: program.folder + "/lexicons/standards/lagoon.yaml", encoding: .utf8)
    #expect(file.contains("category: rude_repeat") && file.contains("category: no_information"))
  }

  @Test("A longer order is one, and a request as polite as the base knows them is none")
  func orders() throws {
    let program = try Program()
    try program.write(
      "lexicons/standards/general.yaml",
      """
      id: general
      title: Общий
      rules:
        - id: order
          category: command
          clause: '1'
          phrases: ['=платите', '=ждите', '=перезвоните']
          unless_turn: [пожалуйста]
        - id: order.bare
          category: categorical_order
          clause: '2'
          phrases: ['=направить']
        - id: duty
          category: jargon
          clause: '3'
          phrases: ['=должны']
          examples: {hit: ['Вы [[должны]] были получить уведомление.']}
      """)
    let list = try program.write(
      "list.csv",
      """
      нельзя;надо
      платите сразу;оплатить можно прямо сейчас
      ждите звонка;мы Вам перезвоним
      перезвоните позже;пожалуйста, перезвоните позже
      кинуть на почту;направить на электронную почту
      вы должны;Вам необходимо

      """)
    let answer = try program.run("standards", "new", "lagoon", "--table", list)
    // Nothing that the base tries fails because the company says otherwise.
    #expect(answer.code == 0 && !answer.output.contains("предупреждение"), "\(answer)")
    for (said, row) in [
      ("Тогда платите сразу.", 2), ("Ну и ждите звонка.", 3), ("перезвоните позже", 4),
      ("вы должны оплатить счёт", 6),
    ] {
      let found = try program.run("phrase", "--standard", "lagoon", said).output
      #expect(found.contains("Список компании, строка \(row)"), "\(said): \(found)")
    }
    for polite in ["Платите, пожалуйста, сразу.", "мы платим сразу", "ждём звонка"] {
      let found = try program.run("phrase", "--standard", "lagoon", polite).output
      #expect(!found.contains("Список компании"), "\(polite): \(found)")
    }
  }

  @Test(
    "Tables that people save by hand are read as they are meant",
    arguments: [
      ("turned", "Надо;Нельзя\nпромах;косяк\n"), ("sep", "sep=;\nНельзя;Надо\nкосяк;промах\n"),
      ("numbered", "№;Нельзя;Надо\n1;косяк;промах\n"),
      ("title", "Наш список;\nТак не говорим;Так говорим\nкосяк;промах\n"),
      ("one column", "Стоп-слова\nкосяк\n"),
    ])
  func tables(_ name: String, _ table: String) throws {
    let program = try Program()
    let list = try program.write("list.csv", table)
    let answer = try program.run("standards", "new", "lagoon", "--table", list)
    #expect(answer.code == 0 && answer.output.contains("правил: 1"), "\(answer)")
    let found = try program.run("phrase", "--standard", "lagoon", "Это косяк").output
    #expect(found.contains("«косяк»"), "\(name): \(found)")
  }

  @Test(
    "A table that cannot be trusted gives no standard, rows that cannot be taken give code 1",
    arguments: [
      ("Нельзя;Надо\n\"косяк;промах\nляп;сбой\n", 64, "кавычка открыта в строке 2"),
      ("", 64, "таблица пуста"), ("косяк;промах\n!!!;тише\n", 1, "строка 2: «!!!»"),
      ("косяк;промах;чушь\n", 1, "неизвестная категория «чушь»"),
    ])
  func refused(_ table: String, _ code: Int32, _ message: String) throws {
    let program = try Program()
    let list = try program.write("list.csv", table)
    let answer = try program.run("standards", "new", "lagoon", "--table", list)
    #expect(answer.code == code && answer.errors.contains(message), "\(answer)")
  }

  @Test("What others stand on, or what another hand wrote, is not replaced")
  func kept() throws {
    let program = try Program()
    let base = try program.run("standards", "new", "general", "--replace")
    #expect(base.code == 64 && base.errors.contains("не может расширять сам себя"), "\(base)")
    #expect(try program.run("standards", "new", "lagoon").code == 0)
    #expect(try program.run("standards", "new", "bay", "--from", "lagoon").code == 0)
    let heirs = try program.run("standards", "new", "lagoon", "--replace")
    #expect(heirs.code == 64 && heirs.errors.contains("расширяют другие (bay)"), "\(heirs)")
    try program.write(
      "lexicons/standards/own.yaml", "id: own\ntitle: Свой\nextends: general\n")
    let own = try program.run("standards", "new", "own", "--replace")
    #expect(own.code == 64 && own.errors.contains("написан не этой командой"), "\(own)")
  }

  @Test("A standard is read back whole, its own rules first; its name is that of its file")
  func shown() throws {
    let program = try Program()
    try program.write(
      "lexicons/standards/lagoon.yaml",
      """
      id: lagoon
      title: Лагуна
      extends: general
      rules:
        - id: lagoon.a
          category: jargon
          clause: '1'
          severity: major
          phrases: [раз, два, три, {phrase: косяк, unless: ['не _'], speaker: any}]
      """)
    let shown = try program.run("standards", "show", "lagoon").lines
    let own = shown.firstIndex { $0.contains("lagoon.a") && $0.contains("severity: major") }
    let base = shown.firstIndex { $0.contains("allo") }
    #expect(own != nil && base != nil && own ?? 0 < base ?? 0, "\(shown)")
    #expect(shown.contains { $0.contains("косяк · speaker: any") }, "\(shown)")
    #expect(shown.contains { $0.contains("unless: ['не _']") }, "\(shown)")
    try program.write(
      "lexicons/standards/bay.yaml", "id: general\ntitle: Залив\nextends: general\n")
    for command in [["standards", "check", "bay"], ["score", "--standard", "bay", "."]] {
      let answer = try program.run(Program.path, command)
      #expect(
        answer.code != 0 && (answer.output + answer.errors).contains("bay.yaml:1:5: "), "\(answer)")
    }
    let list = try program.run("standards", "list")
    #expect(list.code == 1 && list.output.contains("Лагуна"), "\(list)")
    #expect(list.errors.contains("напишите «id: bay»"), "\(list)")
  }

  @Test("Without a list it is a start that can be checked")
  func start() throws {
    let program = try Program()
    #expect(try program.run("standards", "new", "lagoon", "--title", "Лагуна").code == 0)
    #expect(try program.run("standards", "list").output.contains("Лагуна"))
  }

  @Test("A company's own rule is tried as calls are judged: no model doubts it")
  func own() throws {
    let program = try Program()
    let lexicons = Program.path.components(separatedBy: "/.build/")[0] + "/Lexicons"
    for model in ["paraphrases", "uses"] {
      let file = URL(fileURLWithPath: "\(lexicons)/speech/\(model).model")
      try program.write("lexicons/speech/\(model).model", Data(contentsOf: file))
    }
    let heard = "  - {id: refusal.heard, category: refusal, clause: '1', detector: paraphrase}\n"
    func rule(_ id: String) -> String {
      """
        - id: \(id)
          category: refusal
          clause: '1'
          phrases: ['заказ собран']
          examples: {hit: ['Добрый день, [[заказ собран]] и приедет завтра.']}

      """
    }
    try program.write(
      "lexicons/standards/general.yaml",
      "id: general\ntitle: Общий\nrules:\n" + heard + rule("general.ready"))
    try program.write(
      "lexicons/standards/lagoon.yaml",
      "id: lagoon\ntitle: Лагуна\nextends: general\nrules:\n" + rule("lagoon.ready"))
    let own = try program.run("standards", "test", "lagoon", "--rule", "lagoon")
    #expect(own.code == 0 && own.output.contains("примеров 1, не прошло 0"), "\(own)")
    let shared = try program.run("standards", "test", "general", "--rule", "general")
    #expect(shared.code == 1 && shared.output.contains("примеров 1, не прошло 1"), "\(shared)")
    #expect(
      shared.output.contains(
        "на проверку ушло: «заказ собран» (general.ready): слова правила, но обученная модель"),
      "\(shared)")
  }

  @Test("What a person decides on in a call is doubtful to whoever asks, too, and not allowed")
  func doubtful() throws {
    let program = try Program()
    try program.write(
      "lexicons/standards/general.yaml",
      """
      id: general
      title: Общий
      rules:
        - id: general.maybe
          category: refusal
          clause: '7'
          phrases: [{phrase: 'наверное завтра', review: да}]
      """)
    func answer(_ text: String) throws -> String {
      try program.run("phrase", "--standard", "general", text).output
    }
    #expect(
      try answer("наверное завтра") == "«наверное завтра» — спорно, отказ (7): решать человеку\n")
    #expect(try answer("завтра до обеда") == "Запрещённого не нашлось.\n")
  }

  @Test("A replacement that is itself forbidden is told at once")
  func conflict() throws {
    let program = try Program()
    let list = try program.write("list.csv", "слушаю вас;алло\n")
    let answer = try program.run("standards", "new", "lagoon", "--table", list)
    let remark = "правило «lagoon.row-1» предлагает сказать «алло», но «алло» само под запретом"
    #expect(answer.output.contains(remark), "\(answer)")
    #expect(try program.run("standards", "check", "lagoon").output.contains(remark))
  }

  @Test("What is wrong is said, and no file is left or replaced")
  func mistakes() throws {
    let program = try Program()
    let file = program.folder + "/lexicons/standards/lagoon.yaml"
    #expect(try program.run("standards", "new", "Лагуна").code == 64)
    #expect(try program.run("standards", "new", "lagoon", "--category", "slang").code == 64)
    let unknown = try program.run("standards", "new", "lagoon", "--from", "umek")
    #expect(unknown.code == 64 && unknown.errors.contains("нет стандарта «umek»"))
    let missing = try program.run("standards", "new", "lagoon", "--table", "нет.csv")
    #expect(missing.code == 64 && missing.errors.contains("«нет.csv» не читается"))
    let binary = try program.write("list.csv", Data([0, 1, 2, 3]))
    #expect(
      try program.run("standards", "new", "lagoon", "--table", binary).errors.contains("не текст"))
    #expect(!FileManager.default.fileExists(atPath: file))

    #expect(try program.run("standards", "new", "lagoon").code == 0)
    let second = try program.run("standards", "new", "lagoon")
    #expect(second.code == 64 && second.errors.contains("--replace"))
    #expect(try program.run("standards", "new", "lagoon", "--replace").code == 0)
  }
}
