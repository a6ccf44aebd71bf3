/// One recorded call as turns in the order they were given.
public struct Call: Sendable, Hashable, Codable {
  public var id: String
  /// Standard to judge by; `nil` leaves the choice to whoever runs the analysis.
  public var standard: String?
  public var direction: Direction?
  public var employee: String?
  /// ISO 8601 date and time as given by the source.
  public var startedAt: String?
  public var turns: [Turn]

  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    case incoming, outgoing
  }

  public init(
    id: String, standard: String? = nil, direction: Direction? = nil, employee: String? = nil,
    startedAt: String? = nil, turns: [Turn]
  ) {
    self.id = id
    self.standard = standard
    self.direction = direction
    self.employee = employee
    self.startedAt = startedAt
    self.turns = turns
  }
}

/// Who speaks.
public enum Speaker: String, Sendable, Hashable, Codable, CaseIterable {
  case `operator`, client
}

/// What one speaker says before the other does. Times in seconds from the start of the recording.
public struct Turn: Sendable, Hashable, Codable {
  public var speaker: Speaker
  public var text: String
  public var start: Double?
  public var end: Double?
  public var words: [Word]?
  /// The source's own label of the voice, where a call has more than two.
  public var voice: String?

  public init(
    speaker: Speaker, text: String, start: Double? = nil, end: Double? = nil,
    words: [Word]? = nil, voice: String? = nil
  ) {
    self.voice = voice
    self.speaker = speaker
    self.text = text
    self.start = start
    self.end = end
    self.words = words
  }
}

/// A recognised word with its times in seconds and the recogniser's confidence, 0…1.
public struct Word: Sendable, Hashable, Codable {
  public var text: String
  public var start: Double?
  public var end: Double?
  public var confidence: Double?

  public init(text: String, start: Double?, end: Double?, confidence: Double? = nil) {
    self.text = text
    self.start = start
    self.end = end
    self.confidence = confidence
  }
}
