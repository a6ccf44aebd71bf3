internal import CallStore
internal import Compliance
internal import ServiceStandards

/// Habits by what they cost.
struct HabitRanking {
  let tally: Tally
  let guidance: Guidance

  /// The habits that cost points, the dearest first; of equal ones the more frequent.
  func ranked() -> [(subject: HabitSubject, habit: Tally.HabitTally)] {
    tally.habits.filter { $0.value.points > 0 }
      .sorted { first, second in
        let (one, other) = (first.value, second.value)
        if one.points.hundredths != other.points.hundredths { return one.points > other.points }
        if one.occurrences != other.occurrences { return one.occurrences > other.occurrences }
        return one.title < other.title
      }
      .map { ($0.key, $0.value) }
  }

  func top(_ count: Int, before: Tally?) -> [Habit] {
    ranked().prefix(count).map { subject, habit in
      var result = Habit(
        category: nil, criterion: nil, title: habit.title,
        pointsPerCall: tally.perCall(habit.points), occurrences: habit.occurrences,
        calls: habit.calls, costlyCalls: habit.costlyCalls, ofCalls: tally.scores.count,
        failedCalls: habit.failedCalls, wording: wording(habit.rules),
        examples: ExampleChoice(places: habit.places).examples())
      switch subject {
      case .category(let category): result.category = category
      case .criterion(let criterion): result.criterion = criterion
      }
      result.before = before.map { before in
        let old = before.habits[subject]
        return Habit.Before(
          pointsPerCall: before.perCall(old?.points ?? 0), occurrences: old?.occurrences ?? 0,
          calls: old?.calls ?? 0, ofCalls: before.scores.count)
      }
      return result
    }
  }

  /// Approved wordings of the rules that were found, those of the most frequent rule first.
  private func wording(_ rules: [String: [String: Int]]) -> [String] {
    let found = rules.flatMap { standard, counts in
      counts.map { (standard: standard, rule: $0.key, count: $0.value) }
    }.sorted { first, second in
      if first.count != second.count { return first.count > second.count }
      return (first.standard, first.rule) < (second.standard, second.rule)
    }
    var result: [String] = []
    for (standard, rule, _) in found {
      for say in guidance.wording[standard]?[rule] ?? [] where !result.contains(say) {
        result.append(say)
      }
    }
    return Array(result.prefix(3))
  }
}
