package import RussianMorphology
import RussianText
package import ServiceStandards

/// All phrases of a standard, compiled once, found by the words they can open with.
package struct PhraseBank: Sendable {
  private var matchers: [WordMatcher] = []
  /// All programs one after the other, where each begins, and which hold `_`.
  private var code: [Instruction] = []
  private var starts: [Int32] = []
  private var passesOverFound: [Bool] = []
  /// Matchers by the keys of words they accept, and those that have to be asked.
  private var matchersByKey: [LemmaKey: [Int32]] = [:]
  private var askedMatchers: [Int32] = []
  /// Indexed programs by the matcher they open with, and those that open with anything.
  private var programsByMatcher: [[Int32]] = []
  private var openPrograms: [Int32] = []
  /// The matcher of words that may stand between any two words of a phrase, or -1.
  private var insertable: Int32
  /// The matcher of words that negate what follows, or -1.
  private var negation: Int32

  /// Compiles phrases one after the other; the compiler is kept until `finish`.
  package struct Builder {
    var compiler: PhraseCompiler
    private var programs: [PhraseProgram] = []
    private var indexed: [Int32] = []

    package init(morphology: Morphology, lists: [String: [StandardPhrase]]) {
      compiler = PhraseCompiler(morphology: morphology, lists: lists)
    }

    /// Adds a phrase that every turn is searched for, or, not indexed, one that is only asked
    /// around a match. Returns its number.
    package mutating func add(
      _ phrase: StandardPhrase, isIndexed: Bool, isInvertible: Bool = false
    ) throws(StandardError) -> Int32 {
      let number = Int32(programs.count)
      programs.append(try compiler.compile(phrase, isInvertible: isInvertible))
      if isIndexed { indexed.append(number) }
      return number
    }

    package consuming func finish() -> PhraseBank {
      let insertable = compiler.matcher(ofList: PhraseCompiler.insertableList)
      let negation = compiler.matcher(ofList: PhraseCompiler.negationList)
      return PhraseBank(
        matchers: compiler.matchers, programs: programs, indexed: indexed, insertable: insertable,
        negation: negation)
    }
  }

  private init(
    matchers: [WordMatcher], programs: [PhraseProgram], indexed: [Int32], insertable: Int32,
    negation: Int32
  ) {
    self.negation = negation
    self.matchers = matchers
    self.insertable = insertable
    for program in programs {
      let start = Int32(code.count)
      starts.append(start)
      passesOverFound.append(program.instructions.contains(.found))
      code += program.instructions.map { $0.moved(by: start) }
    }
    for (index, matcher) in matchers.enumerated() {
      if let keys = matcher.keys {
        for key in keys { matchersByKey[key, default: []].append(Int32(index)) }
      } else {
        askedMatchers.append(Int32(index))
      }
    }
    programsByMatcher = Array(repeating: [], count: matchers.count)
    for number in indexed {
      if let openings = programs[Int(number)].openings {
        for matcher in openings { programsByMatcher[Int(matcher)].append(number) }
      } else {
        openPrograms.append(number)
      }
    }
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
    var openings: Set<Int32> = []
    func ask(_ index: Int32) {
      guard
        matchers[Int(index)].accepts(
          key: key, base: base, folded: folded, readings: readings)
      else { return }
      accepted[Int(index) >> 6] |= 1 << UInt64(index & 63)
      openings.formUnion(programsByMatcher[Int(index)])
    }
    var keys = Set(readings.map(\.lemma))
    keys.insert(key)
    if let base { keys.insert(base) }
    for key in keys { for index in matchersByKey[key] ?? [] { ask(index) } }
    for index in askedMatchers { ask(index) }
    openings.formUnion(openPrograms)
    return ReadWord(
      info: WordInfo(folded: folded, key: key, readings: readings, diminutive: diminutive),
      accepted: accepted, openings: openings.sorted())
  }

  /// How many words of bits a form has.
  private var stride: Int { matchers.count / 64 + 1 }

  /// Every match of every indexed phrase in a turn, as phrase number and stretch.
  package func matches(in turn: AnalyzedTurn, cache: borrowing WordCache)
    -> [(phrase: Int32, match: WordMatch)]
  {
    var result: [(phrase: Int32, match: WordMatch)] = []
    var matcher = matcher(limits: turn.words.indices)
    let words = turn.words
    let accepted = cache.accepted
    let openings = cache.openings
    for start in turn.words.indices {
      for index in cache.openingRange(of: words[start].info) {
        let number = openings[index]
        let match = matcher.match(
          starts[Int(number)], at: start, code: code, words: words, accepted: accepted)
        if let match { result.append((number, match)) }
      }
    }
    return result
  }

  /// The first match of one phrase among the words `limits` of a turn.
  package func firstMatch(
    of number: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, cache: borrowing WordCache
  ) -> WordMatch? {
    let limits = limits ?? turn.words.indices
    var matcher = matcher(limits: limits)
    for start in limits {
      let match = matcher.match(
        starts[Int(number)], at: start, code: code, words: turn.words,
        accepted: cache.accepted)
      if let match { return match }
    }
    return nil
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  package func fits(
    _ number: Int32, around found: Range<Int>, in turn: AnalyzedTurn, cache: borrowing WordCache
  ) -> Bool {
    let passesOver = passesOverFound[Int(number)]
    let earliest = max(0, found.lowerBound - Self.reach)
    var matcher = matcher(limits: turn.words.indices)
    if passesOver { matcher.found = found } else { matcher.leastEnd = found.upperBound }
    for start in Swift.stride(from: found.lowerBound, through: earliest, by: -1) {
      let match = matcher.match(
        starts[Int(number)], at: start, code: code, words: turn.words,
        accepted: cache.accepted)
      if match != nil { return true }
    }
    return false
  }

  private func matcher(limits: Range<Int>) -> PhraseMatcher {
    PhraseMatcher(limits: limits, stride: stride, insertable: insertable, negation: negation)
  }

  /// How many words before a match an exception may begin.
  private static let reach = 12
}
