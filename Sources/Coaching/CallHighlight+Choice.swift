internal import CallStore
internal import Compliance

extension CallHighlight {
  /// The call with the best score; of equal ones a passed one, then the latest.
  static func best(of calls: [CallDigest]) -> CallHighlight? {
    calls.filter { $0.score != nil && $0.judged }.max { precedes($0, $1, worse: false) }
      .flatMap { CallHighlight($0) }
  }

  /// The call with the worst score among those that have evidence; nil when there is no call
  /// worse than the best.
  static func toHear(of calls: [CallDigest]) -> CallHighlight? {
    let scored = calls.filter { $0.score != nil && $0.judged }
    guard let best = best(of: scored) else { return nil }
    return scored.filter { call in
      call.id != best.call.id
        && (call.score?.criteria ?? []).contains { criterion in
          criterion.status == .violated && criterion.points < criterion.maximum
        } && !call.turns.isEmpty
    }
    .max { precedes($0, $1, worse: true) }
    .flatMap { CallHighlight($0) }
    .flatMap { $0.score < best.score || $0.passed != best.passed ? $0 : nil }
  }

  /// Whether it is the better one to hear together; of equals the one that came first stays.
  func isBetter(than other: CallHighlight?) -> Bool {
    guard let other else { return true }
    return passed != other.passed ? passed : score > other.score
  }

  /// Whether `one` is less of what is looked for than `other`.
  private static func precedes(_ one: CallDigest, _ other: CallDigest, worse: Bool) -> Bool {
    guard let first = one.score, let second = other.score else { return one.score == nil }
    if first.passed != second.passed { return first.passed == worse }
    if first.total != second.total { return (first.total < second.total) != worse }
    if one.startedAt != other.startedAt { return (one.startedAt ?? "") < (other.startedAt ?? "") }
    return one.id > other.id
  }

  init?(_ call: CallDigest) {
    guard let score = call.score else { return nil }
    let judged = score.criteria.filter { $0.status == .met || $0.status == .violated }
    let violated = judged.filter { $0.status == .violated && $0.points < $0.maximum }
    let lost = violated.reduce(0) { $0 + $1.maximum - $1.points }
    let scale = lost > 0 ? max(0, 100 - score.total) / lost : 0
    let losses = violated.map { criterion in
      let proof = criterion.evidence.first { call.turns[$0.turn] != nil }
      let finding = proof.flatMap { proof in
        call.findings.first { $0.turn == proof.turn && $0.range == proof.range }
      }
      return Loss(
        title: criterion.title,
        points: ((criterion.maximum - criterion.points) * scale).hundredths,
        isCritical: criterion.critical, quote: proof?.quote,
        time: finding?.start ?? proof.flatMap { call.turns[$0.turn]?.start },
        reason: finding == nil && !criterion.reason.isEmpty ? criterion.reason : nil)
    }
    let ranked = losses.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      if one.isCritical != other.isCritical { return one.isCritical }
      if one.points != other.points { return one.points > other.points }
      let hasQuote = (one.quote != nil, other.quote != nil)
      return hasQuote.0 != hasQuote.1 ? hasQuote.0 : first.offset < second.offset
    }
    self.init(
      call: CallReference(call), score: score.total.hundredths, passed: score.passed,
      criteriaMet: judged.count { $0.status == .met }, criteriaJudged: judged.count,
      losses: ranked.prefix(3).map(\.element))
  }
}
