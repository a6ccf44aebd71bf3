import Transcripts

/// How long the operator leaves the client waiting without a word.
enum OperatorSilence {
  /// Seconds of speech of a word whose times are not known.
  private static let secondsPerWord = 0.4

  /// The longest stretch in seconds between two words of the operator, less what the client says
  /// in it; 0 without times.
  static func longest(in call: Call) -> Double {
    var longest = 0.0
    var end: Double?
    var clientSpeech = 0.0
    for turn in call.turns {
      guard turn.speaker == .operator else {
        clientSpeech += speech(turn)
        continue
      }
      if let end, let start = turn.start { longest = max(longest, start - end - clientSpeech) }
      longest = max(longest, pause(inside: turn))
      end = turn.end ?? turn.words?.last?.end
      clientSpeech = 0
    }
    return longest
  }

  private static func speech(_ turn: Turn) -> Double {
    if let start = turn.start, let end = turn.end, end > start { return end - start }
    let words = turn.text.utf8.reduce(1) { $1 == UInt8(ascii: " ") ? $0 + 1 : $0 }
    return Double(words) * secondsPerWord
  }

  private static func pause(inside turn: Turn) -> Double {
    var longest = 0.0
    var end: Double?
    for word in turn.words ?? [] {
      if let end, let start = word.start { longest = max(longest, start - end) }
      end = word.end ?? end
    }
    return longest
  }
}
