import Coaching
import Testing

struct EmployeeNameTests {
  private let names = EmployeeName([
    "Иванова Мария", "Иванова Анна Сергеевна", "мария иванова", "Петров Олег Игоревич",
    "Семёнов Пётр",
  ])

  @Test(arguments: [
    ("Иванова Мария", "Иванова Мария"), ("мария ИВАНОВА", "Иванова Мария"),
    ("Петров", "Петров Олег Игоревич"), ("олег петров", "Петров Олег Игоревич"),
    ("семенов", "Семёнов Пётр"), ("Петров О. И.", "Петров Олег Игоревич"),
    ("Иванова А.", "Иванова Анна Сергеевна"), ("  пет  ол ", "Петров Олег Игоревич"),
  ])
  func finds(query: String, name: String) throws {
    #expect(try names.find(query).first == name)
  }

  @Test func namesOfOnePersonStandTogether() throws {
    #expect(try names.find("мария иванова") == ["Иванова Мария", "мария иванова"])
    #expect(names.people.count == 4)
  }

  @Test(arguments: [
    ("Иванова", EmployeeNameError.Kind.several, ["Иванова Анна Сергеевна", "Иванова Мария"]),
    ("Питров", .misspelt, ["Петров Олег Игоревич"]),
    ("Симёнов Петя", .misspelt, ["Семёнов Пётр"]),
    (
      "Кузнецов", .unknown,
      ["Иванова Анна Сергеевна", "Иванова Мария", "Петров Олег Игоревич", "Семёнов Пётр"]
    ),
  ])
  func explains(query: String, kind: EmployeeNameError.Kind, near: [String]) {
    let error = #expect(throws: EmployeeNameError.self) { try names.find(query) }
    #expect(error?.kind == kind)
    #expect(error?.names == near)
  }

  @Test func saysWhatToDo() {
    let error = #expect(throws: EmployeeNameError.self) { try names.find("Питров") }
    #expect(
      error?.description == "нет сотрудника «Питров»; похожие имена: Петров Олег Игоревич")
    let nobody = #expect(throws: EmployeeNameError.self) { try EmployeeName([]).find("Петров") }
    #expect(nobody?.kind == .nobody)
  }
}
