/// A part of the call in which a match counts, told from a point of it:
/// «30 секунд от начала звонка», «3 реплики оператора до конца звонка»,
/// «10 слов до фразы до свидания».
///
/// The notation is described in `Lexicons/notation.md`; `WindowParser` reads it and `description`
/// prints it back.
public struct Window: Sendable, Hashable {
  /// How far from the point; nil for any distance.
  public var distance: Distance?
  public var side: Side
  public var point: Point

  public init(distance: Distance?, side: Side, point: Point) {
    self.distance = distance
    self.side = side
    self.point = point
  }

  /// Where the match stands, seen from the point.
  public enum Side: String, Sendable, Hashable, Codable, CaseIterable {
    /// Behind its end.
    case after = "после"
    /// Before its beginning.
    case before = "до"
    /// On either side, or on it.
    case around = "от"
  }

  /// What a window is measured from.
  public enum Point: Sendable, Hashable {
    /// The first word of the call, and the last.
    case start, end
    /// The client waits: a silence as long as `hold_seconds` says.
    case hold(Edge)
    /// Nobody speaks for longer than so many seconds, or than `silence_seconds` says.
    case pause(Edge, longerThan: Double?)
    /// One side begins while the other still speaks.
    case interruption(by: FindingRule.Scope)
    /// Where a criterion's condition came about.
    case condition
    /// Where an element of the call was said.
    case element(Element)
    /// Another rule's match.
    case rule(String)
    /// A phrase, by whoever says it.
    case phrase(Phrase, by: FindingRule.Scope)
  }

  /// Which part of a stretch of time is meant.
  public enum Edge: String, Sendable, Hashable, Codable, CaseIterable {
    case whole = ""
    case start = "начала"
    case end = "конца"
  }
}

/// A length of the call: «30 секунд», «3 реплики оператора», «20 слов».
public struct Distance: Sendable, Hashable, Codable {
  public var limit: Double
  public var unit: Unit
  /// Whose words or turns are counted; times are everybody's.
  public var speaker: FindingRule.Scope

  public init(_ limit: Double, _ unit: Unit, of speaker: FindingRule.Scope = .any) {
    self.limit = limit
    self.unit = unit
    self.speaker = speaker
  }

  public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
    case seconds, words, turns
  }
}
