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
  /// What rules that the standard inherits found in these words, where it is the standard's own.
  var displaced: [FindingCandidate] = []

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

  /// Whether a finding is a word, or the verb of an order: an offence whatever is said around it.
  var isSaidInWords: Bool {
    switch self {
    case .command, .diminutive, .filler, .jargon, .profanity: true
    default: false
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
