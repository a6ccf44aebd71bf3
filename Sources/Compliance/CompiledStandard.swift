public import RussianMorphology
public import ServiceStandards

/// A standard with all its phrases compiled: what a call is judged by.
public struct CompiledStandard: Sendable {
  /// The standard as read, without the texts of exceptions, approved wordings and lists.
  public let standard: ServiceStandard
  let bank: PhraseBank
  let rules: [CompiledRule]
  let approved: [CompiledApproval]
  let scorer: Scorer
  let elements: [CompiledElement]
  /// The company's own names; empty means any organisation.
  let companyNames: CompanyNames
  /// For every indexed phrase, the set it belongs to and its place there.
  private let owners: [Int32: (set: PhraseSet, phrase: Int)]

  /// - Throws: `StandardError` when a phrase names a list that does not exist.
  public init(_ standard: ServiceStandard, morphology: Morphology) throws(StandardError) {
    var builder = StandardBuilder(standard: standard, morphology: morphology)
    var rules: [CompiledRule] = []
    for rule in standard.rules { rules.append(try builder.compile(rule)) }
    var approved: [CompiledApproval] = []
    for wording in standard.approved { approved.append(try builder.compile(wording)) }
    scorer = Scorer(try CompiledScorecard(standard.scorecard, builder: &builder))
    var elements: [CompiledElement] = []
    for element in standard.elements {
      elements.append(try CompiledElement(element, builder: &builder))
    }
    // The exceptions live on in the bank; their text is most of a standard's memory.
    var kept = standard
    kept.rules = rules.map(\.rule)
    kept.approved = []
    kept.lists = [:]
    self.standard = kept
    self.rules = rules
    self.elements = elements
    companyNames = CompanyNames(
      standard.companyNames, set: try builder.set(of: standard.companyNames))
    self.approved = approved
    owners = builder.owners
    bank = builder.phrases.finish()
  }

  /// Looks for every phrase in every turn of a call.
  func matches(in call: AnalyzedCall, cache: borrowing WordCache) -> CallMatches {
    var result = CallMatches()
    for turn in call.turns {
      for (phrase, match) in bank.matches(in: turn, cache: cache) {
        guard let owner = owners[phrase] else { continue }
        result.append(
          LocatedMatch(turn: turn.index, match: match, phrase: owner.phrase), to: owner.set)
      }
    }
    return result
  }
}

/// A rule with its phrases in the bank.
struct CompiledRule: Sendable {
  var rule: FindingRule
  var set: PhraseSet
  /// Circumstances of each phrase.
  var circumstances: [CompiledCircumstances]
  /// Circumstances of a detector's finds.
  var detectorCircumstances: CompiledCircumstances
  /// Bare words of the tables, for lookups alone.
  var lookup: PhraseSet
}

/// An approved wording with its phrases in the bank.
struct CompiledApproval: Sendable {
  var wording: ApprovedWording
  var set: PhraseSet
  var circumstances: CompiledCircumstances
}

/// Collects the phrases of a standard while it is compiled.
package struct StandardBuilder {
  let standard: ServiceStandard
  var phrases: PhraseBank.Builder
  private(set) var owners: [Int32: (set: PhraseSet, phrase: Int)] = [:]
  private var setCount: Int32 = 0

  package init(standard: ServiceStandard, morphology: Morphology) {
    self.standard = standard
    phrases = PhraseBank.Builder(morphology: morphology, lists: standard.lists)
  }

  /// Adds phrases that every turn will be searched for.
  package mutating func set(
    of phrases: [StandardPhrase], isInvertible: Bool = false, isOperatorOnly: Bool = false
  ) throws(StandardError) -> PhraseSet {
    let set = PhraseSet(number: setCount)
    setCount += 1
    for (index, phrase) in phrases.enumerated() {
      let number = try self.phrases.add(
        phrase, isIndexed: true, isInvertible: isInvertible, isOperatorOnly: isOperatorOnly)
      owners[number] = (set, index)
    }
    return set
  }

  package mutating func compile(_ circumstances: Circumstances) throws(StandardError)
    -> CompiledCircumstances
  {
    try CompiledCircumstances(circumstances, builder: &phrases)
  }

  mutating func compile(_ rule: FindingRule) throws(StandardError) -> CompiledRule {
    let set = try set(
      of: rule.phrases.map(\.phrase), isInvertible: true,
      isOperatorOnly: rule.speaker == .operator)
    var circumstances: [CompiledCircumstances] = []
    for phrase in rule.phrases { circumstances.append(try compile(phrase.circumstances)) }
    var kept = rule
    kept.circumstances = Circumstances()
    for index in kept.phrases.indices { kept.phrases[index].circumstances = Circumstances() }
    return CompiledRule(
      rule: kept, set: set, circumstances: circumstances,
      detectorCircumstances: try compile(rule.circumstances),
      lookup: try self.set(of: rule.lookup, isOperatorOnly: true))
  }

  mutating func compile(_ wording: ApprovedWording) throws(StandardError) -> CompiledApproval {
    CompiledApproval(
      wording: wording, set: try set(of: wording.phrases, isOperatorOnly: true),
      circumstances: try compile(wording.circumstances))
  }
}
