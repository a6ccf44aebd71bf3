import ArgumentParser

@main
struct Kamerton: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kamerton",
    abstract: "Проверяет записи разговоров с клиентами по стандарту обслуживания.",
    subcommands: [
      WordsCommand.self, TokensCommand.self, DictionaryCommand.self, StandardsCommand.self,
      PhraseCommand.self,
    ])
}
