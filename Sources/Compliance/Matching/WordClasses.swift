/// Classes of words, by number: the words that one of some matchers accepts.
struct WordClasses: Sendable {
  /// How many classes there are.
  let count: Int
  /// For each matcher the classes that it belongs to; all matchers one after the other.
  private var classes: [Int32] = []
  private var ends: [Int32] = []

  /// Numbers classes by their matchers, each once.
  struct Builder {
    fileprivate var numbers: [[Int32]: Int32] = [:]
    private(set) var count: Int32 = 0

    /// The number of the class of some matchers in ascending order.
    mutating func number(of matchers: [Int32]) -> Int32 {
      if let known = numbers[matchers] { return known }
      numbers[matchers] = count
      count += 1
      return count - 1
    }
  }

  /// - Parameter renumbered: the new number of each class; nil to leave the numbers as they are.
  init(_ builder: Builder, matcherCount: Int, renumbered: [Int32]? = nil) {
    count = Int(builder.count)
    var memberships: [[Int32]] = Array(repeating: [], count: matcherCount)
    for (matchers, number) in builder.numbers {
      let number = renumbered.map { $0[Int(number)] } ?? number
      for matcher in matchers { memberships[Int(matcher)].append(number) }
    }
    ends.reserveCapacity(matcherCount)
    for list in memberships {
      classes += list.sorted()
      ends.append(Int32(classes.count))
    }
  }

  /// Calls `body` with every class that a matcher belongs to.
  @inline(__always)
  func forEach(of matcher: Int32, _ body: (Int32) -> Void) {
    let start = matcher == 0 ? 0 : Int(ends[Int(matcher) - 1])
    for place in start..<Int(ends[Int(matcher)]) { body(classes[place]) }
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    archive.write(count)
    archive.write(classes)
    archive.write(ends)
  }

  /// - Parameter matchers: how many word matchers there are.
  init(from archive: inout NumberReader, matchers: Int) throws(NumberReader.Damaged) {
    count = try archive.integer()
    classes = try archive.numbers()
    ends = try archive.numbers()
    let count = count
    guard count >= 0, ends.count == matchers, classes.allSatisfy({ $0 >= 0 && $0 < count }),
      NumberReader.areEnds(ends, of: classes.count)
    else { throw NumberReader.Damaged() }
  }
}

extension NumberReader {
  /// Whether numbers are the ends of stretches one after the other that make up so many items.
  static func areEnds(_ ends: [Int32], of count: Int) -> Bool {
    var last: Int32 = 0
    for end in ends {
      guard end >= last else { return false }
      last = end
    }
    return Int(last) == count
  }
}
