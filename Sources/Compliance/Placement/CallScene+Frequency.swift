import ServiceStandards

/// How often something is said.
extension CallScene {
  /// Whether some occurrences come as often as asked.
  ///
  /// - Parameters:
  ///   - occurrences: in the order of the call.
  ///   - speaker: whose words a rate is taken of.
  /// - Returns: whether they do, and the numbers of those that count.
  func count(
    _ occurrences: [Extent], for frequency: Frequency, of speaker: FindingRule.Scope
  ) -> (certainty: Certainty, counted: [Int]) {
    var certainty = Certainty.yes
    var counted = Set(occurrences.indices)
    for bound in frequency.bounds {
      switch bound {
      case .atLeast(let least, within: nil):
        certainty = certainty.and(occurrences.count >= least ? .yes : .no)
      case .atLeast(let least, within: .some(let distance)):
        let (part, crowded) = crowded(occurrences, least: least, within: distance)
        certainty = certainty.and(part)
        if part == .yes { counted.formIntersection(crowded) }
      case .atMost(let most): certainty = certainty.and(occurrences.count <= most ? .yes : .no)
      case .morePerWords(let rate, let words):
        let said = Double(self.words(of: speaker))
        let isMore = Double(occurrences.count) * Double(words) > rate * said
        certainty = certainty.and(said > 0 && isMore ? .yes : .no)
      case .morePerMinute(let rate):
        guard let span else {
          certainty = certainty.and(occurrences.isEmpty ? .no : .unknown)
          continue
        }
        let isMore = Double(occurrences.count) * 60 > rate * (span.upperBound - span.lowerBound)
        certainty = certainty.and(isMore ? .yes : .no)
      }
    }
    return (certainty, counted.sorted())
  }

  /// Those occurrences of which so many stand within so much of the call.
  private func crowded(_ occurrences: [Extent], least: Int, within distance: Distance) -> (
    Certainty, Set<Int>
  ) {
    guard occurrences.count >= least else { return (.no, []) }
    var certainty = Certainty.no
    var result: Set<Int> = []
    for first in 0...(occurrences.count - least) {
      let last = first + least - 1
      let part = isLength(
        from: occurrences[first], to: occurrences[last], atMost: distance)
      certainty = certainty.or(part)
      if part == .yes { result.formUnion(first...last) }
    }
    return (certainty, result)
  }

  /// Whether two occurrences, themselves included, take no more than a length of the call.
  private func isLength(from first: Extent, to last: Extent, atMost distance: Distance)
    -> Certainty
  {
    let length: Double
    switch distance.unit {
    case .seconds:
      guard let first = seconds(of: first), let last = seconds(of: last) else { return .unknown }
      length = last.upperBound - first.lowerBound
    case .words:
      length = Double(
        words(before: last.end, of: distance.speaker)
          - words(before: first.start, of: distance.speaker))
    case .turns:
      length = Double(
        turns(from: first.firstTurn, to: last.lastTurn + 1, of: distance.speaker))
    }
    return length <= distance.limit ? .yes : .no
  }
}
