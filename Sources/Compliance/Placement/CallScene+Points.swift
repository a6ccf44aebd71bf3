import ServiceStandards

/// The points of a call that windows are measured from.
extension CallScene {
  /// Where a point stands, each time it comes; nil when the call does not tell.
  func extents(of point: CompiledPoint) -> [Extent]? {
    switch point {
    case .start: return [callStart]
    case .end: return [callEnd]
    case .condition: return condition
    case .element(let element): return elements[element] ?? []
    case .rule(let id): return rules[id] ?? []
    case .phrase(let set, let speaker):
      return matches.matches(of: set)
        .filter { speaker.covers(call.turns[$0.turn].speaker) }
        .map { extent(of: $0) }
    case .hold(let edge):
      return silences?.filter(\.isHold).map { extent(of: $0, edge) }
    case .pause(let edge, let seconds):
      let least = seconds ?? measures.silence
      return silences?.filter { $0.end - $0.start >= least }.map { extent(of: $0, edge) }
    case .interruption(let speaker):
      return interruptions?.filter { speaker.covers($0.speaker) }.map { extent(of: $0) }
    }
  }

  /// When the first word of the call was said, and the last; nil without times.
  var span: ClosedRange<Double>? {
    let timeline = timeline
    guard let first = timeline.stretches.first?.start,
      let last = timeline.stretches.map(timeline.until).max()
    else { return nil }
    return first...max(first, last)
  }

  private var timeline: Timeline { Timeline(call, measures: measures) }

  private var callStart: Extent {
    let place = Place(turn: 0, word: 0)
    return Extent(start: place, end: place, firstTurn: 0, lastTurn: -1, time: .callStart)
  }

  private var callEnd: Extent {
    let count = call.turns.count
    let place = Place(turn: count, word: 0)
    return Extent(
      start: place, end: place, firstTurn: count, lastTurn: count - 1, time: .callEnd)
  }

  private var silences: [Timeline.Silence]? {
    let timeline = timeline
    guard !timeline.stretches.isEmpty, timeline.isComplete else { return nil }
    return timeline.silences(announcing: announcing)
  }

  private var interruptions: [Timeline.Stretch]? {
    let timeline = timeline
    guard !timeline.stretches.isEmpty, timeline.isComplete else { return nil }
    return timeline.interruptions.map(\.stretch)
  }

  private func extent(of silence: Timeline.Silence, _ edge: Window.Edge) -> Extent {
    let turn = silence.after.turn
    let place = Place(turn: turn, word: clock(of: turn).firstWord(at: silence.end))
    return Extent(
      start: place, end: place, firstTurn: turn,
      // In a turn it belongs to that turn, between two of them to neither.
      lastTurn: place.word == 0 ? min(silence.before.turn, turn - 1) : turn,
      time: .seconds(
        edge == .end ? silence.end : silence.start, edge == .start ? silence.start : silence.end))
  }

  private func extent(of interruption: Timeline.Stretch) -> Extent {
    let turn = interruption.turn
    let place = Place(turn: turn, word: clock(of: turn).firstWord(at: interruption.start))
    return Extent(
      start: place, end: place, firstTurn: turn, lastTurn: turn,
      time: .seconds(interruption.start, interruption.start))
  }
}
