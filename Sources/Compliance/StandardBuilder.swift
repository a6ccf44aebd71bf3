import RussianMorphology
package import ServiceStandards

/// Collects the phrases of a standard while it is compiled.
package struct StandardBuilder {
  let standard: ServiceStandard
  var phrases: PhraseBank.Builder
  private(set) var owners: PhraseOwners
  /// Where matches count, numbered after those of the base.
  private(set) var placements: [CompiledPlacement] = []
  private var placementNumbers: [Placement: Int] = [:]
  private let firstPlacement: Int
  /// Sets of the phrases that windows are measured from, by their text.
  var windowSets: [String: PhraseSet] = [:]

  init(standard: ServiceStandard, morphology: Morphology, base: CompiledBase?) {
    self.standard = standard
    owners = base?.owners ?? PhraseOwners()
    firstPlacement = base?.placements.count ?? 0
    phrases = PhraseBank.Builder(
      morphology: morphology, lists: standard.lists, base: base?.bank)
  }

  /// Adds phrases that every turn will be searched for.
  package mutating func set(
    of phrases: [StandardPhrase], isInvertible: Bool = false, isOperatorOnly: Bool = false
  ) throws(StandardError) -> PhraseSet {
    let set = owners.newSet()
    for (index, phrase) in phrases.enumerated() {
      let number = try self.phrases.add(
        phrase, isIndexed: true, isInvertible: isInvertible, isOperatorOnly: isOperatorOnly)
      owners[number] = PhraseOwner(set: set, phrase: index)
    }
    return set
  }

  mutating func compile(_ circumstances: Circumstances, in use: PlacementUse)
    throws(StandardError) -> CompiledCircumstances
  {
    var result = try CompiledCircumstances(circumstances, builder: &phrases)
    guard !circumstances.placement.isEmpty else { return result }
    // A rule's windows stand at every phrase of it.
    if let known = placementNumbers[circumstances.placement] {
      result.placement = known
    } else {
      result.placement = firstPlacement + placements.count
      placements.append(try compile(circumstances.placement, in: use))
      placementNumbers[circumstances.placement] = result.placement
    }
    return result
  }

  mutating func compile(_ rule: FindingRule) throws(StandardError) -> CompiledRule {
    try requireRules(of: rule.dependence)
    let set = try set(
      of: rule.phrases.map(\.phrase), isInvertible: true,
      isOperatorOnly: rule.phrases.allSatisfy { ($0.speaker ?? rule.speaker) == .operator })
    var circumstances: [CompiledCircumstances] = []
    for phrase in rule.phrases {
      circumstances.append(try compile(phrase.circumstances, in: .rule))
    }
    var firm: [Int32] = []
    for phrase in rule.firm { firm.append(try phrases.add(phrase, isIndexed: false)) }
    return CompiledRule(
      rule: rule.compiled, set: set, circumstances: circumstances,
      detectorCircumstances: try compile(rule.circumstances, in: .rule),
      lookup: try self.set(of: rule.lookup, isOperatorOnly: true), firm: firm)
  }

  mutating func compile(_ wording: ApprovedWording) throws(StandardError) -> CompiledApproval {
    CompiledApproval(
      wording: wording.compiled, set: try set(of: wording.phrases, isOperatorOnly: true),
      circumstances: try compile(wording.circumstances, in: .speech))
  }

  /// Refuses a dependence on rules that are not there.
  private func requireRules(of dependence: RuleDependence?) throws(StandardError) {
    guard let dependence else { return }
    let known = standard.rules.map(\.id)
    for id in dependence.rules where !known.contains(id) {
      throw StandardError(
        .shape, "нет правила «\(id)»\(Misspelling.hint(for: id, among: known))",
        at: dependence.place)
    }
  }

  mutating func compile(_ rewording: Rewording) throws(StandardError) -> CompiledRewording {
    CompiledRewording(
      rewording: rewording.compiled, hasPhrases: !rewording.phrases.isEmpty,
      set: try set(of: rewording.phrases, isOperatorOnly: true),
      circumstances: try CompiledCircumstances(rewording.circumstances, builder: &phrases))
  }
}
