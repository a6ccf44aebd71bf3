import Foundation
import Testing

/// Foreign transcripts through the whole program.
struct ImportTests {
  let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "lexicons/speakers/evidence.tsv", "operator\t3\tчем могу помочь\nclient\t2\tя хочу узнать\n")
    try program.write(
      "night/1.srt",
      "1\n00:00:01,000 --> 00:00:02,000\nСпикер 1: Алло, чем могу помочь?\n\n"
        + "2\n00:00:03,000 --> 00:00:04,500\nСпикер 2: Я хочу узнать про заказ\n")
    try program.write("night/2_operator.tsv", "start\tend\ttext\n500\t900\tАлло\n")
    try program.write("night/2_client.tsv", "start\tend\ttext\n1000\t1900\tДа\n")
    try program.write("night/broken.json", #"{"segments":[{"start":0"#)
  }

  @Test(
    "A table of the lexicons that is none is refused with its line",
    arguments: [
      (
        "speakers/evidence.tsv", "operator\t3\tда\nклиент\t2\tнет\n",
        ":2:1: сторона — operator, client"
      ),
      ("speakers/evidence.tsv", "# а\n\noperator\tтри\tда\n", ":3:1: вес — число больше нуля"),
      ("speakers/evidence.tsv", "operator 3 да\n", ":1:1: здесь ожидались сторона, вес и фраза"),
      ("phones/time-zones.tsv", "495\tEurope/Moscow\tМосква\n", ""),
      ("phones/time-zones.tsv", "495\tМосква\tМосква\n", ":1:1: пояса «Москва» нет"),
      ("phones/time-zones.tsv", "\u{FEFF}4\tEurope/Moscow\tМосква\n", ":1:1: код — от трёх"),
      ("phones/time-zones.tsv", "\u{0}\u{1}", ":1:1: здесь ожидался текст в кодировке UTF-8"),
    ])
  func tables(_ name: String, _ text: String, _ message: String) throws {
    try program.write("lexicons/" + name, text)
    let checked = try program.run("standards", "check", "general").output
    #expect(message.isEmpty != checked.contains(name), "\(checked)")
    #expect(
      message.isEmpty
        || checked.contains(
          name + message.replacing("1: ", with: "1: ошибка: ", maxReplacements: 1)),
      "\(checked)")
    guard name.hasPrefix("speakers") else { return }
    let answer = try program.run("convert", "night")
    #expect(answer.code == 70 && answer.errors.contains(name + message), "\(answer)")
  }

  @Test func convertsAFolder() throws {
    let answer = try program.run("convert", "night")
    #expect(answer.code == 1)
    #expect(
      answer.lines == [
        #"{"id":"1","turns":[{"speaker":"operator","text":"Алло, чем могу помочь?","start":1,"end":2},{"speaker":"client","text":"Я хочу узнать про заказ","start":3,"end":4.5}]}"#,
        #"{"id":"2","turns":[{"speaker":"operator","text":"Алло","start":0.5,"end":0.9},{"speaker":"client","text":"Да","start":1,"end":1.9}]}"#,
      ])
    #expect(
      answer.errors == """
        kamerton: night/1.srt: оператором счёлся «Спикер 1» (уверенность 80 %): говорит «чем могу помочь»
        kamerton: night/broken.json: строка 1: не JSON (столбец 24): запись оборвана: конец раньше, чем закрыты скобки

        """)
    let files = try program.run("convert", "night", "--to", "vtt", "--output", "out")
    #expect(files.code == 1)
    #expect(
      try String(contentsOfFile: program.folder + "/out/2.vtt", encoding: .utf8)
        == "WEBVTT\n\n00:00:00.500 --> 00:00:00.900\n<v Оператор>Алло\n\n00:00:01.000 --> 00:00:01.900\n<v Клиент>Да\n\n"
    )
  }

  @Test func writesNoTextOfSeveralCallsWithoutAFolder() throws {
    let several = try program.run("convert", "night", "--to", "dialogue")
    #expect(several.code == 64 && several.output.isEmpty)
    #expect(
      several.errors.contains("звонков несколько, не записан ни один: укажите папку --output"))
    let one = try program.run("convert", "night/1.srt", "--to", "dialogue")
    #expect(one.code == 0)
    #expect(
      one.output
        == "[00:00:01.000 --> 00:00:02.000] Оператор: Алло, чем могу помочь?\n"
        + "[00:00:03.000 --> 00:00:04.500] Клиент: Я хочу узнать про заказ\n")
  }

  /// What is neither the operator's nor the client's is kept through the database and counted for
  /// nobody.
  @Test func keepsThirdVoicesApart() throws {
    try program.write(
      "third.txt", "Оператор: Добрый день\nТретий голос: Алло, алло\nКлиент: Да\n")
    let third = #"{"speaker":"client","text":"Алло, алло","third":true}"#
    let line = try program.run("convert", "third.txt").output
    #expect(line.contains(third))
    try program.write("third.ndjson", line)
    #expect(try program.run("convert", "third.ndjson").output == line)
    let scored = try program.run("score", "third.ndjson", "--format", "json")
    #expect(scored.code == 0 && scored.output.contains(#""findings":[]"#), "\(scored)")
    let shown = try program.run("show", "third")
    #expect(shown.output.contains("Третий голос: Алло, алло"))
  }

  @Test func scoresWithTheMapping() throws {
    try program.write(
      "map.yaml",
      """
      timeZone: Europe/Moscow
      files:
        - path: 'night/(?<n>\\d)'
          employee: '{n}'
          direction: incoming
      employees: {'1': Иванова Анна}
      """)
    let shown = try program.run("import", "night", "--dry-run", "--metadata", "map.yaml")
    #expect(shown.code == 1)
    #expect(
      shown.output.contains(
        "  сотрудник: Иванова Анна (имя файла)\n  направление: входящий (имя файла)\n  начало: неизвестно\n"
      ))
    #expect(shown.output.contains("night/broken.json\n  не прочитан: "))
    #expect(shown.output.contains("Звонков: 2, пропущено: 0, не прочитано: 1"))
    let scored = try program.run("score", "night", "--metadata", "map.yaml", "--format", "json")
    #expect(scored.code == 1)
    #expect(scored.output.contains(#""new":2"#))
    let again = try program.run("score", "night", "--metadata", "map.yaml", "--format", "json")
    #expect(again.output.contains(#""unchanged":2"#))
    #expect(try program.run("score", "night", "--metadata", "none.yaml").code == 64)
    #expect(try program.run("import", "night").code == 64)
  }

  @Test func showsACallWhoseTimesCannotBe() throws {
    try program.write(
      "a.ndjson",
      #"{"id":"a","turns":[{"speaker":"operator","text":"Алло","start":1e26,"end":1e300}]}"#)
    let shown = try program.run("import", "a.ndjson", "--dry-run")
    #expect(shown.code == 0)
    #expect(shown.output.contains("звонок: a, формат native, 1 реплика\n"))
    #expect(shown.output.contains("заметка: невозможное время убрано у реплик: 1\n"))
    let judged = try program.run(
      "stream", input: #"{"id":"a","turns":[{"speaker":"operator","text":"Алло","start":1e308}]}"#)
    #expect(judged.code == 0 && !judged.output.contains("duration_seconds"))
  }

  @Test func listsTheFormats() throws {
    let answer = try program.run("formats")
    #expect(answer.code == 0)
    #expect(answer.output.contains("Yandex SpeechKit v3"))
    let json = try program.run("formats", "--format", "json")
    let list = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect((list?.count ?? 0) > 25)
  }
}
