public import CallStore

/// One page about the team: where everybody stands, and what is worth working on together.
public struct TeamReport: Sendable, Hashable, Codable {
  public var period: Period
  public var calls: CallCounts
  public var score: ScoreSummary?
  public var standards: [StandardCount]
  public var losses: LossBreakdown
  public var change: Change?
  /// By name: calls are too few and too different for a contest.
  public var members: [TeamMember]
  /// The dearest first, no more than three.
  public var habits: [TeamHabit]
  public var missedElements: [MissedElement]
  public var otherLosses: [LostCriterion]
  /// A call to hear together.
  public var best: CallHighlight?
  /// Calls of the period that name no employee; they are in no other number.
  public var withoutEmployee: Int
}

/// One line of the team's table.
public struct TeamMember: Sendable, Hashable, Codable {
  public var employee: String
  public var calls: CallCounts
  public var score: ScoreSummary?
  public var change: Change?
  /// The habit that costs most, and its points in a call.
  public var habit: String?
  public var habitPointsPerCall: Double?
}

/// A habit of the team.
public struct TeamHabit: Sendable, Hashable, Codable {
  /// Its examples are empty: those stand on the employees' own pages.
  public var habit: Habit
  /// How many employees have it, of all with a scored call.
  public var employees: Int
  public var ofEmployees: Int
  /// Whom it costs most, no more than three.
  public var most: [Share]

  /// One employee's part.
  public struct Share: Sendable, Hashable, Codable {
    public var employee: String
    public var pointsPerCall: Double
    public var calls: Int
    public var ofCalls: Int
  }
}

/// Makes a team's report of one employee after another, so that no more than one employee's calls
/// are in memory.
public struct TeamReportMaker {
  private let period: Period
  private let guidance: Guidance
  private var now = Tally()
  private var before = Tally()
  private var undated = 0
  private var people: [(member: TeamMember, tally: Tally)] = []
  private var best: CallHighlight?

  public init(period: Period, guidance: Guidance = Guidance()) {
    self.period = period
    self.guidance = guidance
  }

  /// Adds an employee's calls of the period, and those of the period before.
  public mutating func add(
    _ employee: String, calls: [CallDigest], previous: [CallDigest] = [],
    days: CallDays = CallDays()
  ) {
    undated += days.undated
    let previousTally = Tally(previous, guidance: guidance)
    before.add(previousTally)
    guard !calls.isEmpty else { return }
    var tally = Tally(calls, guidance: guidance)
    let habit = HabitRanking(tally: tally, guidance: guidance).ranked().first
    for subject in tally.habits.keys { tally.habits[subject]?.places = [] }
    now.add(tally)
    let member = TeamMember(
      employee: employee, calls: CallCounts(tally, undated: days.undated),
      score: ScoreSummary(tally.scores),
      change: Comparison(now: tally, before: previousTally, period: period).change,
      habit: habit.map { $0.subject.name($0.habit.title) },
      habitPointsPerCall: habit.map { tally.perCall($0.habit.points) })
    people.append((member, tally))
    if let call = CallHighlight.best(of: calls), call.isBetter(than: best) { best = call }
  }

  /// The report on everybody who was added.
  public func report(withoutEmployee: Int = 0) -> TeamReport {
    let comparison = Comparison(now: now, before: before, period: period)
    let ranking = HabitRanking(tally: now, guidance: guidance)
    let subjects = ranking.ranked().map(\.subject)
    let habits = zip(subjects, ranking.top(3, before: comparison.tally)).map(teamHabit)
    return TeamReport(
      period: period, calls: CallCounts(now, undated: undated), score: ScoreSummary(now.scores),
      standards: StandardCount.list(now), losses: LossBreakdown(now), change: comparison.change,
      members: people.map(\.member).sorted { $0.employee < $1.employee }, habits: habits,
      missedElements: MissedElement.list(now), otherLosses: LostCriterion.list(now), best: best,
      withoutEmployee: withoutEmployee)
  }

  private func teamHabit(_ subject: HabitSubject, _ habit: Habit) -> TeamHabit {
    let shares = people.compactMap { member, tally -> TeamHabit.Share? in
      guard let part = tally.habits[subject], part.points > 0 else { return nil }
      let calls = tally.scores.count
      return TeamHabit.Share(
        employee: member.employee, pointsPerCall: tally.perCall(part.points),
        calls: part.calls, ofCalls: calls)
    }.sorted { one, other in
      one.pointsPerCall != other.pointsPerCall
        ? one.pointsPerCall > other.pointsPerCall : one.employee < other.employee
    }
    return TeamHabit(
      habit: habit, employees: shares.count,
      ofEmployees: people.count { $0.tally.scores.count > 0 }, most: Array(shares.prefix(3)))
  }
}
