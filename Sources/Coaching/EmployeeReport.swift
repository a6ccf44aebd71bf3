public import CallStore

/// One page about one employee: what to work on, in the employee's own sentences.
///
/// A value made of stored calls; no clock and no files. It holds no opinion: every number stands
/// beside the number of calls it was counted over.
public struct EmployeeReport: Sendable, Hashable, Codable {
  public var employee: String
  public var period: Period
  public var calls: CallCounts
  /// Nil when no call has a score.
  public var score: ScoreSummary?
  public var standards: [StandardCount]
  public var losses: LossBreakdown
  /// Nil when the period has no length, and so none before it.
  public var change: Change?
  /// The dearest first, no more than three.
  public var habits: [Habit]
  public var missedElements: [MissedElement]
  public var steadyElements: [SteadyElement]
  public var otherLosses: [LostCriterion]
  public var best: CallHighlight?
  /// The worst call with evidence; nil when it would be the best one.
  public var toHear: CallHighlight?
  /// First and last day of the calls that are kept, for a period without calls.
  public var kept: Period

  /// - Parameters:
  ///   - calls: the employee's calls of the period.
  ///   - previous: those of the period before it.
  ///   - days: when the employee's calls were made, whatever the period.
  public init(
    employee: String, period: Period, calls: [CallDigest], previous: [CallDigest] = [],
    days: CallDays = CallDays(), guidance: Guidance = Guidance()
  ) {
    let tally = Tally(calls, guidance: guidance)
    let before = Tally(previous, guidance: guidance)
    let comparison = Comparison(now: tally, before: before, period: period)
    self.employee = employee
    self.period = period
    self.calls = CallCounts(tally, undated: days.undated)
    score = ScoreSummary(tally.scores)
    standards = StandardCount.list(tally)
    losses = LossBreakdown(tally)
    change = comparison.change
    habits = HabitRanking(tally: tally, guidance: guidance).top(3, before: comparison.tally)
    missedElements = MissedElement.list(tally)
    steadyElements = SteadyElement.list(tally)
    otherLosses = LostCriterion.list(tally)
    best = CallHighlight.best(of: calls)
    toHear = CallHighlight.toHear(of: calls)
    kept = Period(from: days.first, to: days.last)
  }
}
