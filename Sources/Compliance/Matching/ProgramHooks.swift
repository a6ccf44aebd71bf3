/// Where a program begins.
struct ProgramEntry: Sendable {
  /// Its first step.
  var step: Int32 = -1
  /// The bit that its first word must have; -1 when any will do.
  var opening: Int32 = -1
}

/// Programs by the class of words they hang on, and by the next class they require.
struct ProgramHooks: Sendable {
  /// For each class the groups of programs that hang on it, all classes one after the other.
  private var groups: [Group] = []
  private var groupEnds: [Int32]
  /// The programs, group by group.
  private var candidates: [Candidate] = []
  /// A bit for each class that any program hangs on.
  private(set) var hooks: [UInt64]

  /// Programs that hang on one class and require the same second one, or none.
  private struct Group {
    var second: Int32
    /// Where its programs end.
    var end: Int32
  }

  /// A program that hangs on a class, with all that is asked before it is tried: what is elsewhere
  /// in memory would have to be waited for.
  struct Candidate: Sendable {
    let program: Int32
    fileprivate let third: Int32
    fileprivate let fourth: Int32
    /// The words of the next two classes.
    let second: NearWord
    let other: NearWord
    fileprivate(set) var entry = ProgramEntry()
    /// Where the word of the class may stand.
    let hook: WordDistance
    let start: MatchStart
  }

  /// - Parameters:
  ///   - indexed: programs, of which those that require nothing are left out.
  ///   - needs: what each program requires.
  init(_ indexed: [Int32], needs: [ProgramNeed], classCount: Int) {
    groupEnds = Array(repeating: 0, count: classCount)
    hooks = Array(repeating: 0, count: classCount / 64 + 1)
    func order(_ program: Int32) -> (Int32, Int32, Int32) {
      let classes = needs[Int(program)].classes
      return (classes.0, classes.1, program)
    }
    var last: Int32 = -1
    for program in indexed.sorted(by: { order($0) < order($1) }) {
      let need = needs[Int(program)]
      let (first, second, third, fourth) = need.classes
      guard first >= 0 else { continue }
      candidates.append(
        Candidate(
          program: program, third: third, fourth: fourth, second: need.second,
          other: need.other, hook: need.hook, start: need.start))
      let end = Int32(candidates.count)
      if first == last, groups.last?.second == second {
        groups[groups.count - 1].end = end
      } else {
        groups.append(Group(second: second, end: end))
      }
      groupEnds[Int(first)] = Int32(groups.count)
      hooks[Int(first >> 6)] |= 1 &<< UInt64(first & 63)
      last = first
    }
    for index in groupEnds.indices.dropFirst() where groupEnds[index] == 0 {
      groupEnds[index] = groupEnds[index - 1]
    }
  }

  /// All that hang on a class, those of one class together.
  var programs: [Int32] { candidates.map(\.program) }

  /// Tells where every program begins, by its number.
  mutating func enter(_ entries: (Int32) -> ProgramEntry) {
    for place in candidates.indices {
      candidates[place].entry = entries(candidates[place].program)
    }
  }

  /// Whether a turn with these bits has words of a class; of none, it always has.
  @inline(__always)
  static func holds(_ present: [UInt64], _ number: Int32) -> Bool {
    number < 0 || present[Int(number >> 6)] & (1 &<< UInt64(number & 63)) != 0
  }

  /// Calls `body` with every program that hangs on a class, if a turn with these bits may hold it.
  @inline(__always)
  func forEachCandidate(on number: Int32, _ present: [UInt64], _ body: (Candidate) -> Void) {
    for group in Int(number == 0 ? 0 : groupEnds[Int(number) - 1])..<Int(groupEnds[Int(number)])
    where Self.holds(present, groups[group].second) {
      for place in Int(group == 0 ? 0 : groups[group - 1].end)..<Int(groups[group].end) {
        let candidate = candidates[place]
        if Self.holds(present, candidate.third), Self.holds(present, candidate.fourth) {
          body(candidate)
        }
      }
    }
  }
}
