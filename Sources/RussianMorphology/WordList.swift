import RussianText

/// A plain list of words: one «- word» a line, as `Lexicons/lists/lexicalised-diminutives.yaml` is.
public enum WordList {
  /// Keys of the words of a list; every other line is passed over. Every command starts with it.
  public static func lemmas(in bytes: [UInt8]) -> Set<LemmaKey> {
    var result: Set<LemmaKey> = []
    result.reserveCapacity(bytes.count / 16)
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let words = line.split(
        maxSplits: 2, whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
      guard words.count >= 2, words[0].elementsEqual("-".utf8) else { continue }
      var folded: [UInt8] = []
      Folding.fold(words[1], into: &folded)
      result.insert(LemmaKey(folded: folded))
    }
    return result
  }
}
