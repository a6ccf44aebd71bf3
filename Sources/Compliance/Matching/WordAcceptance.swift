import RussianMorphology
import RussianText
import ServiceStandards

/// Finds out which word matchers accept a form, by its lemmas and its letters.
struct WordAcceptance: Sendable {
  /// What each word matcher asks of a reading.
  private var grammars: [GrammarPattern?] = []
  /// Matchers by the lemmas and by the forms they accept, by how those begin and how they end, those
  /// that ask nothing of the letters, and those that ask for some anywhere.
  private var matchersByLemma = MatcherIndex()
  private var matchersByForm = MatcherIndex()
  private var matchersByBeginning = MatcherIndex()
  private var matchersByEnding = MatcherIndex()
  private var unletteredMatchers: [Int32] = []
  private var matchersByPart: [(index: Int32, letters: [UInt8])] = []

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
      case .holds(let letters): matchersByPart.append((Int32(index), letters))
      case .any: unletteredMatchers.append(Int32(index))
      }
    }
    matchersByLemma = MatcherIndex(lemmas)
    matchersByForm = MatcherIndex(forms)
    matchersByBeginning = MatcherIndex(beginnings)
    matchersByEnding = MatcherIndex(endings)
  }

  /// Calls `accept` with every matcher that asks for a form's letters and accepts it; with some more
  /// than once.
  func forEachLettered(of info: WordInfo, _ accept: (Int32) -> Void) {
    let readings = info.readings
    // By itself, so that nothing else is kept alive for every question.
    let grammars = grammars
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
      if grammars[Int(index)]?.accepts(anyOf: readings) ?? true { accept(index) }
    }
    matchersByForm.forEach(of: info.key, acceptByGrammar)
    matchersByBeginning.forEachPrefix(of: info.folded, acceptByGrammar)
    matchersByEnding.forEachPrefix(of: info.folded.reversed(), acceptByGrammar)
    for (index, letters) in matchersByPart where info.folded.holds(letters) {
      acceptByGrammar(index)
    }
  }

  /// Calls `accept` with every matcher that asks for nothing but grammar and accepts a form with some
  /// readings.
  func forEachUnlettered(of readings: [Reading], _ accept: (Int32) -> Void) {
    for index in unletteredMatchers where grammars[Int(index)]?.accepts(anyOf: readings) ?? true {
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
    archive.write(unletteredMatchers)
    archive.write(matchersByPart.count)
    for (index, letters) in matchersByPart {
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
    unletteredMatchers = try archive.numbers()
    for _ in 0..<(try archive.integer()) {
      matchersByPart.append(
        (Int32(truncatingIfNeeded: try archive.integer()), try archive.numbers()))
    }
    guard
      (unletteredMatchers + matchersByPart.map(\.index)).allSatisfy({
        grammars.indices.contains(Int($0))
      })
    else { throw NumberReader.Damaged() }
  }
}

extension [UInt8] {
  /// Whether some letters stand anywhere among these.
  fileprivate func holds(_ letters: [UInt8]) -> Bool {
    guard count >= letters.count, !letters.isEmpty else { return false }
    return (0...(count - letters.count)).contains { start in
      self[start..<(start + letters.count)].elementsEqual(letters)
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
