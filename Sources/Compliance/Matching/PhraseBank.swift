package import RussianMorphology
import RussianText
package import ServiceStandards
import Transcripts

/// All phrases of a standard, compiled once, found by the words they can open with.
package struct PhraseBank: Sendable {
  /// What each word matcher asks of a reading.
  private var grammars: [GrammarPattern?] = []
  /// The programs of all phrases one after the other, where each begins, whose it is, and which
  /// hold `_`.
  private var code: [Instruction] = []
  private var starts: [Int32] = []
  private var phrases: [Int32] = []
  private var passesOverFound: [Bool] = []
  /// Where each phrase's programs end.
  private let ends: [Int32]
  /// Matchers by the lemmas and by the forms they accept, and those that have to be asked.
  private var matchersByLemma = MatcherIndex()
  private var matchersByForm = MatcherIndex()
  private var askedMatchers: [(index: Int32, matcher: WordMatcher)] = []
  /// Which programs are worth trying in a turn.
  private let triggers: PhraseTriggers
  /// Phrases that the client's turns need not be searched for.
  private var operatorOnly: [Bool]
  /// The matcher of words that may stand between any two words of a phrase, or -1.
  private var insertable: Int32
  /// The matcher of words that negate what follows, or -1.
  private var negation: Int32

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

    package init(morphology: Morphology, lists: [String: [StandardPhrase]]) {
      compiler = PhraseCompiler(morphology: morphology, lists: lists)
    }

    /// Adds a phrase that every turn is searched for, or, not indexed, one that is only asked
    /// around a match. Returns its number.
    package mutating func add(
      _ phrase: StandardPhrase, isIndexed: Bool, isInvertible: Bool = false,
      isOperatorOnly: Bool = false
    ) throws(StandardError) -> Int32 {
      if !isIndexed, let known = exceptions[phrase.text] { return known }
      let number = Int32(ends.count)
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
      let insertable = compiler.matcher(ofList: PhraseCompiler.insertableList)
      let negation = compiler.matcher(ofList: PhraseCompiler.negationList)
      return PhraseBank(
        matchers: compiler.matchers, programs: programs, ends: ends, indexed: indexed,
        operatorOnly: operatorOnly, insertable: insertable, negation: negation)
    }
  }

  private init(
    matchers: [WordMatcher], programs: [PhraseProgram], ends: [Int32], indexed: [Int32],
    operatorOnly: [Bool], insertable: Int32, negation: Int32
  ) {
    self.operatorOnly = operatorOnly
    self.ends = ends
    for (phrase, end) in ends.enumerated() {
      while phrases.count < end { phrases.append(Int32(phrase)) }
    }
    self.negation = negation
    self.insertable = insertable
    for program in programs {
      let start = Int32(code.count)
      starts.append(start)
      passesOverFound.append(program.instructions.contains(.found))
      code += program.instructions.map { $0.moved(by: start) }
    }
    grammars = matchers.map(\.grammar)
    let frequency = MatcherFrequency(matchers: matchers, programs: programs)
    triggers = PhraseTriggers(
      programs: programs, indexed: indexed, matcherCount: matchers.count,
      cost: { frequency[$0] })
    var lemmas: [(key: LemmaKey, matcher: Int32)] = []
    var forms: [(key: LemmaKey, matcher: Int32)] = []
    for (index, matcher) in matchers.enumerated() {
      switch matcher.text {
      case .list(let ownLemmas, let ownForms):
        lemmas += ownLemmas.map { ($0, Int32(index)) }
        forms += ownForms.map { ($0, Int32(index)) }
      case .lemmas(let own): lemmas += own.map { ($0, Int32(index)) }
      case .forms(let own): forms += own.map { ($0, Int32(index)) }
      case .begins, .ends, .holds, .any: askedMatchers.append((Int32(index), matcher))
      }
    }
    matchersByLemma = MatcherIndex(lemmas)
    matchersByForm = MatcherIndex(forms)
  }

  /// Reads a word form and finds out which matchers accept it.
  func read(folded: [UInt8], key: LemmaKey, morphology: Morphology) -> ReadWord {
    var readings: [Reading] = []
    morphology.readings(folded: folded, into: &readings)
    // A guess may be wrong where a later one is right: «заявочку» is no «заявочко».
    let form = String(decoding: folded, as: UTF8.self)
    let diminutive = readings.lazy.compactMap { morphology.diminutive(of: form, reading: $0) }.first
    let base = diminutive.map { LemmaKey(folded: Array(Folding.folded($0.baseLemma).utf8)) }
    var accepted = [UInt64](repeating: 0, count: stride)
    func accept(_ index: Int32) { triggers.accept(index, into: &accepted) }
    for (rank, reading) in readings.enumerated() {
      for index in matchersByLemma.matchers(of: reading.lemma) {
        guard let grammar = grammars[Int(index)] else {
          accept(index)
          continue
        }
        if rank == 0 || !grammar.isBestOnly, grammar.accepts(reading) { accept(index) }
      }
    }
    // A phrase's own spelling, and the base behind a diminutive («заявочка» is a заявка).
    for index in matchersByLemma.matchers(of: key) where grammars[Int(index)] == nil {
      accept(index)
    }
    if let base {
      for index in matchersByLemma.matchers(of: base) {
        let grammar = grammars[Int(index)]
        let candidates = grammar?.isBestOnly == true ? readings.prefix(1) : readings[...]
        if grammar.map({ candidates.contains(where: $0.accepts) }) ?? true { accept(index) }
      }
    }
    for index in matchersByForm.matchers(of: key)
    where WordMatcher.accepts(grammars[Int(index)], readings) {
      accept(index)
    }
    for (index, matcher) in askedMatchers where matcher.accepts(folded: folded, readings: readings)
    {
      accept(index)
    }
    return ReadWord(
      info: WordInfo(folded: folded, key: key, readings: readings, diminutive: diminutive),
      accepted: accepted)
  }

  /// How many words of bits a form has.
  private var stride: Int { triggers.stride }

  /// Every match of every indexed phrase in a turn, as phrase number and stretch.
  package func matches(in turn: AnalyzedTurn, cache: borrowing WordCache)
    -> [(phrase: Int32, match: WordMatch)]
  {
    var found: [(program: Int32, match: WordMatch)] = []
    var matcher = matcher(limits: turn.words.indices)
    let isClient = turn.speaker == .client
    triggers.forEachCandidate(turn.present) { program in
      if isClient, operatorOnly[Int(phrases[Int(program)])] { return }
      for start in turn.words.indices {
        if let match = match(program, at: start, in: turn, by: &matcher, cache: cache) {
          found.append((program, match))
        }
      }
    }
    found.sort {
      ($0.match.whole.lowerBound, $0.program) < ($1.match.whole.lowerBound, $1.program)
    }
    // Of a phrase's ways to match at a word, the first counts.
    var result: [(phrase: Int32, match: WordMatch)] = []
    for (program, match) in found {
      let phrase = phrases[Int(program)]
      if let last = result.last, last.phrase == phrase,
        last.match.whole.lowerBound == match.whole.lowerBound
      {
        continue
      }
      result.append((phrase, match))
    }
    return result
  }

  /// The match of a program that starts at a word.
  @inline(__always)
  private func match(
    _ program: Int32, at start: Int, in turn: AnalyzedTurn, by matcher: inout PhraseMatcher,
    cache: borrowing WordCache
  ) -> WordMatch? {
    let bit = triggers.opening(of: program)
    if bit >= 0 {
      let row = Int(turn.words[start].info) * stride
      guard cache.accepted[row + Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0 else { return nil }
    }
    return matcher.match(
      starts[Int(program)], at: start, code: code, words: turn.words, accepted: cache.accepted)
  }

  /// The programs of a phrase that a turn may match.
  private func programs(of phrase: Int32, in turn: AnalyzedTurn)
    -> LazyFilterSequence<Range<Int32>>
  {
    let first = phrase == 0 ? 0 : ends[Int(phrase) - 1]
    return (first..<ends[Int(phrase)]).lazy.filter { triggers.mayMatch($0, turn.present) }
  }

  /// The bits of all the words of a turn together.
  func present(_ words: [AnalyzedWord], cache: borrowing WordCache) -> [UInt64] {
    var present = [UInt64](repeating: 0, count: stride)
    for word in words {
      let row = Int(word.info) * present.count
      for index in present.indices { present[index] |= cache.accepted[row + index] }
    }
    return present
  }

  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  package func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, cache: borrowing WordCache
  ) -> Bool {
    let limits = limits ?? turn.words.indices
    var matcher = matcher(limits: limits)
    for program in programs(of: phrase, in: turn) {
      for start in limits
      where match(program, at: start, in: turn, by: &matcher, cache: cache) != nil {
        return true
      }
    }
    return false
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  package func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, cache: borrowing WordCache
  ) -> Bool {
    let earliest = max(0, found.lowerBound - Self.reach)
    for program in programs(of: phrase, in: turn) {
      var matcher = matcher(limits: turn.words.indices)
      if passesOverFound[Int(program)] {
        matcher.found = found
      } else {
        matcher.leastEnd = found.upperBound
      }
      for start in Swift.stride(from: found.lowerBound, through: earliest, by: -1)
      where match(program, at: start, in: turn, by: &matcher, cache: cache) != nil {
        return true
      }
    }
    return false
  }

  private func matcher(limits: Range<Int>) -> PhraseMatcher {
    PhraseMatcher(limits: limits, stride: stride, insertable: insertable, negation: negation)
  }

  /// How many words before a match an exception may begin.
  private static let reach = 12
}
