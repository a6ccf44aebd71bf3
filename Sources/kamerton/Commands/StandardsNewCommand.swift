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
      если он есть, категория; шапка («Нельзя», «Надо», «Категория») может назвать и другой порядок. \
      Несколько выражений в ячейке разделяются знаком «/» или переводом строки; многоточие означает \
      пропуск до трёх слов, скобки внутри выражения — слова, которых может не быть. Где категория не \
      названа, берётся та, под которой выражение уже находит основа, а если не находит — из \
      --category.

      Код возврата 1, если какие-то строки не взяты или примеры не прошли.

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
    let former = FileManager.default.contents(atPath: file.path)
    if let former { try requireReplaceable(former, at: file, in: library) }
    var shelf = try installation.shelf(morphology)
    let parent = try shelf.analyzer(from)
    let list = try companyList()
    let guess = CategoryGuess(parent, morphology: morphology)
    let base = try shelf.standard(from)
    let draft = StandardDraft(
      id: id, title: title ?? "Стандарт «\(id)»", parent: from,
      rows: (list?.rows ?? []).map { draftRow($0, guess, base) })
    do {
      try Data(draft.yaml(morphology: morphology).utf8).write(to: file, options: .atomic)
    } catch {
      throw StandardError(.unreadable, "файл «\(file.path)» не записывается: нет прав или места")
    }
    do {
      var fresh = StandardShelf(library: library, morphology: morphology)
      _ = try fresh.compiled(id)
    } catch {
      // What cannot be read does not take the place of what could.
      if let former {
        try? former.write(to: file, options: .atomic)
      } else {
        try? FileManager.default.removeItem(at: file)
      }
      throw error
    }
    print("Написано: \(file.path), правил: \(draft.rows.count).")
    let isGood = try tryOut(library, morphology, try installation.speechModels())
    if !isGood || list?.remarks.contains(where: \.isRefusal) == true { throw ExitCode.refused }
  }

  /// A row with its category: the list's own, else that of what the base finds in it, whose
  /// exceptions of the turn hold for it as well.
  private func draftRow(
    _ row: ReplacementTable.Row, _ guess: CategoryGuess, _ base: ServiceStandard
  ) -> StandardDraft.Row {
    let known = guess.finding(for: row)
    let category = row.category ?? known?.category ?? Category(rawValue: category) ?? .jargon
    let rule = base.rules.first { $0.id == known?.rule && $0.category == category }
    return StandardDraft.Row(
      row, category: category, unlessInTurn: rule?.circumstances.unlessInTurn.map(\.text) ?? [])
  }

  /// Only what this command wrote is written anew, and nothing that other standards stand on.
  private func requireReplaceable(_ former: Data, at file: URL, in library: StandardLibrary) throws
  {
    guard replace else {
      throw StandardError(
        .notFound, "файл «\(file.path)» уже есть; чтобы написать его заново, добавьте --replace")
    }
    guard id != from else {
      throw StandardError(
        .notFound, "стандарт «\(id)» не может расширять сам себя: назовите свой иначе")
    }
    let heirs = try library.extending(id)
    guard heirs.isEmpty else {
      throw StandardError(
        .notFound,
        "стандарт «\(id)» расширяют другие (\(heirs.joined(separator: ", "))): он не заменяется")
    }
    guard String(decoding: former, as: UTF8.self).contains(StandardDraft.signature) else {
      throw StandardError(
        .notFound,
        """
        файл «\(file.path)» написан не этой командой и не заменяется; переименуйте его или назовите \
        свой стандарт иначе
        """)
    }
  }

  /// The company's list; what could not be taken is told on standard error.
  private func companyList() throws -> ReplacementTable? {
    guard let table else { return nil }
    guard let data = FileManager.default.contents(atPath: table) else {
      throw StandardError(.notFound, "таблица «\(table)» не читается: нет такого файла или прав")
    }
    do {
      let list = ReplacementTable(try Spreadsheet(Array(data)).rows)
      for remark in list.remarks { Complaint.write("\(table): \(remark)") }
      guard !list.rows.isEmpty else {
        throw StandardError(.notFound, "в таблице «\(table)» нет ни одной строки «нельзя → надо»")
      }
      return list
    } catch let error as TranscriptError {
      throw StandardError(.notFound, "таблица «\(table)»: \(error.message)")
    }
  }

  /// Checks what was written as `check` and `test` do, and says what to do next.
  ///
  /// - Returns: whether all of its examples do what they must.
  private func tryOut(
    _ library: StandardLibrary, _ morphology: RussianMorphology.Morphology, _ models: SpeechModels
  ) throws -> Bool {
    var shelf = StandardShelf(library: library, morphology: morphology)
    let standard = try shelf.standard(id)
    let compiled = try shelf.compiled(id).standard
    let conflicts = WordingConflicts(standard: compiled, morphology: morphology)
    for remark in conflicts.remarks(on: standard) { print(remark) }
    let outcomes = ExampleRun(standard: compiled, morphology: morphology, models: models)
      .run(withVariants: false)
    let failures = outcomes.flatMap(\.failures)
    for failure in failures {
      print("\(failure.example.place): \(failure.rule): \(failure.message)")
      print("    \(failure.example.text)")
    }
    let passed = outcomes.reduce(0) { $0 + $1.passed }
    print("Примеров прошло \(passed) из \(passed + failures.count), вместе с примерами основы.")
    print("Дальше: kamerton standards check \(id); kamerton standards test \(id)")
    return failures.isEmpty
  }
}
