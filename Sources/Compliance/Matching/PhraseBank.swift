package import RussianMorphology
package import ServiceStandards

/// All phrases of a standard: those it shares with others, which were compiled once for all of
/// them, and its own.
package struct PhraseBank: Sendable {
  let layers: [PhraseLayer]

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

  /// How many phrases there are; their numbers go from 0.
  var phraseCount: Int32 { layers.reduce(0) { $0 + $1.phraseCount } }

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
    var first: Int32 = 0
    for (index, layer) in layers.enumerated() {
      let forms = cache.forms(of: layer)
      let hooks = cache.hooks(of: layer)
      for turn in turns where !turn.words.isEmpty {
        let bits = TurnBits(forms: forms, present: turn.present[index])
        layer.forEachMatch(in: turn, bits: bits, hooks: hooks) {
          body(first + $0, turn.index, $1)
        }
      }
      first += layer.phraseCount
    }
  }

  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  package func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, cache: borrowing WordCache
  ) -> Bool {
    let place = place(of: phrase)
    return layers[place.layer].matches(
      place.phrase, in: turn, limits: limits, bits: bits(place.layer, of: turn, cache))
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  package func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, cache: borrowing WordCache
  ) -> Bool {
    let place = place(of: phrase)
    return layers[place.layer].fits(
      place.phrase, around: found, in: turn, bits: bits(place.layer, of: turn, cache))
  }

  private func bits(_ layer: Int, of turn: AnalyzedTurn, _ cache: borrowing WordCache) -> TurnBits {
    TurnBits(forms: cache.forms(of: layers[layer]), present: turn.present[layer])
  }

  private func place(of phrase: Int32) -> (layer: Int, phrase: Int32) {
    var rest = phrase
    for (index, layer) in layers.enumerated() {
      if rest < layer.phraseCount { return (index, rest) }
      rest -= layer.phraseCount
    }
    preconditionFailure("the phrase is of another bank")
  }
}
