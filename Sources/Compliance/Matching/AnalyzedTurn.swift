package import RussianText
package import Transcripts

/// A call with every turn read into words.
package struct AnalyzedCall: Sendable {
  package var call: Call
  package var turns: [AnalyzedTurn]
  /// The employee's name of the call's data, read like a turn that is none of the call's.
  package var employee: AnalyzedTurn?
}

/// A turn's words with the punctuation around them. An object, so that it is handed on without
/// copying what it holds.
package final class AnalyzedTurn: Sendable {
  /// Index in the call's turns.
  package let index: Int
  package let speaker: Speaker
  package let text: TokenizedText
  package let words: [AnalyzedWord]
  /// Which of its speaker's turns this is, 0-based.
  package let ordinal: Int
  /// False for a recogniser's raw text: no sentence signs and no capitals.
  package let isPunctuated: Bool
  /// The classes of words that it has any of, for each layer of the standard's phrases.
  let present: [[UInt64]]

  init(
    index: Int, speaker: Speaker, text: TokenizedText, words: [AnalyzedWord], ordinal: Int,
    isPunctuated: Bool, present: [[UInt64]]
  ) {
    self.index = index
    self.speaker = speaker
    self.text = text
    self.words = words
    self.ordinal = ordinal
    self.isPunctuated = isPunctuated
    self.present = present
  }

  /// Range of bytes of the turn's text that a range of words covers.
  package func byteRange(_ words: Range<Int>) -> Range<Int> {
    let first = text.tokens[Int(self.words[words.lowerBound].token)]
    let last = text.tokens[Int(self.words[words.upperBound - 1].lastToken)]
    return Int(first.start)..<Int(last.end)
  }

  /// Range of Unicode scalars of the turn's text that a range of words covers.
  package func scalarRange(_ words: Range<Int>) -> ScalarRange {
    let range = text.scalarRange(byteRange(words))
    return ScalarRange(range.lowerBound, range.upperBound)
  }

  /// The words that share a scalar with a range of the turn's text.
  func words(touching range: ScalarRange) -> Range<Int> {
    let first = words.indices.partitioningIndex {
      scalarRange($0..<$0 + 1).end > range.start
    }
    let end = words.indices.partitioningIndex { scalarRange($0..<$0 + 1).start >= range.end }
    return first..<max(first, end)
  }

  /// The text that a range of words covers, as written.
  package func quote(_ words: Range<Int>) -> String {
    String(decoding: text.bytes[byteRange(words)], as: UTF8.self)
  }

  /// The same with the words in their own letters, for what takes their place.
  func plainQuote(_ words: Range<Int>) -> String { Folding.plain(quote(words)) }

  /// A word in lower case with ё as е, and without the gap in one that was written as two.
  func form(of word: Int) -> String {
    let tokens = words[word].token...words[word].lastToken
    return String(
      decoding: tokens.flatMap { text.folded(text.tokens[Int($0)]) }, as: UTF8.self)
  }

  /// How many words are written; a word that was written as two counts as two.
  var writtenWords: Int { words.reduce(0) { $0 + Int($1.lastToken - $1.token) + 1 } }

  /// Whether a sentence begins with a word.
  func opensSentence(_ word: Int) -> Bool { MatchStart.sentence.allows(word, words) }

  /// The sentence around a word, as a range of words; in a monologue no more of it than is the word's
  /// context.
  package func sentence(around word: Int) -> Range<Int> {
    let context = context(of: word..<word + 1)
    var start = word
    while start > context.lowerBound, !words[start].before.contains(.sentenceEnd) { start -= 1 }
    var end = word + 1
    while end < context.upperBound, !words[end].before.contains(.sentenceEnd) { end += 1 }
    return start..<end
  }
}

/// A word, a number or an address of a turn.
package struct AnalyzedWord: Sendable {
  /// Index of its token, or of the first of two that one word was written as.
  package var token: Int32
  /// Index of the last of its tokens.
  package var lastToken: Int32
  /// Index of its form in the word cache.
  package var info: Int32
  /// Punctuation between the previous word and this one.
  package var before: Punctuation
  /// Punctuation between this word and the next.
  package var after: Punctuation
}

/// Kinds of punctuation between two words.
package struct Punctuation: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A full stop, a question or an exclamation mark: the sentence ends.
  package static let sentenceEnd = Self(rawValue: 1)
  package static let question = Self(rawValue: 2)
  package static let exclamation = Self(rawValue: 4)
  package static let comma = Self(rawValue: 8)
  package static let dash = Self(rawValue: 16)
  package static let colon = Self(rawValue: 32)
  package static let ellipsis = Self(rawValue: 64)
  package static let quote = Self(rawValue: 128)
}
