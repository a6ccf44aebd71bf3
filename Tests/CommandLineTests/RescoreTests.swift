import Foundation
import Testing

/// What becomes of kept calls when ids repeat and standards change.
struct RescoreTests {
  let program: Program

  init() throws { program = try Program() }

  private func changeStandard(to phrase: String) throws {
    let general = program.folder + "/lexicons/standards/general.yaml"
    let text = try String(contentsOfFile: general, encoding: .utf8)
    try program.write(
      "lexicons/standards/general.yaml",
      text.replacing("phrase: алло", with: "phrase: \(phrase)"))
  }

  @Test("Exports that number their calls from 1 every day lose none")
  func keepsBothConversationsOfOneID() throws {
    try program.write("mon.ndjson", line("1", "Алло, водоканал", employee: "Иванова Ольга"))
    try program.write("tue.ndjson", line("1", "Добрый день, теплосеть", employee: "Петров Иван"))
    #expect(try program.run("score", "mon.ndjson").errors == "")
    let second = try program.run("score", "tue.ndjson")
    #expect(second.code == 0)
    #expect(
      second.errors
        == "kamerton: tue.ndjson: строка 1: id «1» уже у другого разговора, оба сохранены: этот — «tue/1»\n"
    )
    #expect(second.output.contains("1: 1 новый"))
    #expect(second.output.contains("их id у другого разговора\n  1 → tue/1  (tue.ndjson)\n"))
    #expect(try program.run("search", "водоканал").output.contains("1 · Иванова Ольга"))
    #expect(try program.run("search", "теплосеть").output.contains("tue/1 · Петров Иван"))
    let shown = try program.run("show", "1").output
    #expect(shown.contains("Иванова Ольга") && shown.contains("  с тем же id    tue/1\n"))
    let other = try program.run("show", "tue/1").output
    #expect(other.contains("  id в источнике 1, под ним в базе другой разговор\n"), "\(other)")
    // Both files again, at once: nothing is new and nothing is said.
    let again = try program.run("score", "mon.ndjson", "tue.ndjson", "--format", "json")
    #expect(again.errors == "" && again.output.contains(#""unchanged":2"#))
    #expect(again.output.contains(#""renamed":[]"#))
  }

  @Test func refusesWhatItCannotTell() throws {
    try program.write("mon.ndjson", line("1", "Алло, водоканал"))
    try program.write("tue.ndjson", line("1", "Слушаю"))
    _ = try program.run("score", "mon.ndjson")
    let answer = try program.run("score", "tue.ndjson")
    #expect(answer.code == 1)
    #expect(answer.errors.contains("id «1» в базе у другого звонка ("))
    #expect(try program.run("show", "1").output.contains("водоканал"))
  }

  @Test func tellsAndMendsOutdatedScores() throws {
    try program.write(
      "a.ndjson",
      [line("1", "Алло"), line("2", "Минуту"), line("3", "Добрый день")].joined(separator: "\n"))
    let first = try program.run("score", "a.ndjson")
    #expect(!first.output.contains("прежней редакции") && !first.output.contains("Оценка изме"))
    #expect(!(try program.run("show", "1").output.contains("прежней редакции")))
    #expect(!(try program.run("report", "team").output.contains("прежней редакции")))

    try changeStandard(to: "минуту")
    let shown = try program.run("show", "1")
    #expect(
      shown.output.contains(
        "оценён по прежней редакции стандарта; пересчитать: kamerton score --stored\n"),
      "\(shown)")
    #expect(
      try program.run("show", "1", "--format", "json").output.contains(#""presentVersion":""#))
    for report in [["report", "team"], ["report", "employee", "Анна"]] {
      #expect(
        try program.run(Program.path, report).output.replacing("\u{A0}", with: " ")
          .contains("Оценка по прежней редакции стандарта: 3 звонка — general (3)."), "\(report)")
    }
    try program.write("b.ndjson", line("4", "Минуту"))
    let more = try program.run("score", "b.ndjson")
    #expect(
      more.output.contains(
        "Оценены по прежней редакции стандарта\n  general — 3; пересчитать: kamerton score --stored\n"
      ), "\(more)")

    try FileManager.default.removeItem(atPath: program.folder + "/a.ndjson")
    let again = try program.run("score", "--stored")
    #expect(again.code == 0 && again.errors == "")
    let totals = """
      Звонки             4: 3 пересчитанных, 1 прежний
      Оценка изменилась  у 2: выше у 1, ниже у 1
      Средняя оценка     50
      """
    #expect(again.output.hasPrefix(totals), "\(again)")
    #expect(!again.output.contains("прежней редакции"))
    #expect(!(try program.run("show", "1").output.contains("прежней редакции")))
    #expect(try program.run("show", "2").output.contains("⟦Минуту⟧"))
    let json = try program.run("score", "--stored", "--again", "--format", "json").output
    #expect(
      json.contains(#""changes":{"lowered":0,"raised":0,"same":4,"scored":0,"unscored":0}"#))
    #expect(json.contains(#""outdated":[]"#) && !json.contains(#""files""#))
  }

  @Test func saysWhenAnotherStandardTakesThePlaceOfOne() throws {
    try program.write(
      "lexicons/standards/lagoon.yaml", "id: lagoon\ntitle: Лагуна\nextends: general\n")
    try program.write("a.ndjson", "\(line("1"))\n\(line("2"))")
    _ = try program.run("score", "a.ndjson", "--standard", "lagoon")
    let other = try program.run("score", "a.ndjson")
    #expect(
      other.output.contains("Другой стандарт  2 звонка раньше оценены по lagoon\n"), "\(other)")
    #expect(
      try program.run("score", "--stored", "--standard", "lagoon").errors
        == "kamerton: звонков по стандарту «lagoon» в базе нет; в базе есть: general\n")
    #expect(try program.run("score", "--stored", "--standard", "general").code == 0)
  }

  @Test(arguments: [
    (["score", "--stored", "a.ndjson"], "С --stored пересчитываются звонки из базы"),
    (["score", "--stored", "--operator-channel", "left"], "С --stored пересчитываются"),
    (["score", "--stored"], "сначала оцените звонки"),
    (["score", "--stored", "--standard", "нет"], "«нет»"),
  ])
  func refuses(_ arguments: [String], _ message: String) throws {
    let answer = try program.run(Program.path, arguments)
    #expect(answer.code == 64)
    #expect(answer.errors.contains(message), "\(answer)")
  }

  /// A run that is killed leaves every call with one whole analysis, and the next one ends the work.
  @Test(.timeLimit(.minutes(2)))
  func goesOnAfterItWasKilled() throws {
    try program.write(
      "a.ndjson", (1...6000).map { line("\($0)", "Алло, минуту") }.joined(separator: "\n"))
    _ = try program.run("score", "a.ndjson")
    try changeStandard(to: "минуту")
    for delay in [0.5, 1.0, 2.0] {
      let process = program.start(Program.path, ["score", "--stored"])
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: delay)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let answer = try program.run("score", "--stored", "--format", "json")
    #expect(answer.code == 0)
    #expect(answer.output.contains(#""calls":6000"#) && answer.output.contains(#""outdated":[]"#))
    #expect(
      answer.output.contains(#"{"calls":6000,"category":"rude_repeat","count":6000"#),
      "\(answer)")
    #expect(
      try program.run("search", "минуту", "--category", "rude_repeat", "--limit", "1").output
        .hasPrefix("Найдено 6000 реплик"))
  }
}
