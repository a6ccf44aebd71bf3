public import ServiceStandards
public import Transcripts

/// What narrows a search down. What is `nil` does not matter.
public struct SearchFilter: Sendable, Hashable {
  /// Part of the employee's name, in any case.
  public var employee: String?
  public var from: Day?
  public var to: Day?
  public var standard: String?
  /// Only turns with a finding of this category.
  public var category: ServiceStandards.Category?
  public var speaker: Speaker?
  public var minimumScore: Double?
  public var maximumScore: Double?
  public var limit = 20

  public init() {}

  /// Nothing is narrowed down.
  public var isEmpty: Bool {
    var plain = Self()
    plain.limit = limit
    return self == plain
  }
}

/// A turn that was found.
public struct SearchHit: Sendable, Hashable {
  public var call: String
  public var turn: Int
  public var speaker: Speaker
  /// Seconds from the start of the recording.
  public var start: Double?
  public var employee: String?
  public var startedAt: String?
  public var standard: String
  public var score: Double?
  public var snippet: Snippet
}

/// A stretch of a turn around what was found.
public struct Snippet: Sendable, Hashable {
  public var text: String
  /// What was found in it, as half-open ranges of Unicode scalars.
  public var marks: [Range<Int>]

  public init(text: String, marks: [Range<Int>]) {
    self.text = text
    self.marks = marks
  }
}

/// The first hits and how many there are.
public struct SearchResult: Sendable, Hashable {
  public var hits: [SearchHit]
  public var total: Int
}
