import ArgumentParser

@main
struct Kamerton: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kamerton",
    abstract: "Проверяет записи разговоров с клиентами по стандарту обслуживания.",
    subcommands: [
      ScoreCommand.self, SearchCommand.self, ShowCommand.self, StreamCommand.self,
      WordsCommand.self, TokensCommand.self, DictionaryCommand.self, StandardsCommand.self,
      PhraseCommand.self,
    ])

  /// Raise it with every change of what an analysis says: kept calls are then analysed again.
  static let version = "1.0.0"
}
