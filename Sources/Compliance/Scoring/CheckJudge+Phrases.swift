import ServiceStandards
import Transcripts

/// Checks of what is said and not said.
extension CheckJudge {
  func says(
    _ sets: [PhraseSet], _ speaker: FindingRule.Scope, afterCondition: Bool, withinTurns: Int?
  ) -> CheckVerdict {
    let said = facts.places(of: sets, by: speaker)
    let places = divided(said)
    let fitting = places.fitting.filter { place in
      guard afterCondition, !condition.isEmpty else {
        return withinTurns.map { facts.ordinal(of: place.turn) <= $0 } ?? true
      }
      return condition.contains { answers(place.turn, to: $0.turn, speaker, within: withinTurns) }
    }
    if let verdict = saidOften(fitting, unclear: places.unclear, speaker) { return verdict }
    let cause = condition.first
    let because = cause.map { " в ответ на «\($0.quote)»" } ?? ""
    let who = speaker == .client ? "клиент ничего не ответил" : "не сказано"
    guard let late = said.first, afterCondition || withinTurns != nil || placement != nil else {
      return .violated("\(who)\(because)", cause.map { [$0] } ?? [])
    }
    let evidence = (cause.map { [$0] } ?? []) + [facts.evidence(late)]
    return .violated(
      "сказано не там, где нужно: «\(evidence[evidence.count - 1].quote)»\(because)", evidence)
  }

  /// Whether a turn answers what happened in another: not before it, and not later than so many
  /// of its speaker's turns from it on.
  private func answers(
    _ turn: Int, to cause: Int, _ speaker: FindingRule.Scope, within limit: Int?
  ) -> Bool {
    guard turn >= cause else { return false }
    guard let limit else { return true }
    let passed = facts.call.turns[cause...turn].count { speaker.covers($0.speaker) }
    return passed <= limit
  }

  func says(_ groups: [CompiledGroup], atLeast: Int) -> CheckVerdict {
    var evidence: [Evidence] = []
    var missing: [CompiledGroup] = []
    var said = 0
    for group in groups {
      if let place = facts.places(of: group.sets, by: .operator).first {
        said += 1
        evidence.append(facts.evidence(place))
      } else {
        missing.append(group)
      }
    }
    let count = "сказано \(said) из \(groups.count)"
    if said >= atLeast { return .met(count, evidence) }
    var verdict = CheckVerdict.violated(
      lacks(missing) ?? "\(count), нужно \(atLeast)\(titles(missing))",
      share: Double(said) / Double(max(atLeast, 1)),
      evidence.isEmpty ? Array(condition.prefix(1)) : condition.prefix(1) + evidence)
    verdict.say = missing.compactMap(\.say)
    return verdict
  }

  private func titles(_ groups: [CompiledGroup]) -> String {
    let titles = groups.compactMap(\.title)
    return titles.isEmpty ? "" : "; не хватает: \(titles.joined(separator: ", "))"
  }

  /// What was left out in the standard's own words, where it has them for each.
  private func lacks(_ groups: [CompiledGroup]) -> String? {
    let missed = groups.compactMap(\.missed)
    guard !missed.isEmpty, missed.count == groups.count else { return nil }
    return missed.joined(separator: "; ")
  }

  func saysOnce(_ groups: [CompiledGroup]) -> CheckVerdict {
    for group in groups {
      let places = facts.places(of: group.sets, by: .operator)
      guard let first = places.first, let again = places.first(where: { $0.turn != first.turn })
      else { continue }
      let evidence = [facts.evidence(first), facts.evidence(again)]
      let what = group.title.map { " (\($0))" } ?? ""
      return .violated(
        "спрошено дважды\(what): «\(evidence[0].quote)» и «\(evidence[1].quote)»", evidence)
    }
    return .met("повторных вопросов нет")
  }

  func avoids(_ sets: [PhraseSet], free: Int, each: Double) -> CheckVerdict {
    var turns: Set<Int> = []
    let divided = divided(facts.places(of: sets, by: .operator))
    let places = divided.fitting.filter { turns.insert($0.turn).inserted }
    let evidence = places.map(facts.evidence)
    if let verdict = unclear(divided, evidence, free: free) { return verdict }
    guard places.count > free else {
      return .met(places.isEmpty ? "не сказано" : "в пределах допустимого", evidence)
    }
    return .violated(
      "сказано: \(Wording.quotes(evidence))", share: 1 - Double(places.count - free) * each,
      evidence)
  }

  /// The client winds up before the operator says goodbye, or speaks last.
  func clientEnds(_ sets: [PhraseSet]) -> CheckVerdict {
    guard let last = facts.lastSpoken else {
      return .notApplicable("в разговоре ничего не сказано")
    }
    let farewell = facts.element(.farewell).flatMap { $0.status == .present ? $0 : nil }
    guard let farewell, let goodbye = farewell.turn else {
      return last.speaker == .client
        ? .met("последнее слово за клиентом")
        : .review("прощания нет, последним говорит оператор")
    }
    let ending = facts.places(of: sets, by: .client).last {
      $0.turn < goodbye && goodbye - $0.turn <= Self.windUp
    }
    if let ending { return .met("клиент подвёл разговор к концу", [facts.evidence(ending)]) }
    return .violated("оператор прощается первым", facts.evidence(of: farewell))
  }

  /// How many turns before the goodbye the client's winding up still counts.
  private static let windUp = 5
}
