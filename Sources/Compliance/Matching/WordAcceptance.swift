import RussianMorphology
import RussianText
import ServiceStandards

/// Finds out which word matchers accept a form, by its lemmas and its letters.
struct WordAcceptance: Sendable {
  /// What each word matcher asks of a reading.
  private var grammars: [GrammarPattern?] = []
  /// Matchers by the lemmas and by the forms they accept, by how those begin and how they end, and
  /// those that have to be asked.
  private var matchersByLemma = MatcherIndex()
  private var matchersByForm = MatcherIndex()
  private var matchersByBeginning = MatcherIndex()
  private var matchersByEnding = MatcherIndex()
  private var askedMatchers: [(index: Int32, matcher: WordMatcher)] = []

  init(_ matchers: [WordMatcher]) {
    grammars = matchers.map(\.grammar)
    var lemmas: [(key: LemmaKey, matcher: Int32)] = []
    var forms: [(key: LemmaKey, matcher: Int32)] = []
    var beginnings: [(key: LemmaKey, matcher: Int32)] = []
    var endings: [(key: LemmaKey, matcher: Int32)] = []
    for (index, matcher) in matchers.enumerated() {
      switch matcher.text {
      case .list(let ownLemmas, let ownForms):
        lemmas += ownLemmas.map { ($0, Int32(index)) }
        forms += ownForms.map { ($0, Int32(index)) }
      case .lemmas(let own): lemmas += own.map { ($0, Int32(index)) }
      case .forms(let own): forms += own.map { ($0, Int32(index)) }
      case .begins(let letters): beginnings.append((LemmaKey(folded: letters), Int32(index)))
      case .ends(let letters): endings.append((LemmaKey(folded: letters.reversed()), Int32(index)))
      case .holds, .any: askedMatchers.append((Int32(index), matcher))
      }
    }
    matchersByLemma = MatcherIndex(lemmas)
    matchersByForm = MatcherIndex(forms)
    matchersByBeginning = MatcherIndex(beginnings)
    matchersByEnding = MatcherIndex(endings)
  }

  /// Calls `accept` with every matcher that accepts a form; with some more than once.
  func forEachMatcher(of info: WordInfo, _ accept: (Int32) -> Void) {
    let readings = info.readings
    for (rank, reading) in readings.enumerated() {
      matchersByLemma.forEach(of: reading.lemma) { index in
        guard let grammar = grammars[Int(index)] else { return accept(index) }
        if rank == 0 || !grammar.isBestOnly, grammar.accepts(reading) { accept(index) }
      }
    }
    // A phrase's own spelling, and the base behind a diminutive («заявочка» is a заявка).
    matchersByLemma.forEach(of: info.key) { index in
      if grammars[Int(index)] == nil { accept(index) }
    }
    if let base = info.diminutive.map({ Self.key($0.baseLemma) }) {
      matchersByLemma.forEach(of: base) { index in
        let grammar = grammars[Int(index)]
        let candidates = grammar?.isBestOnly == true ? readings.prefix(1) : readings[...]
        if grammar.map({ candidates.contains(where: $0.accepts) }) ?? true { accept(index) }
      }
    }
    func acceptByGrammar(_ index: Int32) {
      if WordMatcher.accepts(grammars[Int(index)], readings) { accept(index) }
    }
    matchersByForm.forEach(of: info.key, acceptByGrammar)
    matchersByBeginning.forEachPrefix(of: info.folded, acceptByGrammar)
    matchersByEnding.forEachPrefix(of: info.folded.reversed(), acceptByGrammar)
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
    matchersByBeginning.write(to: &archive)
    matchersByEnding.write(to: &archive)
    archive.write(askedMatchers.count)
    for (index, matcher) in askedMatchers {
      // No letters at all stand for any word.
      var letters: [UInt8] = []
      if case .holds(let text) = matcher.text { letters = text }
      archive.write(Int(index))
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
    matchersByBeginning = try MatcherIndex(from: &archive, count: grammars.count)
    matchersByEnding = try MatcherIndex(from: &archive, count: grammars.count)
    for _ in 0..<(try archive.integer()) {
      let index = try archive.integer()
      let letters: [UInt8] = try archive.numbers()
      guard grammars.indices.contains(index) else { throw NumberReader.Damaged() }
      let text: WordMatcher.Text = letters.isEmpty ? .any : .holds(letters)
      askedMatchers.append((Int32(index), WordMatcher(text: text, grammar: grammars[index])))
    }
  }
}

extension GrammarPattern {
  private static let numberCount = 5

  /// The pattern as numbers, for an archive.
  fileprivate var numbers: [UInt64] {
    return [
      UInt64(partsOfSpeech.bits), UInt64(excludedPartsOfSpeech.bits), required.rawValue,
      excluded.rawValue,
      isBestOnly ? 1 : 0,
    ]
  }

  fileprivate static func patterns(of numbers: [UInt64]) throws(NumberReader.Damaged)
    -> [GrammarPattern]
  {
    guard numbers.count.isMultiple(of: numberCount) else { throw NumberReader.Damaged() }
    return stride(from: 0, to: numbers.count, by: numberCount).map { start in
      var pattern = GrammarPattern()
      pattern.partsOfSpeech = PartsOfSpeech(bits: UInt32(truncatingIfNeeded: numbers[start]))
      pattern.excludedPartsOfSpeech = PartsOfSpeech(
        bits: UInt32(truncatingIfNeeded: numbers[start + 1]))
      pattern.required = Grammemes(rawValue: numbers[start + 2])
      pattern.excluded = Grammemes(rawValue: numbers[start + 3])
      pattern.isBestOnly = numbers[start + 4] != 0
      return pattern
    }
  }
}
