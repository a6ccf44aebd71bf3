import ArgumentParser

/// Work on the standards themselves.
struct StandardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standards",
    abstract: "Стандарты: список, содержание, проверка, примеры",
    subcommands: [
      StandardsListCommand.self, StandardsShowCommand.self, StandardsCheckCommand.self,
      StandardsTestCommand.self, StandardsNewCommand.self,
    ])
}
