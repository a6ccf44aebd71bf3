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
      ("no first cell", [["косяк", "ошибка"], ["", "тише"]], "строка 2: первый столбец пуст"),
      ("twice", [["косяк", "ошибка"], ["Косяк", "сбой"]], "уже есть в строке 1"),
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
    arguments: [("refusal", Category.refusal), ("Отказ", .refusal), ("", nil)])
  func category(_ name: String, _ category: Category?) {
    #expect(ReplacementTable([["нет уж", "уточню", name]]).rows[0].category == category)
  }

  @Test("What is said instead is not forbidden with it")
  func same() {
    let row = ReplacementTable([["ждите", "Ждите / Подождите, пожалуйста"]]).rows[0]
    #expect(row.say == ["Подождите, пожалуйста"])
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
