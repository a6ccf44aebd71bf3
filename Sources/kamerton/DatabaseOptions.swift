import ArgumentParser
import CallStore
import Foundation
import RussianMorphology
import RussianText
import Transcripts

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

extension Installation {
  /// How the words of texts are looked up, by the installed dictionary.
  func indexing() throws -> WordIndexing {
    try indexing(morphology())
  }

  func indexing(_ morphology: RussianMorphology.Morphology) throws -> WordIndexing {
    WordIndexing(version: try dictionaryVersion()) { word in
      var lemmas: [String] = []
      for reading in morphology.readings(of: word) {
        let lemma = Folding.folded(morphology.lemma(of: reading, form: word))
        if !lemmas.contains(lemma) { lemmas.append(lemma) }
      }
      return lemmas
    }
  }

  /// The checksum in the dictionary's header: it changes when any of its words does.
  func dictionaryVersion() throws -> String {
    let header = (try? ByteSource(path: dictionaryPath()).peek(48)) ?? []
    return header.prefix(48).dropFirst(24).prefix(8).reduce(into: "") { result, byte in
      let digits = String(byte, radix: 16)
      result += digits.count == 1 ? "0\(digits)" : digits
    }
  }
}
