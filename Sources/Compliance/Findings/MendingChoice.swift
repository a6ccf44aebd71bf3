import RussianMorphology
import ServiceStandards

/// Chooses what the words of a finding give way to.
struct MendingChoice {
  private let compiled: CompiledStandard
  private let turn: AnalyzedTurn
  private let previous: AnalyzedTurn?
  private let matches: CallMatches
  private let fitting: ReplacementFitting
  /// What was found of slang in the turn, by its first word.
  private let slang: [Int: [(place: Int, found: FindingCandidate)]]

  /// - Parameters:
  ///   - previous: the other speaker's turn before.
  ///   - slang: what was found of slang in the turn, also where another category has the words.
  init(
    compiled: CompiledStandard, morphology: Morphology, turn: AnalyzedTurn,
    previous: AnalyzedTurn?, matches: CallMatches, slang: [FindingCandidate]
  ) {
    self.compiled = compiled
    self.slang = Dictionary(
      grouping: slang.enumerated().map { (place: $0, found: $1) }, by: \.found.range.lowerBound)
    self.turn = turn
    self.previous = previous
    self.matches = matches
    fitting = ReplacementFitting(
      morphology: morphology, turn: turn, requests: compiled.requests)
  }

  /// Ways to mend a finding, the best first; empty where none is safe. What the standard says itself
  /// goes before what it inherits: where none of its own words fits, no others are put in their place.
  func mendings(of candidate: FindingCandidate, rule: CompiledRule, cache: borrowing WordCache)
    -> [Mending]
  {
    if let reworded = reworded(candidate, rule: rule, by: .own, cache: cache) { return reworded }
    if let own = ownWords(of: candidate, rule: rule) {
      return mendings(own, of: candidate.range, category: candidate.category, cache: cache)
    }
    for other in candidate.displaced where other.range.contains(candidate.range) {
      let inherited = mendings(of: other, rule: compiled.rules[other.rule], cache: cache)
      if !inherited.isEmpty { return inherited }
    }
    if let reworded = reworded(candidate, rule: rule, by: .inherited, cache: cache) {
      return withoutSlang(reworded, of: candidate, cache: cache)
    }
    if !candidate.replacements.isEmpty { return bases(of: candidate, cache: cache) }
    let own = candidate.phrase.flatMap { rule.rule.phrases[$0].replacements }
    let result = mendings(
      own ?? rule.rule.replacements, of: candidate.range, category: candidate.category,
      cache: cache)
    if own == nil, result.isEmpty, candidate.category == .filler {
      return [Mending(words: candidate.range, text: nil)]
    }
    return result
  }

  /// What to show at a finding alone, where no mending of the turn stands for its very words; empty
  /// where nothing is safe.
  func answers(to candidate: FindingCandidate, rule: CompiledRule, cache: borrowing WordCache)
    -> [Mending]
  {
    if let own = reworded(
      candidate, rule: rule, by: .own, isForFindingOnly: true, cache: cache)
    {
      return own
    }
    if ownWords(of: candidate, rule: rule) != nil { return [] }
    for other in candidate.displaced where other.range == candidate.range {
      let inherited = answers(to: other, rule: compiled.rules[other.rule], cache: cache)
      if !inherited.isEmpty { return inherited }
    }
    return reworded(
      candidate, rule: rule, by: .inherited, isForFindingOnly: true, cache: cache) ?? []
  }

  /// What a rule of the standard's own says instead, nothing where it has only wordings for the whole
  /// thought; nil where it leaves that to what it inherits.
  private func ownWords(of candidate: FindingCandidate, rule: CompiledRule) -> [Replacement]? {
    guard candidate.rule >= compiled.ownRules else { return nil }
    if let words = candidate.phrase.flatMap({ rule.rule.phrases[$0].replacements }) { return words }
    return rule.rule.replacements.isEmpty && rule.rule.say.isEmpty ? nil : rule.rule.replacements
  }

  /// What a diminutive was made from, in its place; empty for all other finds.
  func bases(of candidate: FindingCandidate, cache: borrowing WordCache) -> [Mending] {
    candidate.replacements.compactMap { text in
      guard let base = fitting.base(text, at: candidate.range.lowerBound, cache: cache) else {
        return nil
      }
      let capitalized = fitting.capitalized(base, in: candidate.range)
      return mending(
        FittedText(courteous: capitalized, plain: capitalized), of: candidate.range)
    }
  }

  /// What the first rewording that takes all of a finding's words says; nil where none does.
  private func reworded(
    _ candidate: FindingCandidate, rule: CompiledRule, by origin: CompiledRewordings.Origin,
    isForFindingOnly: Bool = false, cache: borrowing WordCache
  ) -> [Mending]? {
    let numbers = compiled.rewordings.numbers(
      of: candidate.category, isForFindingOnly: isForFindingOnly, origin: origin)
    for number in numbers {
      let rewording = compiled.rewordings.all[number]
      guard mayReword(rewording, rule: rule.rule.id) else { continue }
      for words in stretches(of: rewording, around: candidate.range, cache: cache) {
        let replacements = rewording.rewording.replacements
        if replacements.isEmpty { return [] }
        if isForFindingOnly, words != candidate.range { continue }
        let result = mendings(
          replacements, of: words, category: candidate.category, cache: cache)
        if !result.isEmpty { return result }
      }
    }
    return nil
  }

  /// Whether a rewording matches anywhere in the call and asks for no other rule: few do.
  private func mayReword(_ rewording: CompiledRewording, rule: String) -> Bool {
    if rewording.hasPhrases, matches.matches(of: rewording.set).isEmpty { return false }
    return rewording.rewording.rules.isEmpty || rewording.rewording.rules.contains(rule)
  }

  /// The words that a rewording takes, if it takes all of the finding's.
  private func stretches(
    of rewording: CompiledRewording, around found: Range<Int>, cache: borrowing WordCache
  ) -> [Range<Int>] {
    guard !rewording.hasPhrases else {
      return matches.matches(of: rewording.set, in: turn, around: found).compactMap { located in
        guard located.match.range.contains(found),
          hold(rewording, located.match, cache)
        else { return nil }
        return located.match.range
      }.sorted { $0.count < $1.count }
    }
    return hold(rewording, WordMatch(whole: found, range: found, taken: 0), cache) ? [found] : []
  }

  private func hold(
    _ rewording: CompiledRewording, _ match: WordMatch, _ cache: borrowing WordCache
  ) -> Bool {
    rewording.circumstances.hold(
      for: match, in: turn, previous: previous, bank: compiled.bank, cache: cache)
  }

  private func mendings(
    _ replacements: [Replacement], of words: Range<Int>, category: ServiceStandards.Category,
    cache: borrowing WordCache
  ) -> [Mending] {
    replacements.compactMap { replacement in
      if replacement.isEmpty { return Mending(words: words, text: nil) }
      guard let text = fitting.fit(replacement, to: words, cache: cache) else { return nil }
      // An order may be mended by courtesy alone; slang that stays is still slang.
      if [.jargon, .diminutive].contains(category),
        text.plain.lowercased() == turn.plainQuote(words).lowercased()
      {
        return nil
      }
      return mending(text, of: words)
    }
  }

  /// What an order holds of slang gives way too: «врубайте» → «включите, пожалуйста,». Courtesy
  /// alone would leave the slang.
  private func withoutSlang(
    _ mendings: [Mending], of candidate: FindingCandidate, cache: borrowing WordCache
  ) -> [Mending] {
    guard candidate.category == .command,
      let word = candidate.range.flatMap({ slang[$0] ?? [] })
        .filter({ candidate.range.contains($0.found.range) }).min(by: { $0.place < $1.place })?
        .found
    else { return mendings }
    let said = turn.plainQuote(word.range)
    guard
      mendings.first?.text?.plain.lowercased().contains(said.lowercased()) == true
    else { return mendings }
    let isOrder = fitting.isImperative(said, like: said)
    let plain = self.mendings(of: word, rule: compiled.rules[word.rule], cache: cache).first
    guard let plain, plain.words == word.range, let text = plain.text else {
      return isOrder ? [] : mendings
    }
    if isOrder, !fitting.isImperative(text.plain, like: said) {
      let isCourteous = text.courteous != text.plain
      return isCourteous && word.range == candidate.range ? [plain] : []
    }
    func mended(_ order: String) -> String {
      order.replacing(said, with: text.plain)
        .replacing(said.lowercased(), with: text.plain.lowercased())
    }
    return mendings.compactMap { mending in
      mending.text.map {
        Mending(
          words: mending.words,
          text: FittedText(courteous: mended($0.courteous), plain: mended($0.plain)))
      }
    }
  }

  /// The mending with the preposition before it, where that has to change: «о админе», «об
  /// администраторе».
  private func mending(_ text: FittedText, of words: Range<Int>) -> Mending {
    let before = words.lowerBound - 1
    let plain = Mending(words: words, text: text)
    guard before >= 0, turn.words[before].after.isEmpty else { return plain }
    let written = turn.plainQuote(before..<before + 1)
    let original = turn.plainQuote(words)
    guard let wanted = Prepositions.spelling(of: written, before: text.plain),
      wanted != written,
      Prepositions.spelling(of: written, before: original) == written
    else { return plain }
    return Mending(
      words: before..<words.upperBound,
      text: FittedText(
        courteous: wanted + " " + text.courteous, plain: wanted + " " + text.plain))
  }
}

extension Range where Bound == Int {
  /// Whether all of the other range lies in this one.
  func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
