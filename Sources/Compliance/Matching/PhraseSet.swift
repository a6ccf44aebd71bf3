import RussianText

/// Phrases that are looked for together: those of one rule, one element, one criterion.
package struct PhraseSet: Sendable, Hashable, Codable {
  package let number: Int32

  package init(number: Int32) { self.number = number }

  package init(from decoder: any Decoder) throws {
    number = try decoder.singleValueContainer().decode(Int32.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// One match of a phrase of a set in a call.
package struct LocatedMatch: Sendable, Hashable {
  /// Index of the turn in the call.
  package var turn: Int
  package var match: WordMatch
  /// Which phrase of the set it was, in the order they were given.
  package var phrase: Int
}

/// Every match of every phrase in one call, by set.
package struct CallMatches: Sendable {
  /// Those of each set in the order of the call, one set after the other.
  private var matches: [LocatedMatch] = []
  /// Where each set's matches end.
  private var ends: [Int32]

  /// - Parameters:
  ///   - found: matches with the numbers of their sets; those of a set in the order of the call.
  ///   - setCount: how many sets there are.
  init(_ found: [(set: Int32, match: LocatedMatch)] = [], setCount: Int = 0) {
    ends = [Int32](repeating: 0, count: setCount)
    guard let any = found.first?.match else { return }
    for (set, _) in found { ends[Int(set)] += 1 }
    var start: Int32 = 0
    for set in ends.indices {
      let count = ends[set]
      ends[set] = start
      start += count
    }
    matches = [LocatedMatch](repeating: any, count: found.count)
    for (set, match) in found {
      matches[Int(ends[Int(set)])] = match
      ends[Int(set)] += 1
    }
  }

  /// How many there are.
  var count: Int { matches.count }

  /// Matches of a set in the order of the call.
  package func matches(of set: PhraseSet) -> ArraySlice<LocatedMatch> {
    let number = Int(set.number)
    guard ends.indices.contains(number) else { return [] }
    return matches[Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number])]
  }

  /// Those of a set in a turn that may hold some words, in the order of the turn.
  func matches(of set: PhraseSet, in turn: AnalyzedTurn, around words: Range<Int>)
    -> ArraySlice<LocatedMatch>
  {
    let all = matches(of: set)
    let own = all[all.partitioningIndex { $0.turn >= turn.index }...]
    // No match begins so far before words that it holds.
    let earliest = words.lowerBound - AnalyzedTurn.longestContext
    let start = own.partitioningIndex {
      $0.turn > turn.index || $0.match.whole.lowerBound >= earliest
    }
    let end = own.partitioningIndex {
      $0.turn > turn.index || $0.match.whole.lowerBound > words.lowerBound
    }
    return own[start..<end]
  }
}

/// The set that a phrase belongs to, and its place there.
struct PhraseOwner: Sendable {
  var set: PhraseSet
  var phrase: Int
}

/// The owner of every phrase that turns are searched for.
struct PhraseOwners: Sendable {
  /// By the number of the phrase.
  private var owners: [PhraseOwner?] = []
  private(set) var setCount: Int32 = 0

  /// A set that no phrase belongs to yet.
  mutating func newSet() -> PhraseSet {
    setCount += 1
    return PhraseSet(number: setCount - 1)
  }

  func write(to archive: inout NumberWriter) {
    archive.write(Int(setCount))
    archive.write(
      owners.enumerated().flatMap { phrase, owner -> [Int32] in
        guard let owner else { return [] }
        return [Int32(phrase), owner.set.number, Int32(owner.phrase)]
      })
  }

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    setCount = Int32(truncatingIfNeeded: try archive.integer())
    let numbers: [Int32] = try archive.numbers()
    guard numbers.count.isMultiple(of: 3) else { throw NumberReader.Damaged() }
    for place in stride(from: 0, to: numbers.count, by: 3) {
      let set = numbers[place + 1]
      // Most phrases have an owner, and they are written in order.
      guard numbers[place] >= owners.count, numbers[place] < 1 << 24, set >= 0, set < setCount
      else { throw NumberReader.Damaged() }
      self[numbers[place]] = PhraseOwner(
        set: PhraseSet(number: set), phrase: Int(numbers[place + 2]))
    }
  }

  init() {}

  subscript(phrase: Int32) -> PhraseOwner? {
    get { Int(phrase) < owners.count ? owners[Int(phrase)] : nil }
    set {
      while owners.count <= Int(phrase) { owners.append(nil) }
      owners[Int(phrase)] = newValue
    }
  }
}
