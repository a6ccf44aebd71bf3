import RussianText

/// The layout of a compiled dictionary: a header, a table of sections, the sections.
///
/// Header, 48 bytes, little-endian: magic (8), version (4), count of sections (4), size of the file
/// (8), checksum of the contents (8), reserved (8), checksum of header and table without itself
/// (8). The table has 24 bytes a section: identifier (4), reserved (4), offset (8), length (8).
enum DictionaryFile {
  static let magic: [UInt8] = Array("KAMERTON".utf8)
  /// Raise it with every change of the layout.
  static let version: UInt32 = 2
  static let headerSize = 48
  static let tableEntrySize = 24

  /// The parts of a dictionary, in the order they are stored.
  enum Section: UInt32, CaseIterable {
    /// Automaton from folded forms to lists of entries.
    case forms = 1
    /// Entries of forms, see ``FormEntry``.
    case entries
    /// First slot of each paradigm and the end, 4 bytes each.
    case paradigms
    /// Slots of paradigms: suffix, tag, prefix, reserved, 2 bytes each.
    case slots
    /// First byte of each string and the end, 4 bytes each.
    case stringOffsets
    case strings
    /// The same strings with ё → е; lengths are equal.
    case foldedStrings
    /// Tags, 24 bytes each, see ``DictionaryTag``.
    case tags
    case tagTexts
    /// Automata from reversed endings to predictions, one for each prefix of paradigms.
    case endings0
    case endings1
    case endings2
    /// Predictions: count (4), paradigm (2), slot (2).
    case predictions
    /// Colloquial spellings: string of the standard form (4), value of the own form (4).
    case aliases
    /// Sorted keys of the lemmas of nouns in use, 8 bytes each.
    case commonNouns
    /// Who made the data and under which licence.
    case attribution
  }

  /// The ``StableHash`` of a part of the file, in words.
  static func checksum(_ section: ByteSection, _ range: Range<Int>) -> UInt64 {
    var hash = StableHash()
    ByteSection(section, range).withBytes { unsafe hash.add(inWords: $0.bytes) }
    return hash.value
  }

  /// Checks the header and returns the sections in the order of ``Section``.
  static func sections(
    of file: ByteSection, path: String
  ) throws(DictionaryError) -> [ByteSection] {
    func damaged(_ reason: String) -> DictionaryError { .damaged(path: path, reason: reason) }
    guard file.count >= headerSize, file.bytes(0..<8) == magic else {
      throw damaged("это не словарь")
    }
    guard file.load32(8) == version else {
      throw .otherVersion(path: path, found: file.load32(8), expected: version)
    }
    guard file.load32(12) == UInt32(Section.allCases.count),
      file.load64(16) == UInt64(file.count)
    else { throw damaged("размер не сходится") }
    let tableEnd = headerSize + Section.allCases.count * tableEntrySize
    guard tableEnd <= file.count, file.load64(40) == headerChecksum(file, tableEnd) else {
      throw damaged("заголовок не сходится")
    }
    var sections = [ByteSection]()
    for (index, section) in Section.allCases.enumerated() {
      let entry = headerSize + index * tableEntrySize
      let offset = file.load64(entry + 8)
      let length = file.load64(entry + 16)
      guard file.load32(entry) == section.rawValue, offset <= UInt64(file.count),
        length <= UInt64(file.count) - offset
      else { throw damaged("раздел \(section) вне файла") }
      sections.append(ByteSection(file, Int(offset)..<Int(offset + length)))
    }
    return sections
  }

  static func headerChecksum(_ file: ByteSection, _ tableEnd: Int) -> UInt64 {
    checksum(file, 0..<40) ^ (checksum(file, headerSize..<tableEnd) &* 31)
  }
}
