/// Where a match of a program may start.
enum MatchStart: Int32, Sendable {
  case anywhere
  /// At the first word of a sentence, or of a turn.
  case sentence, turn

  /// Whether a match may start at a word.
  @inline(__always)
  func allows(_ word: Int, _ words: [AnalyzedWord]) -> Bool {
    switch self {
    case .anywhere: true
    case .sentence: word == 0 || words[word].before.contains(.sentenceEnd)
    case .turn: word == 0
    }
  }

  /// Those of some words at which a match may start, or more.
  @inline(__always)
  func narrowed(_ words: Range<Int>) -> Range<Int> {
    self == .turn ? words.clamped(to: 0..<1) : words
  }
}
