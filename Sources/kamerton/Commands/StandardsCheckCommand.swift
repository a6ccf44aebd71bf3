import ArgumentParser
import Compliance
import Foundation
import RussianMorphology
import ServiceStandards
import Transcripts

/// Looks for mistakes in the standards' files.
struct StandardsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Проверить файлы стандартов",
    discussion: "Код возврата 1, если есть ошибки; с --strict — и если есть предупреждения.")

  @Argument(help: "Стандарты; без них проверяются все") var standards: [String] = []
  @Flag(help: "Считать предупреждения ошибками") var strict = false

  @Flag(help: "Назвать исключения, которые не понадобились ни одному примеру") var unused = false
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "С --unused: звонки, по которым тоже судить, нужны ли исключения", valueName: "путь"))
  var calls: [String] = []

  func run() throws { try reporting(answer) }

  private func answer() throws {
    let installation = Installation()
    let library = try installation.library()
    let morphology = try installation.morphology()
    let unreachable = UnreachablePhrases(morphology: morphology)
    let requests = RequestVerbs(morphology: morphology)
    let replacements = ReplacementWords(morphology: morphology)
    let repeated = RepeatedPhrases(morphology: morphology)
    var shelf = StandardShelf(library: library, morphology: morphology)
    // What several standards share is remarked on once.
    var seen: Set<String> = []
    let mistakes = installation.tableMistakes
    for mistake in mistakes { Self.tell(mistake) }
    var errors = mistakes.count
    var warnings = 0
    for id in standards.isEmpty ? try library.identifiers() : standards {
      do {
        let standard = try shelf.standard(id)
        let compiled = try shelf.analyzer(id).compiled
        let conflicts = WordingConflicts(standard: compiled, morphology: morphology)
        let approved = ApprovedOffences(standard: compiled, morphology: morphology)
        let known = try standard.extends.map { try KnownOffences(base: shelf.analyzer($0)) }
        let all =
          StandardLinter.remarks(on: standard)
          + unreachable.remarks(on: standard) + requests.remarks(on: standard)
          + replacements.remarks(on: standard) + repeated.remarks(on: standard)
          + conflicts.remarks(on: standard) + approved.remarks(on: standard)
          + (known?.remarks(on: standard) ?? [])
          + (try unusedExceptions(of: standard, morphology))
        let remarks = all.filter { seen.insert($0.description).inserted }
        for remark in remarks {
          print(remark)
          if remark.isError { errors += 1 } else { warnings += 1 }
        }
        print("\(id): \(remarks.isEmpty ? "замечаний нет" : "замечаний: \(remarks.count)")")
      } catch let error as StandardError {
        for error in error.all {
          Self.tell(error)
          errors += 1
        }
      } catch {
        print("ошибка: \(error)")
        errors += 1
      }
    }
    if errors > 0 || (strict && warnings > 0) { throw ExitCode(1) }
  }

  private static func tell(_ error: StandardError) {
    print(error.place.map { "\($0): ошибка: \(error.message)" } ?? "ошибка: \(error.message)")
  }

  private func unusedExceptions(
    of standard: ServiceStandard, _ morphology: RussianMorphology.Morphology
  ) throws
    -> [StandardLinter.Remark]
  {
    guard unused else { return [] }
    var use = try ExceptionUse(of: standard, morphology: morphology)
    use.showExamples(of: standard)
    let options = ImportOptions()
    var walker = FileWalker(paths: calls)
    while let entry = walker.next() {
      switch entry {
      case .refused(let path, let error): Complaint.write("\(path): \(error)")
      case .file(let file):
        var reader = TranscriptReader(file, options: options)
        while let item = reader.next() {
          switch item {
          case .refused(let error): Complaint.write("\(file.path): \(error)")
          case .call(let imported): use.show(imported.call)
          }
        }
      }
    }
    return use.remarks
  }
}
