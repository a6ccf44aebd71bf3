import RussianText

/// The dictionary: forms with their paradigms, endings for prediction, tags.
///
/// It is a read-only memory-mapped file; opening takes well under a millisecond, and copies share
/// the mapping. Every access is bounds-checked: a damaged file gives wrong words at worst.
public struct MorphologicalDictionary: Sendable {
  let file: ByteSection
  let path: String
  let forms: Automaton
  let entries: ByteSection
  let paradigms: ByteSection
  let slots: ByteSection
  let stringOffsets: ByteSection
  let strings: ByteSection
  let foldedStrings: ByteSection
  let tags: ByteSection
  let tagTexts: ByteSection
  let endings: [Automaton]
  let predictions: ByteSection
  let aliases: ByteSection
  let commonNouns: ByteSection
  private let attributionText: ByteSection

  /// Opens the compiled dictionary at `path`: checks its header, version and sizes.
  public init(path: String) throws(DictionaryError) {
    try self.init(memory: .mapping(path, DictionaryError.self), path: path)
  }

  /// A dictionary from the bytes of a compiled file.
  public init(bytes: [UInt8]) throws(DictionaryError) {
    try self.init(memory: MappedMemory(bytes: bytes), path: "память")
  }

  private init(memory: MappedMemory, path: String) throws(DictionaryError) {
    file = ByteSection(memory)
    self.path = path
    let sections = try DictionaryFile.sections(of: file, path: path)
    forms = Automaton(section: sections[0])
    entries = sections[1]
    paradigms = sections[2]
    slots = sections[3]
    stringOffsets = sections[4]
    strings = sections[5]
    foldedStrings = sections[6]
    tags = sections[7]
    tagTexts = sections[8]
    endings = sections[9...11].map(Automaton.init(section:))
    predictions = sections[12]
    aliases = sections[13]
    commonNouns = sections[14]
    attributionText = sections[15]
  }

  /// Who made the data and under which licence, for `--version --verbose`.
  public var attribution: String {
    String(decoding: attributionText.bytes(0..<attributionText.count), as: UTF8.self)
  }

  /// Reads the whole file and compares its checksum.
  public func verify() throws(DictionaryError) {
    let start =
      DictionaryFile.headerSize
      + DictionaryFile.Section.allCases.count * DictionaryFile.tableEntrySize
    guard DictionaryFile.checksum(file, start..<file.count) == file.load64(24) else {
      throw .damaged(path: path, reason: "контрольная сумма не сходится")
    }
  }
}

/// One reading of a form in the dictionary: paradigm (2), slot (1), first ё (1), probability (2),
/// second ё (1), prior (1). Positions of ё count letters of the form's stem from one.
struct FormEntry: Hashable {
  var paradigm: UInt16
  var slot: UInt8
  var firstYo: UInt8
  var probability: UInt16
  var secondYo: UInt8
  /// How likely the reading is without the counts of treebanks: one and −16 log₂ of it, 0 where
  /// that is not known.
  var prior: UInt8 = 0

  /// The ``prior`` of a probability.
  static func prior(_ probability: Float) -> UInt8 {
    // The bits of a positive float are, but for the scale, its logarithm (within 0.09).
    let logarithm = Float(max(probability, 1e-6).bitPattern) / 8_388_608 - 127
    return UInt8(max(1, min(255, 1 - logarithm * 16)))
  }
}

/// A slot of a paradigm.
struct DictionarySlot {
  var suffix: Int
  var tag: Int
  var prefix: Int
}

extension MorphologicalDictionary {
  static let entrySize = 8
  static let slotSize = 8
  static let tagSize = 24
  /// The count in a value of the forms automaton that marks a colloquial spelling.
  static let aliasMark = 0xFF

  @inline(__always)
  func entry(_ index: Int) -> FormEntry {
    let raw = entries.load64(index &* Self.entrySize)
    return FormEntry(
      paradigm: UInt16(truncatingIfNeeded: raw), slot: UInt8(truncatingIfNeeded: raw >> 16),
      firstYo: UInt8(truncatingIfNeeded: raw >> 24),
      probability: UInt16(truncatingIfNeeded: raw >> 32),
      secondYo: UInt8(truncatingIfNeeded: raw >> 48),
      prior: UInt8(truncatingIfNeeded: raw >> 56))
  }

  /// The slots of a paradigm as a range of the slots section.
  @inline(__always)
  func slotRange(of paradigm: Int) -> Range<Int> {
    let start = Int(paradigms.load32(paradigm &* 4))
    let end = Int(paradigms.load32(paradigm &* 4 &+ 4))
    return start..<max(start, min(end, slots.count / Self.slotSize))
  }

  @inline(__always)
  func slot(_ index: Int) -> DictionarySlot {
    let raw = slots.load64(index &* Self.slotSize)
    return DictionarySlot(
      suffix: Int(raw & 0xFFFF), tag: Int((raw >> 16) & 0xFFFF), prefix: Int((raw >> 32) & 0xFFFF))
  }

  @inline(__always)
  func stringRange(_ index: Int) -> Range<Int> {
    let start = Int(stringOffsets.load32(index &* 4))
    let end = Int(stringOffsets.load32(index &* 4 &+ 4))
    return start..<max(start, end)
  }

  func string(_ index: Int) -> [UInt8] { strings.bytes(stringRange(index)) }

  @inline(__always)
  func grammemes(ofTag tag: Int) -> Grammemes {
    Grammemes(rawValue: tags.load64(tag &* Self.tagSize))
  }

  @inline(__always)
  func partOfSpeech(ofTag tag: Int) -> PartOfSpeech {
    PartOfSpeech(rawValue: tags.byte(tag &* Self.tagSize &+ 8)) ?? .unknown
  }

  /// Whether texts use the noun with this lemma.
  func isCommonNoun(_ lemma: LemmaKey) -> Bool {
    let places = 0..<commonNouns.count / 8
    let place = places.partitioningIndex { commonNouns.load64($0 * 8) >= lemma.rawValue }
    return places.contains(place) && commonNouns.load64(place * 8) == lemma.rawValue
  }

  func tagText(_ tag: Int) -> String {
    let start = Int(tags.load32(tag * Self.tagSize + 12))
    let length = Int(tags.load32(tag * Self.tagSize + 16))
    return String(decoding: tagTexts.bytes(start..<(start + length)), as: UTF8.self)
  }
}
