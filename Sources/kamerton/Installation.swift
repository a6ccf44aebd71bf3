import Foundation
import RussianMorphology

/// Where the program's data lies, wherever it is started from.
///
/// Both are looked for in the variable, beside the executable, in `../share/kamerton`, and in the
/// folders above the executable (a build in `.build` of the sources).
struct Installation {
  /// The folder of the executable with symbolic links resolved.
  let folder: String
  private let executable: String
  private let environment: [String: String]

  init(
    executable: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let path = executable ?? Self.executablePath
    let program = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    self.executable = program.path
    folder = program.deletingLastPathComponent().path
    self.environment = environment
  }

  /// The folder with standards and word lists, `nil` when there is none.
  var lexicons: String? {
    find(
      variable: "KAMERTON_LEXICONS", installed: "Lexicons", developed: "Lexicons",
      mark: "/standards")
  }

  /// The compiled dictionary, `nil` when there is none.
  var dictionary: String? {
    find(
      variable: "KAMERTON_DICTIONARY", installed: "russian.dictionary",
      developed: ".build/dictionary/russian.dictionary", mark: "")
  }

  /// The path of the compiled dictionary; the error says where one was expected and what to do.
  func dictionaryPath() throws(DictionaryError) -> String {
    guard let dictionary else { throw .missing(path: folder + "/russian.dictionary") }
    return dictionary
  }

  /// The morphology over the installed dictionary, with the list of words that only look like
  /// diminutives.
  func morphology() throws -> RussianMorphology.Morphology {
    let dictionary = try MorphologicalDictionary(path: dictionaryPath())
    let list = lexicons.flatMap {
      FileManager.default.contents(atPath: $0 + "/lists/lexicalised-diminutives.yaml")
    }
    let lexicalised = WordList.lemmas(in: Array(list ?? Data()))
    let plain = RussianMorphology.Morphology(dictionary: dictionary, lexicalised: lexicalised)
    let own = try companyWords(plain)
    guard !own.isEmpty else { return plain }
    return RussianMorphology.Morphology(
      dictionary: dictionary, lexicalised: lexicalised, ownWords: own)
  }

  /// The model that reads words in their sentences: the file at `path`, none for «нет», else the
  /// one among the lexicons, if there is one.
  func contextModel(_ path: String? = nil) throws -> ContextModel? {
    if path == "нет" { return nil }
    if let path { return try ContextModel(path: path) }
    guard let own = lexicons.map({ $0 + "/morphology/reading-context.model" }),
      FileManager.default.fileExists(atPath: own)
    else { return nil }
    return try ContextModel(path: own)
  }

  private func find(
    variable: String, installed: String, developed: String, mark: String
  ) -> String? {
    // A variable that is set is obeyed, so that a wrong one is noticed.
    if let path = environment[variable], !path.isEmpty { return path }
    var candidates = [folder + "/" + installed, folder + "/../share/kamerton/" + installed]
    var ancestor = URL(fileURLWithPath: folder)
    while ancestor.path != "/" {
      candidates.append(ancestor.path + "/" + developed)
      ancestor.deleteLastPathComponent()
    }
    return candidates.first { FileManager.default.fileExists(atPath: $0 + mark) }
      .map { URL(fileURLWithPath: $0).standardizedFileURL.path }
  }

  /// Changes when the program does.
  var programMark: String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: executable)
    let size = attributes?[.size] as? NSNumber
    let date = attributes?[.modificationDate] as? Date
    return "\(executable) \(size ?? 0) \(date?.timeIntervalSince1970 ?? 0)"
  }

  /// The folder for what the program may make anew at any time: `$KAMERTON_CACHE`, nil where that
  /// is set to nothing, else the user's own.
  var caches: URL? {
    if let path = environment["KAMERTON_CACHE"] {
      return path.isEmpty ? nil : URL(filePath: path)
    }
    return FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first?
      .appending(path: "kamerton")
  }

  private static var executablePath: String {
    #if os(Linux)
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
        return path
      }
    #endif
    return Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}
