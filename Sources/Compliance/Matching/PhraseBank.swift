package import RussianMorphology
package import ServiceStandards

/// All phrases of a standard: those it shares with others, which were compiled once for all of
/// them, and its own.
package struct PhraseBank: Sendable {
  let layers: [PhraseLayer]
  /// The number of each layer's first phrase.
  private let firstPhrases: [Int32]
  /// How many phrases there are; their numbers go from 0.
  let phraseCount: Int32

  init(layers: [PhraseLayer]) {
    self.layers = layers
    var firstPhrases: [Int32] = []
    var count: Int32 = 0
    for layer in layers {
      firstPhrases.append(count)
      count += layer.phraseCount
    }
    self.firstPhrases = firstPhrases
    phraseCount = count
  }

  /// Compiles phrases one after the other; the compiler is kept until `finish`.
  package struct Builder {
    var compiler: PhraseCompiler
    private var programs: [PhraseProgram] = []
    /// Where each phrase's programs end.
    private var ends: [Int32] = []
    private var indexed: [Int32] = []
    private var operatorOnly: [Bool] = []
    /// Exceptions by their text: a rule's stand at every phrase of it, and are compiled once.
    private var exceptions: [String: Int32] = [:]

    /// What the bank begins with; new phrases are numbered after its own.
    private let base: PhraseBank?

    package init(
      morphology: Morphology, lists: [String: [StandardPhrase]], base: PhraseBank? = nil
    ) {
      compiler = PhraseCompiler(morphology: morphology, lists: lists)
      self.base = base
    }

    /// Adds a phrase that every turn is searched for, or, not indexed, one that is only asked
    /// around a match. Returns its number.
    package mutating func add(
      _ phrase: StandardPhrase, isIndexed: Bool, isInvertible: Bool = false,
      isOperatorOnly: Bool = false
    ) throws(StandardError) -> Int32 {
      if !isIndexed, let known = exceptions[phrase.text] { return known }
      let number = (base?.phraseCount ?? 0) + Int32(ends.count)
      let first = Int32(programs.count)
      programs += try compiler.compile(phrase, isInvertible: isInvertible)
      ends.append(Int32(programs.count))
      operatorOnly.append(isOperatorOnly)
      if isIndexed {
        indexed += first..<Int32(programs.count)
      } else {
        exceptions[phrase.text] = number
      }
      return number
    }

    package consuming func finish() -> PhraseBank {
      let insertable = compiler.matcher(of: .insertable)
      let negation = compiler.matcher(of: .negations)
      let layer = PhraseLayer(
        matchers: compiler.matchers, programs: programs, lists: compiler.listPrograms, ends: ends,
        indexed: indexed, operatorOnly: operatorOnly, insertable: insertable, negation: negation)
      return PhraseBank(layers: (base?.layers ?? []) + [layer])
    }
  }

  /// The classes of words that a turn has any of, for each layer.
  func present(_ words: [AnalyzedWord], cache: borrowing WordCache) -> [[UInt64]] {
    layers.map { cache.present(words, in: $0) }
  }

  /// Every match of every indexed phrase in a turn, as phrase number and stretch.
  package func matches(in turn: AnalyzedTurn, cache: borrowing WordCache)
    -> [(phrase: Int32, match: WordMatch)]
  {
    var result: [(phrase: Int32, match: WordMatch)] = []
    forEachMatch(in: [turn], cache: cache) { phrase, _, match in result.append((phrase, match)) }
    return result
  }

  /// Calls `body` with every match of every indexed phrase in some turns, as phrase number and
  /// stretch: layer by layer, and in each in the order of the turns.
  @inline(__always)
  func forEachMatch(
    in turns: [AnalyzedTurn], cache: borrowing WordCache,
    _ body: (_ phrase: Int32, _ turn: Int, _ match: WordMatch) -> Void
  ) {
    for (index, layer) in layers.enumerated() {
      let first = firstPhrases[index]
      let forms = cache.forms(of: layer)
      let hooks = cache.hooks(of: layer)
      var matcher = layer.matcher(limits: 0..<0)
      for turn in turns where !turn.words.isEmpty {
        layer.forEachMatch(
          in: turn, present: turn.present[index], forms: forms, hooks: hooks, by: &matcher
        ) {
          body(first + $0, turn.index, $1)
        }
      }
    }
  }

  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  package func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, cache: borrowing WordCache
  ) -> Bool {
    let layer = layer(of: phrase)
    return layers[layer].matches(
      phrase - firstPhrases[layer], in: turn, limits: limits, present: turn.present[layer],
      cache: cache)
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  package func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, cache: borrowing WordCache
  ) -> Bool {
    let layer = layer(of: phrase)
    return layers[layer].fits(
      phrase - firstPhrases[layer], around: found, in: turn, present: turn.present[layer],
      cache: cache)
  }

  /// The number of a phrase's layer.
  private func layer(of phrase: Int32) -> Int {
    precondition(phrase >= 0 && phrase < phraseCount, "the phrase is of another bank")
    var layer = layers.count - 1
    while firstPhrases[layer] > phrase { layer -= 1 }
    return layer
  }
}
