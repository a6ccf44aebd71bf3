import RussianMorphology
import ServiceStandards
import Transcripts

/// Phrases that were compiled together, found by the rarest words they require. They never change:
/// a cache of words tells layers apart by identity.
final class PhraseLayer: Sendable {
  private let acceptance: WordAcceptance
  /// The programs of all phrases one after the other, and what is to be known of each.
  private let code: [Step]
  let programs: [Program]
  /// Where each phrase's programs end.
  let ends: [Int32]
  /// Which programs are worth trying in a turn.
  let triggers: PhraseTriggers
  /// Phrases that the client's turns need not be searched for.
  private let operatorOnly: [Bool]
  /// Classes of words that a program asks for at once; their bits follow those of the matchers.
  private let tested: WordClasses
  /// The matcher of words that may stand between any two words of a phrase, or -1.
  private let insertable: Int32
  /// The matcher of words that negate what follows, or -1.
  private let negation: Int32
  /// How many words of bits a form has: a bit for each matcher and each tested class.
  let stride: Int

  struct Program {
    var entry: ProgramEntry
    var phrase: Int32
    /// Whether it holds `_`.
    var passesOverFound: Bool
    var isOperatorOnly: Bool
  }

  /// - Parameters:
  ///   - lists: programs that the others share; each names only those before it.
  ///   - ends: where each phrase's programs end.
  ///   - indexed: programs that every turn is searched for.
  init(
    matchers: [WordMatcher], programs sources: [PhraseProgram], lists: [ListProgram],
    ends: [Int32], indexed: [Int32], operatorOnly: [Bool], insertable: Int32, negation: Int32
  ) {
    self.operatorOnly = operatorOnly
    self.ends = ends
    self.negation = negation
    self.insertable = insertable
    var classes = WordClasses.Builder()
    func bit(of words: [Int32]) -> Int32 {
      if let only = words.first, words.count == 1 { return only }
      return Int32(matchers.count) + classes.number(of: words)
    }
    func bit(of words: Set<Int32>?) -> Int32 { words.map { bit(of: $0.sorted()) } ?? -1 }
    let frequency = MatcherFrequency(matchers: matchers, programs: sources, lists: lists)
    let phrases = ends.indices.flatMap { phrase in
      repeatElement(Int32(phrase), count: Int(ends[phrase] - (phrase == 0 ? 0 : ends[phrase - 1])))
    }
    var triggers = PhraseTriggers(
      programs: sources, indexed: indexed,
      isOperatorOnly: { operatorOnly[Int(phrases[Int($0)])] }, matcherCount: matchers.count,
      cost: { frequency[$0] }, bit: { bit(of: $0) })
    var code: [Step] = []
    var listStarts: [Int32] = []
    func append(_ source: PhraseProgram) {
      let start = Int32(code.count)
      for (place, instruction) in source.instructions.enumerated() {
        var firstWord: Int32 = -1
        switch instruction {
        case .gap: firstWord = bit(of: source.nextWords(at: Int32(place + 1), lists))
        case .split(let first, _): firstWord = bit(of: source.nextWords(at: first, lists))
        case .list(let list): firstWord = bit(of: lists[Int(list)].nextWords)
        default: break
        }
        code.append(
          Step(
            instruction, at: Int32(code.count), start: start, firstWord: firstWord,
            lists: listStarts))
      }
    }
    for list in lists {
      let start = Int32(code.count)
      append(list.program)
      listStarts.append(start)
    }
    // Programs that are tried for the same word lie side by side.
    var entries = [ProgramEntry](repeating: ProgramEntry(), count: sources.count)
    for number in triggers.programs + (0..<Int32(sources.count))
    where entries[Int(number)].step < 0 {
      let source = sources[Int(number)]
      entries[Int(number)] = ProgramEntry(
        step: Int32(code.count), opening: bit(of: source.openings))
      append(source)
    }
    triggers.enter { entries[Int($0)] }
    self.code = code
    self.triggers = triggers
    programs = sources.indices.map { number in
      Program(
        entry: entries[number], phrase: phrases[number],
        passesOverFound: sources[number].instructions.contains(.found),
        isOperatorOnly: operatorOnly[Int(phrases[number])])
    }
    acceptance = WordAcceptance(matchers)
    tested = WordClasses(classes, matcherCount: matchers.count)
    stride = (matchers.count + tested.count) / 64 + 1
  }

  var phraseCount: Int32 { Int32(ends.count) }

  /// A form without any bits: room for one for each word matcher, each tested class and each class
  /// that programs require.
  var collectedForm: CollectedForm {
    CollectedForm(
      accepted: CollectedBits(stride: stride), required: CollectedBits(stride: triggers.stride))
  }

  /// Sets the bits of a form, and of what it may have been meant for.
  func collect(
    _ info: WordInfo, into form: inout CollectedForm, grammar: inout GrammarBits
  ) {
    for other in info.soundAlikes { collect(other, into: &form, grammar: &grammar) }
    grammar.add(info.readingKind, to: &form) { form in
      acceptance.forEachUnlettered(of: info.readings) { insert($0, into: &form) }
    }
    acceptance.forEachLettered(of: info) { insert($0, into: &form) }
  }

  /// Sets the bits of a matcher and of the classes that it is of.
  @inline(__always)
  private func insert(_ matcher: Int32, into form: inout CollectedForm) {
    guard form.accepted.insert(matcher) else { return }
    let matcherCount = Int32(acceptance.count)
    tested.forEach(of: matcher) { form.accepted.insert(matcherCount + $0) }
    triggers.required.forEach(of: matcher) { form.required.insert($0) }
  }

  /// The classes of words that a turn has any of.
  func present(_ words: [AnalyzedWord], classes: SparseBits) -> [UInt64] {
    var present = [UInt64](repeating: 0, count: triggers.stride)
    for word in words { classes.add(Int(word.info), to: &present) }
    return present
  }

  /// Calls `body` with every match of every indexed phrase in a turn, as phrase number and stretch,
  /// in the order of the turn.
  ///
  /// - Parameters:
  ///   - present: the classes of words that the turn has any of.
  ///   - forms: the bits of every form of the cache.
  ///   - hooks: the classes of every form that programs hang on.
  ///   - matcher: of this layer; one does for all turns.
  func forEachMatch(
    in turn: AnalyzedTurn, present: [UInt64], forms: FormBits, hooks: FormHooks,
    by matcher: inout PhraseMatcher,
    _ body: (_ phrase: Int32, _ match: WordMatch) -> Void
  ) {
    var found: [(program: Int32, match: WordMatch)] = []
    matcher.reset(limits: turn.words.indices)
    let isClient = turn.speaker != .operator
    func search(_ programs: ProgramHooks, _ hooks: NumberLists) {
      for position in turn.words.indices {
        hooks.forEach(of: Int(turn.words[position].info)) { hook in
          programs.forEachCandidate(on: hook, present) { candidate in
            for start in candidate.start.narrowed(candidate.hook.starts(for: position))
            where candidate.start.allows(start, turn.words)
              && has(candidate.second, from: start, in: turn, forms)
              && has(candidate.other, from: start, in: turn, forms)
            {
              if let match = match(candidate.entry, at: start, in: turn, by: &matcher, forms: forms)
              {
                found.append((candidate.program, match))
              }
            }
          }
        }
      }
    }
    search(triggers.ofAnyone, hooks.ofAnyone)
    if !isClient { search(triggers.ofOperator, hooks.ofOperator) }
    for number in triggers.untriggered {
      let program = programs[Int(number)]
      if isClient, program.isOperatorOnly { continue }
      for start in turn.words.indices {
        if let match = match(program.entry, at: start, in: turn, by: &matcher, forms: forms) {
          found.append((number, match))
        }
      }
    }
    if found.count > 1 {
      found.sort {
        ($0.match.whole.lowerBound, $0.program) < ($1.match.whole.lowerBound, $1.program)
      }
    }
    // Of a phrase's ways to match at a word, the first counts. A program that hangs on a word that
    // is said twice may have been found twice.
    var last: (phrase: Int32, start: Int) = (-1, -1)
    for (program, match) in found {
      let phrase = programs[Int(program)].phrase
      if last == (phrase, match.whole.lowerBound) { continue }
      last = (phrase, match.whole.lowerBound)
      body(phrase, match)
    }
  }

  /// Whether a word may stand so far from the first word of a match.
  @inline(__always)
  private func has(
    _ near: NearWord, from start: Int, in turn: AnalyzedTurn, _ forms: borrowing FormBits
  ) -> Bool {
    guard near.bit >= 0 else { return true }
    for place in near.distance.places(from: start, count: turn.words.count)
    where forms.mayHold(near.bit, of: turn.words[place].info) {
      return true
    }
    return false
  }

  /// The match of a program that starts at a word.
  @inline(__always)
  func match(
    _ entry: ProgramEntry, at start: Int, in turn: AnalyzedTurn, by matcher: inout PhraseMatcher,
    forms: borrowing FormBits
  ) -> WordMatch? {
    if entry.opening >= 0 {
      guard forms.mayHold(entry.opening, of: turn.words[start].info) else { return nil }
    }
    return matcher.match(
      entry.step, at: start, code: code, words: turn.words, accepted: forms)
  }

  func matcher(limits: Range<Int>) -> PhraseMatcher {
    PhraseMatcher(limits: limits, insertable: insertable, negation: negation)
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    acceptance.write(to: &archive)
    archive.write(code.map(\.number))
    archive.write(programs.flatMap { [$0.entry.step, $0.entry.opening] })
    archive.write(programs.map(\.passesOverFound))
    archive.write(ends)
    archive.write(operatorOnly)
    archive.write(Int(insertable))
    archive.write(Int(negation))
    tested.write(to: &archive)
    triggers.write(to: &archive)
  }

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    acceptance = try WordAcceptance(from: &archive)
    let steps: [UInt64] = try archive.numbers()
    let starts: [Int32] = try archive.numbers()
    let passing: [Bool] = try archive.flags()
    ends = try archive.numbers()
    operatorOnly = try archive.flags()
    insertable = Int32(truncatingIfNeeded: try archive.integer())
    negation = Int32(truncatingIfNeeded: try archive.integer())
    let matchers = acceptance.count
    tested = try WordClasses(from: &archive, matchers: matchers)
    let bits = matchers + tested.count
    stride = bits / 64 + 1
    let length = steps.count
    var code: [Step] = []
    code.reserveCapacity(length)
    for (index, number) in steps.enumerated() {
      let step = try Step(number: number, length: length, matchers: matchers, bits: bits)
      // A list's program stands before those that name it, so that none names itself.
      guard step.kind != .list || step.operand < index else { throw NumberReader.Damaged() }
      code.append(step)
    }
    self.code = code
    guard ends.count == operatorOnly.count, starts.count == 2 * passing.count,
      NumberReader.areEnds(ends, of: passing.count)
    else { throw NumberReader.Damaged() }
    var programs: [Program] = []
    programs.reserveCapacity(passing.count)
    var phrase = 0
    for number in passing.indices {
      while ends[phrase] <= number { phrase += 1 }
      programs.append(
        Program(
          entry: ProgramEntry(step: starts[2 * number], opening: starts[2 * number + 1]),
          phrase: Int32(phrase), passesOverFound: passing[number],
          isOperatorOnly: operatorOnly[phrase]))
    }
    self.programs = programs
    var triggers = try PhraseTriggers(
      from: &archive, programs: programs.count,
      isOperatorOnly: { programs[Int($0)].isOperatorOnly }, matchers: matchers, bits: bits)
    triggers.enter { programs[Int($0)].entry }
    self.triggers = triggers
    guard code.last?.kind == .accept || code.isEmpty,
      programs.allSatisfy({
        $0.entry.step >= 0 && $0.entry.step < length && $0.entry.opening >= -1
          && $0.entry.opening < bits
      }),
      [insertable, negation].allSatisfy({ $0 >= -1 && $0 < matchers })
    else { throw NumberReader.Damaged() }
  }
}
