import ArgumentParser
import CallStore
import Foundation

/// Which database a command works with.
struct DatabaseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Файл базы; без него — $KAMERTON_DATABASE, а без него — kamerton.sqlite в этой папке.",
      valueName: "файл"))
  var database: String?

  var path: String {
    if let database { return database }
    let variable = ProcessInfo.processInfo.environment["KAMERTON_DATABASE"] ?? ""
    return variable.isEmpty ? "kamerton.sqlite" : variable
  }

  /// Opens a database that must be there.
  func open(_ installation: Installation = Installation()) throws -> Store {
    try Store(existing: path, indexing: installation.indexing())
  }
}
