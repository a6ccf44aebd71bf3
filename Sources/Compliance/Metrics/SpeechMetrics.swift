import ServiceStandards
import Transcripts

/// Measures how a call was spoken.
package enum SpeechMetrics {
  /// - Parameters:
  ///   - findings: of which the operator's fillers are counted.
  ///   - elements: of which an announced transfer is timed.
  ///   - matches: where a wait is announced and thanked for.
  package static func measure(
    _ call: AnalyzedCall, findings: [Finding], elements: [ElementResult], matches: CallMatches,
    compiled: CompiledStandard
  ) -> [String: Double] {
    var metrics = words(of: call, findings)
    let timeline = Timeline(call, measures: compiled.standard.speech)
    if !timeline.stretches.isEmpty {
      let transfer = elements.first { $0.element == .transferWarning && $0.status == .present }
      let announcing = compiled.elements(of: .holdWarning)
        .flatMap { matches.matches(of: $0.set) + matches.matches(of: $0.setIfApplies) }
      metrics.merge(
        timeline.metrics(
          transferTurn: transfer?.turn, announcing: Set(announcing.map(\.turn)),
          thanking: Set(matches.matches(of: compiled.thanksForWaiting).map(\.turn)))
      ) { first, _ in first }
    }
    let clock = StartHour(call.call)
    metrics[MetricName.startHour] = clock.hour
    metrics[MetricName.clientZone] = clock.clientZone
    return metrics
  }

  private static func words(of call: AnalyzedCall, _ findings: [Finding]) -> [String: Double] {
    var words: [Speaker: Int] = [:]
    var operatorTurns = 0
    for turn in call.turns {
      words[turn.speaker, default: 0] += turn.writtenWords
      if turn.speaker == .operator { operatorTurns += 1 }
    }
    let mine = words[.operator] ?? 0
    let theirs = words[.client] ?? 0
    let fillers = findings.count { $0.category == .filler && $0.speaker == .operator }
    var metrics: [String: Double] = [
      MetricName.turns: Double(call.turns.count),
      MetricName.operatorTurns: Double(operatorTurns),
      MetricName.operatorWords: Double(mine),
      MetricName.clientWords: Double(theirs),
      MetricName.fillers: Double(fillers),
    ]
    if mine + theirs > 0 {
      metrics[MetricName.operatorWordShare] = rounded(Double(mine) / Double(mine + theirs))
    }
    if mine > 0 {
      metrics[MetricName.fillersPer100Words] = rounded(Double(fillers) * 100 / Double(mine))
    }
    return metrics
  }

  /// To two decimals.
  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
