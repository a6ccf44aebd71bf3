import Transcripts

/// How long the operator leaves the client waiting without a word: it is for the operator to speak.
/// Before a client's words it was the client who looked, went or thought.
enum OperatorSilence {
  /// Seconds of speech of a word whose times are not known.
  private static let secondsPerWord = 0.4

  /// The longest stretch in seconds between two words of the operator, less what the client says
  /// in it and the silence before that; 0 without times.
  static func longest(in call: Call) -> Double {
    stretches(in: call).map(\.seconds).max() ?? 0
  }

  /// The operator's turns after or inside which the client waits longer than so many seconds.
  static func turns(before seconds: Double, in call: Call) -> Set<Int> {
    Set(stretches(in: call).filter { $0.seconds > seconds }.map(\.turn))
  }

  /// How long the client waits after or inside each of the operator's turns.
  private static func stretches(in call: Call) -> [(turn: Int, seconds: Double)] {
    var result: [(turn: Int, seconds: Double)] = []
    var last: (turn: Int, end: Double)?
    var clientTime = 0.0
    var spokenTo: Double?
    for (index, turn) in call.turns.enumerated() {
      if turn.speaker == .operator {
        if let last, let start = turn.start {
          result.append((last.turn, start - last.end - clientTime))
        }
        result.append((index, pause(inside: turn)))
        last = end(of: turn).map { (index, $0) }
        clientTime = 0
      } else {
        clientTime += speech(turn)
        if let spokenTo, let start = turn.start { clientTime += max(0, start - spokenTo) }
      }
      spokenTo = end(of: turn)
    }
    return result
  }

  private static func end(of turn: Turn) -> Double? { turn.end ?? turn.words?.last?.end }

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
