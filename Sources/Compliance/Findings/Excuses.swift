import ServiceStandards
import Transcripts

/// Stretches that approved wording covers: nothing in them is a finding.
struct Excuses {
  private struct Excuse {
    var turn: Int
    var words: Range<Int>
    var categories: [ServiceStandards.Category]
  }

  private var excuses: [Excuse] = []

  init(
    compiled: CompiledStandard, call: AnalyzedCall, matches: CallMatches, scene: CallScene?,
    cache: borrowing WordCache
  ) {
    for index in compiled.approved.indices {
      let found = matches.matches(of: compiled.approved[index].set)
      if found.isEmpty { continue }
      let approval = compiled.approved[index]
      for located in found {
        let turn = call.turns[located.turn]
        guard turn.speaker == .operator,
          approval.circumstances.hold(
            for: located.match, in: turn, previous: call.previous(of: turn), bank: compiled.bank,
            cache: cache),
          // Where the call does not tell, the employee is excused.
          compiled.certainty(approval.circumstances, of: located, in: scene) != .no
        else { continue }
        let words: Range<Int>
        switch approval.wording.reach {
        case .match: words = located.match.whole
        case .sentence:
          words = turn.sentence(around: located.match.whole.lowerBound)
        case .turn: words = turn.words.indices
        }
        excuses.append(
          Excuse(turn: turn.index, words: words, categories: approval.wording.categories))
      }
    }
  }

  /// Whether a stretch shares a word with approved wording that excuses its category.
  func touch(_ words: Range<Int>, of category: ServiceStandards.Category, in turn: AnalyzedTurn)
    -> Bool
  {
    excuses.contains { excuse in
      excuse.turn == turn.index && excuse.words.overlaps(words)
        && (excuse.categories.isEmpty || excuse.categories.contains(category))
    }
  }

  /// Whether a candidate lies inside approved wording. Obscenity is never excused.
  func cover(_ candidate: FindingCandidate, in turn: AnalyzedTurn) -> Bool {
    guard candidate.category != .profanity else { return false }
    return excuses.contains { excuse in
      excuse.turn == turn.index
        && (excuse.categories.isEmpty || excuse.categories.contains(candidate.category))
        && excuse.words.lowerBound <= candidate.range.lowerBound
        && excuse.words.upperBound >= candidate.range.upperBound
    }
  }
}
