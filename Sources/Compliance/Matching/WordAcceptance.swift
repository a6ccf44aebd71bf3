import RussianMorphology
import RussianText
import ServiceStandards

/// Finds out which word matchers accept a form, by its lemmas and its letters.
struct WordAcceptance: Sendable {
  /// What each word matcher asks of a reading.
  private var grammars: [GrammarPattern?] = []
  /// Matchers by the lemmas and by the forms they accept, and those that have to be asked.
  private var matchersByLemma = MatcherIndex()
  private var matchersByForm = MatcherIndex()
  private var askedMatchers: [(index: Int32, matcher: WordMatcher)] = []

  init(_ matchers: [WordMatcher]) {
    grammars = matchers.map(\.grammar)
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

  /// Calls `accept` with every matcher that accepts a form; with some more than once.
  func forEachMatcher(of info: WordInfo, _ accept: (Int32) -> Void) {
    let readings = info.readings
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
    for index in matchersByLemma.matchers(of: info.key) where grammars[Int(index)] == nil {
      accept(index)
    }
    if let base = info.diminutive.map({ Self.key($0.baseLemma) }) {
      for index in matchersByLemma.matchers(of: base) {
        let grammar = grammars[Int(index)]
        let candidates = grammar?.isBestOnly == true ? readings.prefix(1) : readings[...]
        if grammar.map({ candidates.contains(where: $0.accepts) }) ?? true { accept(index) }
      }
    }
    for index in matchersByForm.matchers(of: info.key)
    where WordMatcher.accepts(grammars[Int(index)], readings) {
      accept(index)
    }
    for (index, matcher) in askedMatchers
    where matcher.accepts(folded: info.folded, readings: readings) {
      accept(index)
    }
  }

  private static func key(_ lemma: String) -> LemmaKey {
    LemmaKey(folded: Array(Folding.folded(lemma).utf8))
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    var patterns: [GrammarPattern: Int32] = [:]
    var distinct: [GrammarPattern] = []
    let indexes = grammars.map { grammar -> Int32 in
      guard let grammar else { return -1 }
      if let known = patterns[grammar] { return known }
      patterns[grammar] = Int32(distinct.count)
      distinct.append(grammar)
      return Int32(distinct.count - 1)
    }
    archive.write(indexes)
    archive.write(distinct.flatMap(\.numbers))
    matchersByLemma.write(to: &archive)
    matchersByForm.write(to: &archive)
    archive.write(askedMatchers.count)
    for (index, matcher) in askedMatchers {
      let letters: [UInt8]
      let kind: Int
      switch matcher.text {
      case .begins(let text): (kind, letters) = (0, text)
      case .ends(let text): (kind, letters) = (1, text)
      case .holds(let text): (kind, letters) = (2, text)
      case .any, .lemmas, .forms, .list: (kind, letters) = (3, [])
      }
      archive.write(Int(index))
      archive.write(kind)
      archive.write(letters)
    }
  }

  /// How many word matchers there are.
  var count: Int { grammars.count }

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    let indexes: [Int32] = try archive.numbers()
    let patterns = try GrammarPattern.patterns(of: archive.numbers())
    for index in indexes {
      guard index < patterns.count else { throw NumberReader.Damaged() }
      grammars.append(index < 0 ? nil : patterns[Int(index)])
    }
    matchersByLemma = try MatcherIndex(from: &archive, count: grammars.count)
    matchersByForm = try MatcherIndex(from: &archive, count: grammars.count)
    for _ in 0..<(try archive.integer()) {
      let index = try archive.integer()
      let kind = try archive.integer()
      let letters: [UInt8] = try archive.numbers()
      guard grammars.indices.contains(index) else { throw NumberReader.Damaged() }
      let text: WordMatcher.Text
      switch kind {
      case 0: text = .begins(letters)
      case 1: text = .ends(letters)
      case 2: text = .holds(letters)
      case 3: text = .any
      default: throw NumberReader.Damaged()
      }
      askedMatchers.append((Int32(index), WordMatcher(text: text, grammar: grammars[index])))
    }
  }
}

extension GrammarPattern {
  private static let numberCount = 5

  /// The pattern as numbers, for an archive.
  fileprivate var numbers: [UInt64] {
    func bits(_ parts: Set<PartOfSpeech>) -> UInt64 {
      parts.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
    }
    return [
      bits(partsOfSpeech), bits(excludedPartsOfSpeech), required.rawValue, excluded.rawValue,
      isBestOnly ? 1 : 0,
    ]
  }

  fileprivate static func patterns(of numbers: [UInt64]) throws(NumberReader.Damaged)
    -> [GrammarPattern]
  {
    guard numbers.count.isMultiple(of: numberCount) else { throw NumberReader.Damaged() }
    func parts(_ bits: UInt64) -> Set<PartOfSpeech> {
      Set(PartOfSpeech.allCases.filter { bits & (1 << UInt64($0.rawValue)) != 0 })
    }
    return stride(from: 0, to: numbers.count, by: numberCount).map { start in
      var pattern = GrammarPattern()
      pattern.partsOfSpeech = parts(numbers[start])
      pattern.excludedPartsOfSpeech = parts(numbers[start + 1])
      pattern.required = Grammemes(rawValue: numbers[start + 2])
      pattern.excluded = Grammemes(rawValue: numbers[start + 3])
      pattern.isBestOnly = numbers[start + 4] != 0
      return pattern
    }
  }
}
