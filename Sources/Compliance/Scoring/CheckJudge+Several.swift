import ServiceStandards
import Transcripts

/// Checks made of other checks.
extension CheckJudge {
  func best(_ checks: [CompiledCheck]) -> CheckVerdict {
    let verdicts = checks.map(judge)
    if let met = verdicts.first(where: { $0.outcome == .met }) { return met }
    if let review = verdicts.first(where: { $0.outcome == .needsReview }) { return review }
    let violated = verdicts.filter { $0.outcome == .violated }
    guard var best = violated.max(by: { $0.share < $1.share }) else {
      return verdicts.first ?? .notApplicable("проверять нечего")
    }
    best.reason = Self.joined(violated)
    best.late = nil
    return best
  }

  func every(_ checks: [CompiledCheck]) -> CheckVerdict {
    let verdicts = checks.map(judge).filter { $0.outcome != .notApplicable }
    guard let first = verdicts.first else { return .notApplicable("проверять нечего") }
    let failed = verdicts.filter { $0.outcome == .violated }
    let doubtful = verdicts.filter { $0.outcome == .needsReview }
    guard let worst = failed.first ?? doubtful.first else { return first }
    var result = worst
    let telling = failed.isEmpty ? doubtful : failed
    result.reason = Self.joined(telling)
    result.evidence = telling.flatMap(\.evidence)
    result.late = nil
    result.say = telling.flatMap(\.say)
    if !failed.isEmpty {
      result.share = verdicts.reduce(0) { $0 + $1.share } / Double(verdicts.count)
    }
    return result
  }

  /// A check of the operator's answer to what brought the condition about.
  func answer(_ check: CompiledCheck, withinTurns limit: Int?) -> CheckVerdict {
    // What brought it about has no place: then the whole call is the answer.
    guard !condition.isEmpty else { return judge(check) }
    let answer = turns(within: limit)
    guard answer.contains(where: { facts.call.turns[$0].speaker == .operator }) else {
      return .notApplicable("на этом разговор окончился, оператор ответить не успел")
    }
    let verdict = only(answer).judge(check)
    guard verdict.outcome == .violated, let limit else { return verdict }
    let later = only(turns(within: nil)).judge(check)
    guard later.outcome == .met, let late = later.evidence.last else { return verdict }
    var result = verdict
    let due = limit == 1 ? "в первой реплике" : "в первых \(limit) репликах"
    result.late = "прозвучало «\(late.quote)», но позже, чем \(due) после этого"
    result.evidence.append(late)
    result.share = 0.5
    return result
  }

  /// The same judge, for some turns alone.
  private func only(_ turns: Set<Int>) -> CheckJudge {
    var result = CheckJudge(facts: facts.only(turns), condition: condition)
    result.placement = placement
    result.frequency = frequency
    return result
  }

  /// The turns from what brought the condition about on, as far as so many of the operator's
  /// turns go.
  private func turns(within limit: Int?) -> Set<Int> {
    var result: Set<Int> = []
    for cause in Set(condition.map(\.turn)) {
      var passed = 0
      for turn in facts.call.turns[cause...] {
        if turn.speaker == .operator, !turn.words.isEmpty { passed += 1 }
        if let limit, passed > limit { break }
        result.insert(turn.index)
      }
    }
    return result
  }

  private static func joined(_ verdicts: [CheckVerdict]) -> String {
    var seen: Set<String> = []
    return verdicts.map(\.wholeReason).filter { seen.insert($0).inserted }.joined(separator: "; ")
  }
}
