import RussianText

/// A plain list of words: one «- word» a line, as `Lexicons/lists/lexicalised-diminutives.yaml` is.
public enum WordList {
  /// Keys of the words of a list; every other line is passed over.
  public static func lemmas(in bytes: [UInt8]) -> Set<LemmaKey> {
    var result: Set<LemmaKey> = []
    for line in DataLines(bytes, keepsBlank: false) {
      let words = line.split(whereSeparator: { $0 == " " || $0 == "\t" })
      guard words.count >= 2, words[0] == "-" else { continue }
      result.insert(LemmaKey(folded: Folding.folded(String(words[1])).utf8))
    }
    return result
  }
}
