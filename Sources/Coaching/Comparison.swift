/// A period's counts beside those of the period before.
struct Comparison {
  let change: Change?
  /// The counts of the period before; nil when there is nothing to compare with.
  let tally: Tally?

  init(now: Tally, before: Tally, period: Period) {
    guard let previous = period.previous else {
      change = nil
      tally = nil
      return
    }
    var difference: Double?
    if let mean = now.scores.mean, let old = before.scores.mean { difference = mean - old }
    change = Change(
      period: previous, calls: before.scores.count, mean: before.scores.mean?.hundredths,
      difference: difference?.hundredths,
      isWithinScatter: now.scores.isWithinScatter(of: before.scores))
    tally = before.scores.count > 0 ? before : nil
  }
}
