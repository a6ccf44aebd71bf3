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
}
