public import RussianMorphology
internal import RussianText
public import ServiceStandards

/// A standard with all its phrases compiled: what a call is judged by. An object, so that it is
/// handed on without copying what it holds.
public final class CompiledStandard: Sendable {
  /// The standard as read; from an archive, without the texts of rules and elements.
  public let standard: ServiceStandard
  let bank: PhraseBank
  let rules: [CompiledRule]
  /// The number of the first rule that the standard says itself.
  let ownRules: Int
  let approved: [CompiledApproval]
  let rewordings: CompiledRewordings
  /// Verbs that ask politely for what others order, by the lemma of those.
  let requests: [LemmaKey: RequestVerb]
  let scorer: Scorer
  let elements: [CompiledElement]
  private let elementsByName: [Element: [CompiledElement]]
  let unjudged: [CompiledUnjudgedKind]
  /// What the operator says to a client who waited.
  let thanksForWaiting: PhraseSet
  /// The lists that are asked for by name.
  let namedLists: CompiledLists
  /// What words tell how long something takes.
  let durations: CompiledDurations
  /// The company's own names; empty means any organisation.
  let companyNames: CompanyNames
  /// For every phrase the set that it belongs to and its place there.
  let owners: PhraseOwners
  /// Where in the call matches count; circumstances name these by number.
  let placements: [CompiledPlacement]
  /// In which order the rules are looked for, and what for.
  let plan: RulePlan

  /// - Throws: `StandardError` when rules depend on each other in a circle.
  init(
    _ standard: ServiceStandard, bank: PhraseBank, owners: PhraseOwners, rules: [CompiledRule],
    approved: [CompiledApproval], rewordings: [CompiledRewording], scorer: Scorer,
    elements: [CompiledElement], unjudged: [CompiledUnjudgedKind], thanksForWaiting: PhraseSet,
    namedLists: CompiledLists, durations: CompiledDurations, companyNames: CompanyNames,
    placements: [CompiledPlacement]
  ) throws(StandardError) {
    self.standard = standard
    self.bank = bank
    self.owners = owners
    self.rules = rules
    ownRules = standard.inheritedRules ?? rules.count
    self.approved = approved
    self.rewordings = CompiledRewordings(
      rewordings, inherited: standard.inheritedRewordings ?? rewordings.count)
    requests = Dictionary(
      standard.requests.map { (LemmaKey(folded: Folding.folded($0.key).utf8), $0.value) },
      uniquingKeysWith: { first, _ in first })
    self.scorer = scorer
    self.elements = elements
    elementsByName = Dictionary(grouping: elements) { $0.rule.element }
    self.unjudged = unjudged
    self.thanksForWaiting = thanksForWaiting
    self.namedLists = namedLists
    self.durations = durations
    self.companyNames = companyNames
    self.placements = placements
    plan = try RulePlan(rules, placements: placements, scorecard: scorer.scorecard)
  }

  /// - Throws: `StandardError` when a phrase names a list that does not exist.
  public convenience init(_ standard: ServiceStandard, morphology: Morphology)
    throws(StandardError)
  {
    try self.init(
      standard, base: CompiledBase(standard, morphology: morphology), morphology: morphology)
  }

  /// - Parameter base: made of this standard, or of the one that it extends.
  /// - Throws: `StandardError` when a phrase names a list that does not exist.
  public convenience init(_ standard: ServiceStandard, base: CompiledBase, morphology: Morphology)
    throws(StandardError)
  {
    var builder = StandardBuilder(standard: standard, morphology: morphology, base: base)
    var rules = zip(base.rules, standard.rules).map { $0.cited(as: $1.clause) }
    for rule in standard.rules[rules.count...] { rules.append(try builder.compile(rule)) }
    var approved = base.approved
    for wording in standard.approved[approved.count...] {
      approved.append(try builder.compile(wording))
    }
    var rewordings = base.rewordings
    for rewording in standard.rewordings[rewordings.count...] {
      rewordings.append(try builder.compile(rewording))
    }
    let scorer = Scorer(try CompiledScorecard(standard.scorecard, builder: &builder))
    var elements = base.elements
    for element in standard.elements[elements.count...] {
      elements.append(try CompiledElement(element, builder: &builder))
    }
    var unjudged = base.unjudged
    for kind in standard.unjudged[unjudged.count...] {
      unjudged.append(try CompiledUnjudgedKind(kind, builder: &builder))
    }
    let thanksForWaiting = try builder.set(
      of: standard.speech.thanksForWaiting, isOperatorOnly: true)
    let namedLists = try CompiledLists(&builder)
    let durations = try CompiledDurations(standard.durations, builder: &builder)
    let companyNames = CompanyNames(
      standard.companyNames, set: try builder.set(of: standard.companyNames))
    let (owners, placements) = (builder.owners, base.placements + builder.placements)
    try self.init(
      standard, bank: builder.phrases.finish(), owners: owners, rules: rules,
      approved: approved, rewordings: rewordings, scorer: scorer,
      elements: elements, unjudged: unjudged, thanksForWaiting: thanksForWaiting,
      namedLists: namedLists, durations: durations, companyNames: companyNames,
      placements: placements)
  }

  /// All that tells of an element: more than one may.
  func elements(of element: Element) -> [CompiledElement] { elementsByName[element] ?? [] }

  /// Whether a model of speech has a say in what a rule finds: in what comes with the program, and
  /// not where the rule or its phrase says that its words alone decide. What a company writes itself
  /// holds.
  func heedsModel(_ rule: Int, phrase: Int?) -> Bool {
    guard rule < ownRules else { return false }
    let rule = rules[rule].rule
    return !rule.isCertain && phrase.map { rule.phrases[$0].isCertain } != true
  }

  /// Looks for every phrase in every turn of a call.
  func matches(in call: AnalyzedCall, cache: borrowing WordCache) -> CallMatches {
    var found: [(set: Int32, match: LocatedMatch)] = []
    bank.forEachMatch(in: call.turns, cache: cache) { phrase, turn, match in
      guard let owner = owners[phrase] else { return }
      found.append(
        (owner.set.number, LocatedMatch(turn: turn, match: match, phrase: owner.phrase)))
    }
    return CallMatches(found, setCount: Int(owners.setCount))
  }
}
