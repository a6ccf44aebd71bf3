/// One way to read a word in a sentence: a reading, or what treebanks make of it by convention.
struct ReadingCandidate: Sendable {
  /// Key of the folded lemma.
  var lemma: LemmaKey
  var tag: ContextTag
  /// How likely without context, see ``FormEntry/prior``: 1 is certain, 255 unlikely.
  var prior: UInt8
  var convention: Convention
  /// Index of the reading among those of the sentence.
  var reading: Int32
  /// Index of the lemma among those written out, −1 when it is the reading's own, and below that
  /// −2 less the number of the model's record that has it.
  var written: Int32 = -1
}

/// What makes a candidate of a reading.
enum Convention: UInt8, Sendable {
  /// The reading as the dictionary has it.
  case plain
  /// A common noun as a name: «Вера», «Энтерпрайз».
  case name
  /// A participle as an adjective: «подавляющее большинство».
  case adjective
  /// A comparative as an adverb: «быстрее» of «быстро».
  case adverb
  /// A passive in -ся as a form of the verb without it.
  case passive
  /// A word that stays as it is: a foreign name, an abbreviation.
  case unchanged
  /// A name whose nominative is found by taking off an ending.
  case stripped
  /// A reading that treebanks have.
  case counted
}

/// A word of a sentence with its candidates.
struct ContextWord: Sendable {
  /// Hash of the folded form.
  var form: UInt64 = 0
  /// Hashes of the last two and three letters.
  var ending2: UInt64 = 0
  var ending3: UInt64 = 0
  var capitals: Capitals = .none
  var isKnown = false
  /// Whether it is a sign after which a capital says nothing.
  var endsSentence = false
  /// The candidates of the word among those of the sentence.
  var first: Int32 = 0
  var count: Int32 = 0
  /// Which parts of speech and cases the likely candidates have.
  var ambiguity: UInt64 = 0
  /// The tag of the candidate that is likeliest without context.
  var guess = ContextTag(rawValue: 0)

  var candidates: Range<Int> { Int(first)..<Int(first &+ count) }
}

/// How a word is written, as far as it says something of names.
enum Capitals: UInt8, Sendable {
  /// In lower case in a sentence that has no capitals: nothing is known.
  case none
  case lower, first, inside, all
}
