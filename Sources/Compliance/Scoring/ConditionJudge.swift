import ServiceStandards
import Transcripts

/// Whether a criterion applies to a call, and what in the call made it so.
struct ConditionVerdict {
  enum Answer {
    case yes, no
    /// The call does not say (its direction is unknown).
    case unknown
  }

  var answer: Answer
  /// Why the criterion does not apply, in Russian; empty when it does.
  var reason = ""
  /// What brought the condition about.
  var evidence: [Evidence] = []

  static func no(_ reason: String) -> ConditionVerdict {
    ConditionVerdict(answer: .no, reason: reason)
  }
}

/// Decides the conditions of criteria.
struct ConditionJudge {
  let facts: CallFacts

  func judge(_ compiled: CompiledCondition) -> ConditionVerdict {
    var verdict = ConditionVerdict(answer: .yes)
    let parts = [
      direction(compiled.condition), times(compiled.condition), silence(compiled.condition),
      ending(compiled.condition),
      elements(compiled.condition), findings(compiled),
      says(compiled.clientSays, by: .client, compiled),
      says(compiled.operatorSays, by: .operator, compiled),
      any(compiled.any), none(compiled.none),
    ]
    for part in parts {
      guard let part else { continue }
      switch part.answer {
      case .no: return part
      case .unknown: verdict = part
      case .yes where verdict.answer == .yes: verdict.evidence += part.evidence
      case .yes: break
      }
    }
    verdict.evidence.sort { ($0.turn, $0.range.start) < ($1.turn, $1.range.start) }
    return later(verdict, than: compiled.after.first)
  }

  /// What is left of a condition that must hold after another one.
  private func later(_ verdict: ConditionVerdict, than first: CompiledCondition?)
    -> ConditionVerdict
  {
    guard let first, verdict.answer == .yes else { return verdict }
    let cause = judge(first)
    guard cause.answer == .yes, let turn = cause.evidence.first?.turn else {
      return cause.answer == .unknown ? cause : .no("такой ситуации в разговоре не было")
    }
    var result = verdict
    result.evidence.removeAll { $0.turn <= turn }
    return result.evidence.isEmpty ? .no("дальше такого в разговоре не было") : result
  }

  /// What of some evidence the exceptions and the place asked for leave.
  private func left(_ evidence: [Evidence], _ compiled: CompiledCondition) -> [Evidence] {
    var evidence = evidence
    if compiled.condition.lastTurn {
      evidence.removeAll { one in
        let speaker = facts.call.turns[one.turn].speaker
        return facts.call.turns[(one.turn + 1)...].contains {
          $0.speaker == speaker && !$0.words.isEmpty
        }
      }
    }
    guard !compiled.except.isEmpty, !evidence.isEmpty else { return evidence }
    let exceptions = facts.places(of: compiled.except, by: .any).map(facts.evidence)
    return evidence.filter { one in
      !exceptions.contains {
        $0.turn == one.turn && $0.range.start < one.range.end && one.range.start < $0.range.end
      }
    }
  }

  private func direction(_ condition: Condition) -> ConditionVerdict? {
    guard let asked = condition.direction else { return nil }
    guard let direction = facts.call.call.direction else {
      return ConditionVerdict(answer: .unknown, reason: "направление звонка неизвестно")
    }
    if direction.rawValue == asked { return ConditionVerdict(answer: .yes) }
    return .no(direction == .incoming ? "звонок входящий" : "звонок исходящий")
  }

  private func times(_ condition: Condition) -> ConditionVerdict? {
    guard condition.hasTimes else { return nil }
    let hasTimes = facts.metrics[MetricName.duration] != nil
    return hasTimes ? ConditionVerdict(answer: .yes) : .no("в расшифровке нет времени реплик")
  }

  private func silence(_ condition: Condition) -> ConditionVerdict? {
    guard let seconds = condition.silence else { return nil }
    let longest = OperatorSilence.longest(in: facts.call.call)
    return longest > seconds ? ConditionVerdict(answer: .yes) : .no("долгого молчания не было")
  }

  private func ending(_ condition: Condition) -> ConditionVerdict? {
    guard let asked = condition.endedBy else { return nil }
    guard let last = facts.lastSpoken, asked.covers(last.speaker) else {
      return .no(asked == .operator ? "разговор завершил клиент" : "разговор завершил оператор")
    }
    return ConditionVerdict(answer: .yes)
  }

  private func elements(_ condition: Condition) -> ConditionVerdict? {
    var evidence: [Evidence] = []
    if let element = condition.elementPresent {
      guard let result = facts.element(element), result.status == .present else {
        return .no("этого в разговоре не было")
      }
      evidence += facts.evidence(of: result)
    }
    if let element = condition.elementApplies {
      guard let result = facts.element(element), result.status != .notApplicable else {
        return .no(facts.element(element)?.reason ?? "повода не было")
      }
      evidence += facts.evidence(of: result)
    }
    if condition.elementPresent == nil, condition.elementApplies == nil { return nil }
    return ConditionVerdict(answer: .yes, evidence: evidence)
  }

  private func findings(_ compiled: CompiledCondition) -> ConditionVerdict? {
    let condition = compiled.condition
    guard !condition.findings.isEmpty else { return nil }
    let found = left(
      facts.findings(of: condition.findings, by: condition.findingsBy).map { Evidence($0) },
      compiled)
    guard found.count >= condition.findingsAtLeast else {
      let doubts = facts.doubts(of: condition.findings, by: condition.findingsBy).filter {
        !$0.isUnlikely && !left([Evidence($0.finding)], compiled).isEmpty
      }
      if !doubts.isEmpty, found.count + doubts.count >= condition.findingsAtLeast {
        return ConditionVerdict(
          answer: .unknown, reason: "нужно ли это здесь, решать человеку: \(doubts.request)",
          evidence: doubts.map { Evidence($0.finding) })
      }
      return .no("такой ситуации в разговоре не было")
    }
    return ConditionVerdict(answer: .yes, evidence: found)
  }

  private func says(
    _ sets: [PhraseSet], by speaker: FindingRule.Scope, _ compiled: CompiledCondition
  ) -> ConditionVerdict? {
    guard !sets.isEmpty else { return nil }
    let places = facts.places(of: sets, by: speaker)
      .divided(by: compiled.placement, in: facts.scene)
    let said = left(places.fitting.map(facts.evidence), compiled)
    guard said.isEmpty else { return ConditionVerdict(answer: .yes, evidence: said) }
    guard left(places.unclear.map(facts.evidence), compiled).isEmpty else {
      return ConditionVerdict(answer: .unknown, reason: PlacedMatches.unclearReason)
    }
    return .no("такой ситуации в разговоре не было")
  }

  private func any(_ conditions: [CompiledCondition]) -> ConditionVerdict? {
    guard !conditions.isEmpty else { return nil }
    let verdicts = conditions.map(judge)
    let holding = verdicts.filter { $0.answer == .yes }
    if !holding.isEmpty {
      return ConditionVerdict(answer: .yes, evidence: holding.flatMap(\.evidence))
    }
    return verdicts.first { $0.answer == .unknown } ?? .no("такой ситуации в разговоре не было")
  }

  private func none(_ conditions: [CompiledCondition]) -> ConditionVerdict? {
    for condition in conditions {
      let verdict = judge(condition)
      switch verdict.answer {
      case .no: continue
      case .unknown: return verdict
      case .yes:
        guard let said = verdict.evidence.first else { return .no("в этом разговоре не требуется") }
        let who = facts.call.turns[said.turn].speaker == .client ? "клиент" : "оператор"
        return .no("в этом разговоре не требуется: \(who) сказал «\(said.quote)»")
      }
    }
    return nil
  }
}
