import RussianMorphology

/// Finds what no speech can match in a phrase: the whole of it, or a way through it.
struct PhraseReach {
  private var words: WordReach
  private let lists: [String: [StandardPhrase]]

  /// What was found in one phrase.
  struct Answer {
    /// Why nothing can match the phrase at all, in Russian.
    var obstacle: String?
    /// Why single ways through it can never be gone.
    var deadWays: [String] = []
  }

  init(morphology: Morphology, lists: [String: [StandardPhrase]]) {
    words = WordReach(morphology: morphology)
    self.lists = lists
  }

  mutating func answer(_ phrase: Phrase) -> Answer {
    var answer = Answer()
    answer.obstacle = obstacle(phrase.root, &answer.deadWays)
    return answer
  }

  private mutating func obstacle(_ node: PhraseNode, _ deadWays: inout [String]) -> String? {
    switch node {
    case .word(let pattern): return wordObstacle(pattern)
    case .marked(let part): return obstacle(part, &deadWays)
    case .optional(let part):
      if let reason = obstacle(part, &deadWays) { deadWays.append(reason) }
      return nil
    case .alternatives(let parts):
      let reasons = parts.map { obstacle($0, &deadWays) }
      let dead = reasons.compactMap(\.self)
      if dead.count == parts.count { return dead.first }
      deadWays += dead
      return nil
    case .anyOrder(let parts, _):
      for part in parts { if let reason = obstacle(part, &deadWays) { return reason } }
      return nil
    case .sequence(let parts):
      for part in parts { if let reason = obstacle(part, &deadWays) { return reason } }
      return Self.orderObstacle(parts)
    case .gap, .anchor, .not, .found: return nil
    }
  }

  private mutating func wordObstacle(_ pattern: WordPattern) -> String? {
    guard case .list(let name) = pattern.text, let grammar = pattern.grammar else {
      return words.obstacle(pattern)
    }
    // A grammar after a list is asked of every single word of it; one that has it is enough.
    var reason: String?
    for entry in lists[name] ?? [] {
      guard case .word(var word) = entry.phrase.root, word.grammar == nil else { return nil }
      word.grammar = grammar
      guard let obstacle = wordObstacle(word) else { return nil }
      reason = obstacle
    }
    return reason
  }

  /// What the places between the parts of a phrase make impossible.
  private static func orderObstacle(_ parts: [PhraseNode]) -> String? {
    var hasWords = false
    /// The anchor after which no word may come without a `.`.
    var end: Anchor?
    for (index, part) in parts.enumerated() {
      switch part {
      case .anchor(.boundary):
        if end != .turnEnd { end = nil }
      case .anchor(.turnStart) where hasWords:
        return "«^^» — начало реплики, а перед ним уже стоят слова"
      case .anchor(let anchor):
        if [.turnEnd, .sentenceEnd, .question, .exclamation].contains(anchor) { end = anchor }
      case .not(let forbidden):
        if index + 1 < parts.count, forbidden.covers(parts[index + 1]) {
          return "«!» запрещает то, что стоит сразу за ним"
        }
      default:
        guard part.leastWords > 0 else { continue }
        if let end {
          return end == .turnEnd
            ? "«$$» — конец реплики, а за ним ещё стоят слова"
            : "за концом предложения «\(end.rawValue)» стоят слова, а «.» между ними нет"
        }
        hasWords = true
      }
    }
    return nil
  }
}

extension PhraseNode {
  /// How many words a match takes at least.
  var leastWords: Int {
    switch self {
    case .word, .found: 1
    case .sequence(let parts), .anyOrder(let parts, _): parts.reduce(0) { $0 + $1.leastWords }
    case .alternatives(let parts): parts.map(\.leastWords).min() ?? 0
    case .marked(let part): part.leastWords
    case .optional, .gap, .anchor, .not: 0
    }
  }

  /// Whether everything that fits `other` is known to begin with what fits this.
  fileprivate func covers(_ other: PhraseNode) -> Bool {
    if self == other { return true }
    if case .alternatives(let parts) = self { return parts.contains { $0.covers(other) } }
    if case .marked(let part) = other { return covers(part) }
    return false
  }
}
