/// How far from the first word of a match another of its words stands.
struct WordDistance: Sendable {
  private let least: UInt8
  private let most: UInt8

  init(_ reach: PhraseReach) {
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

  static let numberCount = 2

  var numbers: [Int32] { [Int32(least), Int32(most)] }

  /// - Parameter numbers: at least as many as `numberCount`.
  init(_ numbers: ArraySlice<Int32>) {
    least = UInt8(clamping: numbers[numbers.startIndex])
    most = UInt8(clamping: numbers[numbers.startIndex + 1])
  }
}

/// A word that a match must hold, by its bit; -1 for none.
struct NearWord: Sendable {
  let bit: Int32
  let distance: WordDistance

  static let none = NearWord(bit: -1, distance: WordDistance(.start))

  init(bit: Int32, distance: WordDistance) {
    self.bit = bit
    self.distance = distance
  }

  // MARK: Archive

  static let numberCount = 1 + WordDistance.numberCount

  var numbers: [Int32] { [bit] + distance.numbers }

  /// - Parameter numbers: at least as many as `numberCount`.
  init(_ numbers: ArraySlice<Int32>) {
    bit = numbers[numbers.startIndex]
    distance = WordDistance(numbers.dropFirst())
  }
}

/// What a program cannot do without: classes of words, the rarest first, filled up with -1, and how
/// far apart the first three may stand.
struct ProgramNeed: Sendable {
  var classes: (Int32, Int32, Int32, Int32)
  /// Where the word of the first class may stand.
  var hook: WordDistance
  /// The words of the next two.
  var second: NearWord
  var other: NearWord
  var start: MatchStart

  init(
    classes: (Int32, Int32, Int32, Int32), hook: WordDistance, second: NearWord, other: NearWord,
    start: MatchStart
  ) {
    self.start = start
    self.classes = classes
    self.hook = hook
    self.second = second
    self.other = other
  }

  // MARK: Archive

  static let numberCount = 5 + WordDistance.numberCount + 2 * NearWord.numberCount

  var numbers: [Int32] {
    [start.rawValue, classes.0, classes.1, classes.2, classes.3] + hook.numbers + second.numbers
      + other.numbers
  }

  /// - Parameter numbers: as many as `numberCount`.
  init(_ numbers: ArraySlice<Int32>) throws(NumberReader.Damaged) {
    let first = numbers.startIndex
    guard let start = MatchStart(rawValue: numbers[first]) else { throw NumberReader.Damaged() }
    self.start = start
    classes = (numbers[first + 1], numbers[first + 2], numbers[first + 3], numbers[first + 4])
    let rest = numbers.dropFirst(5)
    hook = WordDistance(rest)
    second = NearWord(rest.dropFirst(WordDistance.numberCount))
    other = NearWord(rest.suffix(NearWord.numberCount))
  }

  func isWithin(classes count: Int, bits: Int) -> Bool {
    [classes.0, classes.1, classes.2, classes.3].allSatisfy { $0 >= -1 && $0 < count }
      && [second, other].allSatisfy { $0.bit >= -1 && $0.bit < bits }
  }
}
