import Transcripts

/// The turns of a call that have times, in the order in which they were spoken.
struct Timeline {
  /// One turn on the clock, in seconds.
  struct Stretch {
    var turn: Int
    var speaker: Speaker
    var start: Double
    /// Nil where the source gives only starts.
    var end: Double?
    var words: Int
  }

  private let stretches: [Stretch]

  init(_ call: AnalyzedCall) {
    stretches = call.turns.compactMap { turn in
      Self.stretch(call.call.turns[turn.index], turn)
    }.sorted { $0.start < $1.start }
  }

  /// A turn's own times, else those of its words. Times that run backwards are not times.
  private static func stretch(_ source: Turn, _ turn: AnalyzedTurn) -> Stretch? {
    guard let start = source.start ?? source.words?.compactMap(\.start).first,
      start.isFinite, start >= 0
    else { return nil }
    var end = source.end ?? source.words?.compactMap(\.end).last
    if let value = end, !value.isFinite || value < start { end = nil }
    return Stretch(
      turn: turn.index, speaker: turn.speaker, start: start, end: end, words: turn.words.count)
  }

  /// - Parameter transferTurn: the turn in which a transfer is announced.
  func metrics(transferTurn: Int?) -> [String: Double] {
    guard let first = stretches.first else { return [:] }
    var metrics: [String: Double] = [:]
    let last = stretches.map { $0.end ?? $0.start }.max() ?? first.start
    metrics[MetricName.duration] = SpeechMetrics.rounded(last - first.start)
    if let answer = stretches.first(where: { $0.speaker == .operator && $0.words > 0 })?.start,
      answer < Self.latestAnswer
    {
      metrics[MetricName.answer] = SpeechMetrics.rounded(answer)
    }
    // Gaps and overlaps mean nothing where a turn has no end.
    guard stretches.allSatisfy({ $0.end != nil }) else { return metrics }
    addSilences(to: &metrics)
    addSpeech(to: &metrics)
    metrics[MetricName.interruptions] = Double(interruptions)
    if let seconds = transferSeconds(transferTurn) {
      metrics[MetricName.transfer] = SpeechMetrics.rounded(seconds)
    }
    return metrics
  }

  /// A later start than this is a clock that does not begin with the recording.
  private static let latestAnswer = 600.0

  private func addSilences(to metrics: inout [String: Double]) {
    var longest = 0.0
    var longestByOperator = 0.0
    var holds = 0
    var spokenUntil = stretches[0].start
    for stretch in stretches {
      let silence = max(stretch.start - spokenUntil, 0)
      longest = max(longest, silence)
      if stretch.speaker == .operator {
        longestByOperator = max(longestByOperator, silence)
        if silence > 15 { holds += 1 }
      }
      spokenUntil = max(spokenUntil, stretch.end ?? stretch.start)
    }
    metrics[MetricName.longestSilence] = SpeechMetrics.rounded(longest)
    metrics[MetricName.longestOperatorSilence] = SpeechMetrics.rounded(longestByOperator)
    metrics[MetricName.holds] = Double(holds)
  }

  private func addSpeech(to metrics: inout [String: Double]) {
    func seconds(_ speaker: Speaker) -> Double {
      stretches.filter { $0.speaker == speaker }
        .reduce(0) { $0 + ($1.end ?? $1.start) - $1.start }
    }
    func words(_ speaker: Speaker) -> Int {
      stretches.filter { $0.speaker == speaker }.reduce(0) { $0 + $1.words }
    }
    let mine = seconds(.operator)
    let theirs = seconds(.client)
    metrics[MetricName.operatorSpeech] = SpeechMetrics.rounded(mine)
    metrics[MetricName.clientSpeech] = SpeechMetrics.rounded(theirs)
    if mine + theirs > 0 {
      metrics[MetricName.operatorTalkShare] = SpeechMetrics.rounded(mine / (mine + theirs))
    }
    for (name, speaker, time) in [
      (MetricName.operatorPace, Speaker.operator, mine), (MetricName.clientPace, .client, theirs),
    ] where time >= Self.leastSpeech {
      metrics[name] = SpeechMetrics.rounded(Double(words(speaker)) * 60 / time)
    }
  }

  /// Less speech than this says nothing of its pace.
  private static let leastSpeech = 10.0

  /// The operator starts while the client still has half a second to go, and says more than a
  /// word of assent.
  private var interruptions: Int {
    var count = 0
    var clientUntil = -1.0
    for stretch in stretches {
      if stretch.speaker == .client {
        clientUntil = max(clientUntil, stretch.end ?? stretch.start)
      } else if stretch.words > 2, stretch.start < clientUntil - 0.5 {
        count += 1
      }
    }
    return count
  }

  /// The silence before the company's side speaks again after a transfer was announced.
  private func transferSeconds(_ announced: Int?) -> Double? {
    guard let announced,
      let index = stretches.firstIndex(where: { $0.turn == announced }),
      let next = stretches.indices.first(where: {
        $0 > index && stretches[$0].speaker == .operator
      })
    else { return nil }
    let spokenUntil = stretches[..<next].compactMap(\.end).max() ?? stretches[next].start
    return max(stretches[next].start - spokenUntil, 0)
  }
}
