/// What the words of a turn must hold for a phrase to have a chance there.
enum PhraseRequirement: Sendable {
  case nothing
  /// A word that the matcher accepts, so far from the first.
  case word(Int32, at: PhraseReach)
  case all([PhraseRequirement])
  case any([PhraseRequirement])
  /// The same from another place on.
  indirect case moved(PhraseRequirement, by: PhraseReach)

  /// Sets of matchers, of each of which some word must satisfy one; the rarest first.
  ///
  /// - Parameter cost: how often a matcher is expected to accept a word.
  func clauses(cost: (Int32) -> Int) -> [RequirementClause] {
    switch self {
    case .nothing: return []
    case .word(let matcher, let reach):
      return [RequirementClause(matchers: [matcher], cost: cost(matcher), reach: reach)]
    case .all(let parts): return Array(parts.flatMap { $0.clauses(cost: cost) }.rarest)
    case .moved(let requirement, let distance):
      return requirement.clauses(cost: cost).map { clause in
        var clause = clause
        clause.reach = clause.reach + distance
        return clause
      }
    case .any(let ways):
      let perWay = ways.map { $0.clauses(cost: cost) }
      let depth = perWay.map(\.count).min() ?? 0
      return (0..<depth).map { place in
        perWay.dropFirst().reduce(into: perWay[0][place]) { union, clauses in
          union.add(clauses[place])
        }
      }
    }
  }
}

/// How many words may lie between the first word of a match and some place in it.
struct PhraseReach: Sendable {
  var least: Int
  var most: Int

  static let start = PhraseReach(least: 0, most: 0)

  /// As far as this, and from there as far as another.
  static func + (first: Self, second: Self) -> Self {
    Self(least: first.least + second.least, most: first.most + second.most)
  }

  /// Both this and another.
  func union(_ other: Self) -> Self {
    PhraseReach(least: min(least, other.least), most: max(most, other.most))
  }
}

/// Matchers one of which must accept a word.
struct RequirementClause: Sendable {
  /// In ascending order, each once.
  var matchers: [Int32]
  /// How often one of them is expected to accept a word.
  var cost: Int
  /// How far from the first word of a match that word may stand.
  var reach: PhraseReach

  mutating func add(_ other: RequirementClause) {
    reach = reach.union(other.reach)
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
