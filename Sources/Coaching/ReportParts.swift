public import ServiceStandards

/// How many calls a report is about.
public struct CallCounts: Sendable, Hashable, Codable {
  public var total: Int
  /// Calls with a score; all means and shares are of these.
  public var scored: Int
  /// Calls that pass their standard.
  public var passed: Int
  public var notScored: [NotScored]
  /// Calls without a date; they belong to no period and are counted in a report on all calls only.
  public var undated: Int
  /// Doubtful places that wait for a person; they cost nothing.
  public var toReview: Int
  /// What they are doubted for, the most frequent first.
  public var doubts: [Doubt]

  /// Doubtful places of one kind.
  public struct Doubt: Sendable, Hashable, Codable {
    public var reason: String
    public var places: Int
  }

  /// Calls that have no score for one reason.
  public struct NotScored: Sendable, Hashable, Codable {
    public var reason: String
    public var calls: Int
  }

  /// With fewer calls than this, one call moves the mean a lot, and a report says so.
  public static let few = 10

  /// Whether the scored calls are few.
  public var isSmall: Bool { scored < Self.few }
}

/// Mean and range of the scores of `calls` calls.
public struct ScoreSummary: Sendable, Hashable, Codable {
  public var mean: Double
  public var lowest: Double
  public var highest: Double
  public var calls: Int
}

/// What calls lack to 100, in points of the score in a call on the average, by where it went.
public struct LossBreakdown: Sendable, Hashable, Codable {
  /// Words that the standard advises against.
  public var habits: Double
  /// Elements that were missing or came too late.
  public var elements: Double
  /// All other criteria.
  public var others: Double
}

/// How many of the scored calls were judged by a standard.
public struct StandardCount: Sendable, Hashable, Codable {
  public var standard: String
  public var calls: Int
  /// Those of them whose score is of another version of it than the present one; nil where there
  /// are none, or the present one is not known.
  public var outdated: Int?
}

/// The score beside that of the period before.
public struct Change: Sendable, Hashable, Codable {
  /// The period before, of the same length.
  public var period: Period
  /// Its scored calls.
  public var calls: Int
  /// Its mean score; nil when it has no scored call.
  public var mean: Double?
  /// The mean score now less that one.
  public var difference: Double?
  /// Whether the difference is no more than the scatter of the calls; nil when there are too few
  /// calls to tell.
  public var isWithinScatter: Bool?
}

/// Which call, so that it can be found and heard.
public struct CallReference: Sendable, Hashable, Codable {
  public var id: String
  public var employee: String?
  public var startedAt: String?
}

/// A way of speaking that costs points.
public struct Habit: Sendable, Hashable, Codable {
  /// Of the fifteen categories; else it is about a criterion.
  public var category: ServiceStandards.Category?
  public var criterion: String?
  public var title: String
  /// Points of the score lost in a call, on the average over all `ofCalls` scored calls.
  public var pointsPerCall: Double
  public var occurrences: Int
  /// Calls it occurs in, and those of them where it cost points.
  public var calls: Int
  public var costlyCalls: Int
  public var ofCalls: Int
  /// Calls that it failed alone, whatever their score: a critical criterion.
  public var failedCalls: Int
  /// Approved wordings, the most often needed first.
  public var wording: [String]
  public var examples: [HabitExample]
  public var before: Before?

  /// The same habit in the period before.
  public struct Before: Sendable, Hashable, Codable {
    public var pointsPerCall: Double
    public var occurrences: Int
    public var calls: Int
    public var ofCalls: Int
  }
}

/// A habit in the employee's own words.
public struct HabitExample: Sendable, Hashable, Codable {
  public var call: CallReference
  public var turn: Int
  /// Seconds from the start of the recording.
  public var time: Double?
  public var sentence: MarkedSentence
  /// The sentence mended, where that can be done word for word.
  public var rewritten: String?
  public var clause: String?
}

/// An element that the standard asks for and that was not said.
public struct MissedElement: Sendable, Hashable, Codable {
  public var element: Element
  public var title: String
  public var missed: Int
  /// Calls where it was said, but later than the standard asks.
  public var late: Int
  /// Calls where the standard asks for it.
  public var applicable: Int
  public var pointsPerCall: Double
}

/// An element that was said in each of `calls` calls where the standard asks for it.
public struct SteadyElement: Sendable, Hashable, Codable {
  public var element: Element
  public var title: String
  public var calls: Int
}

/// A criterion that took points and has no words to show.
public struct LostCriterion: Sendable, Hashable, Codable {
  public var criterion: String
  public var title: String
  public var calls: Int
  public var ofCalls: Int
  public var pointsPerCall: Double
  public var failedCalls: Int
}

/// A call worth hearing.
public struct CallHighlight: Sendable, Hashable, Codable {
  public var call: CallReference
  public var score: Double
  public var passed: Bool
  public var criteriaMet: Int
  public var criteriaJudged: Int
  /// What cost the most, dearest first.
  public var losses: [Loss]

  /// Points that a criterion took.
  public struct Loss: Sendable, Hashable, Codable {
    public var title: String
    /// In points of the score.
    public var points: Double
    public var isCritical: Bool
    public var quote: String?
    public var time: Double?
    /// Why it took them, and what the standard's script says; nil where the quote is a finding.
    public var reason: String?
  }
}
