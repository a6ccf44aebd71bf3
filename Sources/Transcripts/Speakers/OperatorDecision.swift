/// How it was decided which voice is the operator's.
public struct OperatorDecision: Sendable, Hashable, Codable {
  /// The voice as the source labels it.
  public var voice: String
  /// 0…1.
  public var confidence: Double
  /// In Russian.
  public var reason: String

  public init(voice: String, confidence: Double, reason: String) {
    self.voice = voice
    self.confidence = confidence
    self.reason = reason
  }
}

/// What a person says of the sources, and what words tell.
public struct ImportOptions: Sendable {
  /// The operator's channel: as the source labels it, or `left`, `right`.
  public var operatorChannel: String?
  /// The operator's label among the speakers.
  public var operatorSpeaker: String?
  public var lexicon: SpeakerLexicon
  /// Counts what is read of files, for whoever shows how far it is.
  public var meter: ReadMeter?

  public init(
    operatorChannel: String? = nil, operatorSpeaker: String? = nil,
    lexicon: SpeakerLexicon = SpeakerLexicon()
  ) {
    self.operatorChannel = operatorChannel
    self.operatorSpeaker = operatorSpeaker
    self.lexicon = lexicon
  }
}
