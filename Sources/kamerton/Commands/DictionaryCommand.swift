import ArgumentParser
import Foundation
import RussianMorphology

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary",
    abstract: "Словарь: сборка и проверка.",
    subcommands: [Compile.self, Verify.self, DictionaryReadingsCommand.self, Train.self])

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compile",
      abstract: "Собрать словарь из данных пакета pymorphy3-dicts-ru.")

    @Option(help: "Папка data распакованного пакета.")
    var from: String

    @Option(help: "Какой файл записать.")
    var to: String

    @Option(help: "Папка с добавленными словами и счётами разборов (Lexicons/morphology).")
    var additions: String?

    func run() throws {
      var source = try DictionarySource(
        files: DictionarySource.fileNames.map { try bytes(of: "\(from)/\($0)") })
      if let folder = additions ?? Installation().lexicons.map({ $0 + "/morphology" }) {
        source.addedLexemes = try bytes(of: "\(folder)/added-lexemes.tsv")
        source.colloquialSpellings = try bytes(of: "\(folder)/colloquial-spellings.tsv")
        source.commonNouns = try bytes(of: "\(folder)/common-nouns.tsv")
        source.readingCounts = try bytes(of: "\(folder)/reading-counts.tsv")
      }
      var compiler = DictionaryCompiler(source: source)
      let file = try compiler.compile()
      try Data(file).write(to: URL(fileURLWithPath: to), options: .atomic)
      print("Словарь собран: \(to), \(file.count) байт.")
    }

    private func bytes(of path: String) throws -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw ValidationError("Файл не читается: \(path)")
      }
      return Array(data)
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify", abstract: "Проверить контрольную сумму собранного словаря.")

    @Argument(help: "Файл словаря; без него — тот, которым пользуется программа.")
    var file: String?

    func run() throws {
      let path = try file ?? Installation().dictionaryPath()
      let dictionary = try MorphologicalDictionary(path: path)
      try dictionary.verify()
      print("Словарь цел: \(path)")
      print(dictionary.attribution)
    }
  }
}
