/// Paradigms, strings and tags on their way into a compiled dictionary.
struct ParadigmTable {
  private(set) var strings: [String]
  private(set) var tags: [String]
  /// Slots of all paradigms in a row, and where each paradigm begins.
  private(set) var slots: [DictionarySlot] = []
  private(set) var starts: [Int] = []
  /// The first paradigm that is not the package's.
  private(set) var addedStart = 0
  private var stringIndex: [String: Int] = [:]
  private var tagIndex: [String: Int] = [:]

  init(_ source: DictionarySource) throws(DictionaryError) {
    strings = try StringList.parse(source.suffixes)
    tags = try StringList.parse(source.tags)
    for (index, string) in strings.enumerated() { stringIndex[string] = index }
    for (index, tag) in tags.enumerated() { tagIndex[tag] = index }
    var prefixes = [Int]()
    for prefix in DictionarySource.paradigmPrefixes { prefixes.append(intern(prefix)) }
    let values = stride(from: 0, to: source.paradigms.count - 1, by: 2).map {
      Int(source.paradigms[$0]) | Int(source.paradigms[$0 + 1]) << 8
    }
    try readParadigms(values, prefixes: prefixes)
    addedStart = starts.count
  }

  /// The file is the count of paradigms, then for each its length and its 3n numbers: suffixes,
  /// tags, prefixes.
  private mutating func readParadigms(_ values: [Int], prefixes: [Int]) throws(DictionaryError) {
    guard let count = values.first else { throw .badSource(reason: "нет парадигм") }
    var index = 1
    for _ in 0..<count {
      guard index < values.count, values[index] % 3 == 0, index + values[index] < values.count
      else {
        throw .badSource(reason: "таблица парадигм оборвана")
      }
      let length = values[index] / 3
      starts.append(slots.count)
      for slot in 0..<length {
        let suffix = values[index + 1 + slot]
        let tag = values[index + 1 + length + slot]
        let prefix = values[index + 1 + 2 * length + slot]
        guard suffix < strings.count, tag < tags.count, prefix < prefixes.count, slot < 256 else {
          throw .badSource(reason: "парадигма ссылается на то, чего нет")
        }
        slots.append(DictionarySlot(suffix: suffix, tag: tag, prefix: prefixes[prefix]))
      }
      index += values[index] + 1
    }
  }

  func slot(_ paradigm: Int, _ slot: Int) -> DictionarySlot? {
    guard paradigm < starts.count else { return nil }
    let end = paradigm + 1 < starts.count ? starts[paradigm + 1] : slots.count
    let index = starts[paradigm] + slot
    return index < end ? slots[index] : nil
  }

  /// The number of `string` among the strings.
  mutating func intern(_ string: String) -> Int {
    if let known = stringIndex[string] { return known }
    stringIndex[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }

  /// Adds a paradigm of forms with their tags, the first being the lemma.
  mutating func add(_ forms: [(form: String, tag: String)]) -> (paradigm: Int, stem: String) {
    var stem = forms.first?.form ?? ""
    for (form, _) in forms { stem = stem.commonScalarPrefix(with: form) }
    starts.append(slots.count)
    let noPrefix = intern("")
    for (form, tag) in forms {
      let suffix = String(form.unicodeScalars.dropFirst(stem.unicodeScalars.count))
      if tagIndex[tag] == nil {
        tagIndex[tag] = tags.count
        tags.append(tag)
      }
      slots.append(
        DictionarySlot(suffix: intern(suffix), tag: tagIndex[tag] ?? 0, prefix: noPrefix))
    }
    return (starts.count - 1, stem)
  }
}

extension String {
  fileprivate func commonScalarPrefix(with other: String) -> String {
    var result = Self.UnicodeScalarView()
    for (left, right) in zip(unicodeScalars, other.unicodeScalars) {
      guard left == right else { break }
      result.append(left)
    }
    return String(result)
  }
}
