import ServiceStandards
import Transcripts

/// What the model of paraphrases adds to the rules' findings: stretches that no rule found, no rule
/// looked at and let go, and no approved wording holds.
struct HeardParaphrases {
  private let compiled: CompiledStandard
  private let finder: ParaphraseFinder?
  /// The rule that speaks for the model in each category.
  private var rules: [Category: Int] = [:]
  /// What rules of a category matched and then excused, by turn.
  private var dismissed: [Int: [(category: Category, words: Range<Int>)]] = [:]

  /// So many words apart, two stretches of one category are one offence.
  private static let near = 4

  init(compiled: CompiledStandard, finder: ParaphraseFinder?) {
    self.compiled = compiled
    self.finder = finder
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

  /// A turn's findings with what the model adds.
  func added(
    to kept: [FindingCandidate], in turn: AnalyzedTurn, of call: AnalyzedCall, excuses: Excuses,
    cache: borrowing WordCache
  ) -> [FindingCandidate] {
    guard let finder, !rules.isEmpty, turn.speaker == .operator else { return kept }
    var result = kept
    for paraphrase in finder.paraphrases(in: turn, cache: cache) {
      guard let rule = rules[paraphrase.category],
        !result.contains(where: { isTold(paraphrase, by: $0, in: turn) }),
        !(dismissed[turn.index] ?? []).contains(where: {
          $0.category == paraphrase.category && $0.words.overlaps(paraphrase.words)
        }),
        !excuses.touch(paraphrase.words, of: paraphrase.category, in: turn),
        compiled.rules[rule].detectorCircumstances.hold(
          for: WordMatch(whole: paraphrase.words, range: paraphrase.words, taken: 1), in: turn,
          previous: call.previous(of: turn), bank: compiled.bank, cache: cache)
      else { continue }
      result.append(
        FindingCandidate(
          rule: rule, category: paraphrase.category, turn: turn.index, range: paraphrase.words,
          taken: Array(paraphrase.words), confidence: Self.rounded(paraphrase.probability),
          isReview: false))
    }
    guard result.count > kept.count else { return kept }
    return result.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// Whether a finding already says it: any in the same place, and one of the same category beside.
  private func isTold(
    _ paraphrase: Paraphrase, by finding: FindingCandidate, in turn: AnalyzedTurn
  ) -> Bool {
    if finding.category == .filler || finding.category == .diminutive { return false }
    if finding.range.overlaps(paraphrase.words) { return true }
    guard finding.category == paraphrase.category else { return false }
    let start = min(finding.range.upperBound, paraphrase.words.upperBound)
    let end = max(finding.range.lowerBound, paraphrase.words.lowerBound)
    return end - start <= Self.near
      && !(start...end).contains {
        $0 < turn.words.count && turn.words[$0].before.contains(.sentenceEnd)
      }
  }

  /// A probability to two places, below one.
  private static func rounded(_ probability: Float) -> Double {
    min(0.99, (Double(probability) * 100).rounded() / 100)
  }
}
