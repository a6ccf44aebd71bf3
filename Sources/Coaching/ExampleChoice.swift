internal import CallStore
internal import Compliance
internal import RussianText
internal import ServiceStandards
internal import Transcripts

/// Chooses the sentences that show a habit best: those that cost points, the gravest, the surest,
/// those that can be mended, the latest; of different calls and different words where there are.
struct ExampleChoice {
  let places: [Tally.Place]
  private let limit = 3

  func examples() -> [HabitExample] {
    let sorted = places.sorted(by: Self.precedes)
    var chosen: [Tally.Place] = []
    var calls: Set<String> = []
    var quotes: Set<String> = []
    var sentences: Set<HabitExample> = []
    var result: [HabitExample] = []
    // Each round asks less than the one before.
    for (newCall, newQuote) in [(true, true), (false, true), (false, false)] {
      for place in sorted where result.count < limit {
        let quote = Folding.folded(place.finding?.quote ?? "")
        guard !newCall || !calls.contains(place.call.id), !newQuote || !quotes.contains(quote),
          let example = example(place), sentences.insert(example).inserted
        else { continue }
        chosen.append(place)
        calls.insert(place.call.id)
        quotes.insert(quote)
        result.append(example)
      }
    }
    return result
  }

  private static func precedes(_ one: Tally.Place, _ other: Tally.Place) -> Bool {
    if one.isCostly != other.isCostly { return one.isCostly }
    let gravity = (gravity(one), gravity(other))
    if gravity.0 != gravity.1 { return gravity.0 > gravity.1 }
    let confidence = (one.finding?.confidence ?? 1, other.finding?.confidence ?? 1)
    if confidence.0 != confidence.1 { return confidence.0 > confidence.1 }
    let canMend = (one.finding?.rewrite != nil, other.finding?.rewrite != nil)
    if canMend.0 != canMend.1 { return canMend.0 }
    let started = (one.call.startedAt ?? "", other.call.startedAt ?? "")
    if started.0 != started.1 { return started.0 > started.1 }
    return (one.call.id, one.turn, one.range.start)
      < (other.call.id, other.turn, other.range.start)
  }

  private static func gravity(_ place: Tally.Place) -> Int {
    switch place.finding?.severity {
    case nil, .some(.none): 0
    case .minor: 1
    case .major: 2
    case .critical: 3
    }
  }

  /// The example of a place, with everything of the habit marked in its sentence.
  private func example(_ place: Tally.Place) -> HabitExample? {
    guard let words = place.call.turns[place.turn] else { return nil }
    let cut = SentenceCut(words.text)
    let focus = place.range.range.clamped(to: 0..<cut.count)
    guard let (sentence, indices) = cut.sentence(around: focus) else { return nil }
    let inTurn = places.filter { $0.turn == place.turn && $0.call.id == place.call.id }
    let marks = inTurn.map(\.range.range).filter { sentence.overlaps($0) }
    let first = inTurn.filter { sentence.overlaps($0.range.range) }
      .min { $0.range.start < $1.range.start }
    let findings = place.call.findings.filter {
      $0.turn == place.turn && $0.speaker == .operator
    }
    return HabitExample(
      call: CallReference(place.call), turn: place.turn,
      time: first?.finding?.start ?? words.start,
      sentence: cut.marked(sentence, marks: marks, focus: focus),
      rewritten: place.finding == nil
        ? nil
        : SentenceMending(cut: cut, findings: findings).mended(sentence, indices: indices),
      clause: first?.finding?.clause)
  }
}

extension CallReference {
  init(_ call: CallDigest) {
    self.init(id: call.id, employee: call.employee, startedAt: call.startedAt)
  }
}
