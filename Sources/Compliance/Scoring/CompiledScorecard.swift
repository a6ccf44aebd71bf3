package import ServiceStandards

/// A scorecard with its phrases in the bank.
package struct CompiledScorecard: Sendable, Codable {
  package var passMark: Double
  package var criteria: [CompiledCriterion]

  /// Without criteria.
  init() {
    passMark = 0
    criteria = []
  }

  package init(_ scorecard: Scorecard, builder: inout StandardBuilder) throws(StandardError) {
    passMark = scorecard.passMark
    criteria = []
    var sets = PhraseSetShelf()
    for criterion in scorecard.criteria {
      criteria.append(
        CompiledCriterion(
          criterion: criterion.compiled,
          sayFor: try sets.compile(criterion.sayFor, &builder),
          condition: try sets.compile(criterion.condition, &builder),
          check: try sets.compile(criterion.check, at: criterion.place, &builder)))
    }
  }
}

/// A criterion with its phrases in the bank. An object, so that it is handed on without copying
/// what it holds.
package final class CompiledCriterion: Sendable, Codable {
  package let criterion: Criterion
  /// The scripts that fit what the client said.
  let sayFor: [CompiledGroup]
  package let condition: CompiledCondition?
  package let check: CompiledCheck

  init(
    criterion: Criterion, sayFor: [CompiledGroup], condition: CompiledCondition?,
    check: CompiledCheck
  ) {
    self.criterion = criterion
    self.sayFor = sayFor
    self.condition = condition
    self.check = check
  }

  /// The script to offer: the first that fits the turn that was to be answered, else the general one.
  func script(for cause: [Evidence], in facts: CallFacts) -> [String] {
    let turns = Set(cause.prefix(1).map(\.turn))
    let fitting = sayFor.first { group in
      facts.places(of: group.sets, by: .client).contains { turns.contains($0.turn) }
    }
    return fitting?.says ?? criterion.say
  }
}

/// A condition with its phrases in the bank.
package struct CompiledCondition: Sendable, Codable {
  package var condition: Condition
  package var clientSays: [PhraseSet]
  package var operatorSays: [PhraseSet]
  package var except: [PhraseSet]
  package var after: [CompiledCondition]
  package var any: [CompiledCondition]
  package var none: [CompiledCondition]
  /// Where in the call what is said counts; nil for anywhere.
  package var placement: CompiledPlacement?
}

/// A check with its phrases in the bank; the cases are those of `Check`.
package indirect enum CompiledCheck: Sendable, Codable {
  case element(Element, withinTurns: Int?)
  case findings([Category], rules: [String], free: Int, each: Double)
  case rate([Category], free: Double, none: Double)
  case says(
    [PhraseSet], by: FindingRule.Scope, afterCondition: Bool, withinTurns: Int?)
  case saysGroups([CompiledGroup], atLeast: Int)
  case saysOnce([CompiledGroup])
  case avoids([PhraseSet], free: Int, each: Double)
  case order([Element])
  case metric(String, minimum: Double?, maximum: Double?)
  case clientEnds([PhraseSet])
  case spokenLimit([PhraseSet], minutes: Double)
  case placed(CompiledCheck, CompiledPlacement, Frequency?)
  case answer(CompiledCheck, withinTurns: Int?)
  case any([CompiledCheck])
  case all([CompiledCheck])
  case review(String)
}

/// A group of phrases with its title.
package struct CompiledGroup: Sendable, Codable {
  package var title: String?
  package var sets: [PhraseSet]
  package var missed: String?
  package var say: String?
  /// Several lines in place of one.
  var says: [String]?
}

/// Gives equal phrases one place in the bank, however many criteria ask for them.
private struct PhraseSetShelf {
  private var sets: [Phrase: PhraseSet] = [:]

  mutating func compile(_ phrases: [StandardPhrase], _ builder: inout StandardBuilder)
    throws(StandardError) -> [PhraseSet]
  {
    var result: [PhraseSet] = []
    for phrase in phrases {
      if let known = sets[phrase.phrase] {
        result.append(known)
      } else {
        let set = try builder.set(of: [phrase])
        sets[phrase.phrase] = set
        result.append(set)
      }
    }
    return result
  }

  mutating func compile(_ condition: Condition?, _ builder: inout StandardBuilder)
    throws(StandardError) -> CompiledCondition?
  {
    guard let condition else { return nil }
    return CompiledCondition(
      condition: condition.compiled, clientSays: try compile(condition.clientSays, &builder),
      operatorSays: try compile(condition.operatorSays, &builder),
      except: try compile(condition.except, &builder),
      after: try compile(condition.after, &builder), any: try compile(condition.any, &builder),
      none: try compile(condition.none, &builder),
      placement: condition.placement.isEmpty
        ? nil : try builder.compile(condition.placement, in: .condition))
  }

  mutating func compile(_ conditions: [Condition], _ builder: inout StandardBuilder)
    throws(StandardError) -> [CompiledCondition]
  {
    var result: [CompiledCondition] = []
    for part in conditions { if let part = try compile(part, &builder) { result.append(part) } }
    return result
  }

  mutating func compile(_ groups: [PhraseGroup], _ builder: inout StandardBuilder)
    throws(StandardError) -> [CompiledGroup]
  {
    var result: [CompiledGroup] = []
    for group in groups {
      result.append(
        CompiledGroup(
          title: group.title, sets: try compile(group.phrases, &builder), missed: group.missed,
          say: group.say))
    }
    return result
  }

  mutating func compile(_ scripts: [FittingScript], _ builder: inout StandardBuilder)
    throws(StandardError) -> [CompiledGroup]
  {
    var result: [CompiledGroup] = []
    for script in scripts {
      result.append(
        CompiledGroup(sets: try compile(script.clientSays, &builder), says: script.say))
    }
    return result
  }

  mutating func compile(_ checks: [Check], at place: Place, _ builder: inout StandardBuilder)
    throws(StandardError) -> [CompiledCheck]
  {
    var result: [CompiledCheck] = []
    for check in checks { result.append(try compile(check, at: place, &builder)) }
    return result
  }

  mutating func compile(_ check: Check, at place: Place, _ builder: inout StandardBuilder)
    throws(StandardError) -> CompiledCheck
  {
    switch check {
    case .element(let element, let turns): return .element(element, withinTurns: turns)
    case .findings(let categories, let rules, let free, let each):
      return .findings(categories, rules: rules, free: free, each: each)
    case .rate(let categories, let free, let none):
      return .rate(categories, free: free, none: none)
    case .says(let phrases, let speaker, let after, let turns):
      return .says(
        try compile(phrases, &builder), by: speaker, afterCondition: after, withinTurns: turns)
    case .saysGroups(let groups, let atLeast):
      return .saysGroups(try compile(groups, &builder), atLeast: atLeast)
    case .saysOnce(let groups): return .saysOnce(try compile(groups, &builder))
    case .avoids(let phrases, let free, let each):
      return .avoids(try compile(phrases, &builder), free: free, each: each)
    case .order(let elements): return .order(elements)
    case .metric(let name, let minimum, let maximum):
      guard MetricName.all.contains(name) else {
        let known = MetricName.all.sorted()
        throw StandardError(
          .shape,
          "неизвестная величина «\(name)»\(Misspelling.hint(for: name, among: known));"
            + " есть: \(known.joined(separator: ", "))", at: place)
      }
      return .metric(name, minimum: minimum, maximum: maximum)
    case .clientEnds(let phrases): return .clientEnds(try compile(phrases, &builder))
    case .spokenLimit(let phrases, let minutes):
      return .spokenLimit(try compile(phrases, &builder), minutes: minutes)
    case .placed(let check, let placement, let frequency):
      return .placed(
        try compile(check, at: place, &builder), try builder.compile(placement, in: .criterion),
        frequency)
    case .answer(let check, let turns):
      return .answer(try compile(check, at: place, &builder), withinTurns: turns)
    case .any(let checks): return .any(try compile(checks, at: place, &builder))
    case .all(let checks): return .all(try compile(checks, at: place, &builder))
    case .review(let reason): return .review(reason)
    }
  }
}
