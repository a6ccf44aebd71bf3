import ServiceStandards

/// A stretch of words that a phrase fits.
package struct WordMatch: Sendable, Hashable {
  /// All words from the first to the last one taken.
  package var whole: Range<Int>
  /// The stretch that makes the finding: the marked part, else all of it.
  package var range: Range<Int>
  /// Words taken by the phrase itself and not by a gap: bit 0 is `whole.lowerBound`.
  package var taken: UInt64
}

/// Runs a phrase's program against the words of a turn.
///
/// What it reads is handed on from call to call, so that nothing is counted or copied on the way:
/// the code of all phrases, the turn's words, and the bits that say which word matchers accept
/// which form.
struct PhraseMatcher {
  /// Words that may be looked at.
  let limits: Range<Int>
  /// How many words of bits a form has.
  let stride: Int
  /// The found stretch that `_` stands for; it must then be passed.
  var found: Range<Int>?
  /// Where a match may end at the earliest.
  var leastEnd = 0
  /// Accepts the words that speech puts in anywhere («вообще», «уже», «там»), or -1: one or two of
  /// them between the words of a phrase do not matter.
  let insertable: Int32
  /// Accepts the words that negate what follows, or -1.
  let negation: Int32
  private var steps = 0
  /// A phrase with many gaps on a long turn gives up rather than hang.
  private static let stepLimit = 20_000

  init(limits: Range<Int>, stride: Int, insertable: Int32, negation: Int32) {
    self.negation = negation
    self.limits = limits
    self.stride = stride
    self.insertable = insertable
  }

  private struct State {
    var position: Int32
    var markStart: Int32 = -1
    var markEnd: Int32 = -1
    var hasFound = false
    var mayCross = true
    var taken: UInt64 = 0
  }

  /// The match of the program at `entry` that starts at a word, or nil.
  mutating func match(
    _ entry: Int32, at start: Int, code: [Instruction], words: [AnalyzedWord],
    accepted: [UInt64]
  ) -> WordMatch? {
    steps = 0
    let initial = State(position: Int32(start))
    guard let end = run(Int(entry), initial, Int32(start), code, words, accepted) else {
      return nil
    }
    if found != nil {
      guard end.hasFound else { return nil }
    } else if Int(end.position) == start {
      return nil
    }
    let whole = start..<Int(end.position)
    let isMarked = end.markStart >= 0 && end.markEnd > end.markStart
    return WordMatch(
      whole: whole, range: isMarked ? Int(end.markStart)..<Int(end.markEnd) : whole,
      taken: end.taken)
  }

  private mutating func run(
    _ start: Int, _ initial: State, _ origin: Int32, _ code: [Instruction],
    _ words: [AnalyzedWord], _ accepted: [UInt64]
  ) -> State? {
    var counter = start
    var state = initial
    while true {
      steps += 1
      if steps > Self.stepLimit { return nil }
      switch code[counter] {
      case .word(let matcher):
        guard let position = place(of: matcher, state, origin, words, accepted) else {
          return nil
        }
        state.position = position
        let offset = state.position - origin
        if offset < 64 { state.taken |= 1 << UInt64(offset) }
        state.position += 1
        state.mayCross = false
      case .skip:
        guard canTake(state, origin, words) else { return nil }
        state.position += 1
        state.mayCross = false
      case .split(let first, let second):
        // A way that fails at its first word is not worth a call.
        if case .word(let matcher) = code[Int(first)],
          place(of: matcher, state, origin, words, accepted) == nil
        {
          counter = Int(second)
          continue
        }
        if let end = run(Int(first), state, origin, code, words, accepted) { return end }
        counter = Int(second)
        continue
      case .jump(let target):
        counter = Int(target)
        continue
      case .anchor(let anchor):
        if anchor == .unnegated {
          guard !isNegated(Int(state.position), words, accepted) else { return nil }
        } else if !holds(anchor, at: Int(state.position), words) {
          return nil
        }
        if anchor == .boundary || anchor == .sentenceStart { state.mayCross = true }
      case .notAhead(let end):
        if run(counter + 1, state, origin, code, words, accepted) != nil { return nil }
        counter = Int(end)
        continue
      case .found:
        guard let found, found.lowerBound == Int(state.position), !state.hasFound,
          canTake(state, origin, words)
        else { return nil }
        state.position = Int32(found.upperBound)
        state.hasFound = true
        state.mayCross = false
      case .markStart: state.markStart = state.position
      case .markEnd: state.markEnd = state.position
      case .closeAhead: return state
      case .accept: return Int(state.position) < leastEnd ? nil : state
      }
      counter += 1
    }
  }

  /// Where the word that the matcher accepts stands: here, or behind one or two insertable words
  /// when the phrase has begun; nil when it may not be taken.
  @inline(__always)
  private func place(
    of matcher: Int32, _ state: State, _ origin: Int32, _ words: [AnalyzedWord],
    _ accepted: [UInt64]
  ) -> Int32? {
    guard canTake(state, origin, words) else { return nil }
    if accepts(matcher, words[Int(state.position)], accepted) { return state.position }
    guard insertable >= 0, state.position > origin else { return nil }
    var next = state
    for _ in 0..<2 {
      guard accepts(insertable, words[Int(next.position)], accepted) else { return nil }
      next.position += 1
      guard canTake(next, origin, words) else { return nil }
      if accepts(matcher, words[Int(next.position)], accepted) { return next.position }
    }
    return nil
  }

  @inline(__always)
  private func accepts(_ matcher: Int32, _ word: AnalyzedWord, _ accepted: [UInt64]) -> Bool {
    let row = Int(word.info) &* stride
    return accepted[row &+ Int(matcher >> 6)] & (1 << UInt64(matcher & 63)) != 0
  }

  /// Whether the next word may be taken: there is one, and no sentence ends before it.
  @inline(__always)
  private func canTake(_ state: State, _ origin: Int32, _ words: [AnalyzedWord]) -> Bool {
    guard Int(state.position) < limits.upperBound else { return false }
    return state.mayCross || state.position == origin
      || !words[Int(state.position)].before.contains(.sentenceEnd)
  }

  /// Whether a negation stands right before a place.
  private func isNegated(_ position: Int, _ words: [AnalyzedWord], _ accepted: [UInt64]) -> Bool {
    negation >= 0 && position > 0 && accepts(negation, words[position - 1], accepted)
  }

  private func holds(_ anchor: Anchor, at position: Int, _ words: [AnalyzedWord]) -> Bool {
    let before: Punctuation = position > 0 ? words[position - 1].after : []
    let isStart = position == 0
    let isEnd = position == words.count
    switch anchor {
    case .turnStart: return isStart
    case .turnEnd: return isEnd
    case .sentenceStart: return isStart || before.contains(.sentenceEnd)
    case .sentenceEnd: return isEnd || before.contains(.sentenceEnd)
    case .question: return before.contains(.question)
    case .exclamation: return before.contains(.exclamation)
    case .comma: return !before.isDisjoint(with: [.comma, .dash, .colon])
    case .boundary, .unnegated: return true
    }
  }
}
