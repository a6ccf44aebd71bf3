import RussianText
import ServiceStandards
import Transcripts

/// The speech of a call on the clock, in the order in which it was spoken: whole turns, or the
/// stretches between the pauses of turns whose words have times.
struct Timeline {
  /// A stretch of one turn, in seconds.
  struct Stretch {
    var turn: Int
    var speaker: Speaker
    var start: Double
    /// Nil where the source gives only starts.
    var end: Double?
  }

  let stretches: [Stretch]
  let call: AnalyzedCall
  let measures: SpeechMeasures
  /// How many turns have times, and how many of those have the times of their words.
  private(set) var timedTurns = 0
  private(set) var wordTimedTurns = 0

  init(_ call: AnalyzedCall, measures: SpeechMeasures) {
    var stretches: [Stretch] = []
    for turn in call.turns where !turn.words.isEmpty {
      let source = call.call.turns[turn.index]
      let pieces = Self.pieces(source, turn, pause: measures.pause)
      if pieces.isEmpty, let whole = Self.whole(source, turn) {
        stretches.append(whole)
        timedTurns += 1
      } else if !pieces.isEmpty {
        stretches += pieces
        timedTurns += 1
        wordTimedTurns += 1
      }
    }
    self.stretches = stretches.sorted { $0.start < $1.start }
    self.call = call
    self.measures = measures
  }

  /// A turn's own times, else those of its first and last word. Times that run backwards are none.
  private static func whole(_ source: Turn, _ turn: AnalyzedTurn) -> Stretch? {
    guard let start = source.start ?? source.words?.compactMap(\.start).first,
      start.isFinite, start >= 0
    else { return nil }
    var end = source.end ?? source.words?.compactMap(\.end).last
    if let value = end, !value.isFinite || value < start { end = nil }
    return Stretch(turn: turn.index, speaker: turn.speaker, start: start, end: end)
  }

  /// The stretches between pauses; none where a word has no times, or they run backwards.
  private static func pieces(_ source: Turn, _ turn: AnalyzedTurn, pause: Double) -> [Stretch] {
    guard let words = source.words, !words.isEmpty else { return [] }
    var result: [Stretch] = []
    var last = 0.0
    for word in words {
      guard let start = word.start, let end = word.end, start.isFinite, end.isFinite,
        start >= 0, end >= start, result.isEmpty || end >= last
      else { return [] }
      if result.isEmpty || start - last >= pause {
        result.append(
          Stretch(turn: turn.index, speaker: turn.speaker, start: start, end: end))
      } else {
        result[result.count - 1].end = end
      }
      last = end
    }
    return result
  }

  /// Whether every stretch has an end: gaps and overlaps mean nothing otherwise.
  var isComplete: Bool { stretches.allSatisfy { $0.end != nil } }

  /// - Parameters:
  ///   - transferTurn: the turn in which a transfer is announced.
  ///   - announcing: the operator's turns in which a wait is announced.
  ///   - thanking: those in which the operator thanks for waiting.
  func metrics(
    transferTurn: Int?, announcing: Set<Int>, thanking: Set<Int>
  ) -> [String: Double] {
    guard let first = stretches.first, let last = stretches.max(by: { until($0) < until($1) })
    else { return [:] }
    var metrics: [String: Double] = [
      MetricName.wordTimesShare: Double(wordTimedTurns) / Double(timedTurns),
      MetricName.duration: until(last) - first.start,
    ]
    if last.speaker != .other {
      metrics[MetricName.endedByClient] = last.speaker == .client ? 1 : 0
    }
    if let answer = stretches.first(where: { $0.speaker == .operator })?.start,
      answer < Self.latestAnswer
    {
      metrics[MetricName.answer] = answer
    }
    if isComplete {
      addPace(to: &metrics)
      addSilences(announcing: announcing, thanking: thanking, to: &metrics)
      addInterruptions(to: &metrics)
      if let seconds = transferSeconds(transferTurn) { metrics[MetricName.transfer] = seconds }
    }
    return metrics.mapValues(SpeechMetrics.rounded)
  }

  func until(_ stretch: Stretch) -> Double { stretch.end ?? stretch.start }

  /// A later start than this is a clock that does not begin with the recording.
  private static let latestAnswer = 600.0

  /// The silence before the company's side speaks again after a transfer was announced.
  private func transferSeconds(_ announced: Int?) -> Double? {
    guard let announced,
      let index = stretches.lastIndex(where: { $0.turn == announced }),
      let next = stretches.indices.first(where: {
        // The colleague who takes the call is a third voice.
        $0 > index && stretches[$0].speaker != .client
      })
    else { return nil }
    let spokenUntil = stretches[..<next].compactMap(\.end).max() ?? stretches[next].start
    return max(stretches[next].start - spokenUntil, 0)
  }
}
