import ServiceStandards

/// In which order a standard's rules are looked for: a rule that asks for others comes after them.
struct RulePlan: Sendable {
  /// Numbers of the rules.
  let order: [Int]
  /// Rules by their id, those that others ask for.
  private let asked: [String: Int]
  /// Numbers of the rules that take what others find where those stand.
  let claiming: [Int]
  /// Whether anything in the standard is measured from a place of the call.
  let needsScene: Bool

  /// - Throws: `StandardError` when rules ask for each other in a circle.
  init(_ rules: [CompiledRule], placements: [CompiledPlacement], scorecard: CompiledScorecard)
    throws(StandardError)
  {
    var needs: [Int: Set<String>] = [:]
    for (index, rule) in rules.enumerated() {
      var names = Set(rule.rule.dependence?.rules ?? [])
      for circumstances in rule.circumstances + [rule.detectorCircumstances] {
        if let number = circumstances.placement, placements.indices.contains(number) {
          names.formUnion(placements[number].rules)
        }
      }
      if !names.isEmpty { needs[index] = names }
    }
    claiming = rules.indices.filter { rules[$0].rule.dependence?.isNegated == false }
    needsScene =
      !placements.isEmpty || !needs.isEmpty || rules.contains { $0.rule.frequency != nil }
      || scorecard.isPlaced
    let wanted = needs.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    var asked: [String: Int] = [:]
    if !wanted.isEmpty {
      for (index, rule) in rules.enumerated() where wanted.contains(rule.rule.id) {
        asked[rule.rule.id] = index
      }
    }
    self.asked = asked
    guard !needs.isEmpty else {
      order = Array(rules.indices)
      return
    }
    order = try Self.sorted(rules, needs: needs, asked: asked)
  }

  /// Whether others ask for a rule.
  func isAsked(_ rule: CompiledRule) -> Bool { !asked.isEmpty && asked[rule.rule.id] != nil }

  /// The number of a rule that others ask for.
  func number(of id: String) -> Int? { asked[id] }

  private static func sorted(
    _ rules: [CompiledRule], needs: [Int: Set<String>], asked: [String: Int]
  ) throws(StandardError) -> [Int] {
    var order: [Int] = []
    var done: Set<Int> = []
    var open: Set<Int> = []
    func visit(_ index: Int) throws(StandardError) {
      guard !done.contains(index) else { return }
      guard open.insert(index).inserted else {
        let rule = rules[index].rule
        throw StandardError(
          .shape, "правило «\(rule.id)» зависит от себя самого, прямо или через другие",
          at: rule.place)
      }
      for name in (needs[index] ?? []).sorted() {
        if let needed = asked[name] { try visit(needed) }
      }
      done.insert(index)
      order.append(index)
    }
    for index in rules.indices { try visit(index) }
    return order
  }
}

extension CompiledStandard {
  /// Where things stand in a call; nil for a standard that measures nothing from them.
  func scene(of call: AnalyzedCall, _ matches: CallMatches) -> CallScene? {
    guard plan.needsScene else { return nil }
    let announcing = elements(of: .holdWarning)
      .flatMap { matches.matches(of: $0.set) + matches.matches(of: $0.setIfApplies) }
    return CallScene(
      call: call, matches: matches, measures: standard.speech,
      announcing: Set(announcing.map(\.turn)))
  }

  /// Whether a match stands where its circumstances want it.
  func certainty(
    _ circumstances: CompiledCircumstances, of located: LocatedMatch, in scene: CallScene?
  ) -> Certainty {
    guard let number = circumstances.placement else { return .yes }
    guard let scene, placements.indices.contains(number) else { return .unknown }
    return scene.holds(placements[number], for: scene.extent(of: located))
  }
}

extension CompiledScorecard {
  /// Whether a criterion asks where in the call, or how often, something is said.
  var isPlaced: Bool {
    criteria.contains { $0.check.isPlaced || ($0.condition?.isPlaced ?? false) }
  }
}

extension CompiledCheck {
  fileprivate var isPlaced: Bool {
    switch self {
    case .placed: true
    case .answer(let check, _): check.isPlaced
    case .any(let checks), .all(let checks): checks.contains(where: \.isPlaced)
    default: false
    }
  }
}

extension CompiledCondition {
  fileprivate var isPlaced: Bool {
    placement != nil || (any + none + after).contains(where: \.isPlaced)
  }
}
