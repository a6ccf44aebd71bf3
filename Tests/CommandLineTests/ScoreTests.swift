import Foundation
import Testing

struct ScoreTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func scoresAFolderOfAllSorts() throws {
    try program.write("night/a.ndjson", "\(line("1"))\n{\"id\":\n\(line("2", "Добрый день"))\n")
    try program.write("night/b.json", "[\n\(line("3"))\n]")
    try program.write("night/in/d.txt", "\u{FEFF}Оператор: Алло\r\nКлиент: Да\r\n")
    try program.write("night/empty.txt", "")
    try program.write("night/letter.txt", "Добрый день!")
    try program.write("night/sound.mp3", "ID3")
    try program.write("night/.hidden", "{")
    let answer = try program.run("score", "night", "lost.txt")
    #expect(answer.code == 1)
    #expect(
      answer.errors == """
        kamerton: night/a.ndjson: строка 2: не JSON (столбец 7): запись оборвана: конец раньше, чем закрыты скобки
        kamerton: night/empty.txt: файл пуст
        kamerton: night/letter.txt: не видно, кто говорит: реплики начинаются с «Оператор:» и «Клиент:»
        kamerton: lost.txt: не открывается: нет такого файла или папки

        """)
    #expect(answer.output.contains("Звонки"))
    #expect(answer.output.contains("4 новых"))
    let again = try program.run("score", "night", "--format", "json")
    #expect(again.output.contains(#""new":0"#))
    #expect(again.output.contains(#""unchanged":4"#))
    #expect(try program.run("show", "in/d").code == 0)
  }

  /// A broken file does not hide what is wrong with the others.
  @Test func namesTheFirstFewRefusalsOfAFile() throws {
    try program.write("night/a.ndjson", String(repeating: "мусор\n", count: 2000) + line("1"))
    try program.write("night/b.txt", "Добрый день!")
    for command in ["score", "convert"] {
      let answer = try program.run(command, "night")
      #expect(answer.code == 1)
      let lines = answer.errors.split(separator: "\n")
      #expect(lines.count == 7)
      #expect(lines.dropLast(2).allSatisfy { $0.hasPrefix("kamerton: night/a.ndjson: строка ") })
      #expect(lines.dropLast().last?.hasPrefix("kamerton: night/b.txt: не видно, кто") == true)
      #expect(lines.last == "kamerton: night/a.ndjson: и ещё 1995 отказов")
      guard command == "score" else { continue }
      #expect(answer.output.contains("  night/b.txt: не видно"))
      #expect(answer.output.contains("  и ещё 1995, все они — в ответе с --format json\n"))
    }
    let json = try program.run("score", "night", "--format", "json")
    #expect(json.output.components(separatedBy: #""code":"invalid_json""#).count == 2001)
    let shown = try program.run("import", "night", "--dry-run").output
    #expect(shown.contains("night/a.ndjson\n  не прочитано ещё: 1995\n"))
    #expect(shown.contains("не прочитано: 2001\n"))
  }

  /// SQLite takes U+0000 for the end of a text.
  @Test func keepsWhatStandsBehindZero() throws {
    try program.write(
      "a.ndjson", line(#"n\u0000u"#, #"Алло\u0000, оформим заявочку"#, employee: #"Ан\u0000на"#))
    let answer = try program.run("score", "a.ndjson")
    #expect(answer.code == 0)
    #expect(answer.errors == "kamerton: a.ndjson: строка 1: знак U+0000 заменён знаком �\n")
    let shown = try program.run("show", "n\u{FFFD}u")
    #expect(shown.output.contains("сотрудник      Ан\u{FFFD}на"))
    #expect(shown.output.contains("\u{FFFD}, оформим "))
    #expect(try program.run("search", "заявка").output.hasPrefix("Найдена 1 реплика"))
    #expect(try program.run("score", "a.ndjson").output.contains("1 прежний"))
    let stream = try program.run("stream", input: line("1", #"\u0000\u0000Алло"#)).output
    #expect(stream.contains(#""range":[2,6]"#))
  }

  @Test func countsApartWhatIsNotJudged() throws {
    try program.write("night/a.ndjson", line("1"))
    try program.write("night/one.txt", "Спикер 1: Алло.\nСпикер 1: Да, слушаю вас.\n")
    let reason = "разделение голосов не удалось: все слова у одного («Спикер 1»)"
    let answer = try program.run("score", "night")
    // It is no error: nothing was refused.
    #expect(answer.code == 0)
    #expect(answer.errors == "kamerton: night/one.txt: не оценивается: \(reason)\n")
    #expect(answer.output.contains("Не оцениваются, в средние не входят\n  1  \(reason)\n"))
    let json = try program.run("score", "night", "--format", "json")
    #expect(json.output.contains(#""unjudged":[{"calls":1,"reason":"\#(reason)"}]"#))
    #expect(json.output.contains(#""judged":1"#))
    let shown = try program.run("show", "one")
    #expect(shown.output.contains("  не оценивается \(reason)\n"))
    #expect(!shown.output.contains("Обязательные элементы"))
  }

  @Test func saysHowTheOperatorWasTold() throws {
    try program.write(
      "a.txt", "Спикер 1: Алло, чем могу помочь?\nСпикер 2: Я хочу узнать про заказ.\n")
    _ = try program.run("score", "a.txt", "--operator-speaker", "Спикер 1")
    let shown = try program.run("show", "a")
    #expect(shown.output.contains("  оператор       Спикер 1, 100 %: указан говорящий\n"))
    let json = try program.run("show", "a", "--format", "json")
    #expect(
      json.output.contains(
        #""operator":{"confidence":1,"reason":"указан говорящий","voice":"Спикер 1"}"#))
  }

  @Test func looksIntoWhatItMay() throws {
    try program.write("night/closed/a.ndjson", line("1"))
    try program.write("night/closed.ndjson", line("2"))
    try program.write("night/open.ndjson", line("3"))
    // A root user may look anywhere: the program runs as nobody then.
    let script = """
      chmod 000 night/closed night/closed.ndjson
      chmod 777 .
      if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups '\(Program.path)' score night
      else
        '\(Program.path)' score night
      fi
      code=$?
      chmod 755 night/closed night/closed.ndjson
      exit $code
      """
    let answer = try program.run("/bin/sh", ["-c", script])
    #expect(answer.code == 1)
    #expect(
      answer.errors == """
        kamerton: night/closed: не открывается: нет прав на чтение
        kamerton: night/closed.ndjson: не открывается: нет прав на чтение

        """)
    #expect(answer.output.contains("1 новый"))
  }

  @Test func refusesALineOfGigabytesInLittleMemory() throws {
    let script = """
      ulimit -v 4000000
      (printf '%s\\n' '\(line("1"))'; head -c 300000000 /dev/zero | tr '\\0' a; echo; \
      printf '%s\\n' '\(line("2"))') > big.ndjson
      '\(Program.path)' score big.ndjson
      """
    let answer = try program.run("/bin/sh", ["-c", script])
    #expect(answer.code == 1)
    #expect(
      answer.errors == "kamerton: big.ndjson: строка 2: длиннее 64 МБ, такое не читаем\n")
    #expect(answer.output.contains("2 новых"))
  }

  @Test func saysWhatIsWrongWithTheDatabase() throws {
    let calls = try program.write("a.ndjson", line("1"))
    let cases: [(name: String, database: String, code: Int32, error: String)] = [
      (
        "no folder", "нет/базы.sqlite", 64,
        "база нет/базы.sqlite не открывается: нет такой папки или прав на неё"
      ),
      ("not a database", calls, 64, "\(calls) — не база Камертона"),
    ]
    for item in cases {
      let answer = try program.run("score", calls, "--database", item.database)
      #expect(answer.code == item.code, "\(item.name)")
      #expect(answer.errors == "kamerton: \(item.error)\n", "\(item.name)")
    }
  }

  @Test func takesTheDatabaseFromTheVariable() throws {
    try program.write("a.ndjson", line("1"))
    let variable = ["KAMERTON_DATABASE": "другая.sqlite"]
    _ = try program.run("score", "a.ndjson", environment: variable)
    #expect(FileManager.default.fileExists(atPath: "\(program.folder)/другая.sqlite"))
    #expect(try program.run("show", "1", environment: variable).code == 0)
    #expect(try program.run("show", "1").code == 64)
  }

  /// What was kept before a run is killed is whole, and the next run ends the work.
  @Test(.timeLimit(.minutes(2)))
  func leavesASoundDatabaseWhenKilled() throws {
    let calls = (1...6000).map { line("\($0)") }.joined(separator: "\n")
    try program.write("a.ndjson", calls)
    for delay in [0.2, 0.5, 1.0] {
      let process = program.start(Program.path, ["score", "a.ndjson"])
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let answer = try program.run("score", "a.ndjson", "--format", "json")
    #expect(answer.code == 0)
    #expect(answer.output.contains(#""calls":6000"#))
    let found = try program.run("search", "заявочка", "--limit", "1")
    #expect(found.output.hasPrefix("Найдено 6000 реплик"))
  }
}
