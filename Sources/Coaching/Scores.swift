/// Mean and spread of scores.
package struct Scores: Sendable, Hashable {
  /// How many scores, and the bounds they lie in.
  package private(set) var count = 0
  package private(set) var lowest = Double.infinity
  package private(set) var highest = -Double.infinity
  private var mean0 = 0.0
  private var squares = 0.0

  package init() {}

  /// Nil when there is no score.
  package var mean: Double? { count == 0 ? nil : mean0 }

  /// Adds a score; the sums of squares are kept stable by Welford's method.
  package mutating func add(_ score: Double) {
    count += 1
    lowest = min(lowest, score)
    highest = max(highest, score)
    let before = score - mean0
    mean0 += before / Double(count)
    squares += before * (score - mean0)
  }

  /// Adds the scores of another group, as if one by one.
  package mutating func add(_ other: Scores) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let total = count + other.count
    let apart = other.mean0 - mean0
    squares += other.squares + apart * apart * Double(count) * Double(other.count) / Double(total)
    mean0 += apart * Double(other.count) / Double(total)
    count = total
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
  }

  /// Whether the means lie no further apart than the calls' own scatter lets them by chance: two
  /// standard errors. Nil when either has too few scores to know its scatter.
  package func isWithinScatter(of other: Scores) -> Bool? {
    guard count >= Self.enough, other.count >= Self.enough else { return nil }
    let error = variance / Double(count) + other.variance / Double(other.count)
    return abs(mean0 - other.mean0) <= 2 * error.squareRoot()
  }

  private static let enough = 5

  private var variance: Double { squares / Double(count - 1) }
}
