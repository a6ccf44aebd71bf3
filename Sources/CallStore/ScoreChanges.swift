/// What became of the scores of kept calls that were analysed again.
public struct ScoreChanges: Sendable, Hashable, Encodable {
  public var raised = 0
  public var lowered = 0
  /// Calls whose score, or the lack of one, is what it was.
  public var same = 0
  /// Calls that had no score and have one now, and the other way round.
  public var scored = 0
  public var unscored = 0

  public init(
    raised: Int = 0, lowered: Int = 0, same: Int = 0, scored: Int = 0, unscored: Int = 0
  ) {
    self.raised = raised
    self.lowered = lowered
    self.same = same
    self.scored = scored
    self.unscored = unscored
  }

  /// How many scores are other than before.
  public var changed: Int { raised + lowered + scored + unscored }

  mutating func add(from old: Double?, to new: Double?) {
    switch (old, new) {
    case (nil, nil): same += 1
    case (nil, _?): scored += 1
    case (_?, nil): unscored += 1
    case (let old?, let new?):
      // Less than a person is shown is no change.
      if abs(new - old) < 0.05 {
        same += 1
      } else if new > old {
        raised += 1
      } else {
        lowered += 1
      }
    }
  }
}
