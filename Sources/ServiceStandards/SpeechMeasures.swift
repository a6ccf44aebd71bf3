/// How speech is measured on the clock: bounds and words that a person edits.
public struct SpeechMeasures: Sendable, Codable {
  /// Words that assent while the other speaks: a turn of nothing else interrupts nobody.
  public var backChannels: [String] = []
  /// What the operator says to a client who waited.
  public var thanksForWaiting: [StandardPhrase] = []
  /// A silence of so many seconds that leaves the client waiting is a hold.
  public var hold = 15.0
  /// A shorter silence is a breath.
  public var silence = 3.0
  /// Who starts at least so many seconds before the other ends interrupts.
  public var overlap = 0.5
  /// A pause of so many seconds between two words of a turn is no speech.
  public var pause = 1.0

  public init() {}

  /// The same without phrases.
  public var compiled: SpeechMeasures {
    var result = self
    result.thanksForWaiting = []
    return result
  }
}

extension YAMLReader {
  func speechMeasures() throws(StandardError) -> SpeechMeasures {
    try requireKeys([
      "back_channels", "thanks_for_waiting", "hold_seconds", "silence_seconds", "overlap_seconds",
      "pause_seconds",
    ])
    var result = SpeechMeasures()
    result.backChannels = try strings("back_channels")
    result.thanksForWaiting = try phrases("thanks_for_waiting")
    result.hold = try value("hold_seconds")?.length() ?? result.hold
    result.silence = try value("silence_seconds")?.length() ?? result.silence
    result.overlap = try value("overlap_seconds")?.double() ?? result.overlap
    result.pause = try value("pause_seconds")?.double() ?? result.pause
    return result
  }
}
