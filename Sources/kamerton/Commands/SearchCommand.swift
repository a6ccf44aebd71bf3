import ArgumentParser
import CallStore
import ServiceStandards
import Transcripts

/// Looks for words over all kept calls.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Найти реплики по словам в любой форме.",
    discussion: """
      Все слова запроса должны быть в одной реплике. «Фраза в кавычках» ищется подряд, слово* — по \
      началу, -слово исключает, ИЛИ между словами — хотя бы одно из них. Без запроса, с одними \
      условиями, показываются все подходящие реплики.
      """)

  @Argument(help: ArgumentHelp("Что найти.", valueName: "запрос"))
  var query: [String] = []

  @Option(help: ArgumentHelp("Сотрудник: часть имени.", valueName: "имя"))
  var employee: String?

  @Option(help: ArgumentHelp("С какого дня, 2026-03-01.", valueName: "день"), transform: day)
  var from: Day?

  @Option(help: ArgumentHelp("По какой день включительно.", valueName: "день"), transform: day)
  var to: Day?

  @Option(help: ArgumentHelp("Стандарт, по которому оценён звонок.", valueName: "стандарт"))
  var standard: String?

  @Option(
    help: ArgumentHelp(
      "Реплики с нарушением этой категории: filler или «слова-паразиты».", valueName: "категория"),
    transform: categoryNamed)
  var category: ServiceStandards.Category?

  @Option(
    help: ArgumentHelp("Кто говорит: operator, client или other — третий голос.", valueName: "кто"),
    transform: choice)
  var speaker: Speaker?

  @Option(help: ArgumentHelp("Оценка звонка не ниже.", valueName: "балл"))
  var minScore: Double?

  @Option(help: ArgumentHelp("Оценка звонка не выше.", valueName: "балл"))
  var maxScore: Double?

  @Option(help: ArgumentHelp("Сколько реплик показать.", valueName: "число"))
  var limit = 20

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var database: DatabaseOptions

  private var filter: SearchFilter {
    var filter = SearchFilter()
    filter.employee = employee
    filter.from = from
    filter.to = to
    filter.standard = standard
    filter.category = category
    filter.speaker = speaker
    filter.minimumScore = minScore
    filter.maximumScore = maxScore
    filter.limit = limit
    return filter
  }

  func validate() throws {
    if query.joined().isEmpty, filter.isEmpty { throw ValidationError("Укажите, что найти.") }
    if limit < 1 { throw ValidationError("В --limit нужно число от 1.") }
  }

  func run() throws {
    try reporting {
      let text = query.joined(separator: " ")
      let search = text.isEmpty ? nil : try SearchQuery(text)
      let store = try database.open()
      let result = try store.search(search, filter: filter)
      if result.total == 0, let standard { try requireUse(of: standard, in: store) }
      switch format {
      case .json: try Output.print(try JSONOutput.encode(SearchAnswer(result)) + "\n")
      case .text: try Output.print(SearchPrinter(terminal: .current()).text(result))
      }
    }
  }

  /// Nothing found may mean a misspelt standard.
  private func requireUse(of standard: String, in store: Store) throws {
    let used = try store.standards()
    guard !used.isEmpty, !used.contains(standard) else { return }
    Complaint.write(
      "по стандарту «\(standard)» звонков нет; в базе есть: \(used.joined(separator: ", "))")
    throw ExitCode.usage
  }
}

@Sendable private func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw ValidationError("нужен день вида 2026-03-01") }
  return day
}

/// A category by its id, or by the name that reports give it.
@Sendable private func categoryNamed(_ text: String) throws -> ServiceStandards.Category {
  func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "«" && $0 != "»" && $0 != "\"" }
  }
  guard
    let category = ServiceStandards.Category.allCases.first(where: {
      $0.rawValue == text || plain($0.title) == plain(text)
    })
  else {
    let known = ServiceStandards.Category.allCases.map { "\($0.rawValue) (\($0.title))" }
    throw ValidationError("есть: \(known.joined(separator: ", "))")
  }
  return category
}

@Sendable private func choice<Value>(_ text: String) throws -> Value
where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
  guard let value = Value(rawValue: text) else {
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    throw ValidationError("есть: \(known)")
  }
  return value
}
