/// Which phrases are worth trying in a turn: those whose rarest words it holds.
///
/// Every word form has one bit per word matcher and one per clause of several matchers that some
/// phrase requires; a turn has the bits of all its words. A phrase is looked at only where the
/// bit of its rarest clause is set, so that the cost of a turn follows what it says and not how
/// many phrases there are.
struct PhraseTriggers: Sendable {
  /// How many 64-bit words the bits of a form take.
  let stride: Int
  /// For each matcher the clauses that it belongs to, as bits; all matchers one after the other.
  private var clauseBits: [Int32] = []
  private var clauseEnds: [Int32] = []
  /// For each bit the indexed phrases that it triggers, all bits one after the other.
  private var triggered: [Int32] = []
  private var triggeredEnds: [Int32] = []
  /// The bits that trigger anything.
  private var triggers: [UInt64]
  /// Indexed phrases that require no word.
  private(set) var untriggered: [Int32] = []
  /// Bits that a turn must have for a phrase, all phrases one after the other.
  private var required: [Int32] = []
  private var requiredEnds: [Int32] = []
  /// The bit that a phrase's first word must have, or -1.
  private var openings: [Int32] = []

  /// - Parameters:
  ///   - indexed: numbers of the phrases that are looked for in every turn.
  ///   - cost: how often a matcher is expected to accept a word.
  init(
    programs: [PhraseProgram], indexed: [Int32], matcherCount: Int, cost: (Int32) -> Int
  ) {
    var clauses: [[Int32]: Int32] = [:]
    var next = Int32(matcherCount)
    func bit(of matchers: [Int32]) -> Int32 {
      if matchers.count == 1 { return matchers[0] }
      if let known = clauses[matchers] { return known }
      clauses[matchers] = next
      next += 1
      return next - 1
    }
    var firstBits: [Int32] = []
    for program in programs {
      var own = program.requirement.clauses(cost: cost)
      if let first = program.openings {
        let matchers = first.sorted()
        openings.append(bit(of: matchers))
        own.append(
          RequirementClause(matchers: matchers, cost: matchers.reduce(0) { $0 + cost($1) }))
      } else {
        openings.append(-1)
      }
      let bits = own.rarest.map { bit(of: $0.matchers) }
      firstBits.append(bits.first ?? -1)
      required += bits
      requiredEnds.append(Int32(required.count))
    }
    stride = Int(next) / 64 + 1
    triggers = Array(repeating: 0, count: stride)
    var phrases: [[Int32]] = Array(repeating: [], count: Int(next))
    for number in indexed {
      let bit = firstBits[Int(number)]
      if bit < 0 {
        untriggered.append(number)
      } else {
        phrases[Int(bit)].append(number)
        triggers[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      }
    }
    (triggered, triggeredEnds) = Self.flattened(phrases)
    var memberships: [[Int32]] = Array(repeating: [], count: matcherCount)
    for (matchers, bit) in clauses {
      for matcher in matchers { memberships[Int(matcher)].append(bit) }
    }
    (clauseBits, clauseEnds) = Self.flattened(memberships)
  }

  private static func flattened(_ lists: [[Int32]]) -> (items: [Int32], ends: [Int32]) {
    var items: [Int32] = []
    let ends = lists.map { list in
      items += list
      return Int32(items.count)
    }
    return (items, ends)
  }

  private static func range(_ index: Int, _ ends: [Int32]) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// Sets the bit of a matcher that accepts a form, and of the clauses that it belongs to, in the
  /// row of bits that begins at `start`.
  func accept(_ matcher: Int32, into rows: inout [UInt64], at start: Int) {
    rows[start + Int(matcher >> 6)] |= 1 << UInt64(matcher & 63)
    for place in Self.range(Int(matcher), clauseEnds) {
      let clause = clauseBits[place]
      rows[start + Int(clause >> 6)] |= 1 << UInt64(clause & 63)
    }
  }

  /// The bit that the first word of a phrase must have; -1 when any will do.
  @inline(__always)
  func opening(of phrase: Int32) -> Int32 { openings[Int(phrase)] }

  /// Whether a turn with these bits has all the words that a phrase cannot do without.
  @inline(__always)
  func mayMatch(_ phrase: Int32, _ present: [UInt64]) -> Bool {
    for index in Self.range(Int(phrase), requiredEnds) {
      let bit = required[index]
      if present[Int(bit >> 6)] & (1 << UInt64(bit & 63)) == 0 { return false }
    }
    return true
  }

  /// Calls `body` with every indexed phrase that a turn with these bits may hold.
  @inline(__always)
  func forEachCandidate(_ present: [UInt64], _ body: (Int32) -> Void) {
    for index in 0..<stride {
      var bits = present[index] & triggers[index]
      while bits != 0 {
        let bit = index << 6 | bits.trailingZeroBitCount
        bits &= bits - 1
        for place in Self.range(bit, triggeredEnds) {
          let phrase = triggered[place]
          if mayMatch(phrase, present) { body(phrase) }
        }
      }
    }
    for phrase in untriggered where mayMatch(phrase, present) { body(phrase) }
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    archive.write(stride)
    archive.write(triggers)
    for numbers in [
      clauseBits, clauseEnds, triggered, triggeredEnds, untriggered, required, requiredEnds,
      openings,
    ] { archive.write(numbers) }
  }

  /// - Parameters:
  ///   - programs: how many programs there are.
  ///   - matchers: how many word matchers there are.
  init(from archive: inout NumberReader, programs: Int, matchers: Int)
    throws(NumberReader.Damaged)
  {
    stride = try archive.integer()
    triggers = try archive.numbers()
    clauseBits = try archive.numbers()
    clauseEnds = try archive.numbers()
    triggered = try archive.numbers()
    triggeredEnds = try archive.numbers()
    untriggered = try archive.numbers()
    required = try archive.numbers()
    requiredEnds = try archive.numbers()
    openings = try archive.numbers()
    let bits = stride * 64
    guard stride > 0, triggers.count == stride, clauseEnds.count == matchers,
      triggeredEnds.count <= bits, requiredEnds.count == programs, openings.count == programs,
      clauseBits.allSatisfy({ $0 >= 0 && $0 < bits }),
      required.allSatisfy({ $0 >= 0 && $0 < bits }),
      openings.allSatisfy({ $0 >= -1 && $0 < bits }),
      triggered.allSatisfy({ $0 >= 0 && $0 < programs }),
      untriggered.allSatisfy({ $0 >= 0 && $0 < programs }),
      Self.areEnds(clauseEnds, of: clauseBits), Self.areEnds(triggeredEnds, of: triggered),
      Self.areEnds(requiredEnds, of: required), Self.holds(triggers, below: triggeredEnds.count)
    else { throw NumberReader.Damaged() }
  }

  /// Whether numbers are the ends of stretches one after the other that make up an array.
  private static func areEnds(_ ends: [Int32], of items: [Int32]) -> Bool {
    var last: Int32 = 0
    for end in ends {
      guard end >= last else { return false }
      last = end
    }
    return Int(last) == items.count
  }

  /// Whether no bit from `count` on is set.
  private static func holds(_ bits: [UInt64], below count: Int) -> Bool {
    bits.enumerated().allSatisfy { index, word in
      word == 0 || index * 64 + 63 - word.leadingZeroBitCount < count
    }
  }
}
