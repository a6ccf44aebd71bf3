/// The files of the package `pymorphy3-dicts-ru`, as bytes.
public struct DictionarySource: Sendable {
  public var words: [UInt8]
  public var paradigms: [UInt8]
  public var suffixes: [UInt8]
  public var tags: [UInt8]
  public var probabilities: [UInt8]
  /// Endings for each prefix of paradigms: "", «по», «наи».
  public var endings: [[UInt8]]
  /// Lexemes to add, see ``AddedLexemes``; empty for none.
  public var addedLexemes: [UInt8] = []
  /// Colloquial spellings: «щас<TAB>сейчас» a line; empty for none.
  public var colloquialSpellings: [UInt8] = []
  /// Counts of readings, see ``ReadingCounts``; empty for none.
  public var readingCounts: [UInt8] = []
  /// Nouns in use, a folded lemma a line; empty for none.
  public var commonNouns: [UInt8] = []

  /// The names of the package's files in the order of the members.
  public static let fileNames = [
    "words.dawg", "paradigms.array", "suffixes.json", "gramtab-opencorpora-int.json",
    "p_t_given_w.intdawg", "prediction-suffixes-0.dawg", "prediction-suffixes-1.dawg",
    "prediction-suffixes-2.dawg",
  ]

  /// A source from the files named by ``fileNames``.
  public init(files: [[UInt8]]) throws(DictionaryError) {
    guard files.count == Self.fileNames.count else {
      throw .badSource(reason: "нужно файлов: \(Self.fileNames.count)")
    }
    words = files[0]
    paradigms = files[1]
    suffixes = files[2]
    tags = files[3]
    probabilities = files[4]
    endings = Array(files[5...7])
  }

  static let paradigmPrefixes = ["", "по", "наи"]
}

/// Reads a JSON array of strings without other escapes than `\"`, `\\` and `\uXXXX`.
enum StringList {
  static func parse(_ bytes: [UInt8]) throws(DictionaryError) -> [String] {
    var result = [String]()
    var current = [UInt8]()
    var inside = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if !inside {
        inside = byte == 0x22
      } else if byte == 0x5C {
        guard index + 1 < bytes.count else { break }
        index += 1
        if bytes[index] == 0x75 {
          guard index + 4 < bytes.count,
            let code = UInt32(
              String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16),
            let scalar = Unicode.Scalar(code)
          else { throw .badSource(reason: "неверная запись знака в списке строк") }
          current += Array(String(Character(scalar)).utf8)
          index += 4
        } else {
          current.append(bytes[index])
        }
      } else if byte == 0x22 {
        result.append(String(decoding: current, as: UTF8.self))
        current.removeAll(keepingCapacity: true)
        inside = false
      } else {
        current.append(byte)
      }
      index += 1
    }
    guard !inside, !result.isEmpty else { throw .badSource(reason: "список строк оборван") }
    return result
  }
}
