/// A word that a match must hold, by its bit, so far from the first word of the match; -1 for none.
struct NearWord: Sendable {
  private(set) var bit: Int32 = -1
  private var least: UInt8 = 0
  private var most: UInt8 = 0

  init() {}

  init(bit: Int32, reach: PhraseReach) {
    self.bit = bit
    least = UInt8(clamping: reach.least)
    most = UInt8(clamping: reach.most)
  }

  /// Where the word may stand in a turn of so many words, for a match from `start` on.
  @inline(__always)
  func places(from start: Int, count: Int) -> Range<Int> {
    let first = start + Int(least)
    let end = most == .max ? count : min(start + Int(most) + 1, count)
    return first..<max(first, end)
  }

  /// Where a match may start when the word stands at a place.
  @inline(__always)
  func starts(for place: Int) -> Range<Int> {
    let end = place - Int(least) + 1
    let first = most == .max ? 0 : max(0, place - Int(most))
    return first..<max(first, end)
  }

  // MARK: Archive

  var numbers: [Int32] { [bit, Int32(least), Int32(most)] }

  init(_ numbers: ArraySlice<Int32>) {
    let start = numbers.startIndex
    bit = numbers[start]
    least = UInt8(clamping: numbers[start + 1])
    most = UInt8(clamping: numbers[start + 2])
  }
}

/// What a program cannot do without: classes of words, the rarest first, filled up with -1, and how
/// far apart the first three may stand.
struct ProgramNeed: Sendable {
  var classes: (Int32, Int32, Int32, Int32)
  /// Where the word of the first class may stand.
  var hook: NearWord
  /// The words of the next two.
  var second: NearWord
  var other: NearWord
  var start: MatchStart

  init(
    classes: (Int32, Int32, Int32, Int32), hook: NearWord, second: NearWord, other: NearWord,
    start: MatchStart
  ) {
    self.start = start
    self.classes = classes
    self.hook = hook
    self.second = second
    self.other = other
  }

  // MARK: Archive

  static let numberCount = 14

  var numbers: [Int32] {
    [classes.0, classes.1, classes.2, classes.3] + hook.numbers + second.numbers + other.numbers
      + [start.rawValue]
  }

  /// - Parameter numbers: as many as `numberCount`.
  init(_ numbers: ArraySlice<Int32>) throws(NumberReader.Damaged) {
    let first = numbers.startIndex
    classes = (numbers[first], numbers[first + 1], numbers[first + 2], numbers[first + 3])
    hook = NearWord(numbers[(first + 4)...])
    second = NearWord(numbers[(first + 7)...])
    other = NearWord(numbers[(first + 10)...])
    guard let start = MatchStart(rawValue: numbers[first + 13]) else {
      throw NumberReader.Damaged()
    }
    self.start = start
  }

  func isWithin(classes count: Int, bits: Int) -> Bool {
    [classes.0, classes.1, classes.2, classes.3].allSatisfy { $0 >= -1 && $0 < count }
      && [second, other].allSatisfy { $0.bit >= -1 && $0.bit < bits }
  }
}

/// Programs by the class of words they hang on, and by the next class they require.
struct ProgramHooks: Sendable {
  /// For each class the groups of programs that hang on it, all classes one after the other.
  private var groups: [Group] = []
  private var groupEnds: [Int32]
  /// The programs, group by group.
  private var candidates: [Candidate] = []

  /// Programs that hang on one class and require the same second one, or none.
  private struct Group {
    var second: Int32
    /// Where its programs end.
    var end: Int32
  }

  /// A program that hangs on a class.
  struct Candidate: Sendable {
    var program: Int32
    fileprivate var third: Int32
    fileprivate var fourth: Int32
    /// Where the word of the class may stand, and those of the next two.
    var hook: NearWord
    var second: NearWord
    var other: NearWord
    var start: MatchStart
  }

  /// - Parameters:
  ///   - indexed: programs, of which those that require nothing are left out.
  ///   - needs: what each program requires.
  init(_ indexed: [Int32], needs: [ProgramNeed], classCount: Int) {
    groupEnds = Array(repeating: 0, count: classCount)
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
          program: program, third: third, fourth: fourth, hook: need.hook, second: need.second,
          other: need.other, start: need.start))
      let end = Int32(candidates.count)
      if first == last, groups.last?.second == second {
        groups[groups.count - 1].end = end
      } else {
        groups.append(Group(second: second, end: end))
      }
      groupEnds[Int(first)] = Int32(groups.count)
      last = first
    }
    for index in groupEnds.indices.dropFirst() where groupEnds[index] == 0 {
      groupEnds[index] = groupEnds[index - 1]
    }
  }

  var programs: [Int32] { candidates.map(\.program) }

  /// Whether any program hangs on a class.
  func has(_ number: Int32) -> Bool {
    groupEnds[Int(number)] > (number > 0 ? groupEnds[Int(number) - 1] : 0)
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
