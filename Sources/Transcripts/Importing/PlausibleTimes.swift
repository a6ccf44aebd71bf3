/// Which times the turns and words of a call can have: not negative, none that ends before it
/// begins, and none that is a day or more from the others.
struct PlausibleTimes {
  /// Clocks that run from 1970 pass; no other count of seconds comes so far.
  private static let latest = 1e10
  /// No call lasts a day.
  private static let longest = 86_400.0

  private let middle: Double

  /// - Parameter starts: when the turns of the call begin.
  init(_ starts: some Sequence<Double>) {
    let possible = starts.filter(Self.isTime).sorted()
    middle = possible.isEmpty ? 0 : possible[(possible.count - 1) / 2]
  }

  /// What is left of the times of a stretch; `nil` where all is well with them. Without a beginning
  /// its end tells nothing.
  func mended(_ start: Double?, _ end: Double?) -> (start: Double?, end: Double?)? {
    if let start, !isPossible(start) { return (nil, nil) }
    if let end, !isPossible(end) || end < start ?? end { return (start, nil) }
    return nil
  }

  /// Takes impossible times from words; answers with how many had some.
  func mend(_ words: inout [Word]?) -> Int {
    guard let count = words?.count else { return 0 }
    var wrong = 0
    for index in 0..<count {
      // Not the whole word: its text would be counted as held.
      guard let possible = mended(words?[index].start, words?[index].end) else { continue }
      wrong += 1
      words?[index].start = possible.start
      words?[index].end = possible.end
    }
    return wrong
  }

  /// What is told of a call, with how many words lost a time.
  static func note(words: Int) -> String { "невозможное время убрано у слов: \(words)" }

  private func isPossible(_ time: Double) -> Bool {
    Self.isTime(time) && abs(time - middle) <= Self.longest
  }

  private static func isTime(_ time: Double) -> Bool { time >= 0 && time < latest }
}

extension ImportedCall {
  /// Takes out of a native call what cannot be true, and tells it in the notes.
  mutating func dropImpossible() {
    let times = PlausibleTimes(call.turns.lazy.compactMap { $0.start ?? $0.words?.first?.start })
    var wrong = 0
    var wrongWords = 0
    for index in call.turns.indices {
      if let possible = times.mended(call.turns[index].start, call.turns[index].end) {
        wrong += 1
        call.turns[index].start = possible.start
        call.turns[index].end = possible.end
      }
      wrongWords += times.mend(&call.turns[index].words)
    }
    if runsBackwards {
      for index in call.turns.indices {
        call.turns[index].start = nil
        call.turns[index].end = nil
        for word in (call.turns[index].words ?? []).indices {
          call.turns[index].words?[word].start = nil
          call.turns[index].words?[word].end = nil
        }
      }
      notes.append("время реплик идёт назад: звонок остался без времени реплик")
    }
    if wrong > 0 { notes.append("невозможное время убрано у реплик: \(wrong)") }
    if wrongWords > 0 { notes.append(PlausibleTimes.note(words: wrongWords)) }
    settleDate()
  }

  /// Whether most turns begin before the one they follow: then no time of them can be believed.
  private var runsBackwards: Bool {
    let starts = call.turns.compactMap(\.start)
    let backwards = zip(starts, starts.dropFirst()).count { $1 < $0 }
    return backwards > 1 && backwards * 2 > starts.count - 1
  }

  /// Makes the beginning of the call a date in ISO 8601, or leaves it out where no clock shows it.
  mutating func settleDate() {
    guard let given = call.startedAt else { return }
    call.startedAt = LocalTime.moment(given)
    if call.startedAt == nil {
      notes.append("начало звонка «\(given.prefix(40))» — не дата: звонок остался без даты")
    }
  }
}
