/// One recorded call as turns in the order they were given.
public struct Call: Sendable, Hashable, Codable {
  public var id: String
  /// Standard to judge by; `nil` leaves the choice to whoever runs the analysis.
  public var standard: String?
  public var direction: Direction?
  public var employee: String?
  /// ISO 8601 date and time as given by the source.
  public var startedAt: String?
  /// How far the client's clock is from Greenwich: «+07:00»; `nil` where nobody knows.
  public var clientTimeZone: String?
  /// How sure it is that the operator's turns are the operator's, 0…1; nil where nobody had to guess.
  public var operatorConfidence: Double?
  public var turns: [Turn]

  public enum Direction: String, Sendable, Hashable, Codable, CaseIterable {
    case incoming, outgoing
  }

  public init(
    id: String, standard: String? = nil, direction: Direction? = nil, employee: String? = nil,
    startedAt: String? = nil, clientTimeZone: String? = nil, operatorConfidence: Double? = nil,
    turns: [Turn]
  ) {
    self.operatorConfidence = operatorConfidence?.share
    self.id = id
    self.standard = standard
    self.direction = direction
    self.employee = employee
    self.startedAt = startedAt
    self.clientTimeZone = clientTimeZone
    self.turns = turns
  }
}

/// Who speaks.
public enum Speaker: String, Sendable, Hashable, Codable, CaseIterable {
  case `operator`, client
  /// Neither the employee who is judged nor the client: a colleague after a transfer, somebody in
  /// the client's room, an announcement. Kept and searched, and counted for nobody.
  case other
}

/// What one speaker says before the other does. Times in seconds from the start of the recording.
public struct Turn: Sendable, Hashable {
  public var text: String
  public var words: [Word]?
  /// The source's own label of the voice, where a call has more than two.
  public var voice: String?
  @usableFromInline var sparseStart: SparseNumber
  @usableFromInline var sparseEnd: SparseNumber
  @usableFromInline var sparseSpeakerConfidence: SparseNumber
  public var speaker: Speaker

  public init(
    speaker: Speaker, text: String, start: Double? = nil, end: Double? = nil,
    words: [Word]? = nil, voice: String? = nil, speakerConfidence: Double? = nil
  ) {
    sparseSpeakerConfidence = SparseNumber(share: speakerConfidence)
    self.voice = voice
    self.speaker = speaker
    self.text = text
    sparseStart = SparseNumber(start)
    sparseEnd = SparseNumber(end)
    self.words = words
  }

  @inlinable public var start: Double? {
    get { sparseStart.value }
    set { sparseStart = SparseNumber(newValue) }
  }

  @inlinable public var end: Double? {
    get { sparseEnd.value }
    set { sparseEnd = SparseNumber(newValue) }
  }

  /// How sure the diarization is that the turn is this speaker's, 0…1; a word's own goes before.
  @inlinable public var speakerConfidence: Double? {
    get { sparseSpeakerConfidence.value }
    set { sparseSpeakerConfidence = SparseNumber(share: newValue) }
  }
}

/// A recognised word with its times in seconds and the recogniser's confidence, 0…1; what lies
/// outside is taken as not given.
public struct Word: Sendable, Hashable {
  public var text: String
  @usableFromInline var sparseStart: SparseNumber
  @usableFromInline var sparseEnd: SparseNumber
  @usableFromInline var sparseConfidence: SparseNumber
  @usableFromInline var sparseSpeakerConfidence: SparseNumber

  public init(
    text: String, start: Double?, end: Double?, confidence: Double? = nil,
    speakerConfidence: Double? = nil
  ) {
    self.text = text
    sparseSpeakerConfidence = SparseNumber(share: speakerConfidence)
    sparseStart = SparseNumber(start)
    sparseEnd = SparseNumber(end)
    sparseConfidence = SparseNumber(share: confidence)
  }

  @inlinable public var start: Double? {
    get { sparseStart.value }
    set { sparseStart = SparseNumber(newValue) }
  }

  @inlinable public var end: Double? {
    get { sparseEnd.value }
    set { sparseEnd = SparseNumber(newValue) }
  }

  @inlinable public var confidence: Double? {
    get { sparseConfidence.value }
    set { sparseConfidence = SparseNumber(share: newValue) }
  }

  /// How sure the diarization is that the word is its turn's speaker's, 0…1.
  @inlinable public var speakerConfidence: Double? {
    get { sparseSpeakerConfidence.value }
    set { sparseSpeakerConfidence = SparseNumber(share: newValue) }
  }
}
