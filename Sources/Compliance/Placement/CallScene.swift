import ServiceStandards
import Transcripts

/// Where things stand in one call, in words, in turns and in seconds: what windows are measured by.
package struct CallScene: Sendable {
  let call: AnalyzedCall
  let matches: CallMatches
  /// What silences and interruptions are measured by.
  let measures: SpeechMeasures
  /// Turns in which a wait is announced.
  let announcing: Set<Int>
  /// Matches of the rules that others ask for, as far as they are known.
  var rules: [String: [Extent]] = [:]
  var elements: [Element: [Extent]] = [:]
  /// What brought the condition of the criterion at hand about.
  var condition: [Extent] = []
  /// How many words, and how many turns with words, stand before each turn and in the whole call.
  private var before: [Count] = []

  private struct Count {
    var words = Tally()
    var turns = Tally()
  }

  /// A number for each side.
  private struct Tally {
    var mine = 0
    var theirs = 0

    mutating func add(_ number: Int, of speaker: Speaker) {
      switch speaker {
      case .operator: mine += number
      case .client: theirs += number
      case .other: break
      }
    }

    func of(_ speaker: FindingRule.Scope) -> Int {
      switch speaker {
      case .any: mine + theirs
      case .operator: mine
      case .client: theirs
      }
    }
  }

  init(
    call: AnalyzedCall, matches: CallMatches, measures: SpeechMeasures, announcing: Set<Int>
  ) {
    self.call = call
    self.matches = matches
    self.measures = measures
    self.announcing = announcing
    before.reserveCapacity(call.turns.count + 1)
    var count = Count()
    for turn in call.turns {
      before.append(count)
      count.words.add(turn.words.count, of: turn.speaker)
      count.turns.add(turn.words.isEmpty ? 0 : 1, of: turn.speaker)
    }
    before.append(count)
  }

  /// A place between two words.
  struct Place: Sendable, Hashable {
    var turn: Int
    /// How many words of the turn stand before it.
    var word: Int
  }

  /// A stretch of the call.
  struct Extent: Sendable, Hashable {
    var start: Place
    var end: Place
    /// The turn from which turns are counted backwards, and that from which they are counted
    /// forwards; a silence between two turns belongs to neither.
    var firstTurn: Int
    var lastTurn: Int
    var time: Time

    /// How its seconds are known.
    enum Time: Sendable, Hashable {
      /// They are those of its words.
      case spoken
      case seconds(Double, Double)
      /// Those of the first word of the call, or of the last.
      case callStart, callEnd
    }
  }

  /// The seconds of a stretch, where the call tells them.
  func seconds(of extent: Extent) -> ClosedRange<Double>? {
    switch extent.time {
    case .seconds(let from, let until): return from...max(from, until)
    case .callStart: return span.map { $0.lowerBound...$0.lowerBound }
    case .callEnd: return span.map { $0.upperBound...$0.upperBound }
    case .spoken:
      let clock = clock(of: extent.start.turn)
      guard let first = clock.time(of: extent.start.word),
        let last = clock.time(of: extent.end.word - 1)
      else { return nil }
      return first.lowerBound...max(first.lowerBound, last.upperBound)
    }
  }

  /// How many words of a side stand before a place.
  func words(before place: Place, of speaker: FindingRule.Scope) -> Int {
    let count = before[place.turn].words.of(speaker)
    guard place.word > 0, speaker.covers(call.turns[place.turn].speaker) else { return count }
    return count + place.word
  }

  /// How many words a side says in the call.
  func words(of speaker: FindingRule.Scope) -> Int { before[call.turns.count].words.of(speaker) }

  /// How many turns of a side there are from one to before another.
  func turns(from first: Int, to end: Int, of speaker: FindingRule.Scope) -> Int {
    guard first < end else { return 0 }
    return before[end].turns.of(speaker) - before[first].turns.of(speaker)
  }

  /// Learns where the elements are said.
  mutating func add(_ said: [Element: [Stretch]]) {
    for (element, stretches) in said { elements[element] = stretches.map(extent(of:)) }
  }

  /// What stands there, for the reasons of a score.
  func evidence(of extent: Extent) -> Evidence {
    let turn = call.turns[extent.start.turn]
    let words = extent.start.word..<extent.end.word
    return Evidence(
      turn: turn.index, range: turn.scalarRange(words), quote: turn.quote(words))
  }

  /// The extent of some words of a turn.
  func extent(turn: Int, words: Range<Int>) -> Extent {
    Extent(
      start: Place(turn: turn, word: words.lowerBound),
      end: Place(turn: turn, word: words.upperBound), firstTurn: turn, lastTurn: turn,
      time: .spoken)
  }

  func extent(of stretch: Stretch) -> Extent { extent(turn: stretch.turn, words: stretch.words) }

  func extent(of located: LocatedMatch) -> Extent {
    extent(turn: located.turn, words: located.match.range)
  }

  /// The extent of what is quoted; nil when it holds no words.
  func extent(of evidence: Evidence) -> Extent? {
    let words = call.turns[evidence.turn].words(touching: evidence.range)
    return words.isEmpty ? nil : extent(turn: evidence.turn, words: words)
  }

  /// When the words of a turn were said.
  func clock(of turn: Int) -> WordClock { call.clock(of: turn) }
}
