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
/// which form. What it finds out of one turn's words it keeps until it is reset.
struct PhraseMatcher {
  /// Words that may be looked at.
  var limits: Range<Int>
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
  /// Ways not yet tried, the last one first.
  private var pending: [Pending] = []
  /// What lists were found to match.
  private var lists = ListMatches()
  /// A phrase with many gaps on a long turn gives up rather than hang.
  private static let stepLimit = 20_000

  init(limits: Range<Int>, insertable: Int32, negation: Int32) {
    self.negation = negation
    self.limits = limits
    self.insertable = insertable
  }

  /// Turns to another turn's words.
  mutating func reset(limits: Range<Int>) {
    self.limits = limits
    lists.removeAll()
  }

  /// How many insertable words may stand before a word of a phrase.
  static let mostInserted = 2

  private struct State {
    var position: Int32
    var markStart: Int32 = -1
    var markEnd: Int32 = -1
    var hasFound = false
    var mayCross = true
    var taken: UInt64 = 0

    /// Behind what a list matched; words taken are counted from `base`.
    func after(_ end: ListMatches.End, base: Int32) -> State {
      var result = self
      result.position = end.position
      result.mayCross = end.mayCross
      result.taken |= end.taken << UInt64(position - base)
      return result
    }
  }

  /// Another way that a program may go from a parting.
  private struct Pending {
    var counter: Int32
    var state: State
  }

  /// The match of the program at `entry` that starts at a word, or nil.
  mutating func match(
    _ entry: Int32, at start: Int, code: [Step], words: [AnalyzedWord],
    accepted: borrowing FormBits
  ) -> WordMatch? {
    steps = 0
    let origin = Int32(start)
    let initial = State(position: origin)
    guard let end = run(Int(entry), initial, origin, base: origin, code, words, accepted) else {
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

  /// - Parameters:
  ///   - origin: where the match starts, or -1 for what can only stand within one.
  ///   - base: where words taken are counted from.
  private mutating func run(
    _ start: Int, _ initial: State, _ origin: Int32, base: Int32, _ code: [Step],
    _ words: [AnalyzedWord], _ accepted: borrowing FormBits
  ) -> State? {
    let untried = pending.count
    defer {
      if pending.count > untried { pending.removeLast(pending.count - untried) }
    }
    var counter = start
    var state = initial
    while true {
      steps += 1
      if steps > Self.stepLimit { return nil }
      var fits = true
      let step = code[counter]
      switch step.kind {
      case .word:
        if let position = place(of: step.operand, state, origin, words, accepted) {
          state.position = position
          let offset = position - base
          if offset < 64 { state.taken |= 1 &<< UInt64(offset) }
          state.position += 1
          state.mayCross = false
        } else {
          fits = false
        }
      case .gap:
        if let nearest = ways(over: step, to: counter + 1, state, origin, words, accepted) {
          state = nearest
        } else {
          fits = false
        }
      case .splitNext, .splitAway:
        let next = Int32(counter + 1)
        let (first, second) =
          step.kind == .splitNext ? (next, step.operand) : (step.operand, next)
        let firstWord = step.firstWord
        if firstWord >= 0, place(of: firstWord, state, origin, words, accepted) == nil {
          counter = Int(second)
        } else {
          pending.append(Pending(counter: second, state: state))
          counter = Int(first)
        }
        continue
      case .jump:
        counter = Int(step.operand)
        continue
      case .list:
        let firstWord = step.firstWord
        if firstWord >= 0, place(of: firstWord, state, origin, words, accepted) == nil {
          fits = false
          break
        }
        let ends = ends(ofList: step.operand, state, origin, code, words, accepted)
        guard let first = ends.first else {
          fits = false
          break
        }
        for end in ends.dropFirst().reversed() {
          pending.append(
            Pending(
              counter: Int32(counter + 1), state: state.after(lists.ends[end], base: base)))
        }
        state = state.after(lists.ends[first], base: base)
      case .anchor:
        let anchor = Self.anchors[Int(step.operand)]
        fits = holds(anchor, at: Int(state.position), words, accepted)
        if anchor == .boundary || anchor == .sentenceStart { state.mayCross = true }
      case .notAhead:
        if run(counter + 1, state, origin, base: base, code, words, accepted) != nil {
          fits = false
        } else {
          counter = Int(step.operand) - 1
        }
      case .found:
        if let found, found.lowerBound == Int(state.position), !state.hasFound,
          canTake(state, origin, words)
        {
          state.position = Int32(found.upperBound)
          state.hasFound = true
          state.mayCross = false
        } else {
          fits = false
        }
      case .markStart: state.markStart = state.position
      case .markEnd: state.markEnd = state.position
      case .closeAhead: return state
      case .endOfList:
        // Every end counts: whoever named the list tries them in turn.
        lists.add(
          ListMatches.End(
            position: state.position, mayCross: state.mayCross, taken: state.taken))
        fits = false
      case .accept:
        if Int(state.position) >= leastEnd { return state }
        fits = false
      }
      if fits {
        counter += 1
      } else {
        guard pending.count > untried, let way = pending.popLast() else { return nil }
        counter = Int(way.counter)
        state = way.state
      }
    }
  }

  /// Where a gap may end, the nearest first: that one is returned, the others are kept to be tried.
  private mutating func ways(
    over gap: Step, to next: Int, _ state: State, _ origin: Int32, _ words: [AnalyzedWord],
    _ accepted: borrowing FormBits
  ) -> State? {
    var nearest: State?
    let untried = pending.count
    var way = state
    var left = gap.operand
    while true {
      if gap.firstWord < 0 || place(of: gap.firstWord, way, origin, words, accepted) != nil {
        if nearest == nil {
          nearest = way
        } else {
          pending.append(Pending(counter: Int32(next), state: way))
        }
      }
      guard left > 0, canTake(way, origin, words) else { break }
      left -= 1
      way.position += 1
      way.mayCross = false
    }
    if pending.count > untried + 1 { pending[untried...].reverse() }
    return nearest
  }

  /// Where the matches of a list end that start at a state's place, the preferred first.
  private mutating func ends(
    ofList list: Int32, _ state: State, _ origin: Int32, _ code: [Step], _ words: [AnalyzedWord],
    _ accepted: borrowing FormBits
  ) -> Range<Int> {
    let isOrigin = state.position == origin
    let key = ListMatches.Key(
      list: list, position: state.position, isOrigin: isOrigin, mayCross: state.mayCross)
    if let known = lists[key] { return known }
    let outer = lists.begin()
    var start = State(position: state.position)
    start.mayCross = state.mayCross
    _ = run(
      Int(list), start, isOrigin ? origin : -1, base: state.position, code, words, accepted)
    return lists.finish(key, outer: outer, isWhole: steps <= Self.stepLimit)
  }

  /// Where the word that the matcher accepts stands: here, or behind one or two insertable words
  /// when the phrase has begun; nil when it may not be taken.
  @inline(__always)
  private func place(
    of matcher: Int32, _ state: State, _ origin: Int32, _ words: [AnalyzedWord],
    _ accepted: borrowing FormBits
  ) -> Int32? {
    guard canTake(state, origin, words) else { return nil }
    if accepts(matcher, words[Int(state.position)], accepted) { return state.position }
    guard insertable >= 0, state.position > origin else { return nil }
    var next = state
    for _ in 0..<Self.mostInserted {
      guard accepts(insertable, words[Int(next.position)], accepted) else { return nil }
      next.position += 1
      guard canTake(next, origin, words) else { return nil }
      if accepts(matcher, words[Int(next.position)], accepted) { return next.position }
    }
    return nil
  }

  @inline(__always)
  func accepts(_ matcher: Int32, _ word: AnalyzedWord, _ accepted: borrowing FormBits)
    -> Bool
  {
    accepted.holds(matcher, of: word.info)
  }

  /// Whether the next word may be taken: there is one, and no sentence ends before it.
  @inline(__always)
  private func canTake(_ state: State, _ origin: Int32, _ words: [AnalyzedWord]) -> Bool {
    guard Int(state.position) < limits.upperBound else { return false }
    return state.mayCross || state.position == origin
      || !words[Int(state.position)].before.contains(.sentenceEnd)
  }
}
