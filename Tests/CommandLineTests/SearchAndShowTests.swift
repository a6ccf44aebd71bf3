import Foundation
import Testing

struct SearchAndShowTests {
  let program: Program

  init() throws {
    program = try Program()
    try program.write(
      "a.ndjson",
      """
      {"id":"ночь-1","employee":"Иванова Анна","startedAt":"2026-03-01T10:15:00+03:00","direction":"incoming","turns":[{"speaker":"operator","text":"Алло, оформим заявочку?","start":0},{"speaker":"client","text":"Сколько у вас заявок?\\u001b[2J","start":65.5}]}
      {"id":"ночь-2","turns":[{"speaker":"operator","text":"Подпишите заявку"}]}
      """)
    _ = try program.run("score", "a.ndjson")
  }

  @Test func findsAnyForm() throws {
    let answer = try program.run("search", "заявка", "--speaker", "client")
    #expect(answer.code == 0)
    #expect(
      answer.output == """
        Найдена 1 реплика.

        ночь-1 · Иванова Анна · 01.03.2026 10:15 · оценка 0
          2. 01:05 Клиент: Сколько у вас ⟦заявок⟧?[2J

        """)
  }

  @Test("A category goes by its id and by the name that reports give it")
  func findsByCategory() throws {
    for name in ["rude_repeat", "грубое обращение и повтор", "«Грубое обращение и повтор»"] {
      let answer = try program.run("search", "--category", name)
      #expect(answer.code == 0 && answer.output.contains("⟦Алло⟧"), "\(name)")
    }
  }

  @Test func findsForPrograms() throws {
    let answer = try program.run("search", "подписать", "--format", "json")
    #expect(
      answer.output == """
        {"hits":[{"call":"ночь-2","marks":[[0,9]],"score":100,"snippet":"Подпишите заявку","speaker":"operator","standard":"general","turn":0}],"total":1}

        """)
  }

  @Test func findsNothing() throws {
    let answer = try program.run("search", "трактор")
    #expect(answer.code == 0)
    #expect(answer.output == "Ничего не найдено.\n")
  }

  @Test(arguments: [
    (["search"], 64, "Укажите, что найти"),
    (["search", "?!"], 64, "в запросе нет ни одного слова"),
    (["search", "а", "--from", "вчера"], 64, "нужен день вида 2026-03-01"),
    (
      ["search", "а", "--category", "грубость"], 64,
      "есть: rude_repeat (грубое обращение и повтор), diminutive"
    ),
    (["search", "заявка", "--standard", "общий"], 64, "в базе есть: general"),
    (["search", "а", "--limit", "0"], 64, "нужно число от 1"),
    (["search", "а", "--database", "нет.sqlite"], 64, "базы нет.sqlite нет"),
    (["show", "ночь"], 1, "звонка «ночь» в базе нет; похожие: ночь-1, ночь-2"),
    (["show", "утро"], 1, "звонка «утро» в базе нет\n"),
    (["score"], 64, "<путь>"),
  ])
  func refuses(_ arguments: [String], _ code: Int32, _ message: String) throws {
    let answer = try program.run(Program.path, arguments)
    #expect(answer.code == code)
    #expect(answer.errors.contains(message))
    #expect(answer.output == "")
  }

  @Test func showsACallWithItsMarks() throws {
    let answer = try program.run("show", "ночь-1")
    #expect(answer.code == 0)
    for part in [
      "Звонок ночь-1\n", "  сотрудник      Иванова Анна\n", "  направление    входящий\n",
      "  1. 00:00 Оператор: ⟦Алло⟧, оформим заявочку?\n",
      "↳ «Алло» — грубое обращение и повтор; табл. 2; лучше: «Слушаю вас»;", "95 %: прямые",
      "= целиком: Слушаю вас, оформим",
      "  2. 01:05 Клиент:   Сколько у вас заявок?[2J\n", "Обязательные элементы\n",
    ] {
      #expect(answer.output.contains(part), "\(part)")
    }
    #expect(!answer.output.contains("\u{1B}"))
  }

  @Test("A criterion that a person decides takes no points before that")
  func showsUndecided() throws {
    let general = program.folder + "/lexicons/standards/general.yaml"
    let text = try String(contentsOfFile: general, encoding: .utf8)
    try program.write(
      "lexicons/standards/general.yaml",
      text.replacing("weight: 10", with: "weight: 10\n          on_failure: review"))
    #expect(try program.run("score", "a.ndjson", "--again").code == 0)
    let answer = try program.run("show", "ночь-1")
    #expect(answer.output.contains("? —/10  Вежливость"), "\(answer)")
    #expect(answer.output.contains("Оценка 100 из 100, сдан; на проверке баллов: 10 из 10"))
  }

  @Test("The situations stand at the head, with the client's words that tell of them")
  func showsSituations() throws {
    let general = program.folder + "/lexicons/standards/general.yaml"
    let text = try String(contentsOfFile: general, encoding: .utf8)
    try program.write(
      "lexicons/standards/general.yaml",
      text.replacing("title: Вежливость", with: "title: 'Клиент спрашивает: ответил'")
        .replacing("weight: 10", with: "weight: 10\n          when: {client_says: ['сколько у']}"))
    #expect(try program.run("score", "a.ndjson", "--again").code == 0)
    let answer = try program.run("show", "ночь-1")
    #expect(
      answer.output.contains("  ситуации       Клиент спрашивает: «Сколько у вас заявок» (2)\n"),
      "\(answer)")
  }

  @Test func showsACallForPrograms() throws {
    let answer = try program.run("show", "ночь-2", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    let call = try #require(object["call"] as? [String: Any])
    #expect(call["id"] as? String == "ночь-2")
    #expect(object["line"] as? Int == 2)
  }
}
