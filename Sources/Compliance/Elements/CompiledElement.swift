import ServiceStandards

/// How an element is recognised, with its phrases in the bank.
final class CompiledElement: Sendable, Codable {
  let rule: ElementRule
  let set: PhraseSet
  /// Circumstances of each phrase.
  let circumstances: [CompiledCircumstances]
  let setIfApplies: PhraseSet
  /// What comes near without being it, in the order of the rule.
  let near: [PhraseSet]
  /// Phrases that make it apply, by who says them.
  let appliesByClient: PhraseSet
  let appliesByOperator: PhraseSet
  /// Phrases inside which none of those does.
  let exceptions: PhraseSet
  let cues: [ElementCue: Cue]

  init(_ rule: ElementRule, builder: inout StandardBuilder) throws(StandardError) {
    self.rule = rule.compiled
    set = try builder.set(of: rule.phrases.map(\.phrase), isOperatorOnly: true)
    var circumstances: [CompiledCircumstances] = []
    for phrase in rule.phrases {
      circumstances.append(try builder.compile(phrase.circumstances, in: .speech))
    }
    self.circumstances = circumstances
    setIfApplies = try builder.set(of: rule.phrasesIfApplies)
    var near: [PhraseSet] = []
    for wording in rule.near {
      near.append(try builder.set(of: wording.phrases, isOperatorOnly: true))
    }
    self.near = near
    appliesByClient = try builder.set(of: rule.applies?.clientSays ?? [])
    appliesByOperator = try builder.set(of: rule.applies?.operatorSays ?? [])
    exceptions = try builder.set(of: rule.applies?.except ?? [])
    var cues: [ElementCue: Cue] = [:]
    for (name, phrases) in rule.cues.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      cues[name] = try builder.cue(of: phrases)
    }
    self.cues = cues
  }

  // MARK: Archive

  private enum Key: String, CodingKey {
    case rule, set, circumstances, setIfApplies, near
    case appliesByClient, appliesByOperator, exceptions, cues
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    rule = try container.decode(ElementRule.self, forKey: .rule)
    set = try container.decode(PhraseSet.self, forKey: .set)
    circumstances = try [CompiledCircumstances](
      numbers: container.decode([Int32].self, forKey: .circumstances))
    setIfApplies = try container.decode(PhraseSet.self, forKey: .setIfApplies)
    near = try container.decode([PhraseSet].self, forKey: .near)
    appliesByClient = try container.decode(PhraseSet.self, forKey: .appliesByClient)
    appliesByOperator = try container.decode(PhraseSet.self, forKey: .appliesByOperator)
    exceptions = try container.decode(PhraseSet.self, forKey: .exceptions)
    cues = try container.decode([ElementCue: Cue].self, forKey: .cues)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(rule, forKey: .rule)
    try container.encode(set, forKey: .set)
    try container.encode(circumstances.numbers, forKey: .circumstances)
    try container.encode(setIfApplies, forKey: .setIfApplies)
    try container.encode(near, forKey: .near)
    try container.encode(appliesByClient, forKey: .appliesByClient)
    try container.encode(appliesByOperator, forKey: .appliesByOperator)
    try container.encode(exceptions, forKey: .exceptions)
    try container.encode(cues, forKey: .cues)
  }

  /// Turns of speech around a word that a detector asks for.
  struct Cue: Sendable, Codable {
    var set: PhraseSet
    /// Those that hold `_` and are asked around a stretch.
    var around: [Int32]
  }
}

extension StandardBuilder {
  fileprivate mutating func cue(of phrases: [StandardPhrase]) throws(StandardError)
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
