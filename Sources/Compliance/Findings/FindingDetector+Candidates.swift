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
    let others = Stretches(dependence.rules.flatMap { scene.rules[$0] ?? [] }.map(Stretch.init))
    return found.filter {
      others.meet($0, in: dependence.scope, call: call) != dependence.isNegated
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
      let own = Stretches(
        candidates.values.joined().filter {
          $0.rule == index && !excuses.cover($0, in: call.turns[$0.turn])
        }.map { Stretch(turn: $0.turn, words: $0.range) })
      for turn in Array(candidates.keys) {
        candidates[turn] = candidates[turn]?.compactMap { candidate in
          guard others.contains(candidate.rule) else { return candidate }
          if own.meet(candidate, in: .match, call: call) { return nil }
          switch dependence.rest {
          case .keep: return candidate
          case .review: return candidate.doubtful
          case .drop: return nil
          }
        }
      }
    }
  }

  /// One find for every stretch of a turn, as the models weigh them. Where they doubt an inherited
  /// find that took the words of the standard's own, those words are the standard's again, and where
  /// they doubt a sentence, a word or an order inside it that is an offence by itself is one still.
  func resolved(
    _ candidates: [FindingCandidate], judged: ([FindingCandidate]) -> [FindingCandidate]
  ) -> [FindingCandidate] {
    var candidates = candidates
    while true {
      let kept = OverlapResolution.resolve(candidates, ownRules: compiled.ownRules)
      let result = judged(kept)
      let places = Set(kept.map(\.place))
      let lost = candidates.filter {
        $0.rule >= compiled.ownRules && !$0.isReview && !places.contains($0.place)
      }
      guard !lost.isEmpty else {
        let inDoubted = offences(in: candidates, lostTo: kept, judgedAs: result)
        return inDoubted.isEmpty ? result : judged(kept + inDoubted)
      }
      let lostWords = WordSpans(lost.map(\.range))
      let sure = Set(result.filter { !$0.isReview }.map(\.place))
      var isDoubted = false
      for index in candidates.indices {
        let found = candidates[index]
        guard found.rule < compiled.ownRules, !found.isReview, lostWords.touch(found.range),
          places.contains(found.place), !sure.contains(found.place)
        else { continue }
        candidates[index].isReview = true
        candidates[index].ground = .unheard
        isDoubted = true
      }
      guard isDoubted else { return result }
    }
  }

  /// Words and orders that gave way to sentences of which nothing sure is left.
  private func offences(
    in candidates: [FindingCandidate], lostTo kept: [FindingCandidate],
    judgedAs result: [FindingCandidate]
  ) -> [FindingCandidate] {
    let doubted = result.filter { $0.isReview && $0.ground == .unheard }
    guard !doubted.isEmpty else { return [] }
    let spans = WordSpans(doubted.map(\.range))
    let sure = WordSpans(result.filter { !$0.isReview }.map(\.range))
    let standing = WordSpans(kept.filter { $0.category.isSaidInWords }.map(\.range))
    let lost = candidates.filter {
      !$0.isReview && $0.category.isSaidInWords && spans.touch($0.range)
        && !sure.touch($0.range) && !standing.touch($0.range)
    }
    return OverlapResolution.resolve(lost, ownRules: compiled.ownRules)
  }
}

/// Where rules matched in a call, by turn.
private struct Stretches {
  private let turns: [Int: WordSpans]

  init(_ stretches: [Stretch]) {
    turns = Dictionary(grouping: stretches, by: \.turn).mapValues { WordSpans($0.map(\.words)) }
  }

  /// Whether one of them stands where a candidate asks for it.
  func meet(_ candidate: FindingCandidate, in scope: RuleDependence.Scope, call: AnalyzedCall)
    -> Bool
  {
    if scope == .call { return !turns.isEmpty }
    guard let spans = turns[candidate.turn] else { return false }
    let turn = call.turns[candidate.turn]
    return switch scope {
    case .call: true
    case .turn: spans.touch(turn.context(of: candidate.range))
    case .match: spans.touch(candidate.range)
    case .sentence: spans.touch(turn.sentence(around: candidate.range.lowerBound))
    }
  }
}

extension Stretch {
  fileprivate init(_ extent: CallScene.Extent) {
    self.init(turn: extent.start.turn, words: extent.start.word..<extent.end.word)
  }
}

extension FindingCandidate {
  /// What one phrase found in one place has in common.
  fileprivate struct Place: Hashable {
    var rule: Int
    var phrase: Int?
    var range: Range<Int>
  }

  fileprivate var place: Place { Place(rule: rule, phrase: phrase, range: range) }

  /// The same, for a person to decide.
  var doubtful: FindingCandidate {
    var result = self
    result.isReview = true
    return result
  }
}
