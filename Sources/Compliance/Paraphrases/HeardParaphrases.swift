import ServiceStandards
import Transcripts

/// What the model of paraphrases adds to the rules' findings: stretches that no rule found, no rule
/// looked at and let go, and no approved wording holds; and of what an exception around a match let
/// go, that in which the model hears the offence all the same.
struct HeardParaphrases {
  private let compiled: CompiledStandard
  private let finder: ParaphraseFinder?
  private let uses: UseModel?
  /// The rule that speaks for the model in each category.
  private var rules: [Category: Int] = [:]
  /// What rules of a category matched and then excused, by turn.
  private var dismissed: [Int: [(category: Category, words: Range<Int>)]] = [:]
  /// What nothing but an exception around the match excused, by turn.
  private var excused: [Int: [FindingCandidate]] = [:]

  private var certainty: CertaintyMeasures { compiled.standard.certainty }

  init(compiled: CompiledStandard, finder: ParaphraseFinder?, uses: UseModel?) {
    self.compiled = compiled
    self.finder = finder
    self.uses = uses
    guard finder != nil else { return }
    for (index, rule) in compiled.rules.enumerated() where rule.rule.detector == .paraphrase {
      rules[rule.rule.category] = index
    }
  }

  /// Remembers that a rule found a stretch and its circumstances excused it.
  mutating func dismiss(_ words: Range<Int>, turn: Int, category: Category) {
    guard rules[category] != nil else { return }
    dismissed[turn, default: []].append((category, words))
  }

  /// Whether the model may hear an offence where an exception of a rule, a guess at what is meant,
  /// lets it go; not where it counts how often words are said.
  func mayOverrule(_ index: Int, phrase: Int) -> Bool {
    let rule = compiled.rules[index].rule
    return (rules[rule.category] != nil || uses?.categories.contains(rule.category) == true)
      && compiled.heedsModel(index, phrase: phrase)
      && rule.frequency == nil && rule.dependence == nil
  }

  /// Remembers what a rule found and nothing but an exception around it excused.
  mutating func excuse(_ candidate: FindingCandidate) {
    if !candidate.isReview { excused[candidate.turn, default: []].append(candidate) }
  }

  /// A turn's findings as the models weigh them, with what they add.
  func judged(
    _ kept: [FindingCandidate], in turn: AnalyzedTurn, of call: AnalyzedCall, excuses: Excuses,
    cache: borrowing WordCache
  ) -> [FindingCandidate] {
    guard turn.speaker == .operator else { return kept }
    let excused = excused[turn.index] ?? []
    let opinion = finder.map { SecondOpinion(compiled: compiled, finder: $0) }
    let hearing = hearing(of: turn, in: call, kept: kept, excused: excused, cache: cache)
    let previous = call.previous(of: turn)
    func heard(_ paraphrase: Paraphrase) -> FindingCandidate? {
      candidate(of: paraphrase, in: turn, after: previous, excuses: excuses, cache: cache)
    }
    var weighed = kept
    if let opinion, !hearing.chances.isEmpty {
      weighed = self.weighed(kept, by: opinion, hearing, heard: heard)
    }
    var result = FindingsByPlace(weighed.map { doubted($0, hearing) })
    let dismissed = dismissedSpans(in: turn)
    for candidate in overruled(excused, hearing)
    where !excuses.touch(candidate.range, of: candidate.category, in: turn)
      && !result.contains(
        near: candidate.range,
        where: {
          isTold(candidate.range, of: candidate.category, by: $0, in: turn)
            || $0.category == candidate.category && $0.range.overlaps(candidate.range)
        })
    {
      result.append(candidate)
    }
    for paraphrase in finder?.paraphrases(in: hearing.chances, confirmed: uses != nil) ?? []
    where !result.contains(
      near: paraphrase.words,
      where: {
        isTold(paraphrase.words, of: paraphrase.category, by: $0, in: turn)
      })
    {
      guard let isSure = isSure(of: paraphrase, unless: dismissed, hearing),
        var candidate = heard(paraphrase)
      else { continue }
      candidate.isReview = !isSure
      result.append(candidate)
    }
    for paraphrase in unsaid(unless: dismissed, hearing)
    where !result.contains(
      near: paraphrase.words,
      where: {
        // What a rule leaves to a person stays with him.
        $0.range.overlaps(paraphrase.words) && (!$0.isReview || $0.ground == nil)
      })
    {
      guard let candidate = heard(paraphrase) else { continue }
      result.append(candidate)
    }
    return result.all.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// What both models hear in words that no rule looked at.
  private func unsaid(unless dismissed: [Category: WordSpans], _ hearing: TurnHearing)
    -> [Paraphrase]
  {
    guard let uses = hearing.uses else { return [] }
    return uses.categories.flatMap { category -> [Paraphrase] in
      let bound = certainty.unsaid(category)
      guard bound < 1, rules[category] != nil else { return [] }
      return hearing.likely(category, from: bound).filter {
        dismissed[category]?.touch($0.words) != true
      }
    }
  }

  /// Lets both models look at a turn, as far as there is something to ask them.
  private func hearing(
    of turn: AnalyzedTurn, in call: AnalyzedCall, kept: [FindingCandidate],
    excused: [FindingCandidate], cache: borrowing WordCache
  ) -> TurnHearing {
    var result = TurnHearing(outputs: finder?.outputs ?? [:])
    result.uses = uses.flatMap {
      UseOpinion(model: $0, turn: turn, after: call.previous(of: turn), cache: cache)
    }
    if let finder, !rules.isEmpty {
      let opinion = SecondOpinion(compiled: compiled, finder: finder)
      let suspects = (kept + excused).filter(opinion.isAsked).map(\.range)
      let likely = result.uses?.likely.map { $0..<$0 + 1 } ?? []
      result.chances = finder.model.probabilities(
        in: turn, suspects: suspects + likely, hearing: cache.hearing(of: finder.model))
    }
    return result
  }

  /// A finding of a phrase, for a person to decide where both models together hardly hear it.
  private func doubted(_ candidate: FindingCandidate, _ hearing: TurnHearing) -> FindingCandidate {
    let bound = certainty.unlikely(candidate.category)
    guard bound > 0, !candidate.isReview, candidate.phrase != nil,
      compiled.heedsModel(candidate.rule, phrase: candidate.phrase),
      let together = hearing.together(candidate.category, candidate.range),
      Double(together) < bound
    else { return candidate }
    var doubtful = candidate.doubtful
    doubtful.ground = .unheard
    return doubtful
  }

  /// What exceptions excused, and the models hear so surely that they do not count; the surest first.
  private func overruled(_ excused: [FindingCandidate], _ hearing: TurnHearing)
    -> [FindingCandidate]
  {
    excused.compactMap { candidate -> FindingCandidate? in
      let chance: Float
      if let together = hearing.together(candidate.category, candidate.range) {
        guard Double(together) >= certainty.together(candidate.category) else { return nil }
        chance = together
      } else {
        guard rules[candidate.category] != nil,
          // An order is heard in its object too.
          SecondOpinion.isHeard(candidate.category), candidate.category != .command,
          let network = hearing.network(candidate.category, candidate.range),
          Double(network) >= certainty.despiteException
        else { return nil }
        chance = network
      }
      var result = candidate
      result.confidence = Self.rounded(chance)
      result.ground = .despiteException
      return result
    }.sorted { ($1.confidence, $1.range.count) < ($0.confidence, $0.range.count) }
  }

  /// Whether what the network hears is an offence for sure, or for a person to decide; nil where it is
  /// none, or where a rule looked at it and let it go.
  private func isSure(
    of paraphrase: Paraphrase, unless dismissed: [Category: WordSpans], _ hearing: TurnHearing
  ) -> Bool? {
    if dismissed[paraphrase.category]?.touch(paraphrase.words) == true { return nil }
    let isSureAlone = Double(paraphrase.probability) >= certainty.paraphrase
    guard let together = hearing.together(paraphrase.category, paraphrase.words) else {
      return paraphrase.isHeardAlone ? isSureAlone : nil
    }
    if Double(together) >= certainty.together(paraphrase.category) { return true }
    return paraphrase.isHeardAlone ? false : nil
  }

  /// What rules found, less what the model hears as another offence, which takes its place.
  private func weighed(
    _ kept: [FindingCandidate], by opinion: SecondOpinion, _ hearing: TurnHearing,
    heard: (Paraphrase) -> FindingCandidate?
  ) -> [FindingCandidate] {
    var result = FindingsByPlace()
    var moved: [(from: FindingCandidate, to: FindingCandidate)] = []
    for candidate in kept {
      switch opinion.of(candidate, chances: hearing.chances) {
      case .agreed: result.append(candidate)
      case .unheard where isLikely(candidate, hearing.uses): result.append(candidate)
      case .unheard:
        var doubtful = candidate.doubtful
        doubtful.ground = .unheard
        result.append(doubtful)
      case .other(let paraphrase):
        if let other = heard(paraphrase) {
          moved.append((candidate, other))
        } else {
          result.append(candidate)
        }
      }
    }
    for (original, other) in moved {
      // What is found already is not said twice, and takes with it only the words that it holds.
      func isTold(by finding: FindingCandidate) -> Bool {
        Self.isThought(finding) && finding.range.overlaps(other.range)
      }
      if !result.contains(near: other.range, where: isTold) {
        result.append(other)
      } else if !result.contains(
        near: other.range, where: { isTold(by: $0) && $0.range.overlaps(original.range) })
      {
        result.append(original)
      }
    }
    return result.all
  }

  /// Whether the model of uses takes a finding for what the rule says.
  private func isLikely(_ candidate: FindingCandidate, _ uses: UseOpinion?) -> Bool {
    let chance = uses?.chance(of: candidate.category, in: candidate.range) ?? 0
    return Double(chance) >= certainty.likelyUse
  }

  /// A finding of a stretch, unless something excuses it.
  private func candidate(
    of paraphrase: Paraphrase, in turn: AnalyzedTurn, after previous: AnalyzedTurn?,
    excuses: Excuses, cache: borrowing WordCache
  ) -> FindingCandidate? {
    let match = WordMatch(whole: paraphrase.words, range: paraphrase.words, taken: 1)
    guard let rule = rules[paraphrase.category],
      !excuses.touch(paraphrase.words, of: paraphrase.category, in: turn),
      compiled.rules[rule].detectorCircumstances.hold(
        for: match, in: turn, previous: previous, bank: compiled.bank, cache: cache)
    else { return nil }
    return FindingCandidate(
      rule: rule, category: paraphrase.category, turn: turn.index, range: paraphrase.words,
      taken: Array(paraphrase.words), confidence: Self.rounded(paraphrase.probability),
      isReview: false)
  }

  /// What rules of each category looked at in a turn and let go.
  private func dismissedSpans(in turn: AnalyzedTurn) -> [Category: WordSpans] {
    let spans = (dismissed[turn.index] ?? []).filter { !$0.words.isEmpty }
    return Dictionary(grouping: spans, by: \.category).mapValues { WordSpans($0.map(\.words)) }
  }

  /// Whether a finding is more than a word that may stand inside another offence.
  private static func isThought(_ finding: FindingCandidate) -> Bool {
    finding.category != .filler && finding.category != .diminutive && finding.ground != .unheard
  }

  /// Whether a finding already says it: any in the same place, and one of the same category beside.
  private func isTold(
    _ words: Range<Int>, of category: Category, by finding: FindingCandidate,
    in turn: AnalyzedTurn
  ) -> Bool {
    guard Self.isThought(finding) else { return false }
    if finding.range.overlaps(words) { return true }
    // Each of several orders is one.
    return finding.category == category && category != .command
      && turn.standTogether(finding.range, words)
  }

  /// A probability to two places, below one.
  private static func rounded(_ probability: Float) -> Double {
    min(0.99, (Double(probability) * 100).rounded() / 100)
  }
}
