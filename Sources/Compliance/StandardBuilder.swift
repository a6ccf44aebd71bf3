import RussianMorphology
package import ServiceStandards

/// Collects the phrases of a standard while it is compiled.
package struct StandardBuilder {
  let standard: ServiceStandard
  var phrases: PhraseBank.Builder
  private(set) var owners: PhraseOwners

  init(standard: ServiceStandard, morphology: Morphology, base: CompiledBase?) {
    self.standard = standard
    owners = base?.owners ?? PhraseOwners()
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
    return CompiledRule(
      rule: rule.compiled, set: set, circumstances: circumstances,
      detectorCircumstances: try compile(rule.circumstances),
      lookup: try self.set(of: rule.lookup, isOperatorOnly: true))
  }

  mutating func compile(_ wording: ApprovedWording) throws(StandardError) -> CompiledApproval {
    CompiledApproval(
      wording: wording.compiled, set: try set(of: wording.phrases, isOperatorOnly: true),
      circumstances: try compile(wording.circumstances))
  }
}
