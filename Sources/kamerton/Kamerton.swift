package import ArgumentParser
import Compliance
import RussianMorphology

/// The program with its commands.
package struct Kamerton: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "kamerton",
    abstract: "Проверяет записи разговоров с клиентами по стандарту обслуживания.",
    subcommands: [
      ScoreCommand.self, SearchCommand.self, ShowCommand.self, ReportCommand.self,
      StreamCommand.self, ConvertCommand.self, ImportCommand.self, FormatsCommand.self,
      WordsCommand.self, TokensCommand.self, DictionaryCommand.self, StandardsCommand.self,
      PhraseCommand.self,
    ])

  @Flag(help: "Показать версию и выйти") var version = false
  @Flag(help: "Вместе с --version: чьи данные внутри и на каких условиях") var verbose = false

  package init() {}

  /// Runs the program with the arguments it was started with.
  package static func start() { main() }

  package func run() throws {
    guard version else { throw CleanExit.helpRequest(self) }
    print("kamerton \(Self.release)")
    guard verbose else { return }
    try reporting {
      let dictionary = try MorphologicalDictionary(path: Installation().dictionaryPath())
      print(dictionary.attribution)
      if let model = try Installation().contextModel() { print(model.attribution) }
      for text in try Installation().speechModels().attributions { print(text) }
    }
  }

  /// Raise it with every change of what an analysis says: kept calls are then analysed again.
  static let release = "1.23.0"
}
