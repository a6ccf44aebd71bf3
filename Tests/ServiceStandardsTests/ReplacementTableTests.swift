import ServiceStandards
import Testing

@Suite("A company's list of what not to say")
struct ReplacementTableTests {
  @Test(
    "A row becomes phrases and replacements",
    arguments: [
      ("words", [["Перезвоните позже", "Я перезвоню Вам сам"]], ["перезвоните позже"]),
      ("signs", [["«Ждите!»", "Подождите, пожалуйста"]], ["ждите"]),
      ("several", [["косяк / ляп\nпрокол", "ошибка"]], ["косяк", "ляп", "прокол"]),
      ("gap", [["не могу … подсказать…", "уточню"]], ["не могу *3 подсказать"]),
      ("remark in brackets", [["девушка (обращение)", "имя клиента"]], ["девушка"]),
      ("signs of the notation", [["@ля = <сущ> * {а}", "нет"]], ["ля сущ а"]),
      ("header", [["Нельзя", "Надо"], ["косяк", "ошибка"]], ["косяк"]),
      ("no header", [["надолго", "надо"], ["косяк", "ошибка"]], ["надолго", "косяк"]),
      ("only forbidden", [["косяк"]], ["косяк"]),
      ("brackets inside", [["вы (сами) виноваты"]], ["вы [сами] виноваты"]),
      ("brackets inside a word", [["звони(те) позже"]], ["звони позже"]),
      ("columns turned", [["Надо", "Нельзя"], ["ошибка", "косяк"]], ["косяк"]),
      ("numbered", [["№", "Нельзя", "Надо"], ["1", "косяк", "ошибка"]], ["косяк"]),
      ("numbered, no header", [["1", "косяк", "ошибка"], ["2", "ляп"]], ["косяк", "ляп"]),
      ("other titles", [["Так не говорим", "Так говорим"], ["косяк", "ошибка"]], ["косяк"]),
      ("a title for what to say", [["Нельзя", "Вместо этого"], ["косяк", "ошибка"]], ["косяк"]),
      ("titles as words", [["неправильно", "нужно проверить"]], ["неправильно"]),
      ("one column with a title", [["Стоп-слова"], ["косяк"]], ["косяк"]),
      ("Latin among Cyrillic letters", [["кocяк", "ошибка"]], ["косяк"]),
      ("Latin words", [["wi-fi и sim-карта"]], ["wi-fi и sim-карта"]),
      ("empty rows", [["", ""], ["косяк", "ошибка"], []], ["косяк"]),
    ])
  func phrases(_ name: String, _ cells: [[String]], _ phrases: [String]) {
    let table = ReplacementTable(cells)
    #expect(table.rows.flatMap(\.avoid) == phrases, "\(name)")
    #expect(table.remarks == [], "\(name)")
  }

  @Test(
    "What cannot be taken is told with its row",
    arguments: [
      ("no words", [["косяк", "ошибка"], ["!!!", "тише"]], "строка 2: «!!!»: нет слов"),
      ("no first cell", [["косяк", "ошибка"], ["", "тише"]], "строка 2: не сказано, чего"),
      ("twice", [["косяк", "ошибка"], ["Косяк", "ошибка"]], "уже есть в строке 1, второй раз"),
      ("another way", [["косяк", "ошибка"], ["Косяк", "сбой"]], "замена добавлена к ней"),
      ("nothing else to say", [["косяк", "Косяк"]], "замена та же, что и запрет"),
      (
        "above the header", [["Список"], ["Нельзя", "Надо"], ["косяк", "сбой"]], "стоит над шапкой"
      ),
      ("one letter", [["и", "а"]], "слово в одну букву"),
      ("category", [["косяк", "ошибка", "сленг"]], "неизвестная категория «сленг»; есть: rude"),
    ])
  func remarks(_ name: String, _ cells: [[String]], _ message: String) {
    let table = ReplacementTable(cells)
    #expect(table.remarks.count == 1, "\(name)")
    #expect(table.remarks.first?.description.contains(message) == true, "\(table.remarks)")
    #expect(table.rows.count == 1, "\(name)")
  }

  @Test(
    "A category is named by its id or by its title",
    arguments: [("refusal", Category.refusal), ("Отказ", .refusal), ("жаргон", .jargon), ("", nil)])
  func category(_ name: String, _ category: Category?) {
    #expect(ReplacementTable([["нет уж", "уточню", name]]).rows[0].category == category)
  }

  @Test("What is said instead is not forbidden with it")
  func same() {
    let row = ReplacementTable([["ждите", "Ждите / Подождите, пожалуйста"]]).rows[0]
    #expect(row.say == ["Подождите, пожалуйста"])
  }

  @Test("What the same wording is replaced with elsewhere is offered with it")
  func joined() {
    let table = ReplacementTable([["косяк", "ошибка"], ["косяк", "сбой / Ошибка"]])
    #expect(table.rows.map(\.say) == [["ошибка", "сбой", "Ошибка"]])
    #expect(table.remarks.allSatisfy { !$0.isRefusal })
  }

  @Test("Random cells are rows or remarks, never a crash")
  func random() {
    var generator = SystemRandomNumberGenerator()
    let signs = Array("абв ( ) [ ] … . / ; ! « » < > @ * = _ { } ^ $ \n - 1 ё")
    for _ in 0..<500 {
      let cell = String((0..<12).map { _ in signs.randomElement(using: &generator) ?? "а" })
      for row in ReplacementTable([[cell, "надо"]]).rows {
        for phrase in row.avoid { #expect((try? PhraseParser.parse(phrase)) != nil, "\(cell)") }
      }
    }
  }
}
