import ServiceStandards
import Transcripts

/// Works a scorecard out for one call.
///
/// Points are earned of the points that apply: criteria that do not apply, and those a person has
/// to decide, leave the denominator. A violated critical criterion brings nothing and fails the
/// call whatever the total.
package struct Scorer: Sendable {
  package let scorecard: CompiledScorecard

  package init(_ scorecard: CompiledScorecard) { self.scorecard = scorecard }

  /// Nil when the standard has no criteria.
  package func score(_ facts: CallFacts) -> Score? {
    guard !scorecard.criteria.isEmpty else { return nil }
    let results = scorecard.criteria.map { result(of: $0, facts) }
    var earned = 0.0
    var applicable = 0.0
    for result in results where result.status == .met || result.status == .violated {
      earned += result.points
      applicable += result.maximum
    }
    let total = applicable > 0 ? Self.rounded(earned * 100 / applicable) : 100
    let isFailed = results.contains { $0.critical && $0.status == .violated }
    return Score(
      total: total, passed: total >= scorecard.passMark && !isFailed, criteria: results)
  }

  private func result(of compiled: CompiledCriterion, _ facts: CallFacts) -> CriterionResult {
    let criterion = compiled.criterion
    let (verdict, cause) = verdict(of: compiled, facts)
    var status: CriterionResult.Status =
      switch verdict.outcome {
      case .met: .met
      case .violated: .violated
      case .needsReview: .needsReview
      case .notApplicable: .notApplicable
      }
    var reason = reason(of: verdict, criterion)
    if status == .violated, criterion.failureNeedsReview {
      status = .needsReview
      reason += " — нужно послушать"
    }
    if let note = criterion.note, status != .notApplicable { reason += " (\(note))" }
    if verdict.outcome == .violated, verdict.late == nil {
      let script = verdict.say.isEmpty ? compiled.script(for: cause, in: facts) : verdict.say
      if !script.isEmpty {
        let filled = facts.filling().fill(script)
        if !filled.isEmpty { reason += ". Можно сказать: «\(filled)»" }
      }
    }
    let points: Double =
      switch status {
      case .met: criterion.weight
      case .violated: criterion.isCritical ? 0 : Self.rounded(criterion.weight * verdict.share)
      case .needsReview, .notApplicable: 0
      }
    return CriterionResult(
      criterion: criterion.id, section: criterion.section, title: criterion.title,
      clause: criterion.clause, status: status, points: points, maximum: criterion.weight,
      critical: criterion.isCritical, reason: reason,
      evidence: evidence(of: verdict, cause, facts))
  }

  /// In the criterion's own words where it has them for what is missing.
  private func reason(of verdict: CheckVerdict, _ criterion: Criterion) -> String {
    guard verdict.outcome == .violated, let missed = criterion.missed else {
      return verdict.wholeReason
    }
    var own = verdict
    own.reason = missed
    if let cause = verdict.evidence.first { own.reason += " в ответ на «\(cause.quote)»" }
    return own.wholeReason
  }

  /// The verdict and what in the call made the criterion apply.
  private func verdict(of compiled: CompiledCriterion, _ facts: CallFacts)
    -> (CheckVerdict, cause: [Evidence])
  {
    var cause: [Evidence] = []
    if let condition = compiled.condition {
      let verdict = ConditionJudge(facts: facts).judge(condition)
      switch verdict.answer {
      case .no: return (.notApplicable(verdict.reason), [])
      case .unknown: return (.review(verdict.reason, verdict.evidence), [])
      case .yes: cause = verdict.evidence
      }
    }
    return (CheckJudge(facts: facts, condition: cause).judge(compiled.check), cause)
  }

  /// What proves a verdict, with the client's words that were answered before it.
  private func evidence(of verdict: CheckVerdict, _ cause: [Evidence], _ facts: CallFacts)
    -> [Evidence]
  {
    guard verdict.outcome != .notApplicable,
      let said = cause.first(where: { facts.call.turns[$0.turn].speaker == .client }),
      !verdict.evidence.contains(said)
    else { return verdict.evidence }
    return [said] + verdict.evidence
  }

  /// To two decimals.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
