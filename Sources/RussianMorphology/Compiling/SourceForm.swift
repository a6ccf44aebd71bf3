/// A form on its way into a compiled dictionary.
struct SourceForm {
  /// Letters of ``Alphabet``.
  var letters: [UInt8]
  var entries: [FormEntry]

  /// The letters of lower-case UTF-8, and where ё stands (counted from one); `nil` for a form
  /// with letters outside the alphabet.
  static func letters(of form: Span<UInt8>, into letters: inout [UInt8], yo: inout [UInt8]) -> Bool
  {
    letters.removeAll(keepingCapacity: true)
    yo.removeAll(keepingCapacity: true)
    var index = 0
    while index < form.count {
      let (letter, length) = Alphabet.letter(form, index)
      guard letter != 0, letters.count < 250 else { return false }
      letters.append(letter)
      if length == 2, form[index] == 0xD1, form[index + 1] == 0x91 {
        yo.append(UInt8(letters.count))
      }
      index += length
    }
    return true
  }

  /// Adds an entry; of two with the same paradigm and slot the one with ё stays.
  mutating func add(_ entry: FormEntry) {
    if let index = entries.firstIndex(where: {
      $0.paradigm == entry.paradigm && $0.slot == entry.slot
    }) {
      if entry.firstYo != 0 { entries[index] = entry }
    } else {
      entries.append(entry)
    }
  }
}

/// The forms of the package in order, with those written with ё folded in.
struct SourceForms {
  let words: DawgReader
  let table: ParadigmTable
  /// Number of letters of each string of the table.
  private let suffixLengths: [Int]

  init(words: DawgReader, table: ParadigmTable) {
    self.words = words
    self.table = table
    suffixLengths = table.strings.map(\.unicodeScalars.count)
  }

  /// Calls `body` with each folded form in order of letters. `extra` is merged in.
  func visit(
    adding extra: [SourceForm], _ body: (SourceForm) throws(DictionaryError) -> Void
  ) throws(DictionaryError) {
    let others = try Self.merged(formsWithYo() + extra)
    var next = 0
    var current = SourceForm(letters: [], entries: [])
    func flush() throws(DictionaryError) {
      guard !current.entries.isEmpty else { return }
      while next < others.count, others[next].letters.lexicographicallyPrecedes(current.letters) {
        try body(others[next])
        next += 1
      }
      if next < others.count, others[next].letters == current.letters {
        for entry in others[next].entries { current.add(entry) }
        next += 1
      }
      try body(current)
    }
    try forEachEntry { (letters, yo, entry) throws(DictionaryError) in
      guard yo.isEmpty else { return }
      if letters != current.letters {
        try flush()
        current.letters = letters
        current.entries.removeAll(keepingCapacity: true)
      }
      current.add(entry)
    }
    try flush()
    while next < others.count {
      try body(others[next])
      next += 1
    }
  }

  private func formsWithYo() throws(DictionaryError) -> [SourceForm] {
    var result = [SourceForm]()
    try forEachEntry { (letters, yo, entry) throws(DictionaryError) in
      guard !yo.isEmpty else { return }
      result.append(SourceForm(letters: letters, entries: [entry]))
    }
    return result
  }

  private static func merged(_ forms: [SourceForm]) -> [SourceForm] {
    var result = [SourceForm]()
    // A stable order, so that two compilations give the same file.
    let order = forms.indices.sorted {
      if forms[$0].letters == forms[$1].letters { return $0 < $1 }
      return forms[$0].letters.lexicographicallyPrecedes(forms[$1].letters)
    }
    for index in order {
      if let last = result.last, last.letters == forms[index].letters {
        for entry in forms[index].entries { result[result.count - 1].add(entry) }
      } else {
        result.append(forms[index])
      }
    }
    return result
  }

  private func forEachEntry(
    _ body: (_ letters: [UInt8], _ yo: [UInt8], FormEntry) throws(DictionaryError) -> Void
  ) throws(DictionaryError) {
    var letters = [UInt8]()
    var yo = [UInt8]()
    try words.visit { (key, _) throws(DictionaryError) in
      guard let separator = key.lastIndex(of: 1),
        let values = Base64.decode(key[(separator + 1)...]),
        values.count >= 4
      else { throw .badSource(reason: "ключ словаря без значения") }
      guard SourceForm.letters(of: key.span.extracting(0..<separator), into: &letters, yo: &yo)
      else { return }
      let paradigm = Int(values[0]) << 8 | Int(values[1])
      let index = Int(values[2]) << 8 | Int(values[3])
      guard let slot = table.slot(paradigm, index) else {
        throw .badSource(reason: "форма ссылается на парадигму, которой нет")
      }
      let stemEnd = letters.count - suffixLengths[slot.suffix]
      let stemYo = yo.filter { Int($0) <= stemEnd }
      try body(
        letters, yo,
        FormEntry(
          paradigm: UInt16(paradigm), slot: UInt8(index), firstYo: stemYo.first ?? 0,
          probability: 0, secondYo: stemYo.count > 1 ? stemYo[1] : 0))
    }
  }
}

/// Decodes base64, as far as the package's payloads need it.
enum Base64 {
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var result = [UInt8]()
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      case 0x3D, 0x0A: continue
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}
