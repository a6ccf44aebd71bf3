import ServiceStandards

/// Decides the checks of criteria: one method a kind.
struct CheckJudge {
  let facts: CallFacts
  /// What brought the criterion's condition about.
  let condition: [Evidence]
  /// Where in the call what is said counts, and how often it must be; nil for anywhere and once.
  var placement: CompiledPlacement?
  var frequency: Frequency?

  func judge(_ check: CompiledCheck) -> CheckVerdict {
    switch check {
    case .element(let element, let turns): return said(element, withinTurns: turns)
    case .findings(let categories, let rules, let free, let each):
      return found(categories, rules, free: free, each: each)
    case .rate(let categories, let free, let none): return rate(categories, free, none)
    case .says(let sets, let speaker, let after, let turns):
      return says(sets, speaker, afterCondition: after, withinTurns: turns)
    case .saysGroups(let groups, let atLeast): return says(groups, atLeast: atLeast)
    case .saysOnce(let groups): return saysOnce(groups)
    case .avoids(let sets, let free, let each): return avoids(sets, free: free, each: each)
    case .order(let elements): return order(elements)
    case .metric(let name, let minimum, let maximum): return metric(name, minimum, maximum)
    case .clientEnds(let sets): return clientEnds(sets)
    case .spokenLimit(let sets, let minutes): return spokenLimit(sets, minutes: minutes)
    case .placed(let check, let placement, let frequency):
      return placed(at: placement, frequency).judge(check)
    case .answer(let check, let turns): return answer(check, withinTurns: turns)
    case .any(let checks): return best(checks)
    case .all(let checks): return every(checks)
    case .review(let reason): return .review(reason)
    }
  }

  // MARK: Elements

  private func said(_ element: Element, withinTurns limit: Int?) -> CheckVerdict {
    guard let result = facts.element(element) else { return .review("элемент не разбирался") }
    let evidence = facts.evidence(of: result)
    switch result.status {
    case .notApplicable: return .notApplicable(result.reason ?? "не требовалось")
    case .absent: return .violated(result.reason ?? "не сказано")
    case .present:
      if let turn = result.turn, !facts.isSeen(turn) {
        return .violated("сказано не там, где нужно: \(Wording.quotes(evidence))")
      }
      if let placement { return placed(result, placement) }
      guard let limit, let turn = result.turn, facts.ordinal(of: turn) > limit else {
        return .met("сказано: \(Wording.quotes(evidence))", evidence)
      }
      let ordinal = facts.ordinal(of: turn)
      return .violated(
        "сказано поздно: в \(ordinal)-й реплике оператора, нужно не позже \(limit)-й", share: 0.5,
        evidence)
    }
  }

  private func order(_ elements: [Element]) -> CheckVerdict {
    let present = elements.compactMap { facts.element($0) }.filter { $0.status == .present }
    let places = present.compactMap { result in
      result.turn.map { ($0, result.range?.start ?? 0) }
    }
    guard places.count > 1, places.count == present.count else {
      return .notApplicable("сравнивать нечего: сказано меньше двух элементов")
    }
    let evidence = present.flatMap(facts.evidence)
    for index in 1..<places.count where places[index] < places[index - 1] {
      return .violated(
        "порядок нарушен: \(Wording.quotes([evidence[index]])) сказано раньше, чем"
          + " \(Wording.quotes([evidence[index - 1]]))", evidence)
    }
    return .met("порядок соблюдён", evidence)
  }

  // MARK: Findings

  private func found(_ categories: [Category], _ rules: [String], free: Int, each: Double)
    -> CheckVerdict
  {
    let sure = facts.findings(of: categories, rules: rules, by: .operator)
    return weighing(facts.doubts(of: categories, rules: rules, by: .operator)) { doubts in
      found(sure.with(doubts), free: free, each: each)
    }
  }

  private func found(_ all: [Finding], free: Int, each: Double) -> CheckVerdict {
    let places = divided(all)
    let found = places.fitting
    let evidence = found.map { Evidence($0) }
    if let verdict = unclear(places, evidence, free: free) { return verdict }
    let count = Wording.count(found.count, "раз", "раза", "раз")
    if found.isEmpty { return .met("нарушений не найдено") }
    if found.count <= free {
      return .met("\(count) — в пределах допустимого: \(Wording.quotes(evidence))", evidence)
    }
    return .violated(
      "\(count): \(Wording.quotes(evidence))", share: 1 - Double(found.count - free) * each,
      evidence)
  }

  private func rate(_ categories: [Category], _ free: Double, _ none: Double) -> CheckVerdict {
    let sure = facts.findings(of: categories, by: .operator)
    return weighing(facts.doubts(of: categories, by: .operator)) { doubts in
      rate(sure.with(doubts), free, none)
    }
  }

  private func rate(_ found: [Finding], _ free: Double, _ none: Double) -> CheckVerdict {
    let words = facts.metrics[MetricName.operatorWords] ?? 0
    guard words > 0 else { return .notApplicable("оператор ничего не сказал") }
    let evidence = found.map { Evidence($0) }
    let rate = Double(found.count) * 100 / words
    let said = "\(Wording.number(rate)) на 100 слов (допустимо \(Wording.number(free)))"
    // A single one is no habit, however short the call.
    if found.count == 1 { return .met("один раз: \(Wording.quotes(evidence))", evidence) }
    if rate <= free { return .met(said, evidence) }
    let share = none > free ? (none - rate) / (none - free) : 0
    return .violated("\(said): \(Wording.quotes(evidence))", share: share, evidence)
  }

  // MARK: Metrics

  private func metric(_ name: String, _ minimum: Double?, _ maximum: Double?) -> CheckVerdict {
    guard let value = facts.metrics[name] else {
      return .notApplicable("в расшифровке нет данных для этой проверки")
    }
    var said = MetricName.phrase(name, value)
    if let precision = MetricName.precision(name, in: facts.metrics) { said += " (\(precision))" }
    if let minimum, value < minimum {
      said += ", нужно не меньше \(Wording.number(minimum))"
    } else if let maximum, value > maximum {
      said += ", допустимо не больше \(Wording.number(maximum))"
    } else {
      return .met(said)
    }
    // By a clock that is not the client's nobody is found guilty.
    let isDoubtful = name == MetricName.startHour && facts.metrics[MetricName.clientZone] == nil
    return isDoubtful ? .review(said) : .violated(said)
  }

  private func spokenLimit(_ sets: [PhraseSet], minutes limit: Double) -> CheckVerdict {
    let places = facts.places(of: sets, by: .operator)
    guard !places.isEmpty else {
      return .violated("срок не назван", condition.first.map { [$0] } ?? [])
    }
    var longest: (minutes: Double, place: LocatedMatch)?
    for place in places {
      let turn = facts.call.turns[place.turn]
      guard
        let minutes = facts.durations.minutes(
          in: turn, words: place.match.whole, matches: facts.matches)
      else { continue }
      if minutes > longest?.minutes ?? -1 { longest = (minutes, place) }
    }
    guard let longest else {
      return .review("срок назван без числа", places.map(facts.evidence))
    }
    let evidence = [facts.evidence(longest.place)]
    let named = "назван срок: \(Wording.duration(minutes: longest.minutes))"
    if longest.minutes <= limit { return .met(named, evidence) }
    return .violated("\(named), допустимо \(Wording.duration(minutes: limit))", evidence)
  }
}
