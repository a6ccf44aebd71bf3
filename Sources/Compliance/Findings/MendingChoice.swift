import RussianMorphology
import ServiceStandards

/// Chooses what the words of a finding give way to.
struct MendingChoice {
  private let compiled: CompiledStandard
  private let turn: AnalyzedTurn
  private let previous: AnalyzedTurn?
  private let matches: CallMatches
  private let fitting: ReplacementFitting

  /// - Parameter previous: the other speaker's turn before.
  init(
    compiled: CompiledStandard, morphology: Morphology, turn: AnalyzedTurn,
    previous: AnalyzedTurn?, matches: CallMatches
  ) {
    self.compiled = compiled
    self.turn = turn
    self.previous = previous
    self.matches = matches
    fitting = ReplacementFitting(
      morphology: morphology, turn: turn, requests: compiled.requests)
  }

  /// Ways to mend a finding, the best first; empty where none is safe.
  func mendings(of candidate: FindingCandidate, rule: CompiledRule, cache: borrowing WordCache)
    -> [Mending]
  {
    if let reworded = reworded(candidate, rule: rule, isForFindingOnly: false, cache: cache) {
      return reworded
    }
    if !candidate.replacements.isEmpty {
      return candidate.replacements.compactMap { text in
        let capitalized = fitting.capitalized(text, in: candidate.range)
        return mending(
          FittedText(courteous: capitalized, plain: capitalized), of: candidate.range)
      }
    }
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
    reworded(candidate, rule: rule, isForFindingOnly: true, cache: cache) ?? []
  }

  /// What the first rewording that takes all of a finding's words says; nil where none does.
  private func reworded(
    _ candidate: FindingCandidate, rule: CompiledRule, isForFindingOnly: Bool,
    cache: borrowing WordCache
  ) -> [Mending]? {
    let numbers = compiled.rewordings.numbers(
      of: candidate.category, isForFindingOnly: isForFindingOnly)
    for number in numbers where mayReword(number, rule: rule.rule.id) {
      let rewording = compiled.rewordings.all[number]
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

  /// Whether a rewording matches anywhere in the call and asks for no other rule: few do, and this
  /// says so without a copy of what it holds.
  private func mayReword(_ number: Int, rule: String) -> Bool {
    let all = compiled.rewordings.all
    if all[number].hasPhrases, matches.matches(of: all[number].set).isEmpty { return false }
    return all[number].rewording.rules.isEmpty || all[number].rewording.rules.contains(rule)
  }

  /// The words that a rewording takes, if it takes all of the finding's.
  private func stretches(
    of rewording: CompiledRewording, around found: Range<Int>, cache: borrowing WordCache
  ) -> [Range<Int>] {
    guard !rewording.hasPhrases else {
      return matches.matches(of: rewording.set).compactMap { located in
        guard located.turn == turn.index, located.match.range.contains(found),
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
        text.plain.lowercased() == turn.quote(words).lowercased()
      {
        return nil
      }
      return mending(text, of: words)
    }
  }

  /// The mending with the preposition before it, where that has to change: «о админе», «об
  /// администраторе».
  private func mending(_ text: FittedText, of words: Range<Int>) -> Mending {
    let before = words.lowerBound - 1
    let plain = Mending(words: words, text: text)
    guard before >= 0, turn.words[before].after.isEmpty else { return plain }
    let written = turn.quote(before..<before + 1)
    let original = turn.quote(words)
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
