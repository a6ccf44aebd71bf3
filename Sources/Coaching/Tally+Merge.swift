extension Tally {
  /// Adds another person's counts; the places themselves are left behind.
  mutating func add(_ other: Tally) {
    calls += other.calls
    scores.add(other.scores)
    passed += other.passed
    toReview += other.toReview
    doubts.merge(other.doubts, uniquingKeysWith: +)
    notScored.merge(other.notScored, uniquingKeysWith: +)
    standards.merge(other.standards, uniquingKeysWith: +)
    outdated.merge(other.outdated, uniquingKeysWith: +)
    for (subject, habit) in other.habits { add(habit, to: subject) }
    for (element, tally) in other.elements {
      var sum = elements[element] ?? ElementTally()
      sum.points += tally.points
      sum.applicable += tally.applicable
      sum.missed += tally.missed
      sum.late += tally.late
      elements[element] = sum
    }
    for (criterion, tally) in other.others {
      var sum = others[criterion] ?? OtherTally(title: tally.title)
      sum.points += tally.points
      sum.calls += tally.calls
      sum.failedCalls += tally.failedCalls
      others[criterion] = sum
    }
  }

  private mutating func add(_ habit: HabitTally, to subject: HabitSubject) {
    var sum = habits[subject] ?? HabitTally(title: habit.title)
    sum.points += habit.points
    sum.occurrences += habit.occurrences
    sum.calls += habit.calls
    sum.costlyCalls += habit.costlyCalls
    sum.failedCalls += habit.failedCalls
    for (standard, rules) in habit.rules {
      sum.rules[standard, default: [:]].merge(rules, uniquingKeysWith: +)
    }
    habits[subject] = sum
  }
}
