import RussianMorphology
import RussianText
import ServiceStandards

/// The names a standard's company goes by, found as listed and as a recogniser may mishear them:
/// a letter or two off, written together or apart.
struct CompanyNames: Sendable, Codable {
  let set: PhraseSet
  /// Folded letters of every listed name, without spaces and signs.
  private let spellings: [Spelling]
  /// The outlines of the spellings, in their order.
  private let outlines: [LetterOutline]

  /// A name's letters, or those of words heard, as UTF-8 and as letters.
  private struct Spelling: Codable {
    let bytes: [UInt8]
    let letters: [UInt16]
    let outline: LetterOutline

    init(_ bytes: some Sequence<UInt8>) {
      self.bytes = Array(bytes)
      letters = LetterOutline.letters(of: self.bytes)
      outline = LetterOutline(self.bytes)
    }
  }

  var isEmpty: Bool { spellings.isEmpty }

  init(_ names: [StandardPhrase], set: PhraseSet) {
    self.set = set
    let distinct = Set(
      names.flatMap { $0.phrase.root.spellings().map { Self.letters(Folding.folded($0).utf8) } })
    spellings = distinct.filter { !$0.isEmpty }
      .sorted { $0.lexicographicallyPrecedes($1) }
      .map { Spelling($0) }
    outlines = spellings.map(\.outline)
  }

  /// Where a name stands in a turn; `listed` is where the standard's phrases found one.
  func matches(in turn: AnalyzedTurn, listed: [Range<Int>], cache: borrowing WordCache)
    -> [Range<Int>]
  {
    guard !isEmpty else { return [] }
    var result = listed
    for start in turn.words.indices {
      let first = cache.infos[Int(turn.words[start].info)].outline
      guard outlines.contains(where: first.mayBegin) else { continue }
      // Most words are told from every name by their outlines, before their letters are put together.
      var heard = first
      for end in start..<min(start + Self.longestName, turn.words.count) {
        let info = cache.infos[Int(turn.words[end].info)]
        if end > start { heard.add(info.outline) }
        let words = start..<end + 1
        guard
          outlines.contains(where: {
            first.mayBegin($0) && heard.isNear($0, edits: Self.mostEdits)
          }),
          !listed.contains(where: { $0.overlaps(words) }),
          Self.isMisheard(
            words.flatMap { Self.letters(cache.infos[Int(turn.words[$0].info)].folded) },
            as: spellings.filter { first.mayBegin($0.outline) },
            isKnown: end == start && info.best.source == .dictionary)
        else { continue }
        result.append(words)
        break
      }
    }
    return result.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Two edits of the longest names, or as many letters of an ending.
  private static let mostEdits = 2

  private static let longestName = 3

  /// Letters of a word in UTF-8, two bytes each in Cyrillic.
  static func letters(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.filter { $0 >= 0x80 || ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) }
  }

  /// Whether letters are a listed name, or near enough one. A word of the dictionary is itself and
  /// no slip of a name.
  private static func isMisheard(
    _ letters: [UInt8], as spellings: [Spelling], isKnown: Bool
  ) -> Bool {
    if spellings.contains(where: { $0.bytes == letters }) { return true }
    let alike = isKnown ? [] : spellings.filter { beginsAlike(letters, $0.bytes) }
    guard !alike.isEmpty else { return false }
    // Case endings are no slips: «Мосэнергосбыта», «юмэком».
    for cut in 0...2 where letters.count > 2 * cut {
      let stem = Spelling(letters.dropLast(2 * cut))
      let isHeard = alike.contains { spelling in
        let length = spelling.bytes.count / 2
        let allowed = length >= 8 ? 2 : length >= 4 ? 1 : 0
        guard allowed > 0 else { return false }
        if cut > 0, length < 5 { return stem.bytes == spelling.bytes }
        let limit = cut == 0 ? allowed : allowed - cut
        return limit >= 0 && stem.outline.isNear(spelling.outline, edits: limit)
          && distance(stem.letters, spelling.letters, limit: limit) != nil
      }
      if isHeard { return true }
    }
    return false
  }

  /// Whether one of the first two letters is the same: a slip seldom takes both.
  private static func beginsAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count >= 4, other.count >= 4 else { return false }
    return one[0..<2].elementsEqual(other[0..<2]) || one[2..<4].elementsEqual(other[2..<4])
  }

  /// Edits of letters between two words, or nil when they are more than `limit`.
  private static func distance(_ left: [UInt16], _ right: [UInt16], limit: Int) -> Int? {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in 0..<right.count {
        let replaced = diagonal + (letter == right[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
      }
    }
    return row[right.count] <= limit ? row[right.count] : nil
  }
}

extension PhraseNode {
  /// What the phrase may look like in letters, without spaces; empty when it holds other than
  /// plain words.
  fileprivate func spellings() -> [String] {
    switch self {
    case .word(let pattern):
      switch pattern.text {
      case .anyForm(let word), .exact(let word): return [word]
      case .begins, .ends, .holds, .list, .any: return []
      }
    case .sequence(let parts):
      return parts.reduce([""]) { result, part in
        let next = part.spellings()
        return result.flatMap { start in next.map { start + $0 } }
      }
    case .alternatives(let parts): return parts.flatMap { $0.spellings() }
    case .optional(let part): return [""] + part.spellings()
    case .marked(let part): return part.spellings()
    case .anchor: return [""]
    case .gap, .anyOrder, .not, .found: return []
    }
  }
}
