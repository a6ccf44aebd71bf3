/// What a call is worth: criteria in sections.
public struct Scorecard: Sendable, Codable {
  /// Percent of the applicable points from which a call passes.
  public var passMark: Double
  public var criteria: [Criterion]

  public init(passMark: Double, criteria: [Criterion]) {
    self.passMark = passMark
    self.criteria = criteria
  }
}

/// One line of the scorecard.
public struct Criterion: Sendable, Codable {
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
  /// What failed is not proof enough: the criterion is put to a person instead of taking points.
  public var failureNeedsReview = false
  /// What the reader of a score should know of this check, added to every reason.
  public var note: String?
  /// What it is to fail the check, in Russian: «извинения не прозвучали».
  public var missed: String?
  /// What the standard's scripts say in its place, line by line.
  public var say: [String] = []
  /// What they say where the client spoke so, the most fitting first.
  public var sayFor: [FittingScript] = []
  public var place: Place
}

/// A script for what the client said.
public struct FittingScript: Sendable, Codable {
  public var clientSays: [StandardPhrase]
  public var say: [String]

  public init(clientSays: [StandardPhrase], say: [String]) {
    self.clientSays = clientSays
    self.say = say
  }
}

/// When a criterion applies. All that is given must hold.
public struct Condition: Sendable, Codable {
  public var direction: String?
  /// The client, or the operator, says one of these somewhere in the call.
  public var clientSays: [StandardPhrase] = []
  public var operatorSays: [StandardPhrase] = []
  /// Findings of one of these categories, by that speaker.
  public var findings: [Category] = []
  public var findingsBy: FindingRule.Scope = .any
  /// How many of them it takes.
  public var findingsAtLeast = 1
  /// An element has that status.
  public var elementPresent: Element?
  public var elementApplies: Element?
  public var hasTimes = false
  /// The operator is silent for more than so many seconds while the client waits.
  public var silence: Double?
  /// Who says the last words of the call: `operator` or `client`.
  public var endedBy: FindingRule.Scope?
  /// Where in the call `clientSays` and `operatorSays` count.
  public var placement = Placement()
  /// It must be so in the last turn of whoever says it.
  public var lastTurn = false
  /// Words that are not what they look like: what one of these covers, even in part, is not said
  /// and not found.
  public var except: [StandardPhrase] = []
  /// It must be so in a later turn than this one (at most one): what is said before does not count.
  public var after: [Condition] = []
  /// At least one of these holds.
  public var any: [Condition] = []
  /// None of these holds.
  public var none: [Condition] = []

  public init() {}
}

/// How a criterion is checked: a few kinds in code, every criterion as data.
public indirect enum Check: Sendable, Codable {
  /// An element is present, within the first so many operator turns where given.
  case element(Element, withinTurns: Int?)
  /// No findings of these categories: each takes `each` of the points, after `free` ones.
  case findings([Category], rules: [String], free: Int, each: Double)
  /// Findings of these categories per 100 operator words: full points up to `free`, none from `none`.
  case rate([Category], free: Double, none: Double)
  /// The speaker says one of these: anywhere, or from the turn of the condition's match on. Then
  /// `withinTurns` counts the speaker's turns from that one, itself included; else the
  /// speaker's turns from the start of the call.
  case says(
    [StandardPhrase], by: FindingRule.Scope = .operator, afterCondition: Bool, withinTurns: Int?)
  /// The operator says at least so many of these groups (questions of a form).
  /// Fewer bring their share of the points.
  case saysGroups([PhraseGroup], atLeast: Int)
  /// No group is said in more than one of the operator's turns (the same question asked twice).
  case saysOnce([PhraseGroup])
  /// The operator does not say any of these, save the first `free` turns that hold one; each turn
  /// more takes `each` of the points.
  case avoids([StandardPhrase], free: Int = 0, each: Double = 1)
  /// Elements come in that order.
  case order([Element])
  /// A metric stays within bounds.
  case metric(String, minimum: Double?, maximum: Double?)
  /// The client winds up, with one of these phrases or the last turn, before the operator says
  /// goodbye.
  case clientEnds([StandardPhrase])
  /// A spoken limit of time («подождите десять минут») stays within so many minutes.
  /// Not naming one is a violation; one without a number is put to a person.
  case spokenLimit([StandardPhrase], minutes: Double)
  /// A check of what is said, found or left out in some part of the call, or so often.
  case placed(Check, Placement, Frequency?)
  /// A check of the answer alone: of the turns from what brought the condition about on, as far as
  /// the operator's next so many turns. An answer that comes later brings half.
  case answer(Check, withinTurns: Int?)
  /// The best of several checks counts.
  case any([Check])
  /// All of several checks: each brings its share.
  case all([Check])
  /// The text cannot tell: a person must listen.
  case review(String)
}

/// Phrases that do one thing: a question of a form, a part of a script.
public struct PhraseGroup: Sendable, Codable {
  /// What they do, for the reasons of a score.
  public var title: String?
  public var phrases: [StandardPhrase]
  /// What it is to leave them out, in Russian: «извинения не прозвучали».
  public var missed: String?
  /// What the standard's scripts say in their place.
  public var say: String?

  public init(
    title: String? = nil, phrases: [StandardPhrase], missed: String? = nil, say: String? = nil
  ) {
    self.title = title
    self.phrases = phrases
    self.missed = missed
    self.say = say
  }
}
