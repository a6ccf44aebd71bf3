import RussianText

/// Lexemes the dictionary lacks or has under another lemma.
///
/// The file is UTF-8: a lexeme is a run of lines «form<TAB>TAG», the first being its lemma; a blank
/// line ends it; lines that start with `#` are comments.
enum AddedLexemes {
  static func parse(_ bytes: [UInt8], into table: inout ParadigmTable) -> [SourceForm] {
    var result = [SourceForm]()
    var lexeme: [(form: String, tag: String)] = []
    func finish(_ table: inout ParadigmTable) {
      guard !lexeme.isEmpty else { return }
      let (paradigm, stem) = table.add(lexeme)
      let stemLength = stem.unicodeScalars.count
      for (slot, (form, _)) in lexeme.enumerated() {
        var letters = [UInt8]()
        var yo = [UInt8]()
        guard SourceForm.letters(of: Array(form.utf8).span, into: &letters, yo: &yo) else {
          continue
        }
        let stemYo = yo.filter { Int($0) <= stemLength }
        result.append(
          SourceForm(
            letters: letters,
            entries: [
              FormEntry(
                paradigm: UInt16(paradigm), slot: UInt8(slot), firstYo: stemYo.first ?? 0,
                probability: 0, secondYo: stemYo.count > 1 ? stemYo[1] : 0)
            ]))
      }
      lexeme.removeAll()
    }
    for line in DataLines(bytes, keepsBlank: true) {
      let parts = line.split(separator: "\t")
      if parts.count >= 2 {
        lexeme.append((String(parts[0]), String(parts[1])))
      } else {
        finish(&table)
      }
    }
    finish(&table)
    return result
  }
}

/// Colloquial spellings that are read as a standard form («щас» as «сейчас»).
struct ColloquialSpellings {
  /// The paradigm of an entry that only makes room for a spelling.
  static let placeholder = UInt16.max

  private var standards: [[UInt8]: Int] = [:]
  /// Records of the aliases section.
  private(set) var bytes: [UInt8] = []

  static func parse(_ bytes: [UInt8], into table: inout ParadigmTable) -> Self {
    var result = Self()
    for line in DataLines(bytes, keepsBlank: false) {
      let parts = line.split(separator: "\t")
      guard parts.count >= 2 else { continue }
      var letters = [UInt8]()
      var yo = [UInt8]()
      let spelling = Array(Folding.folded(String(parts[0])).utf8)
      guard SourceForm.letters(of: spelling.span, into: &letters, yo: &yo) else { continue }
      result.standards[letters] = table.intern(String(parts[1]))
    }
    return result
  }

  /// Forms that make sure every spelling is in the automaton.
  var placeholders: [SourceForm] {
    standards.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
      SourceForm(
        letters: $0,
        entries: [
          FormEntry(paradigm: Self.placeholder, slot: 0, firstYo: 0, probability: 0, secondYo: 0)
        ])
    }
  }

  /// The value that marks `form` as a spelling of another; `own` is the value of its own entries.
  mutating func value(of form: SourceForm, own: UInt32) -> UInt32 {
    let index = UInt32(bytes.count / 8)
    bytes.append32(UInt32(standards[form.letters] ?? 0))
    bytes.append32(own)
    return index << 8 | UInt32(MorphologicalDictionary.aliasMark)
  }
}

/// Lines of a data file without comments.
struct DataLines: Sequence {
  private let lines: [Substring]

  init(_ bytes: [UInt8], keepsBlank: Bool) {
    let text = String(decoding: bytes, as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: !keepsBlank) { $0 == "\n" || $0 == "\r\n" }
      .filter { !$0.hasPrefix("#") }
  }

  func makeIterator() -> IndexingIterator<[Substring]> { lines.makeIterator() }
}
