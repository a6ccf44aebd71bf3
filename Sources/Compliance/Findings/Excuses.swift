import ServiceStandards
import Transcripts

/// Stretches that approved wording covers: nothing in them is a finding.
struct Excuses {
  /// What is excused in a turn: one category, or all of them.
  private struct Place: Hashable {
    var turn: Int
    var category: ServiceStandards.Category?
  }

  private let excused: [Place: WordSpans]

  init(
    compiled: CompiledStandard, call: AnalyzedCall, matches: CallMatches, scene: CallScene?,
    cache: borrowing WordCache
  ) {
    var found: [Place: [Range<Int>]] = [:]
    for index in compiled.approved.indices {
      let said = matches.matches(of: compiled.approved[index].set)
      if said.isEmpty { continue }
      let approval = compiled.approved[index]
      for located in said {
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
        case .turn: words = turn.context(of: located.match.whole)
        }
        let categories = approval.wording.categories
        for category in categories.isEmpty ? [nil] : categories.map(Optional.some) {
          found[Place(turn: turn.index, category: category), default: []].append(words)
        }
      }
    }
    excused = found.mapValues(WordSpans.init)
  }

  /// Whether a stretch shares a word with approved wording that excuses its category.
  func touch(_ words: Range<Int>, of category: ServiceStandards.Category, in turn: AnalyzedTurn)
    -> Bool
  {
    spans(of: category, in: turn) { $0.touch(words) }
  }

  /// Whether a candidate lies inside approved wording. Obscenity is never excused.
  func cover(_ candidate: FindingCandidate, in turn: AnalyzedTurn) -> Bool {
    guard candidate.category != .profanity else { return false }
    return spans(of: candidate.category, in: turn) { $0.cover(candidate.range) }
  }

  /// Whether something holds of what excuses a category in a turn, or of what excuses all there.
  private func spans(
    of category: ServiceStandards.Category, in turn: AnalyzedTurn, hold: (WordSpans) -> Bool
  ) -> Bool {
    excused[Place(turn: turn.index, category: nil)].map(hold) == true
      || excused[Place(turn: turn.index, category: category)].map(hold) == true
  }
}
