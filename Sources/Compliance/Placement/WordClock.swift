import RussianText
import Transcripts

/// When the words of one turn were said: by their own times where the source has them, else
/// spread over the turn by the length of what is written.
struct WordClock {
  /// Start and end in seconds, a word of the turn each; nil where the turn has no time.
  private let times: [ClosedRange<Double>]?

  /// Seconds of speech of a word whose turn has no end.
  private static let secondsPerWord = 0.4

  /// - Parameter next: when the next turn starts, for a turn without an end.
  init(_ turn: AnalyzedTurn, source: Turn, next: Double?) {
    guard !turn.words.isEmpty else {
      times = nil
      return
    }
    let words = SourceWords(turn, source: source)
    let own = turn.words.indices.map(words.time)
    let knownStart = source.start ?? own.lazy.compactMap { $0?.lowerBound }.first
    guard let start = knownStart, start.isFinite, start >= 0 else {
      times = nil
      return
    }
    let estimate = start + Double(turn.words.count) * Self.secondsPerWord
    var end = source.end ?? own.lazy.reversed().compactMap { $0?.upperBound }.first
    if end.map({ !$0.isFinite || $0 < start }) ?? true {
      end = next.map { $0 >= start ? min($0, estimate) : estimate } ?? estimate
    }
    times = Self.spread(turn, own, over: start...(end ?? estimate))
  }

  /// Start and end of a word.
  func time(of word: Int) -> ClosedRange<Double>? { times?[word] }

  /// The first word that is said at a time or later; past the last one when there is none.
  func firstWord(at time: Double) -> Int {
    guard let times else { return 0 }
    return times.firstIndex { $0.lowerBound >= time - 0.01 } ?? times.count
  }

  /// Gives words without times theirs, between those that have them.
  private static func spread(
    _ turn: AnalyzedTurn, _ own: [ClosedRange<Double>?], over whole: ClosedRange<Double>
  ) -> [ClosedRange<Double>] {
    func bytes(_ word: Int) -> (start: Double, end: Double) {
      let range = turn.byteRange(word..<word + 1)
      return (Double(range.lowerBound), Double(range.upperBound))
    }
    var result: [ClosedRange<Double>] = []
    var word = 0
    var last = whole.lowerBound
    while word < own.count {
      if let time = own[word] {
        result.append(time)
        last = max(last, time.upperBound)
        word += 1
        continue
      }
      let first = word
      while word < own.count, own[word] == nil { word += 1 }
      let until = max(last, word < own.count ? own[word]?.lowerBound ?? last : whole.upperBound)
      let from = bytes(first).start
      let length = max(bytes(word - 1).end - from, 1)
      for index in first..<word {
        let (start, end) = bytes(index)
        let scale = (until - last) / length
        result.append((last + (start - from) * scale)...(last + (end - from) * scale))
      }
      last = until
    }
    return result
  }
}

extension AnalyzedCall {
  /// When the words of a turn were said.
  func clock(of turn: Int) -> WordClock {
    let next = call.turns[(turn + 1)...].lazy.compactMap(\.start).first
    return WordClock(turns[turn], source: call.turns[turn], next: next)
  }
}
