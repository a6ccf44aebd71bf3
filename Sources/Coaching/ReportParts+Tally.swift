internal import CallStore
internal import Compliance
internal import ServiceStandards

extension Tally {
  init(_ calls: [CallDigest], guidance: Guidance) {
    for call in calls { add(call, guidance: guidance) }
  }

  /// Points in a scored call, on the average.
  func perCall(_ points: Double) -> Double {
    (points / Double(max(1, scores.count))).hundredths
  }
}

extension CallCounts {
  init(_ tally: Tally, undated: Int) {
    self.init(
      total: tally.calls, scored: tally.scores.count, passed: tally.passed,
      notScored: tally.notScored.map { NotScored(reason: $0.key, calls: $0.value) }
        .sorted { ($1.calls, $0.reason) < ($0.calls, $1.reason) },
      undated: undated, toReview: tally.toReview,
      doubts: tally.doubts.map { Doubt(reason: $0.key, places: $0.value) }
        .sorted { ($1.places, $0.reason) < ($0.places, $1.reason) })
  }
}

extension ScoreSummary {
  init?(_ scores: Scores) {
    guard let mean = scores.mean else { return nil }
    self.init(
      mean: mean.hundredths, lowest: scores.lowest.hundredths, highest: scores.highest.hundredths,
      calls: scores.count)
  }
}

extension LossBreakdown {
  init(_ tally: Tally) {
    self.init(
      habits: tally.perCall(tally.habits.values.reduce(0) { $0 + $1.points }),
      elements: tally.perCall(tally.elements.values.reduce(0) { $0 + $1.points }),
      others: tally.perCall(tally.others.values.reduce(0) { $0 + $1.points }))
  }
}

extension StandardCount {
  static func list(_ tally: Tally) -> [StandardCount] {
    tally.standards.map {
      StandardCount(standard: $0.key, calls: $0.value, outdated: tally.outdated[$0.key])
    }.sorted { ($1.calls, $0.standard) < ($0.calls, $1.standard) }
  }
}

extension MissedElement {
  /// By the share of calls without it, then by their number; no more than `count`.
  static func list(_ tally: Tally, count: Int = 5) -> [MissedElement] {
    let missed = Element.allCases.compactMap { element -> MissedElement? in
      guard let counts = tally.elements[element], counts.missed + counts.late > 0 else {
        return nil
      }
      return MissedElement(
        element: element, title: element.title, missed: counts.missed, late: counts.late,
        applicable: counts.applicable, pointsPerCall: tally.perCall(counts.points))
    }
    let ranked = missed.enumerated().sorted { first, second in
      let (one, other) = (first.element, second.element)
      let shares = (one.missed * other.applicable, other.missed * one.applicable)
      if shares.0 != shares.1 { return shares.0 > shares.1 }
      if one.missed != other.missed { return one.missed > other.missed }
      if one.late != other.late { return one.late > other.late }
      return first.offset < second.offset
    }
    return ranked.prefix(count).map(\.element)
  }
}

extension SteadyElement {
  /// Elements said in every call that asks for them, and in no fewer than three.
  static func list(_ tally: Tally) -> [SteadyElement] {
    Element.allCases.compactMap { element in
      guard let counts = tally.elements[element], counts.applicable >= 3,
        counts.missed + counts.late == 0
      else { return nil }
      return SteadyElement(element: element, title: element.title, calls: counts.applicable)
    }
  }
}

extension LostCriterion {
  /// The dearest first, no more than `count`.
  static func list(_ tally: Tally, count: Int = 5) -> [LostCriterion] {
    let lost = tally.others.map { criterion, counts in
      LostCriterion(
        criterion: criterion, title: counts.title, calls: counts.calls,
        ofCalls: tally.scores.count, pointsPerCall: tally.perCall(counts.points),
        failedCalls: counts.failedCalls)
    }
    let ranked = lost.sorted { one, other in
      one.pointsPerCall != other.pointsPerCall
        ? one.pointsPerCall > other.pointsPerCall : one.criterion < other.criterion
    }
    return Array(ranked.prefix(count))
  }
}
