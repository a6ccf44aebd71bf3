import ServiceStandards

/// A stretch that a rule found, before it is weighed against the others.
struct FindingCandidate: Sendable {
  var rule: Int
  /// Which phrase of the rule; nil for a detector's find.
  var phrase: Int?
  var category: Category
  var turn: Int
  /// Words that make the finding.
  var range: Range<Int>
  /// Those of them that the phrase itself took; a gap's words may be findings of their own.
  var taken: [Int]
  var confidence: Double
  var isReview: Bool
  /// What is to be told of why it counts or is for review, beside the rule.
  var ground: Ground?
  /// Replacements that a detector made.
  var replacements: [String] = []
  /// Whether the rule knows what to say instead.
  var isMended = false

  enum Ground: Sendable {
    /// For review: the model of speech hears no such offence.
    case unheard
    /// For review: it repeats the client's word.
    case echo
    /// It counts: the model hears the offence, although an exception around the words fits.
    case despiteException
  }
}

extension Category {
  /// Whether a finding is a thing said, and not a word or an order that may stand beside others:
  /// single words («ну», «забили») in its gaps are offences of their own.
  var isSaidInSentences: Bool {
    switch self {
    case .categoricalOrder, .command, .diminutive, .filler, .jargon, .profanity: false
    default: true
    }
  }

  /// Which category a stretch gets when several fit: the more specific one wins
  /// («Findings» in the definitions).
  var specificity: Int {
    switch self {
    case .profanity: 15
    case .categoricalOrder: 14
    case .attentionDemand: 13
    case .moneyTalk: 12
    case .redirect: 11
    case .blame: 10
    case .refusal: 9
    case .noInformation: 8
    case .companyFailure: 7
    case .badmouthing: 6
    case .rudeRepeat: 5
    case .command: 4
    case .diminutive: 3
    case .jargon: 2
    case .filler: 1
    }
  }
}

/// Gives every stretch of a turn to one category.
enum OverlapResolution {
  /// Keeps the most specific, then the longest, of candidates that share a taken word. Findings go
  /// before doubtful ones, and what a standard says itself before what it extends says of the same
  /// stretch; then what tells the words to say instead. A diminutive inside a longer phrase is an
  /// offence of its own.
  ///
  /// - Parameter ownRules: the number of the first rule that the standard has of its own.
  static func resolve(_ candidates: [FindingCandidate], ownRules: Int) -> [FindingCandidate] {
    let ordered = candidates.sorted { left, right in
      if left.isReview != right.isReview { return right.isReview }
      if left.category != right.category {
        return left.category.specificity > right.category.specificity
      }
      if left.taken.count != right.taken.count { return left.taken.count > right.taken.count }
      if left.range.lowerBound != right.range.lowerBound {
        return left.range.lowerBound < right.range.lowerBound
      }
      let isLeftOwn = left.rule >= ownRules
      if isLeftOwn != (right.rule >= ownRules) { return isLeftOwn }
      if left.isMended != right.isMended { return left.isMended }
      return left.rule < right.rule
    }
    var occupied: Set<Int> = []
    var ranges: Set<Range<Int>> = []
    // The words between the ends of what is told in sentences, gaps and all.
    var told: [Category: Set<Int>] = [:]
    var kept: [FindingCandidate] = []
    for candidate in ordered {
      if candidate.category == .diminutive {
        if ranges.contains(candidate.range) { continue }
      } else if candidate.taken.contains(where: occupied.contains) {
        continue
      } else if told[candidate.category]?.isDisjoint(with: candidate.range) == false {
        // It goes through the gaps of a find of its category: the same reproach told once.
        occupied.formUnion(candidate.taken)
        continue
      }
      occupied.formUnion(candidate.taken)
      ranges.insert(candidate.range)
      if candidate.category.isSaidInSentences {
        told[candidate.category, default: []].formUnion(candidate.range)
      }
      kept.append(candidate)
    }
    return kept.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }
}
