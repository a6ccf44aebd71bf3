import Compliance
import Foundation
import RussianMorphology
import ServiceStandards
import Testing
import Transcripts

/// The compiled dictionary that `make dictionary` leaves, or `$KAMERTON_DICTIONARY`.
let morphology: RussianMorphology.Morphology = {
  var candidates: [String] = []
  if let path = ProcessInfo.processInfo.environment["KAMERTON_DICTIONARY"] {
    candidates.append(path)
  }
  var folder = URL(filePath: #filePath)
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    candidates.append(folder.appending(path: ".build/dictionary/russian.dictionary").path)
  }
  for path in candidates where FileManager.default.fileExists(atPath: path) {
    if let dictionary = try? MorphologicalDictionary(path: path) {
      let list = try? Data(
        contentsOf: lexicons.appending(path: "lists/lexicalised-diminutives.yaml"))
      return Morphology(
        dictionary: dictionary, lexicalised: WordList.lemmas(in: Array(list ?? Data())))
    }
  }
  fatalError("no dictionary: run make dictionary")
}()

/// The `Lexicons` folder of the sources.
let lexicons = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../Lexicons").standardizedFileURL

/// The analyzer of a standard whose rules and lists are that YAML.
func analyzer(rules: String) throws -> CallAnalyzer {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "kamerton-rules-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  for name in ["standards", "rules"] {
    try FileManager.default.createDirectory(
      at: folder.appending(path: name), withIntermediateDirectories: true)
  }
  try """
  id: general
  title: Общий
  include: {rules: [rules]}
  scorecard: {pass: 80, sections: []}
  """.write(to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
  try rules.write(to: folder.appending(path: "rules/all.yaml"), atomically: true, encoding: .utf8)
  let standard = try StandardLibrary(folder: folder).standard("general")
  return CallAnalyzer(
    standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
}

/// The findings of an operator's only turn.
func findings(_ analyzer: CallAnalyzer, in text: String) -> [Finding] {
  var cache = WordCache()
  let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
  return analyzer.analyze(call, cache: &cache).findings
}

/// JSON for archives, as the program's own coder writes it.
struct JSONCoder: ArchiveCoder {
  func encode(_ value: some Encodable) throws -> [UInt8] { Array(try JSONEncoder().encode(value)) }

  func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}

/// The standard «lagoon», with the base of «general» that it extends, from their YAML by id.
func lagoon(_ files: [String: String]) throws -> (standard: ServiceStandard, base: CompiledBase) {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "kamerton-company-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try FileManager.default.createDirectory(
    at: folder.appending(path: "standards"), withIntermediateDirectories: true)
  for (name, text) in files {
    try text.write(
      to: folder.appending(path: "standards/\(name).yaml"), atomically: true, encoding: .utf8)
  }
  var read: [String: ServiceStandard] = [:]
  let standard = try StandardLibrary(folder: folder).standard("lagoon", read: &read)
  return (standard, try CompiledBase(try #require(read["general"]), morphology: morphology))
}
