public import ServiceStandards
public import Transcripts

/// Everything that is said of one call under one standard.
public struct Analysis: Sendable, Hashable, Codable {
  public var id: String
  public var standard: String
  /// Hash of the standard's text, as `ServiceStandard.version`.
  public var standardVersion: String
  /// False when the call is not to be judged; then `reason` says why and `score` is nil.
  public var judged: Bool
  public var reason: String?
  public var findings: [Finding]
  /// Doubtful findings for a person to look at; they cost nothing.
  public var review: [Finding]
  /// All seventeen, each once, in the order of `Element.allCases`.
  public var elements: [ElementResult]
  public var metrics: [String: Double]
  public var score: Score?

  public init(
    id: String, standard: String, standardVersion: String, judged: Bool = true,
    reason: String? = nil, findings: [Finding] = [], review: [Finding] = [],
    elements: [ElementResult] = [], metrics: [String: Double] = [:], score: Score? = nil
  ) {
    self.id = id
    self.standard = standard
    self.standardVersion = standardVersion
    self.judged = judged
    self.reason = reason
    self.findings = findings
    self.review = review
    self.elements = elements
    self.metrics = metrics
    self.score = score
  }

  /// Takes the judgement back: the operator's words are not known, for a reason in Russian.
  public mutating func leaveOut(_ reason: String) {
    judged = false
    self.reason = reason
    score = nil
    for index in elements.indices where elements[index].status != .present {
      elements[index].status = .notApplicable
      elements[index].reason = "звонок не оценивается: \(reason)"
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(standard, forKey: .standard)
    try container.encode(standardVersion, forKey: .standardVersion)
    try container.encode(judged, forKey: .judged)
    try container.encodeIfPresent(reason, forKey: .reason)
    try container.encode(findings, forKey: .findings)
    try container.encode(review, forKey: .review)
    try container.encode(elements, forKey: .elements)
    try container.encode(metrics, forKey: .metrics)
    // The contract wants an explicit null.
    try container.encode(score, forKey: .score)
  }
}

/// A stretch of one turn: the 0-based index of the turn, a half-open range of Unicode scalars in
/// its text, and that text.
public struct Evidence: Sendable, Hashable, Codable {
  public var turn: Int
  public var range: ScalarRange
  public var quote: String

  public init(turn: Int, range: ScalarRange, quote: String) {
    self.turn = turn
    self.range = range
    self.quote = quote
  }
}

/// A half-open range of Unicode scalars, written as `[start, end]`.
public struct ScalarRange: Sendable, Hashable, Codable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    start = try container.decode(Int.self)
    end = try container.decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(start)
    try container.encode(end)
  }
}

/// One thing the employee said that the standard advises against.
public struct Finding: Sendable, Hashable, Codable {
  /// Id of the rule in the standard's files.
  public var rule: String
  public var category: Category
  public var turn: Int
  public var speaker: Speaker
  public var range: ScalarRange
  public var quote: String
  /// Seconds from the start of the recording, where times are known.
  public var start: Double?
  public var severity: Severity
  /// 0…1.
  public var confidence: Double
  /// Why it is as sure as it is, in Russian; what a colon parts is this finding's own.
  public var reason: String?
  /// Best first; put in place of `range`, each gives the corrected text.
  public var replacements: [String]
  /// The whole turn rewritten, where that is safe.
  public var rewrite: String?
  public var clause: String

  public init(
    rule: String, category: Category, turn: Int, speaker: Speaker, range: ScalarRange,
    quote: String, start: Double? = nil, severity: Severity = .minor, confidence: Double = 1,
    replacements: [String] = [], rewrite: String? = nil, clause: String, reason: String? = nil
  ) {
    self.reason = reason
    self.rule = rule
    self.category = category
    self.turn = turn
    self.speaker = speaker
    self.range = range
    self.quote = quote
    self.start = start
    self.severity = severity
    self.confidence = confidence
    self.replacements = replacements
    self.rewrite = rewrite
    self.clause = clause
  }
}

/// Whether a mandatory element was said, and the words that prove it.
public struct ElementResult: Sendable, Hashable, Codable {
  public var element: Element
  public var status: Status
  public var turn: Int?
  public var range: ScalarRange?
  public var quote: String?
  /// Why it is absent or not applicable.
  public var reason: String?

  public enum Status: String, Sendable, Hashable, Codable {
    case present, absent
    case notApplicable = "not_applicable"
  }

  public init(
    element: Element, status: Status, turn: Int? = nil, range: ScalarRange? = nil,
    quote: String? = nil, reason: String? = nil
  ) {
    self.element = element
    self.status = status
    self.turn = turn
    self.range = range
    self.quote = quote
    self.reason = reason
  }
}

/// The scorecard of one call.
public struct Score: Sendable, Hashable, Codable {
  /// 0…100: points earned of the points that apply.
  public var total: Double
  public var passed: Bool
  public var criteria: [CriterionResult]

  public init(total: Double, passed: Bool, criteria: [CriterionResult]) {
    self.total = total
    self.passed = passed
    self.criteria = criteria
  }
}

/// One line of the scorecard.
public struct CriterionResult: Sendable, Hashable, Codable {
  public var criterion: String
  public var section: String
  public var title: String
  public var clause: String
  public var status: Status
  public var points: Double
  public var maximum: Double
  public var critical: Bool
  /// Why points were taken, or why it does not apply.
  public var reason: String
  public var evidence: [Evidence]

  public enum Status: String, Sendable, Hashable, Codable {
    case met, violated
    case needsReview = "needs_review"
    case notApplicable = "not_applicable"
  }

  public init(
    criterion: String, section: String, title: String, clause: String, status: Status,
    points: Double, maximum: Double, critical: Bool, reason: String, evidence: [Evidence]
  ) {
    self.criterion = criterion
    self.section = section
    self.title = title
    self.clause = clause
    self.status = status
    self.points = points
    self.maximum = maximum
    self.critical = critical
    self.reason = reason
    self.evidence = evidence
  }
}
