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
struct PhraseMatcher {
  let program: [Instruction]
  let words: [AnalyzedWord]
  let infos: [WordInfo]
  /// The found stretch that `_` stands for.
  var found: Range<Int>?
  /// Words that may be looked at.
  let limits: Range<Int>
  /// Where a match may end at the earliest.
  private let leastEnd: Int
  private var steps = 0
  /// A phrase with many gaps on a long turn gives up rather than hang.
  private static let stepLimit = 20_000

  init(
    program: PhraseProgram, words: [AnalyzedWord], infos: [WordInfo], found: Range<Int>? = nil,
    limits: Range<Int>? = nil, leastEnd: Int = 0
  ) {
    self.leastEnd = leastEnd
    self.program = program.instructions
    self.words = words
    self.infos = infos
    self.found = found
    self.limits = limits ?? 0..<words.count
  }

  private struct State {
    var position: Int
    var taken: UInt64 = 0
    var markStart = -1
    var markEnd = -1
    var hasFound = false
    var mayCross = true
  }

  /// The match that starts at a word, or nil. With `_` in the phrase it must have been passed.
  mutating func match(at start: Int, requiresFound: Bool = false) -> WordMatch? {
    steps = 0
    guard let end = run(0, State(position: start), start) else { return nil }
    if requiresFound, !end.hasFound { return nil }
    let isEmpty = end.position == start
    if isEmpty, found == nil { return nil }
    let whole = start..<end.position
    let marked = end.markStart >= 0 && end.markEnd > end.markStart
    return WordMatch(
      whole: whole, range: marked ? end.markStart..<end.markEnd : whole, taken: end.taken)
  }

  private mutating func run(_ start: Int32, _ initial: State, _ origin: Int) -> State? {
    var counter = Int(start)
    var state = initial
    while true {
      steps += 1
      if steps > Self.stepLimit { return nil }
      switch program[counter] {
      case .word(let matcher):
        guard canTake(state, origin), infos[Int(words[state.position].info)].accepts(matcher)
        else { return nil }
        let offset = state.position - origin
        if offset < 64 { state.taken |= 1 << UInt64(offset) }
        state.position += 1
        state.mayCross = false
      case .skip:
        guard canTake(state, origin) else { return nil }
        state.position += 1
        state.mayCross = false
      case .split(let first, let second):
        if let end = run(first, state, origin) { return end }
        counter = Int(second)
        continue
      case .jump(let target):
        counter = Int(target)
        continue
      case .anchor(let anchor):
        if anchor == .boundary {
          state.mayCross = true
        } else if !holds(anchor, at: state.position) {
          return nil
        } else if anchor == .sentenceStart {
          state.mayCross = true
        }
      case .notAhead(let end):
        if run(Int32(counter + 1), state, origin) != nil { return nil }
        counter = Int(end)
        continue
      case .found:
        guard let found, found.lowerBound == state.position, !state.hasFound,
          canTake(state, origin)
        else { return nil }
        state.position = found.upperBound
        state.hasFound = true
        state.mayCross = false
      case .markStart: state.markStart = state.position
      case .markEnd: state.markEnd = state.position
      case .accept:
        // Only the program's own end; others close what must not follow.
        if counter == program.count - 1, state.position < leastEnd { return nil }
        return state
      }
      counter += 1
    }
  }

  /// Whether the next word may be taken: there is one, and no sentence ends before it.
  private func canTake(_ state: State, _ origin: Int) -> Bool {
    guard state.position < limits.upperBound else { return false }
    return state.mayCross || state.position == origin
      || !words[state.position].before.contains(.sentenceEnd)
  }

  private func holds(_ anchor: Anchor, at position: Int) -> Bool {
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
    case .boundary: return true
    }
  }
}
