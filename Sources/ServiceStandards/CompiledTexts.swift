/// A standard's texts are needed until its phrases are compiled; most of what it holds is these.
extension StandardPhrase {
  /// Stands where a phrase was.
  private init() {
    text = ""
    place = .compiled
  }

  fileprivate static let compiled = StandardPhrase()
}

extension Place {
  /// Stands for the place of what was compiled.
  static let compiled = Place(file: "", line: 0, column: 0)
}

extension RulePhrase {
  /// The same without its text and circumstances.
  public var compiled: RulePhrase {
    RulePhrase(
      replacements: replacements, isReview: isReview, confidence: confidence, speaker: speaker,
      isCertain: isCertain)
  }

  /// A phrase that has been compiled.
  public init(
    replacements: [Replacement]?, isReview: Bool, confidence: Double,
    speaker: FindingRule.Scope? = nil, isCertain: Bool = false
  ) {
    self.init(
      phrase: .compiled, circumstances: Circumstances(), replacements: replacements,
      isReview: isReview, confidence: confidence, speaker: speaker, isCertain: isCertain)
  }
}

/// An archive keeps what circumstances were compiled into; their texts, hundreds of empty ones, would
/// only take time to read.
extension Circumstances: Codable {
  public init(from decoder: any Decoder) throws { self.init() }

  /// - Throws: `EncodingError` for circumstances that are not compiled.
  public func encode(to encoder: any Encoder) throws {
    guard isEmpty else {
      throw EncodingError.invalidValue(
        self,
        EncodingError.Context(
          codingPath: encoder.codingPath, debugDescription: "circumstances are not compiled"))
    }
    _ = encoder.unkeyedContainer()
  }

  private var isEmpty: Bool {
    let phrases = [
      unless, unlessInSentence, unlessInTurn, only, onlyInSentence, onlyInTurn, afterClient,
      unlessAfterClient,
    ]
    return phrases.allSatisfy(\.isEmpty) && fromTurn == nil && toTurn == nil && punctuated == nil
      && placement.isEmpty
  }
}

extension FindingRule {
  /// The same without the texts of phrases, and without examples.
  public var compiled: FindingRule {
    var result = self
    result.phrases = phrases.map(\.compiled)
    result.circumstances = Circumstances()
    result.lookup = []
    result.examples = []
    result.firm = []
    return result
  }
}

extension FindingRule {
  /// A rule that has been compiled.
  package init(
    id: String, category: Category, clause: String, severity: Severity, speaker: Scope,
    phrases: [RulePhrase], detector: Detector?, replacements: [Replacement], say: [String]
  ) {
    self.init(
      id: id, category: category, clause: clause, severity: severity, speaker: speaker,
      phrases: phrases, detector: detector, circumstances: Circumstances(),
      replacements: replacements, say: say, lookup: [], examples: [], place: .compiled)
  }
}

extension ElementRule {
  /// The same without phrases and examples; cues keep their names.
  public var compiled: ElementRule {
    var result = self
    result.phrases = []
    result.phrasesIfApplies = []
    result.near = near.map { NearWording(why: $0.why, phrases: []) }
    result.cues = cues.mapValues { _ in [] }
    result.examples = []
    return result
  }
}

extension Rewording {
  /// A rewording that has been compiled.
  package init(
    categories: [Category], rules: [String], isForFindingOnly: Bool, replacements: [Replacement]
  ) {
    self.init(
      categories: categories, rules: rules, phrases: [], circumstances: Circumstances(),
      isForFindingOnly: isForFindingOnly, replacements: replacements)
  }
}

extension ApprovedWording {
  /// A wording that has been compiled.
  package init(clause: String, categories: [Category], reach: Reach) {
    self.init(
      clause: clause, phrases: [], categories: categories, reach: reach,
      circumstances: Circumstances())
  }

  /// The same without the texts of phrases.
  public var compiled: ApprovedWording {
    var result = self
    result.phrases = []
    result.circumstances = Circumstances()
    return result
  }
}

extension Criterion {
  /// The same without its condition and its check, which whoever compiled them keeps.
  public var compiled: Criterion {
    var result = self
    result.condition = nil
    result.check = .all([])
    result.sayFor = []
    return result
  }
}

extension Condition {
  /// The same without the texts of phrases, conditions inside it and places.
  public var compiled: Condition {
    var result = self
    result.clientSays = []
    result.operatorSays = []
    result.except = []
    result.after = []
    result.any = []
    result.none = []
    result.placement = Placement()
    return result
  }
}

extension ServiceStandard {
  /// What judging needs of a standard once its phrases are compiled. Rules, elements and criteria
  /// are kept by whoever compiled them.
  public var compiled: ServiceStandard {
    var result = self
    result.companyNames = []
    result.rules = []
    result.elements = []
    result.approved = []
    result.rewordings = []
    result.unjudged = []
    result.scorecard.criteria = []
    result.speech = speech.compiled
    result.durations = DurationWords()
    result.lists = [:]
    return result
  }
}
