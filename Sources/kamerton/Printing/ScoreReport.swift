import CallStore

/// Everything `kamerton score` has to tell at the end.
struct ScoreReport {
  /// Nil where no files were read.
  var files: Int?
  var soundFiles = 0
  var counts: ScoringRun.Counts
  var changes: ScoreChanges
  var otherStandards: [String: Int] = [:]
  var renamed: [ScoringRun.Renamed] = []
  var refusals: [ScoringRun.Refusal]
  var summary: RunSummary
  /// Kept calls, of whatever run, whose score is of another version of their standard.
  var outdated: [StandardUse] = []
}
