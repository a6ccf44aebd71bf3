import RussianText

/// Compiles the package `pymorphy3-dicts-ru` into the file ``MorphologicalDictionary`` maps.
public struct DictionaryCompiler {
  private let source: DictionarySource
  private var sections: [DictionaryFile.Section: [UInt8]] = [:]

  public init(source: DictionarySource) { self.source = source }

  /// The bytes of the compiled file. The same source gives the same bytes.
  public mutating func compile() throws(DictionaryError) -> [UInt8] {
    var table = try ParadigmTable(source)
    let added = AddedLexemes.parse(source.addedLexemes, into: &table)
    let spellings = ColloquialSpellings.parse(source.colloquialSpellings, into: &table)
    let ranking = try FormRanking(source, table: table)
    try compileForms(table: table, added: added, spellings: spellings, ranking: ranking)
    try compileEndings()
    compileTable(table)
    sections[.commonNouns] = CommonNouns.compile(source.commonNouns)
    sections[.attribution] = Array(Self.attribution.utf8)
    return assemble()
  }

  private mutating func compileForms(
    table: ParadigmTable, added: [SourceForm], spellings: ColloquialSpellings, ranking: FormRanking
  ) throws(DictionaryError) {
    var builder = AutomatonBuilder()
    var lists = EntryLists()
    var spellings = spellings
    let forms = SourceForms(words: try DawgReader(source.words), table: table)
    var folded = [UInt8]()
    try forms.visit(adding: added + spellings.placeholders) { form throws(DictionaryError) in
      var entries = form.entries.filter { $0.paradigm != ColloquialSpellings.placeholder }
      Alphabet.utf8(form.letters, into: &folded)
      ranking.rank(&entries, form: folded, table: table)
      var value = lists.value(of: entries)
      if entries.count < form.entries.count { value = spellings.value(of: form, own: value) }
      builder.add(form.letters[...], value: value)
    }
    sections[.forms] = builder.finish()
    sections[.entries] = lists.bytes
    sections[.aliases] = spellings.bytes
  }

  private mutating func compileEndings() throws(DictionaryError) {
    var predictions = [UInt8]()
    for (index, bytes) in source.endings.enumerated() {
      let endings = try EndingTable(DawgReader(bytes))
      let section = DictionaryFile.Section(
        rawValue: DictionaryFile.Section.endings0.rawValue + UInt32(index))
      if let section { sections[section] = endings.compile(into: &predictions) }
    }
    sections[.predictions] = predictions
  }

  private mutating func compileTable(_ table: ParadigmTable) {
    var paradigms = [UInt8]()
    for start in table.starts { paradigms.append32(UInt32(start)) }
    paradigms.append32(UInt32(table.slots.count))
    var slots = [UInt8]()
    for slot in table.slots {
      slots.append16(UInt16(slot.suffix))
      slots.append16(UInt16(slot.tag))
      slots.append16(UInt16(slot.prefix))
      slots.append16(0)
    }
    var offsets = [UInt8]()
    var strings = [UInt8]()
    var foldedStrings = [UInt8]()
    for string in table.strings {
      offsets.append32(UInt32(strings.count))
      strings.append(contentsOf: string.utf8)
      Folding.fold(string.utf8, into: &foldedStrings)
    }
    offsets.append32(UInt32(strings.count))
    var tags = [UInt8]()
    var texts = [UInt8]()
    for tag in table.tags {
      let (partOfSpeech, grammemes) = TagParser.parse(tag)
      tags.append64(grammemes.rawValue)
      tags.append32(UInt32(partOfSpeech.rawValue))
      tags.append32(UInt32(texts.count))
      tags.append32(UInt32(tag.utf8.count))
      tags.append32(0)
      texts.append(contentsOf: tag.utf8)
    }
    sections[.paradigms] = paradigms
    sections[.slots] = slots
    sections[.stringOffsets] = offsets
    sections[.strings] = strings
    sections[.foldedStrings] = foldedStrings
    sections[.tags] = tags
    sections[.tagTexts] = texts
  }

  private func assemble() -> [UInt8] {
    let all = DictionaryFile.Section.allCases
    var table = [UInt8]()
    var body = [UInt8]()
    let start = DictionaryFile.headerSize + all.count * DictionaryFile.tableEntrySize
    for section in all {
      let bytes = sections[section] ?? []
      table.append32(section.rawValue)
      table.append32(0)
      table.append64(UInt64(start + body.count))
      table.append64(UInt64(bytes.count))
      body += bytes
      while body.count % 8 != 0 { body.append(0) }
    }
    var file = DictionaryFile.magic
    file.append32(DictionaryFile.version)
    file.append32(UInt32(all.count))
    file.append64(UInt64(start + body.count))
    let contents = ByteSection(MappedMemory(bytes: body))
    file.append64(DictionaryFile.checksum(contents, 0..<body.count))
    file.append64(0)
    let header = ByteSection(MappedMemory(bytes: file + [0, 0, 0, 0, 0, 0, 0, 0] + table))
    file.append64(DictionaryFile.headerChecksum(header, header.count))
    return file + table + body
  }

  private static let attribution = """
    Словарь: OpenCorpora (http://opencorpora.org), ревизия 417150, в сборке пакета \
    pymorphy3-dicts-ru 2.4.417150.4580142; лицензия CC BY-SA 3.0. Порядок разборов уточнён \
    счётами по Universal Dependencies (Russian-GSD, Russian-Taiga, Russian-Poetry), \
    CC BY-SA 4.0. Собранный файл распространяется на условиях CC BY-SA 4.0.
    """
}

/// Lists of entries, each stored once.
struct EntryLists {
  private(set) var bytes: [UInt8] = []
  private var offsets: [[FormEntry]: UInt32] = [:]
  private var count: UInt32 = 0

  /// Offset (24 bits) and count (8 bits) of a list, as the forms automaton keeps it.
  mutating func value(of entries: [FormEntry]) -> UInt32 {
    let entries = Array(entries.prefix(MorphologicalDictionary.aliasMark - 1))
    if let known = offsets[entries] { return known }
    let value = count << 8 | UInt32(entries.count)
    offsets[entries] = value
    for entry in entries {
      bytes.append16(entry.paradigm)
      bytes.append(entry.slot)
      bytes.append(entry.firstYo)
      bytes.append16(entry.probability)
      bytes.append(entry.secondYo)
      bytes.append(entry.prior)
    }
    count += UInt32(entries.count)
    return value
  }
}
