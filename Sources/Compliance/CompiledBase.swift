public import RussianMorphology
public import ServiceStandards

/// The rules, elements and approved wordings of a standard, compiled once for all the standards
/// that extend it.
public struct CompiledBase: Sendable {
  let rules: [CompiledRule]
  let approved: [CompiledApproval]
  let rewordings: [CompiledRewording]
  let elements: [CompiledElement]
  let unjudged: [CompiledUnjudgedKind]
  let owners: PhraseOwners
  let bank: PhraseBank
  let placements: [CompiledPlacement]

  /// - Throws: `StandardError` when a phrase names a list that does not exist.
  public init(_ standard: ServiceStandard, morphology: Morphology) throws(StandardError) {
    var builder = StandardBuilder(standard: standard, morphology: morphology, base: nil)
    var rules: [CompiledRule] = []
    for rule in standard.rules { rules.append(try builder.compile(rule)) }
    var approved: [CompiledApproval] = []
    for wording in standard.approved { approved.append(try builder.compile(wording)) }
    var rewordings: [CompiledRewording] = []
    for rewording in standard.rewordings { rewordings.append(try builder.compile(rewording)) }
    var elements: [CompiledElement] = []
    for element in standard.elements {
      elements.append(try CompiledElement(element, builder: &builder))
    }
    var unjudged: [CompiledUnjudgedKind] = []
    for kind in standard.unjudged {
      unjudged.append(try CompiledUnjudgedKind(kind, builder: &builder))
    }
    self.rules = rules
    self.approved = approved
    self.rewordings = rewordings
    self.elements = elements
    self.unjudged = unjudged
    owners = builder.owners
    placements = builder.placements
    bank = builder.phrases.finish()
  }
}

/// A rule with its phrases in the bank. An object, so that it is handed on without copying what it
/// holds.
final class CompiledRule: Sendable {
  let rule: FindingRule
  let set: PhraseSet
  /// Circumstances of each phrase.
  let circumstances: [CompiledCircumstances]
  /// Circumstances of a detector's finds.
  let detectorCircumstances: CompiledCircumstances
  /// Bare words of the tables, for lookups alone.
  let lookup: PhraseSet
  /// Exceptions that no model is believed against, by their numbers in the bank.
  let firm: [Int32]

  init(
    rule: FindingRule, set: PhraseSet, circumstances: [CompiledCircumstances],
    detectorCircumstances: CompiledCircumstances, lookup: PhraseSet, firm: [Int32]
  ) {
    self.firm = firm
    self.rule = rule
    self.set = set
    self.circumstances = circumstances
    self.detectorCircumstances = detectorCircumstances
    self.lookup = lookup
  }

  /// The same under another clause of a standard.
  func cited(as clause: String) -> CompiledRule {
    guard clause != rule.clause else { return self }
    var rule = rule
    rule.clause = clause
    return CompiledRule(
      rule: rule, set: set, circumstances: circumstances,
      detectorCircumstances: detectorCircumstances, lookup: lookup, firm: firm)
  }
}

/// An approved wording with its phrases in the bank.
struct CompiledApproval: Sendable {
  var wording: ApprovedWording
  var set: PhraseSet
  var circumstances: CompiledCircumstances
}
