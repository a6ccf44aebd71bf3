/// A service standard as data: what to avoid, what to say, what each costs, and the clause of the
/// source for every demand. Read by `StandardLibrary` from `Lexicons/`.
public struct ServiceStandard: Sendable, Codable {
  /// Stable id, as calls name it.
  public var id: String
  public var title: String
  /// The document it states, and its date.
  public var source: String
  /// Hash of every file it was read from; changes when any of them does.
  public var version: String
  /// The standard whose rules, elements and approved wordings come first here, unchanged but for
  /// their clauses; nil when it extends none, or adds to a list that they use.
  public var extends: String?
  /// How many of the rules, and of the rewordings, are those of the standard that it extends: they
  /// come first, and what it says itself goes before them. Nil when it extends none.
  public var inheritedRules: Int?
  public var inheritedRewordings: Int?
  /// The company's names with accepted mishearings; empty means any organisation.
  public var companyNames: [StandardPhrase]
  public var rules: [FindingRule]
  public var approved: [ApprovedWording]
  /// What to say instead where the stretch alone does not tell; the first that fits counts.
  public var rewordings: [Rewording] = []
  /// What asks politely for what is ordered, by the verb of the order.
  public var requests: [String: RequestVerb] = [:]
  public var elements: [ElementRule]
  public var lists: [String: [StandardPhrase]]
  public var scripts: [SituationScript]
  /// Kinds of calls that are not judged; a later one takes the place of one of the same id.
  public var unjudged: [UnjudgedKind] = []
  public var speech = SpeechMeasures()
  public var durations = DurationWords()
  public var certainty = CertaintyMeasures()
  public var scorecard: Scorecard
}

/// A phrase with the place it was read from.
///
/// Invariant: the text is a phrase. Only the text is kept: the tree is many times larger, and it is
/// needed once, when the standard is compiled.
public struct StandardPhrase: Sendable, Hashable, Codable {
  public let text: String
  public let place: Place

  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    text = try container.decode(String.self)
    place = Place(
      file: try container.decode(String.self), line: try container.decode(Int.self),
      column: try container.decode(Int.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(text)
    try container.encode(place.file)
    try container.encode(place.line)
    try container.encode(place.column)
  }

  /// - Throws: `PhraseError` when the text is no phrase.
  public init(text: String, place: Place) throws(PhraseError) {
    _ = try PhraseParser.parse(text)
    self.text = text
    self.place = place
  }

  /// Where a word stands in the text as written, in scalars, or nil.
  package func offset(of word: String) -> Int? {
    guard let range = text.firstRange(of: word) else { return nil }
    return text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
  }

  /// The phrase that the text says.
  public var phrase: Phrase {
    (try? PhraseParser.parse(text)) ?? Phrase(root: .sequence([]))
  }
}

/// A place in a standard's file; line and column are 1-based.
public struct Place: Sendable, Hashable, Codable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  public var description: String { "\(file):\(line):\(column)" }

  /// The place so many columns further on.
  package func moved(by columns: Int) -> Place {
    Place(file: file, line: line, column: column + columns)
  }
}

/// What the employee should not say, with everything a finding of it carries.
public struct FindingRule: Sendable, Codable {
  public var id: String
  public var category: Category
  public var clause: String
  public var severity: Severity
  /// Whose words are judged; profanity is found for both sides.
  public var speaker: Scope
  public var phrases: [RulePhrase]
  /// A detector of the language that the rule calls on instead of phrases.
  public var detector: Detector?
  /// What the rule asks of every match; a detector's finds are held to it as well.
  public var circumstances: Circumstances
  /// Word-for-word replacements in their citation form, best first.
  public var replacements: [Replacement]
  /// Approved wordings for the whole thought (right columns of tables 2 and 3).
  public var say: [String]
  /// Words of the source's tables as they stand there: what a person who asks about the bare word
  /// means. They are no findings in a call.
  public var lookup: [StandardPhrase]
  public var examples: [RuleExample]
  public var place: Place
  /// How often it must be said in a call to count; nil when once is enough.
  public var frequency: Frequency?
  /// Whether it then fires once, at the first of the occurrences.
  public var firesOnce = false
  /// What it has to do with other rules.
  public var dependence: RuleDependence?
  /// Whether its words alone decide, so that no model is asked for a second opinion.
  public var isCertain = false
  /// Those of its exceptions that no model is believed against.
  public var firm: [StandardPhrase] = []

  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    case `operator`, client, any
  }

  /// Findings that need no phrase: living diminutives need the morphology, paraphrases what was
  /// learned of labelled speech.
  public enum Detector: String, Sendable, Hashable, Codable, CaseIterable {
    case diminutive, paraphrase
  }
}

/// A phrase to avoid and the circumstances in which it is no offence.
///
/// Exceptions hold `_` where the found stretch stands; one without `_` must cover it.
public struct RulePhrase: Sendable, Codable {
  public var phrase: StandardPhrase
  public var circumstances: Circumstances
  /// Replacements of this phrase alone, instead of the rule's.
  public var replacements: [Replacement]?
  /// A doubtful phrase: goes to «проверить», not to the findings.
  public var isReview: Bool
  public var confidence: Double
  /// Whose words are judged by this phrase, where not those that its rule says.
  public var speaker: FindingRule.Scope?
  /// Whether its words alone decide, so that no model is asked for a second opinion.
  public var isCertain = false
}

/// When a match counts. Every given condition must hold.
public struct Circumstances: Sendable {
  /// None of these fits around the match.
  public var unless: [StandardPhrase] = []
  /// None of these stands in the same sentence, or in the same turn.
  public var unlessInSentence: [StandardPhrase] = []
  public var unlessInTurn: [StandardPhrase] = []
  /// One of these fits around the match.
  public var only: [StandardPhrase] = []
  public var onlyInSentence: [StandardPhrase] = []
  public var onlyInTurn: [StandardPhrase] = []
  /// The client's previous turn holds one of these, or none of those.
  public var afterClient: [StandardPhrase] = []
  public var unlessAfterClient: [StandardPhrase] = []
  /// Counted among the operator's turns: not before this one (0-based), not after that one.
  public var fromTurn: Int?
  public var toTurn: Int?
  /// Only in punctuated text, or only in a recogniser's raw text.
  public var punctuated: Bool?
  /// Where in the call.
  public var placement = Placement()

  public init() {}
}

/// Wording that the standard itself prescribes: never a finding.
public struct ApprovedWording: Sendable, Codable {
  public var clause: String
  public var phrases: [StandardPhrase]
  /// Categories it excuses; empty means all.
  public var categories: [Category]
  /// How far the excuse reaches.
  public var reach: Reach
  public var circumstances: Circumstances

  public enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
    case match, sentence, turn
  }
}

/// How an element of the call is recognised.
public struct ElementRule: Sendable, Codable {
  public var element: Element
  public var clause: String
  /// Any of these, said by the operator, is the element.
  public var phrases: [RulePhrase]
  /// These are the element too, but only where `applies` holds.
  public var phrasesIfApplies: [StandardPhrase] = []
  /// When the element is asked for; without it, in every call. The direction must hold and, where
  /// anything else is given, one of the rest.
  public var applies: Condition?
  /// Whether saying it makes it apply, whatever `applies` says.
  public var appliesWhenSaid = false
  /// Why it is not applicable, when it is not.
  public var otherwise: String?
  /// What was looked for, when it is absent.
  public var missing: String?
  /// What comes near without being it; shown with the reason, the first that is said of the first
  /// kind that is.
  public var near: [NearWording] = []
  /// Where in a call it is looked for, when nothing comes near; nil for nowhere in particular.
  public var expected: Expected?
  /// How the operator is heard to say it, and the call to ask for it, by the model of elements;
  /// nil where phrases alone decide.
  public var heard: Hearing?
  public var appliesHeard: Hearing?
  /// Turns of speech that detectors of the language ask for by name.
  public var cues: [ElementCue: [StandardPhrase]] = [:]
  public var examples: [RuleExample]
  public var place: Place
}

/// Words that come near an element without being it.
public struct NearWording: Sendable, Codable {
  /// Why they do not count: «названо только имя».
  public var why: String
  public var phrases: [StandardPhrase]
}

/// Where in a call an element is looked for.
public enum Expected: String, Sendable, Hashable, Codable, CaseIterable {
  /// In the operator's first words.
  case opening
  /// In the operator's last words.
  case closing
  /// In the operator's words before what made it due: a silence, another voice.
  case before
  /// In the operator's words after what made it due: a complaint.
  case after
}

/// What a model of speech hears, and how far it counts beside phrases.
public struct Hearing: Sendable, Codable {
  public var what: Speech
  /// From this probability on it counts, though no phrase says it.
  public var sure: Double
  /// Below this probability it does not count, though phrases say it.
  public var doubt: Double

  /// What a model of elements may hear.
  public enum Speech: String, Sendable, Hashable, Codable, CaseIterable {
    /// The client complains or is discontent.
    case discontent
    /// The operator agrees when and how both will be in touch again, or says by when.
    case nextContact = "next_contact"
    /// The call leaves something open.
    case open
  }
}

/// A situation of table 1 and the answers approved for it.
public struct SituationScript: Sendable, Codable {
  public var id: String
  public var title: String
  public var clause: String
  /// Words by which a person may ask for it.
  public var keywords: [String]
  public var scripts: [String]
}

/// An example of a rule: turns, of which the last operator's one is judged. `[[…]]` marks what
/// must be found.
public struct RuleExample: Sendable, Hashable, Codable {
  public var client: String?
  public var text: String
  /// The same without marks.
  public var plain: String
  /// The marked stretches, in Unicode scalars of `plain`.
  public var marks: [Range<Int>]
  /// Whether the rule must be found, or must stay silent.
  public var isHit: Bool
  /// Whether what must be found is for a person to decide, and no finding.
  public var isDoubtful = false
  public var place: Place
  /// The turns of a dialogue; then the text above is not judged. Empty for a single turn.
  public var turns: [ExampleTurn] = []
}
