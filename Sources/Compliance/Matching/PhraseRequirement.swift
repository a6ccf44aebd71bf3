/// What the words of a turn must hold for a phrase to have a chance there.
indirect enum PhraseRequirement: Sendable {
  case nothing
  /// A word that the matcher accepts.
  case word(Int32)
  case all([PhraseRequirement])
  case any([PhraseRequirement])

  /// Sets of matchers, of each of which some word must satisfy one; the rarest first.
  ///
  /// - Parameter cost: how often a matcher is expected to accept a word.
  func clauses(cost: (Int32) -> Int) -> [RequirementClause] {
    switch self {
    case .nothing: return []
    case .word(let matcher): return [RequirementClause(matchers: [matcher], cost: cost(matcher))]
    case .all(let parts): return Array(parts.flatMap { $0.clauses(cost: cost) }.rarest)
    case .any(let ways):
      let perWay = ways.map { $0.clauses(cost: cost) }
      let depth = perWay.map(\.count).min() ?? 0
      return (0..<depth).map { place in
        perWay.reduce(into: RequirementClause(matchers: [], cost: 0)) { union, clauses in
          union.add(clauses[place])
        }
      }
    }
  }
}

/// Matchers one of which must accept a word.
struct RequirementClause: Sendable {
  /// In ascending order, each once.
  var matchers: [Int32]
  /// How often one of them is expected to accept a word.
  var cost: Int

  mutating func add(_ other: RequirementClause) {
    let new = other.matchers.filter { !matchers.contains($0) }
    guard !new.isEmpty else { return }
    matchers = (matchers + new).sorted()
    cost += other.cost
  }
}

extension [RequirementClause] {
  /// The few that rule out most.
  var rarest: ArraySlice<RequirementClause> {
    sorted { $0.cost < $1.cost }.prefix(Self.most)
  }

  /// More than so many words asked for beforehand rule out little more.
  private static var most: Int { 4 }
}
