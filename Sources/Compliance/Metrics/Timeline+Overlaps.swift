import RussianText
import ServiceStandards
import Transcripts

/// Who speaks while the other does, and when nobody speaks.
extension Timeline {
  /// A stretch in which nobody speaks.
  struct Silence {
    var start: Double
    var end: Double
    /// The stretches of speech around it.
    var before: Stretch
    var after: Stretch
    /// Which stretch ends it.
    var index: Int
    /// Whether it leaves the client waiting, and whether the operator said so before.
    var isHold: Bool
    var isAnnounced: Bool
    var length: Double { end - start }
  }

  /// Every silence, however short. A hold leaves the client waiting: it is long, and either the
  /// operator ends it or the operator announced it.
  func silences(announcing: Set<Int>) -> [Silence] {
    guard var before = stretches.first else { return [] }
    var silences: [Silence] = []
    var lastOperatorTurn: Int?
    for (index, stretch) in stretches.enumerated() {
      let start = until(before)
      if index > 0, stretch.start > start {
        let isAnnounced = lastOperatorTurn.map { announcing.contains($0) } ?? false
        silences.append(
          Silence(
            start: start, end: stretch.start, before: before, after: stretch, index: index,
            isHold: stretch.start - start > measures.hold
              && (stretch.speaker == .operator || isAnnounced),
            isAnnounced: isAnnounced))
      }
      if until(stretch) >= start { before = stretch }
      if stretch.speaker == .operator { lastOperatorTurn = stretch.turn }
    }
    return silences
  }

  /// Silences and holds.
  func addSilences(
    announcing: Set<Int>, thanking: Set<Int>, to metrics: inout [String: Double]
  ) {
    let all = silences(announcing: announcing)
    let counted = all.map(\.length).filter { $0 >= measures.silence }
    metrics[MetricName.silences] = Double(counted.count)
    metrics[MetricName.silence] = counted.reduce(0, +)
    metrics[MetricName.longestSilence] = all.map(\.length).max() ?? 0
    metrics[MetricName.longestOperatorSilence] =
      all.filter { $0.after.speaker == .operator }.map(\.length).max() ?? 0
    let holds = all.filter(\.isHold)
    metrics[MetricName.holds] = Double(holds.count)
    guard let longest = holds.map(\.length).max() else { return }
    metrics[MetricName.unannouncedHolds] = Double(holds.count { !$0.isAnnounced })
    metrics[MetricName.unthankedHolds] = Double(
      holds.count { !isThanked(from: $0.index, thanking) })
    metrics[MetricName.hold] = holds.map(\.length).reduce(0, +)
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

  /// A stretch that begins while the other side still speaks, and for how long both do.
  struct Interruption {
    var stretch: Stretch
    var seconds: Double
  }

  /// One side starts while the other still speaks for a while, and says more than assent.
  var interruptions: [Interruption] {
    var result: [Interruption] = []
    var spoken: [Speaker: Double] = [:]
    for stretch in stretches where stretch.speaker != .other {
      let other: Speaker = stretch.speaker == .operator ? .client : .operator
      let end = until(stretch)
      if let otherUntil = spoken[other], stretch.start <= otherUntil - measures.overlap,
        !isBackChannel(stretch.turn)
      {
        result.append(
          Interruption(stretch: stretch, seconds: min(end, otherUntil) - stretch.start))
      }
      spoken[stretch.speaker] = max(spoken[stretch.speaker] ?? 0, end)
    }
    return result
  }

  func addInterruptions(to metrics: inout [String: Double]) {
    let all = interruptions
    let mine = all.filter { $0.stretch.speaker == .operator }
    let theirs = all.filter { $0.stretch.speaker == .client }
    metrics[MetricName.interruptions] = Double(Set(mine.map(\.stretch.turn)).count)
    metrics[MetricName.clientInterruptions] = Double(Set(theirs.map(\.stretch.turn)).count)
    guard let longest = mine.map(\.seconds).max() else { return }
    metrics[MetricName.interruption] = mine.map(\.seconds).reduce(0, +)
    metrics[MetricName.longestInterruption] = longest
  }

  /// «Да, да», «угу, понятно»: nothing but words of assent, or a single word.
  private func isBackChannel(_ turn: Int) -> Bool {
    let turn = call.turns[turn]
    return turn.words.count < 2
      || turn.words.indices.allSatisfy { measures.backChannels.contains(turn.form(of: $0)) }
  }
}
