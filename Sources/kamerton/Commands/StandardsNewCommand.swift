import ArgumentParser
import Compliance
import Foundation
import RussianMorphology
import ServiceStandards
import Transcripts

/// Starts a company's own standard, from its list of what not to say where there is one.
struct StandardsNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Начать свой стандарт, в том числе из таблицы «нельзя → надо»",
    discussion: """
      Таблица — файл CSV: в первом столбце то, чего говорить нельзя, во втором замена, в третьем, \
      если он есть, категория. Несколько выражений в ячейке разделяются знаком «/» или переводом \
      строки; многоточие означает пропуск до трёх слов. Где категория не названа, берётся та, под \
      которой выражение уже находит основа, а если не находит — из --category.

      Пример: kamerton standards new lagoon --title "Стандарт «Лагуны»" --table нельзя-надо.csv
      """)

  @Argument(help: "Номер стандарта: латинские буквы, цифры, дефис") var id: String
  @Option(help: "Название стандарта") var title: String?
  @Option(help: "Стандарт, который он расширяет") var from = "general"
  @Option(help: "Таблица «нельзя → надо», CSV") var table: String?
  @Option(help: "Категория для строк, где она не названа и не известна основе") var category =
    "jargon"
  @Flag(help: "Заменить файл, если он уже есть") var replace = false

  func validate() throws {
    guard StandardDraft.isIdentifier(id) else {
      throw ValidationError("номер «\(id)» не годится: латинские буквы, цифры, дефис")
    }
    guard Category(rawValue: category) != nil else {
      let known = Category.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("нет категории «\(category)»; есть: \(known)")
    }
  }

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let installation = Installation()
    let library = try installation.library()
    let morphology = try installation.morphology()
    let file = library.folder.appending(path: "standards/\(id).yaml")
    guard replace || !FileManager.default.fileExists(atPath: file.path) else {
      throw StandardError(
        .notFound, "файл «\(file.path)» уже есть; чтобы написать его заново, добавьте --replace")
    }
    var shelf = try installation.shelf(morphology)
    let parent = try shelf.analyzer(from)
    let rows = try companyRows()
    let lookup = PhraseLookup(parent, morphology: morphology)
    let draft = StandardDraft(
      id: id, title: title ?? "Стандарт «\(id)»", parent: from,
      rows: rows.map { row in
        let known = lookup.answer(row.avoid[0]).findings.first?.category
        return StandardDraft.Row(
          row, category: row.category ?? known ?? Category(rawValue: category) ?? .jargon)
      })
    do {
      try Data(draft.yaml(morphology: morphology).utf8).write(to: file, options: .atomic)
    } catch {
      throw StandardError(.unreadable, "файл «\(file.path)» не записывается: нет прав или места")
    }
    print("Написано: \(file.path), правил: \(draft.rows.count).")
    try tryOut(library, morphology)
  }

  /// The rows of the company's list; what could not be taken is told on standard error.
  private func companyRows() throws -> [ReplacementTable.Row] {
    guard let table else { return [] }
    guard let data = FileManager.default.contents(atPath: table) else {
      throw StandardError(.notFound, "таблица «\(table)» не читается: нет такого файла или прав")
    }
    do {
      let list = ReplacementTable(try Spreadsheet(Array(data)).rows)
      for remark in list.remarks { Complaint.write("\(table): \(remark)") }
      guard !list.rows.isEmpty else {
        throw StandardError(.notFound, "в таблице «\(table)» нет ни одной строки «нельзя → надо»")
      }
      return list.rows
    } catch let error as TranscriptError {
      throw StandardError(.notFound, "таблица «\(table)»: \(error.message)")
    }
  }

  /// Checks what was written as `check` and `test` do, and says what to do next.
  private func tryOut(_ library: StandardLibrary, _ morphology: RussianMorphology.Morphology) throws
  {
    var shelf = StandardShelf(library: library, morphology: morphology)
    let standard = try shelf.standard(id)
    let compiled = try shelf.compiled(id).standard
    let conflicts = WordingConflicts(standard: compiled, morphology: morphology)
    for remark in conflicts.remarks(on: standard) { print(remark) }
    let outcomes = ExampleRun(standard: compiled, morphology: morphology).run()
      .filter { $0.rule.hasPrefix(id + ".") }
    let failures = outcomes.flatMap(\.failures)
    for failure in failures {
      print("\(failure.example.place): \(failure.rule): \(failure.message)")
      print("    \(failure.example.text)")
    }
    let passed = outcomes.reduce(0) { $0 + $1.passed }
    print("Примеров прошло \(passed) из \(passed + failures.count).")
    print("Дальше: kamerton standards check \(id); kamerton standards test \(id)")
  }
}
