/// Which programs are worth trying in a turn: those all of whose rarest words it holds, near enough
/// to each other.
///
/// The words that programs cannot do without are classes of words, the commonest first, so that
/// the classes of a word lie close together. A turn has a bit for every class that one of its words
/// is of. Programs hang on the rarest of their classes, in groups by the next rarest: a class that
/// the turn has not costs nothing, and one look passes over a whole group. The cost of a turn so
/// follows what is said in it, and not how many phrases there are.
struct PhraseTriggers: Sendable {
  /// The classes of words that programs require.
  let required: WordClasses
  /// How many 64-bit words the bits of a turn take.
  let stride: Int
  /// Indexed programs, those that both sides' turns are searched for and those of the operator's.
  private(set) var ofAnyone: ProgramHooks
  private(set) var ofOperator: ProgramHooks
  /// Indexed programs that require no word.
  let untriggered: [Int32]
  /// What each program requires.
  private let needs: [ProgramNeed]

  /// - Parameters:
  ///   - indexed: numbers of the programs that are looked for in every turn.
  ///   - isOperatorOnly: whether a program is looked for in the operator's turns alone.
  ///   - cost: how often a matcher is expected to accept a word.
  ///   - bit: gives a class of words, by its matchers, a bit of every form.
  init(
    programs: [PhraseProgram], indexed: [Int32], isOperatorOnly: (Int32) -> Bool,
    matcherCount: Int, cost: (Int32) -> Int, bit: ([Int32]) -> Int32
  ) {
    var builder = WordClasses.Builder()
    var costs: [Int] = []
    var isIndexed = [Bool](repeating: false, count: programs.count)
    for program in indexed { isIndexed[Int(program)] = true }
    var needs = programs.enumerated().map { number, program -> ProgramNeed in
      var own = program.requirement.clauses(cost: cost)
      if let first = program.openings {
        let matchers = first.sorted()
        own.append(
          RequirementClause(
            matchers: matchers, cost: matchers.reduce(0) { $0 + cost($1) }, reach: .start))
      }
      let rarest = Array(own.rarest)
      let classes = rarest.map { clause in
        let number = builder.number(of: clause.matchers)
        if Int(number) == costs.count { costs.append(clause.cost) }
        return number
      }
      func place(_ index: Int) -> Int32 { index < classes.count ? classes[index] : -1 }
      func near(_ index: Int) -> NearWord {
        guard isIndexed[number], index < rarest.count else { return .none }
        return NearWord(
          bit: bit(rarest[index].matchers), distance: WordDistance(rarest[index].reach))
      }
      return ProgramNeed(
        classes: (place(0), place(1), place(2), place(3)),
        hook: WordDistance(rarest.first?.reach ?? .start), second: near(1), other: near(2),
        start: program.start)
    }
    let order = costs.indices.sorted { (costs[$1], $0) < (costs[$0], $1) }
    var renumbered = [Int32](repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { renumbered[old] = Int32(new) }
    func new(_ number: Int32) -> Int32 { number < 0 ? -1 : renumbered[Int(number)] }
    for index in needs.indices {
      let old = needs[index].classes
      needs[index].classes = (new(old.0), new(old.1), new(old.2), new(old.3))
    }
    required = WordClasses(builder, matcherCount: matcherCount, renumbered: renumbered)
    stride = required.count / 64 + 1
    self.needs = needs
    untriggered = indexed.filter { needs[Int($0)].classes.0 < 0 }
    ofAnyone = ProgramHooks(
      indexed.filter { !isOperatorOnly($0) }, needs: needs, classCount: required.count)
    ofOperator = ProgramHooks(
      indexed.filter(isOperatorOnly), needs: needs, classCount: required.count)
  }

  /// Whether a turn with these bits has all the words that a program cannot do without.
  @inline(__always)
  func mayMatch(_ program: Int32, _ present: [UInt64]) -> Bool {
    let classes = needs[Int(program)].classes
    return ProgramHooks.holds(present, classes.0) && ProgramHooks.holds(present, classes.1)
      && ProgramHooks.holds(present, classes.2) && ProgramHooks.holds(present, classes.3)
  }

  /// All programs that every turn is searched for, those that hang on one class together.
  var programs: [Int32] { ofAnyone.programs + ofOperator.programs + untriggered }

  /// Tells where every program begins, by its number.
  mutating func enter(_ entries: (Int32) -> ProgramEntry) {
    ofAnyone.enter(entries)
    ofOperator.enter(entries)
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    required.write(to: &archive)
    archive.write(needs.flatMap(\.numbers))
    archive.write(programs)
  }

  /// - Parameters:
  ///   - programs: how many programs there are.
  ///   - isOperatorOnly: whether a program is looked for in the operator's turns alone.
  ///   - matchers: how many word matchers there are.
  ///   - bits: how many bits a form has.
  init(
    from archive: inout NumberReader, programs: Int, isOperatorOnly: (Int32) -> Bool,
    matchers: Int, bits: Int
  ) throws(NumberReader.Damaged) {
    required = try WordClasses(from: &archive, matchers: matchers)
    let numbers: [Int32] = try archive.numbers()
    let indexed: [Int32] = try archive.numbers()
    let count = required.count
    guard numbers.count == ProgramNeed.numberCount * programs,
      indexed.allSatisfy({ $0 >= 0 && $0 < programs })
    else { throw NumberReader.Damaged() }
    var needs: [ProgramNeed] = []
    needs.reserveCapacity(programs)
    for start in Swift.stride(from: 0, to: numbers.count, by: ProgramNeed.numberCount) {
      let need = try ProgramNeed(numbers[start..<start + ProgramNeed.numberCount])
      guard need.isWithin(classes: count, bits: bits) else { throw NumberReader.Damaged() }
      needs.append(need)
    }
    self.needs = needs
    stride = count / 64 + 1
    untriggered = indexed.filter { needs[Int($0)].classes.0 < 0 }
    ofAnyone = ProgramHooks(
      indexed.filter { !isOperatorOnly($0) }, needs: needs, classCount: count)
    ofOperator = ProgramHooks(indexed.filter(isOperatorOnly), needs: needs, classCount: count)
  }
}
