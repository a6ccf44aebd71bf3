/// What a call is worth: criteria in sections.
public struct Scorecard: Sendable {
  /// Percent of the applicable points from which a call passes.
  public var passMark: Double
  public var criteria: [Criterion]

  public init(passMark: Double, criteria: [Criterion]) {
    self.passMark = passMark
    self.criteria = criteria
  }
}

/// One line of the scorecard.
public struct Criterion: Sendable {
  public var id: String
  public var section: String
  public var title: String
  public var clause: String
  /// Points it can bring. Ours: the sources give no weights.
  public var weight: Double
  /// A violated critical criterion fails the call whatever the total.
  public var isCritical: Bool
  public var condition: Condition?
  public var check: Check
  public var place: Place
}

/// When a criterion applies. All that is given must hold.
public struct Condition: Sendable {
  public var direction: String?
  /// The client, or the operator, says one of these somewhere in the call.
  public var clientSays: [StandardPhrase] = []
  public var operatorSays: [StandardPhrase] = []
  /// Findings of one of these categories, by that speaker.
  public var findings: [Category] = []
  public var findingsBy: FindingRule.Scope = .any
  /// An element has that status.
  public var elementPresent: Element?
  public var elementApplies: Element?
  public var hasTimes = false

  public init() {}
}

/// How a criterion is checked: a few kinds in code, every criterion as data.
public enum Check: Sendable {
  /// An element is present, within the first so many operator turns where given.
  case element(Element, withinTurns: Int?)
  /// No findings of these categories: each takes `each` of the points, after `free` ones.
  case findings([Category], rules: [String], free: Int, each: Double)
  /// Findings of these categories per 100 operator words: full points up to `free`, none from `none`.
  case rate([Category], free: Double, none: Double)
  /// The operator says one of these: anywhere, or after the condition's match.
  case says([StandardPhrase], afterCondition: Bool, withinTurns: Int?)
  /// The operator says at least so many of these groups (questions of a form).
  case saysGroups([[StandardPhrase]], atLeast: Int)
  /// The operator does not say any of these.
  case avoids([StandardPhrase])
  /// Elements come in that order.
  case order([Element])
  /// A metric stays within bounds.
  case metric(String, minimum: Double?, maximum: Double?)
  /// The client speaks last, or says the last goodbye first.
  case clientEnds
  /// A spoken limit of time («подождите десять минут») stays within so many minutes.
  case spokenLimit([StandardPhrase], minutes: Double)
  /// The text cannot tell: a person must listen.
  case review(String)
}
