import ServiceStandards

/// What is said, divided by whether it stands where it counts.
struct PlacedMatches<Match> {
  var fitting: [Match]
  /// Those of which the call does not tell.
  var unclear: [Match]
}

extension PlacedMatches where Match == LocatedMatch {
  static var unclearReason: String {
    "в расшифровке нет времени, по которому видно, где это сказано"
  }
}

extension [LocatedMatch] {
  /// Divides places by whether they stand where a placement wants them.
  func divided(by placement: CompiledPlacement?, in scene: CallScene?)
    -> PlacedMatches<LocatedMatch>
  {
    guard let placement else { return PlacedMatches(fitting: self, unclear: []) }
    return divided { place in
      scene.map { $0.holds(placement, for: $0.extent(of: place)) } ?? .unknown
    }
  }
}

extension Array {
  fileprivate func divided(by certainty: (Element) -> Certainty) -> PlacedMatches<Element> {
    var result = PlacedMatches<Element>(fitting: [], unclear: [])
    for match in self {
      switch certainty(match) {
      case .yes: result.fitting.append(match)
      case .unknown: result.unclear.append(match)
      case .no: break
      }
    }
    return result
  }
}

/// Checks of what is said in a part of the call, or so often.
extension CheckJudge {
  /// The same judge, for a part of the call.
  func placed(at placement: CompiledPlacement, _ frequency: Frequency?) -> CheckJudge {
    var facts = facts
    if let scene = facts.scene { facts.scene?.condition = condition.compactMap(scene.extent(of:)) }
    var result = CheckJudge(facts: facts, condition: condition)
    result.placement = placement.windows.isEmpty ? nil : placement
    result.frequency = frequency
    return result
  }

  func divided(_ places: [LocatedMatch]) -> PlacedMatches<LocatedMatch> {
    places.divided(by: placement, in: facts.scene)
  }

  func divided(_ findings: [Finding]) -> PlacedMatches<Finding> {
    guard let placement else { return PlacedMatches(fitting: findings, unclear: []) }
    return findings.divided { finding in
      guard let scene = facts.scene, let extent = scene.extent(of: Evidence(finding)) else {
        return .unknown
      }
      return scene.holds(placement, for: extent)
    }
  }

  /// The verdict on an element that was said, by where it was.
  func placed(_ result: ElementResult, _ placement: CompiledPlacement) -> CheckVerdict {
    let evidence = facts.evidence(of: result)
    guard let scene = facts.scene else { return .review(Self.unclearReason, evidence) }
    let places = (scene.elements[result.element] ?? []).divided {
      scene.holds(placement, for: $0)
    }
    if let place = places.fitting.first {
      let evidence = [scene.evidence(of: place)]
      return .met("сказано: \(Wording.quotes(evidence))", evidence)
    }
    guard places.unclear.isEmpty else { return .review(Self.unclearReason, evidence) }
    return .violated(
      "сказано не там, где нужно: \(Wording.quotes(evidence))", share: 0.5, evidence)
  }

  /// The verdict on what is said where it must be, or so often as it must be; nil when it is not.
  func saidOften(
    _ fitting: [LocatedMatch], unclear: [LocatedMatch], _ speaker: FindingRule.Scope
  ) -> CheckVerdict? {
    let evidence = fitting.map(facts.evidence)
    if let frequency {
      let (certainty, counted) = count(evidence, frequency, speaker)
      switch certainty {
      case .yes:
        let proof = counted.map { evidence[$0] }
        return .met("\(Self.times(proof)): \(Wording.quotes(proof))", proof)
      case .unknown: return .review(Self.unclearReason, evidence)
      case .no where unclear.isEmpty:
        return .violated("\(Self.times(evidence)), нужно \(frequency)", evidence)
      case .no: break
      }
    } else if let first = evidence.first {
      return .met("сказано: \(Wording.quotes([first]))", [first])
    }
    return unclear.isEmpty ? nil : .review(Self.unclearReason, unclear.map(facts.evidence))
  }

  /// The verdict on what must not be said, where the call does not tell its place or its
  /// frequency, or it is said less often than counts; nil when it is to be judged.
  func unclear<Match>(_ places: PlacedMatches<Match>, _ evidence: [Evidence], free: Int)
    -> CheckVerdict?
  {
    if !places.unclear.isEmpty, evidence.count <= free {
      return .review(Self.unclearReason, evidence)
    }
    guard let frequency, !evidence.isEmpty else { return nil }
    switch count(evidence, frequency, .operator).certainty {
    case .yes: return nil
    case .unknown: return .review(Self.unclearReason, evidence)
    case .no:
      return .met("\(Self.times(evidence)) — реже, чем считается: \(frequency)", evidence)
    }
  }

  private func count(
    _ evidence: [Evidence], _ frequency: Frequency, _ speaker: FindingRule.Scope
  ) -> (certainty: Certainty, counted: [Int]) {
    guard let scene = facts.scene else { return (.unknown, []) }
    return scene.count(
      evidence.compactMap(scene.extent(of:)), for: frequency, of: speaker)
  }

  private static var unclearReason: String { PlacedMatches<LocatedMatch>.unclearReason }

  private static func times(_ evidence: [Evidence]) -> String {
    "сказано \(Wording.count(evidence.count, "раз", "раза", "раз"))"
  }
}
