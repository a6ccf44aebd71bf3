/// A noun in the forms that a number before it asks for.
package struct CountedNoun: Sendable, Hashable {
  /// «1 звонок».
  var one: String
  /// «2 звонка», and after a fraction; the genitive of one.
  var few: String
  /// «5 звонков», the genitive of many.
  var many: String
  /// «в 1 звонке», «в 5 звонках».
  var locativeOne: String
  var locativeMany: String

  /// The nouns of the reports.
  package static let call = Self(
    one: "звонок", few: "звонка", many: "звонков", locativeOne: "звонке", locativeMany: "звонках")
  package static let point = Self(
    one: "балл", few: "балла", many: "баллов", locativeOne: "балле", locativeMany: "баллах")
  package static let time = Self(
    one: "раз", few: "раза", many: "раз", locativeOne: "разе", locativeMany: "разах")
  static let place = Self(
    one: "место", few: "места", many: "мест", locativeOne: "месте", locativeMany: "местах")
  static let employee = Self(
    one: "сотрудник", few: "сотрудника", many: "сотрудников", locativeOne: "сотруднике",
    locativeMany: "сотрудниках")
  static let criterion = Self(
    one: "критерий", few: "критерия", many: "критериев", locativeOne: "критерии",
    locativeMany: "критериях")

  /// «21 звонок», «3 звонка», «11 звонков».
  package func nominative(_ count: Int) -> String { join(count, form(count)) }

  /// After «из»: «из 1 звонка», «из 14 звонков».
  package func genitive(_ count: Int) -> String { join(count, Self.endsInOne(count) ? few : many) }

  /// After «в»: «в 21 звонке», «в 9 звонках».
  package func locative(_ count: Int) -> String {
    join(count, Self.endsInOne(count) ? locativeOne : locativeMany)
  }

  /// With a number to a tenth: «2,4 балла», «5 баллов».
  package func fraction(_ value: Double) -> String {
    let tenths = RussianNumber.tenths(value)
    if tenths % 10 == 0 { return join(tenths / 10, form(abs(tenths / 10))) }
    return RussianNumber.short(value) + "\u{A0}" + few
  }

  /// The form alone.
  func form(_ count: Int) -> String {
    if Self.endsInOne(count) { return one }
    return (2...4).contains(count % 10) && !(12...14).contains(count % 100) ? few : many
  }

  private func join(_ count: Int, _ form: String) -> String {
    "\(RussianNumber.grouped(count))\u{A0}\(form)"
  }

  static func endsInOne(_ count: Int) -> Bool { count % 10 == 1 && count % 100 != 11 }
}
