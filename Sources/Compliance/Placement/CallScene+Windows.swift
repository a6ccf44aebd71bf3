import ServiceStandards

/// Whether something holds, where a call may not tell.
enum Certainty: Sendable {
  case no, unknown, yes

  /// The weaker of two that must both hold.
  func and(_ other: Certainty) -> Certainty {
    if self == .no || other == .no { return .no }
    return self == .yes && other == .yes ? .yes : .unknown
  }

  /// The stronger of two of which one must hold.
  func or(_ other: Certainty) -> Certainty {
    if self == .yes || other == .yes { return .yes }
    return self == .no && other == .no ? .no : .unknown
  }

  var negated: Certainty {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}

/// Whether a match stands where it counts.
extension CallScene {
  /// Whether a match stands in one window of each group, and in none of the others.
  func holds(_ placement: CompiledPlacement, for match: Extent) -> Certainty {
    var result = Certainty.yes
    for group in placement.within {
      var any = Certainty.no
      for window in group where any != .yes { any = any.or(isIn(window, match)) }
      result = result.and(any)
      if result == .no { return .no }
    }
    for window in placement.outside {
      result = result.and(isIn(window, match).negated)
      if result == .no { return .no }
    }
    return result
  }

  private func isIn(_ window: CompiledWindow, _ match: Extent) -> Certainty {
    guard let extents = extents(of: window.point) else { return .unknown }
    var result = Certainty.no
    // A phrase may be the match itself: it is not measured from that.
    for extent in extents where extent != match {
      let part = isWithin(window.distance, window.side, of: extent, match)
      if part == .yes { return .yes }
      result = result.or(part)
    }
    return result
  }

  private func isWithin(
    _ distance: Distance?, _ side: Window.Side, of point: Extent, _ match: Extent
  ) -> Certainty {
    if let distance, distance.unit == .seconds {
      return isWithin(seconds: distance.limit, side, of: point, match)
    }
    let isAfter = order(match.start) >= order(point.end)
    let isBefore = order(match.end) <= order(point.start)
    switch side {
    case .after where !isAfter, .before where !isBefore: return .no
    default: break
    }
    guard let distance else { return .yes }
    let length =
      if isAfter, side != .before {
        self.length(distance, from: point, toMatch: match)
      } else if isBefore {
        self.length(distance, fromMatch: match, to: point)
      } else {
        0
      }
    return Double(length) <= distance.limit ? .yes : .no
  }

  /// Which of all words of the call a place stands before.
  private func order(_ place: Place) -> Int { words(before: place, of: .any) }

  /// How much stands between a point and the match behind it; of turns, the match's own counts.
  private func length(_ distance: Distance, from point: Extent, toMatch match: Extent) -> Int {
    distance.unit == .turns
      ? turns(from: point.lastTurn + 1, to: match.firstTurn + 1, of: distance.speaker)
      : words(before: match.start, of: distance.speaker)
        - words(before: point.end, of: distance.speaker)
  }

  /// How much stands between the match and a point behind it; of turns, the match's own counts.
  private func length(_ distance: Distance, fromMatch match: Extent, to point: Extent) -> Int {
    distance.unit == .turns
      ? turns(from: match.firstTurn, to: point.firstTurn, of: distance.speaker)
      : words(before: point.start, of: distance.speaker)
        - words(before: match.end, of: distance.speaker)
  }

  private func isWithin(
    seconds limit: Double, _ side: Window.Side, of point: Extent, _ match: Extent
  ) -> Certainty {
    guard let match = self.seconds(of: match), let point = self.seconds(of: point) else {
      return .unknown
    }
    let after = match.lowerBound - point.upperBound
    let before = point.lowerBound - match.upperBound
    let length: Double
    switch side {
    case .after: length = after
    case .before: length = before
    case .around: length = max(after, before, 0)
    }
    return length >= -Self.tolerance && length <= limit + Self.tolerance ? .yes : .no
  }

  /// Times are rounded, and words of one turn may overlap a little.
  private static let tolerance = 0.05
}
