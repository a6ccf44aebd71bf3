/// Where in the call a match counts.
public struct Placement: Sendable, Hashable, Codable {
  /// It stands in one window of each of these groups.
  public var within: [[StandardWindow]] = []
  /// It stands in none of these windows.
  public var outside: [StandardWindow] = []

  public init() {}

  /// Whether it counts anywhere.
  public var isEmpty: Bool { within.isEmpty && outside.isEmpty }

  /// Both this and the other's conditions.
  func joined(_ other: Placement) -> Placement {
    var result = self
    result.within += other.within
    result.outside += other.outside
    return result
  }
}

/// A window with the place it was read from.
///
/// Invariant: the text is a window.
public struct StandardWindow: Sendable, Hashable, Codable {
  public let text: String
  public let place: Place

  /// - Throws: `PhraseError` when the text is no window.
  public init(text: String, place: Place) throws(PhraseError) {
    _ = try WindowParser.parse(text)
    self.text = text
    self.place = place
  }

  /// The window that the text says.
  public var window: Window {
    (try? WindowParser.parse(text)) ?? Window(distance: nil, side: .around, point: .start)
  }

  /// The place of a word of the text.
  package func place(of word: String) -> Place {
    guard let range = text.firstRange(of: word) else { return place }
    return place.moved(
      by: text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound))
  }
}

/// What a rule has to do with others.
public struct RuleDependence: Sendable, Hashable, Codable {
  /// The other rules.
  public var rules: [String]
  /// Where they must have matched for this rule to match.
  public var scope: Scope
  /// Whether they must not have matched there instead.
  public var isNegated: Bool
  /// What becomes of the other rules' matches that this rule did not claim.
  public var rest: Rest
  public var place: Place

  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// The stretches share a word.
    case match
    case sentence, turn, call
  }

  public enum Rest: String, Sendable, Hashable, Codable, CaseIterable {
    case keep, review, drop
  }
}
