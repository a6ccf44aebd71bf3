import ServiceStandards
import Transcripts

/// Gathers a turn's findings. A thought said again in other words right after itself («сами виноваты,
/// читать надо было») is one finding, which takes in the words that say it again: of 151 such pairs
/// in 3,474 labelled calls those who labelled them counted two offences in 21. What stands for the
/// first stands for all of it: it is one thought.
struct ThoughtsInARow {
  private let turn: AnalyzedTurn
  private let ownRules: Int
  private(set) var findings: [Finding] = []
  /// The last finding of each category, and where it stands among the findings.
  private var last: [Category: Thought] = [:]

  private struct Thought {
    var words: Range<Int>
    /// The rule that told it last: what one rule finds twice was said twice.
    var rule: Int
    var place: Int
  }

  /// - Parameter ownRules: the number of the first rule that the standard has of its own: what it
  ///   says itself is counted as it says.
  init(in turn: AnalyzedTurn, ownRules: Int) {
    self.turn = turn
    self.ownRules = ownRules
  }

  /// Takes the findings of a turn in the order of their words.
  mutating func add(_ finding: Finding, of candidate: FindingCandidate) {
    guard candidate.category.isSaidInARow, candidate.rule < ownRules else {
      findings.append(finding)
      return
    }
    guard let before = last[candidate.category], before.rule != candidate.rule,
      turn.standTogether(before.words, candidate.range)
    else {
      last[candidate.category] = Thought(
        words: candidate.range, rule: candidate.rule, place: findings.count)
      findings.append(finding)
      return
    }
    let words =
      before.words.lowerBound..<max(before.words.upperBound, candidate.range.upperBound)
    last[candidate.category] = Thought(words: words, rule: candidate.rule, place: before.place)
    findings[before.place].range = turn.scalarRange(words)
    findings[before.place].quote = turn.quote(words)
    findings[before.place].confidence = max(
      findings[before.place].confidence, finding.confidence)
  }
}

extension Category {
  /// Whether several sayings in a row are one offence. Orders, refusals and what is rude are
  /// counted each.
  fileprivate var isSaidInARow: Bool {
    switch self {
    case .badmouthing, .blame, .companyFailure, .noInformation, .redirect: true
    default: false
    }
  }
}

extension AnalyzedTurn {
  /// So many words apart, two stretches of one category are one offence.
  private static let near = 4

  /// Whether two stretches say one thing: near each other, and no sentence ends between them.
  func standTogether(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let start = min(one.upperBound, other.upperBound)
    let end = max(one.lowerBound, other.lowerBound)
    return end - start <= Self.near
      && (end < start
        || !(start...end).contains {
          $0 < words.count && words[$0].before.contains(.sentenceEnd)
        })
  }
}
