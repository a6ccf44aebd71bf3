import RussianMorphology
import ServiceStandards
import Transcripts

/// The bits of a turn's words in one layer.
struct TurnBits {
  /// Those of every form of the cache, one after the other.
  let rows: [UInt64]
  /// Those of all the words of the turn together.
  let present: [UInt64]
}

/// Phrases that were compiled together, found by the rarest words they require. They never change:
/// a cache of words tells layers apart by identity.
final class PhraseLayer: Sendable {
  private let acceptance: WordAcceptance
  /// The programs of all phrases one after the other, where each begins, whose it is, and which
  /// hold `_`.
  private let code: [Instruction]
  private let starts: [Int32]
  private let phrases: [Int32]
  private let passesOverFound: [Bool]
  /// Where each phrase's programs end.
  private let ends: [Int32]
  /// Which programs are worth trying in a turn.
  private let triggers: PhraseTriggers
  /// Phrases that the client's turns need not be searched for.
  private let operatorOnly: [Bool]
  /// The matcher of words that may stand between any two words of a phrase, or -1.
  private let insertable: Int32
  /// The matcher of words that negate what follows, or -1.
  private let negation: Int32

  /// - Parameters:
  ///   - ends: where each phrase's programs end.
  ///   - indexed: programs that every turn is searched for.
  init(
    matchers: [WordMatcher], programs: [PhraseProgram], ends: [Int32], indexed: [Int32],
    operatorOnly: [Bool], insertable: Int32, negation: Int32
  ) {
    self.operatorOnly = operatorOnly
    self.ends = ends
    self.negation = negation
    self.insertable = insertable
    var code: [Instruction] = []
    code.reserveCapacity(programs.reduce(0) { $0 + $1.instructions.count })
    var starts: [Int32] = []
    starts.reserveCapacity(programs.count)
    var phrases: [Int32] = []
    phrases.reserveCapacity(programs.count)
    for (phrase, end) in ends.enumerated() {
      while phrases.count < end { phrases.append(Int32(phrase)) }
    }
    for program in programs {
      let start = Int32(code.count)
      starts.append(start)
      for instruction in program.instructions { code.append(instruction.moved(by: start)) }
    }
    self.code = code
    self.starts = starts
    self.phrases = phrases
    passesOverFound = programs.map { $0.instructions.contains(.found) }
    acceptance = WordAcceptance(matchers)
    let frequency = MatcherFrequency(matchers: matchers, programs: programs)
    triggers = PhraseTriggers(
      programs: programs, indexed: indexed, matcherCount: matchers.count,
      cost: { frequency[$0] })
  }

  func write(to archive: inout NumberWriter) {
    acceptance.write(to: &archive)
    archive.write(code.flatMap(\.numbers))
    archive.write(starts)
    archive.write(phrases)
    archive.write(passesOverFound)
    archive.write(ends)
    archive.write(operatorOnly)
    archive.write(Int(insertable))
    archive.write(Int(negation))
    triggers.write(to: &archive)
  }

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    acceptance = try WordAcceptance(from: &archive)
    let numbers: [Int32] = try archive.numbers()
    let length = numbers.count / 3
    var code: [Instruction] = []
    code.reserveCapacity(length)
    for place in 0..<length {
      code.append(
        try Instruction(
          numbers[3 * place], numbers[3 * place + 1], numbers[3 * place + 2], length: length,
          matchers: acceptance.count))
    }
    self.code = code
    starts = try archive.numbers()
    phrases = try archive.numbers()
    passesOverFound = try archive.flags()
    ends = try archive.numbers()
    operatorOnly = try archive.flags()
    insertable = Int32(truncatingIfNeeded: try archive.integer())
    negation = Int32(truncatingIfNeeded: try archive.integer())
    triggers = try PhraseTriggers(
      from: &archive, programs: starts.count, matchers: acceptance.count)
    let phraseCount = ends.count
    let matchers = acceptance.count
    guard code.last == .accept || code.isEmpty, starts.allSatisfy({ $0 >= 0 && $0 < length }),
      phrases.count == starts.count, phrases.allSatisfy({ $0 >= 0 && $0 < phraseCount }),
      passesOverFound.count == starts.count, operatorOnly.count == phraseCount,
      ends.allSatisfy({ $0 >= 0 && $0 <= starts.count }), ends == ends.sorted(),
      [insertable, negation].allSatisfy({ $0 >= -1 && $0 < matchers })
    else { throw NumberReader.Damaged() }
  }

  var phraseCount: Int32 { Int32(ends.count) }

  /// How many words of bits a form has.
  var stride: Int { triggers.stride }

  /// Appends the bits of a form: one per word matcher, and per clause that the phrases require.
  func appendBits(of info: WordInfo, to rows: inout [UInt64]) {
    let start = rows.count
    rows.append(contentsOf: repeatElement(0, count: stride))
    acceptance.forEachMatcher(of: info) { triggers.accept($0, into: &rows, at: start) }
  }

  /// Every match of every indexed phrase in a turn, as phrase number and stretch.
  func matches(in turn: AnalyzedTurn, bits: TurnBits)
    -> [(phrase: Int32, match: WordMatch)]
  {
    var found: [(program: Int32, match: WordMatch)] = []
    var matcher = matcher(limits: turn.words.indices)
    let isClient = turn.speaker != .operator
    triggers.forEachCandidate(bits.present) { program in
      if isClient, operatorOnly[Int(phrases[Int(program)])] { return }
      for start in turn.words.indices {
        if let match = match(program, at: start, in: turn, by: &matcher, bits: bits) {
          found.append((program, match))
        }
      }
    }
    found.sort {
      ($0.match.whole.lowerBound, $0.program) < ($1.match.whole.lowerBound, $1.program)
    }
    // Of a phrase's ways to match at a word, the first counts.
    var result: [(phrase: Int32, match: WordMatch)] = []
    for (program, match) in found {
      let phrase = phrases[Int(program)]
      if let last = result.last, last.phrase == phrase,
        last.match.whole.lowerBound == match.whole.lowerBound
      {
        continue
      }
      result.append((phrase, match))
    }
    return result
  }

  /// The match of a program that starts at a word.
  @inline(__always)
  private func match(
    _ program: Int32, at start: Int, in turn: AnalyzedTurn, by matcher: inout PhraseMatcher,
    bits: TurnBits
  ) -> WordMatch? {
    let bit = triggers.opening(of: program)
    if bit >= 0 {
      let row = Int(turn.words[start].info) * stride
      guard bits.rows[row + Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0 else { return nil }
    }
    return matcher.match(
      starts[Int(program)], at: start, code: code, words: turn.words, accepted: bits.rows)
  }

  /// The programs of a phrase that a turn may match.
  private func programs(of phrase: Int32, _ present: [UInt64])
    -> LazyFilterSequence<Range<Int32>>
  {
    let first = phrase == 0 ? 0 : ends[Int(phrase) - 1]
    return (first..<ends[Int(phrase)]).lazy.filter { [triggers] in triggers.mayMatch($0, present) }
  }

  /// The bits of all the words of a turn together.
  func present(_ words: [AnalyzedWord], rows: [UInt64]) -> [UInt64] {
    var present = [UInt64](repeating: 0, count: stride)
    for word in words {
      let row = Int(word.info) * present.count
      for index in present.indices { present[index] |= rows[row + index] }
    }
    return present
  }

  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, bits: TurnBits
  ) -> Bool {
    let limits = limits ?? turn.words.indices
    var matcher = matcher(limits: limits)
    for program in programs(of: phrase, bits.present) {
      for start in limits
      where match(program, at: start, in: turn, by: &matcher, bits: bits) != nil {
        return true
      }
    }
    return false
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, bits: TurnBits
  ) -> Bool {
    let earliest = max(0, found.lowerBound - Self.reach)
    for program in programs(of: phrase, bits.present) {
      var matcher = matcher(limits: turn.words.indices)
      if passesOverFound[Int(program)] {
        matcher.found = found
      } else {
        matcher.leastEnd = found.upperBound
      }
      for start in Swift.stride(from: found.lowerBound, through: earliest, by: -1)
      where match(program, at: start, in: turn, by: &matcher, bits: bits) != nil {
        return true
      }
    }
    return false
  }

  private func matcher(limits: Range<Int>) -> PhraseMatcher {
    PhraseMatcher(limits: limits, stride: stride, insertable: insertable, negation: negation)
  }

  /// How many words before a match an exception may begin.
  private static let reach = 12
}
