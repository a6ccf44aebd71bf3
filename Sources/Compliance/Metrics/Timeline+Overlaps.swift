import RussianText
import ServiceStandards
import Transcripts

/// Who speaks while the other does, and when nobody speaks.
extension Timeline {
  /// Silences and holds. A hold leaves the client waiting: it is long, and either the operator
  /// ends it or the operator announced it.
  func addSilences(
    announcing: Set<Int>, thanking: Set<Int>, to metrics: inout [String: Double]
  ) {
    var silences: [Double] = []
    var longestByOperator = 0.0
    var holds: [Double] = []
    var unannounced = 0
    var unthanked = 0
    var until = stretches[0].start
    var lastOperatorTurn: Int?
    for (index, stretch) in stretches.enumerated() {
      let silence = stretch.start - until
      if silence >= measures.silence { silences.append(silence) }
      let isAnnounced = lastOperatorTurn.map { announcing.contains($0) } ?? false
      if stretch.speaker == .operator { longestByOperator = max(longestByOperator, silence) }
      if silence > measures.hold, stretch.speaker == .operator || isAnnounced {
        holds.append(silence)
        if !isAnnounced { unannounced += 1 }
        if !isThanked(from: index, thanking) { unthanked += 1 }
      }
      until = max(until, self.until(stretch))
      if stretch.speaker == .operator { lastOperatorTurn = stretch.turn }
    }
    metrics[MetricName.silences] = Double(silences.count)
    metrics[MetricName.silence] = silences.reduce(0, +)
    metrics[MetricName.longestSilence] = silences.max() ?? longestGap
    metrics[MetricName.longestOperatorSilence] = longestByOperator
    metrics[MetricName.holds] = Double(holds.count)
    guard let longest = holds.max() else { return }
    metrics[MetricName.unannouncedHolds] = Double(unannounced)
    metrics[MetricName.unthankedHolds] = Double(unthanked)
    metrics[MetricName.hold] = holds.reduce(0, +)
    metrics[MetricName.longestHold] = longest
  }

  /// Back from a hold, the operator thanks in the first two turns.
  private func isThanked(from index: Int, _ thanking: Set<Int>) -> Bool {
    var turns: [Int] = []
    for stretch in stretches[index...] where stretch.speaker == .operator {
      if turns.last != stretch.turn { turns.append(stretch.turn) }
      if turns.count == 2 { break }
    }
    return turns.contains { thanking.contains($0) }
  }

  private var longestGap: Double {
    var until = stretches[0].start
    var longest = 0.0
    for stretch in stretches {
      longest = max(longest, stretch.start - until)
      until = max(until, self.until(stretch))
    }
    return longest
  }

  /// One side starts while the other still speaks for a while, and says more than assent.
  func addInterruptions(to metrics: inout [String: Double]) {
    var counts: [Speaker: Int] = [:]
    var seconds: [Speaker: [Double]] = [:]
    var spoken: [Speaker: Double] = [:]
    var counted: Set<Int> = []
    for stretch in stretches {
      let other: Speaker = stretch.speaker == .operator ? .client : .operator
      let end = until(stretch)
      if let otherUntil = spoken[other], stretch.start <= otherUntil - measures.overlap,
        !isBackChannel(stretch.turn)
      {
        if counted.insert(stretch.turn).inserted { counts[stretch.speaker, default: 0] += 1 }
        seconds[stretch.speaker, default: []].append(min(end, otherUntil) - stretch.start)
      }
      spoken[stretch.speaker] = max(spoken[stretch.speaker] ?? 0, end)
    }
    metrics[MetricName.interruptions] = Double(counts[.operator] ?? 0)
    metrics[MetricName.clientInterruptions] = Double(counts[.client] ?? 0)
    guard let mine = seconds[.operator] else { return }
    metrics[MetricName.interruption] = mine.reduce(0, +)
    metrics[MetricName.longestInterruption] = mine.max()
  }

  /// «Да, да», «угу, понятно»: nothing but words of assent, or a single word.
  private func isBackChannel(_ turn: Int) -> Bool {
    let turn = call.turns[turn]
    return turn.words.count < 2
      || turn.words.allSatisfy { word in
        let token = turn.text.tokens[Int(word.token)]
        let form = String(decoding: turn.text.folded(token), as: UTF8.self)
        return measures.backChannels.contains(form)
      }
  }
}
