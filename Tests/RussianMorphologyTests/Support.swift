import RussianMorphology
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The compiled dictionary the tests run on.
enum Fixture {
  static let dictionaryPath: String = {
    if let variable = getenv("KAMERTON_DICTIONARY") { return String(cString: variable) }
    var folder = #filePath.split(separator: "/").dropLast()
    while !folder.isEmpty {
      let path = "/" + folder.joined(separator: "/") + "/.build/dictionary/russian.dictionary"
      if access(path, R_OK) == 0 { return path }
      folder.removeLast()
    }
    return "russian.dictionary"
  }()

  static let morphology = Result { () throws -> Morphology in
    Morphology(dictionary: try MorphologicalDictionary(path: dictionaryPath))
  }

  /// The context model that ships with the program.
  static let modelPath =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    + "/Lexicons/morphology/reading-context.model"

  static func ranker() throws -> ReadingRanker {
    ReadingRanker(morphology: try morphology.get(), model: try ContextModel(path: modelPath))
  }

  /// The list that ships with the program.
  static func lexicalised() throws -> Set<LemmaKey> { try words("lexicalised-diminutives") }

  /// A list of words among the lexicons.
  static func words(_ list: String) throws -> Set<LemmaKey> {
    WordList.lemmas(in: try bytes(of: root + "/Lexicons/lists/\(list).yaml"))
  }

  /// The folder of the sources.
  static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  /// The bytes of a file.
  static func bytes(of path: String) throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"), "\(path)")
    defer { fclose(file) }
    var result = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }
}
