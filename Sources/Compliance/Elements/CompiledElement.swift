import ServiceStandards

/// How an element is recognised, with its phrases in the bank.
struct CompiledElement: Sendable {
  var rule: ElementRule
  var set: PhraseSet
  /// Circumstances of each phrase.
  var circumstances: [CompiledCircumstances]
  var setIfApplies: PhraseSet
  var near: PhraseSet
  /// Phrases that make it apply, by who says them.
  var appliesByClient: PhraseSet
  var appliesByOperator: PhraseSet
  var cues: [String: Cue]

  /// Turns of speech around a word that a detector asks for.
  struct Cue: Sendable {
    var set: PhraseSet
    /// Those that hold `_` and are asked around a stretch.
    var around: [Int32]
  }
}

extension StandardBuilder {
  mutating func compile(_ rule: ElementRule) throws(StandardError) -> CompiledElement {
    let set = try set(of: rule.phrases.map(\.phrase))
    var circumstances: [CompiledCircumstances] = []
    for phrase in rule.phrases { circumstances.append(try compile(phrase.circumstances)) }
    var cues: [String: CompiledElement.Cue] = [:]
    for (name, phrases) in rule.cues.sorted(by: { $0.key < $1.key }) {
      cues[name] = try cue(of: phrases)
    }
    return CompiledElement(
      rule: rule, set: set, circumstances: circumstances,
      setIfApplies: try self.set(of: rule.phrasesIfApplies), near: try self.set(of: rule.near),
      appliesByClient: try self.set(of: rule.applies?.clientSays ?? []),
      appliesByOperator: try self.set(of: rule.applies?.operatorSays ?? []), cues: cues)
  }

  private mutating func cue(of phrases: [StandardPhrase]) throws(StandardError)
    -> CompiledElement.Cue
  {
    let plain = phrases.filter { !$0.phrase.root.holdsFound }
    var around: [Int32] = []
    for phrase in phrases where phrase.phrase.root.holdsFound {
      around.append(try self.phrases.add(phrase, isIndexed: false))
    }
    return CompiledElement.Cue(set: try set(of: plain), around: around)
  }
}

extension PhraseNode {
  /// Whether `_` stands in it.
  fileprivate var holdsFound: Bool {
    switch self {
    case .found: true
    case .word, .gap, .anchor: false
    case .sequence(let parts), .alternatives(let parts), .anyOrder(let parts, gap: _):
      parts.contains { $0.holdsFound }
    case .optional(let part), .not(let part), .marked(let part): part.holdsFound
    }
  }
}
