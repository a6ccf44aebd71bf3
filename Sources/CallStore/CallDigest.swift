public import Compliance

/// What coaching needs of a kept call: its score, what was found, and the employee's words that
/// prove it. The other turns stay in the database.
public struct CallDigest: Sendable, Hashable {
  public var id: String
  public var employee: String?
  /// ISO 8601, as given by the source.
  public var startedAt: String?
  public var standard: String
  /// The version of the standard that it was judged by.
  public var standardVersion: String
  public var judged: Bool
  /// Why the call is not judged.
  public var reason: String?
  public var score: Score?
  /// What both sides said that the standard advises against; without what is doubtful.
  public var findings: [Finding]
  /// How many doubtful places wait for a person.
  public var toReview: Int
  /// What they are doubted for, and how many; those that say it nowhere are left out.
  public var doubts: [String: Int]
  public var elements: [ElementResult]
  /// The employee's turns that hold a finding or prove a criterion, by their place in the call.
  public var turns: [Int: Words]

  /// The words of one turn.
  public struct Words: Sendable, Hashable {
    public var text: String
    /// Seconds from the start of the recording.
    public var start: Double?

    public init(text: String, start: Double? = nil) {
      self.text = text
      self.start = start
    }
  }

  public init(
    id: String, employee: String? = nil, startedAt: String? = nil, standard: String,
    standardVersion: String = "", judged: Bool = true, reason: String? = nil, score: Score? = nil,
    findings: [Finding] = [],
    toReview: Int = 0, doubts: [String: Int] = [:], elements: [ElementResult] = [],
    turns: [Int: Words] = [:]
  ) {
    self.doubts = doubts
    self.id = id
    self.employee = employee
    self.startedAt = startedAt
    self.standard = standard
    self.standardVersion = standardVersion
    self.judged = judged
    self.reason = reason
    self.score = score
    self.findings = findings
    self.toReview = toReview
    self.elements = elements
    self.turns = turns
  }
}

/// The days that calls were made on.
public struct CallDays: Sendable, Hashable {
  public var first: Day?
  public var last: Day?
  /// Calls whose day is not known.
  public var undated: Int

  public init(first: Day? = nil, last: Day? = nil, undated: Int = 0) {
    self.first = first
    self.last = last
    self.undated = undated
  }
}
