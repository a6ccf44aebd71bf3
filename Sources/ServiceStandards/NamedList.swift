/// Lists of a standard that the program itself asks for by name, besides those that its phrases
/// name.
public enum NamedList: String, Sendable, CaseIterable {
  /// Words that speech puts in anywhere.
  case insertable = "вставные"
  /// Words that negate the verb behind them.
  case negations = "отрицания"
  /// What turns the meaning of a criterion's phrase right behind it.
  case negating = "отрицают-следующее"
  /// Words that a comma stands before.
  case commaBefore = "запятая-перед"
  /// Words that join without a comma.
  case joining = "соединяют-без-запятой"
  /// Words that no comma stands after.
  case noCommaAfter = "без-запятой-после"
  /// Asides that a comma stands after.
  case aside = "вводный-оборот"
  /// What a person is in the company.
  case positions = "э-должность"

  /// A remark for every list that a standard lacks.
  static func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    allCases.filter { standard.lists[$0.rawValue] == nil }.map { list in
      let hint = Misspelling.hint(for: list.rawValue, among: standard.lists.keys, sign: "@")
      return StandardLinter.Remark(
        message: "нет списка «@\(list.rawValue)», который программа ищет по имени\(hint)",
        place: Place(file: "standards/\(standard.id).yaml", line: 1, column: 1), isError: true)
    }
  }
}
