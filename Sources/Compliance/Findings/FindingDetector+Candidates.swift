import ServiceStandards

/// What one rule finds in a call, and what becomes of it by how often and where others match.
extension FindingDetector {
  /// Occurrences that count by how often they come; doubtful ones where the call does not tell.
  func frequent(_ found: [FindingCandidate], rule: CompiledRule, scene: CallScene?)
    -> [FindingCandidate]
  {
    guard let frequency = rule.rule.frequency, !found.isEmpty else { return found }
    let found = found.sorted { ($0.turn, $0.range.lowerBound) < ($1.turn, $1.range.lowerBound) }
    guard let scene else { return found.map(\.doubtful) }
    let extents = found.map { scene.extent(turn: $0.turn, words: $0.range) }
    let (certainty, counted) = scene.count(extents, for: frequency, of: rule.rule.speaker)
    switch certainty {
    case .no: return []
    case .unknown: return rule.rule.firesOnce ? [found[0].doubtful] : found.map(\.doubtful)
    case .yes:
      let kept = counted.map { found[$0] }
      return rule.rule.firesOnce ? Array(kept.prefix(1)) : kept
    }
  }

  /// Those candidates of a rule that stand where the rules that it depends on matched, or did not.
  func dependent(
    _ found: [FindingCandidate], on rule: CompiledRule, scene: CallScene?, call: AnalyzedCall
  ) -> [FindingCandidate] {
    guard let dependence = rule.rule.dependence, let scene else { return found }
    let others = dependence.rules.flatMap { scene.rules[$0] ?? [] }
    return found.filter { candidate in
      let meets = others.contains { other in
        Self.meet(candidate, Stretch(other), in: dependence.scope, call: call)
      }
      return meets != dependence.isNegated
    }
  }

  /// Settles what rules and those they depend on found of the same: a stretch that a dependent
  /// rule shares is its own, and the rest of the other rule's is kept, doubted or dropped.
  func settle(
    _ candidates: inout [Int: [FindingCandidate]], excuses: Excuses, call: AnalyzedCall
  ) {
    for index in compiled.plan.claiming {
      guard let dependence = compiled.rules[index].rule.dependence else { continue }
      let others = Set(dependence.rules.compactMap { compiled.plan.number(of: $0) })
      guard candidates.values.contains(where: { $0.contains { others.contains($0.rule) } }) else {
        continue
      }
      let own = candidates.values.joined().filter {
        $0.rule == index && !excuses.cover($0, in: call.turns[$0.turn])
      }
      for turn in Array(candidates.keys) {
        candidates[turn] = candidates[turn]?.compactMap { candidate in
          guard others.contains(candidate.rule) else { return candidate }
          let stretch = Stretch(turn: candidate.turn, words: candidate.range)
          if own.contains(where: { Self.meet($0, stretch, in: .match, call: call) }) { return nil }
          let isClaimed = own.contains {
            Self.meet($0, stretch, in: dependence.scope, call: call)
          }
          switch isClaimed ? .keep : dependence.rest {
          case .keep: return candidate
          case .review: return candidate.doubtful
          case .drop: return nil
          }
        }
      }
    }
  }

  private static func meet(
    _ candidate: FindingCandidate, _ other: Stretch, in scope: RuleDependence.Scope,
    call: AnalyzedCall
  ) -> Bool {
    if scope == .call { return true }
    guard candidate.turn == other.turn else { return false }
    switch scope {
    case .call, .turn: return true
    case .match: return candidate.range.overlaps(other.words)
    case .sentence:
      return call.turns[candidate.turn].sentence(around: candidate.range.lowerBound)
        .overlaps(other.words)
    }
  }
}

extension Stretch {
  fileprivate init(_ extent: CallScene.Extent) {
    self.init(turn: extent.start.turn, words: extent.start.word..<extent.end.word)
  }
}

extension FindingCandidate {
  /// The same, for a person to decide.
  var doubtful: FindingCandidate {
    var result = self
    result.isReview = true
    return result
  }
}
