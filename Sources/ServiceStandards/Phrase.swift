public import RussianMorphology

/// A phrase of a standard: what must be said, or must not, as a pattern over words.
///
/// The notation is described in `Lexicons/README.md`; `PhraseParser` reads it and
/// `description` prints it back.
public struct Phrase: Sendable, Hashable {
  public var root: PhraseNode

  public init(root: PhraseNode) { self.root = root }
}

/// One part of a phrase.
public indirect enum PhraseNode: Sendable, Hashable {
  /// One word.
  case word(WordPattern)
  /// Parts one after the other; punctuation inside a sentence does not matter.
  case sequence([PhraseNode])
  /// One of several parts: `(а|б в)`.
  case alternatives([PhraseNode])
  /// A part that may be left out: `[а]`.
  case optional(PhraseNode)
  /// Up to so many arbitrary words: `*2`.
  case gap(Int)
  /// All parts in any order, with up to so many words between two of them: `{а б}*1`.
  case anyOrder([PhraseNode], gap: Int)
  /// A place between words.
  case anchor(Anchor)
  /// A part that must not follow here: `!(а|б)`. Takes no words.
  case not(PhraseNode)
  /// The stretch that was found, in an exception: `_`.
  case found
  /// The stretch that makes the finding, when the phrase holds more: `«а б»`.
  case marked(PhraseNode)
}

/// A place between words.
public enum Anchor: String, Sendable, Hashable, CaseIterable {
  /// Start of the turn.
  case turnStart = "^^"
  /// Start of a sentence or of the turn.
  case sentenceStart = "^"
  /// End of the turn.
  case turnEnd = "$$"
  /// End of a sentence that asks.
  case question = "$?"
  /// End of a sentence with an exclamation mark.
  case exclamation = "$!"
  /// End of a sentence or of the turn.
  case sentenceEnd = "$"
  /// A comma, a dash, a colon or the dots of a pause stand here.
  case comma = ","
  /// The dots of a pause.
  case ellipsis = "…"
  /// The phrase may go on in the next sentence here.
  case boundary = "."
  /// No negation stands before this place. Only made by the program itself.
  case unnegated = "$-"
}

/// Which words fit one place of a phrase.
public struct WordPattern: Sendable, Hashable {
  public var text: Text
  /// What a reading of the word must be, where that is asked.
  public var grammar: GrammarPattern?

  public enum Text: Sendable, Hashable {
    /// Any form of the word.
    case anyForm(String)
    /// Exactly this form, case and ё aside.
    case exact(String)
    /// Any word whose form begins with, ends with or holds these letters: `бла*`, `*бла`, `*бла*`.
    case begins(String)
    case ends(String)
    case holds(String)
    /// Any entry of a list.
    case list(String)
    /// Any word at all.
    case any
  }

  public init(text: Text, grammar: GrammarPattern? = nil) {
    self.text = text
    self.grammar = grammar
  }
}

/// What a reading of a word must be: one of the parts of speech (any, when empty), all of
/// `required` and nothing of `excluded`.
public struct GrammarPattern: Sendable, Hashable {
  public var partsOfSpeech: PartsOfSpeech = []
  public var excludedPartsOfSpeech: PartsOfSpeech = []
  public var required: Grammemes = []
  public var excluded: Grammemes = []
  /// Only the most probable reading counts: `<=глаг пов>`.
  public var isBestOnly = false

  public init() {}

  /// Whether a reading fits.
  public func accepts(_ reading: Reading) -> Bool {
    (partsOfSpeech.isEmpty || partsOfSpeech.contains(reading.partOfSpeech))
      && !excludedPartsOfSpeech.contains(reading.partOfSpeech)
      && reading.grammemes.isSuperset(of: required)
      && reading.grammemes.isDisjoint(with: excluded)
  }

  /// A reading counts from this probability on; rarer ones are homonyms that nobody means («три»
  /// of «тереть»).
  private static let leastProbability: Float = 0.1

  /// Whether a form has a reading, and no far-fetched one, that fits.
  ///
  /// - Parameter readings: of one form, the most probable first; at least one.
  public func accepts(anyOf readings: [Reading]) -> Bool {
    if isBestOnly { return accepts(readings[0]) }
    return readings.contains { $0.probability >= Self.leastProbability && accepts($0) }
      || accepts(readings[0])
  }

  /// Those of a form's readings that patterns ask about, the most probable first.
  fileprivate static func asked(of readings: [Reading]) -> some Sequence<Reading> {
    readings.enumerated().lazy.filter { $0 == 0 || $1.probability >= leastProbability }.map(\.1)
  }
}

/// Which grammar the readings of a form have: forms of a kind are the same to every pattern of grammar.
public struct ReadingKind: Sendable, Hashable {
  /// The part of speech and the grammemes of each.
  private var numbers: [UInt64] = []

  /// - Parameter readings: of one form, the most probable first.
  public init(_ readings: [Reading]) {
    for reading in GrammarPattern.asked(of: readings) {
      numbers.append(UInt64(reading.partOfSpeech.rawValue))
      numbers.append(reading.grammemes.rawValue)
    }
  }
}

extension PhraseNode {
  /// How many parts there are to look for when every order is written out.
  var size: Int {
    switch self {
    case .word, .gap, .anchor, .found: 1
    case .sequence(let parts), .alternatives(let parts): parts.reduce(1) { $0 + $1.size }
    case .optional(let part), .not(let part), .marked(let part): part.size + 1
    case .anyOrder(let parts, gap: _):
      parts.reduce(1) { $0 + $1.size } * [1, 1, 2, 6, 24][min(parts.count, 4)]
    }
  }
}
