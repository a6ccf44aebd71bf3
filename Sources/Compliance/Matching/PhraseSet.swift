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
  private var bySet: [Int32: [LocatedMatch]] = [:]

  mutating func append(_ match: LocatedMatch, to set: PhraseSet) {
    bySet[set.number, default: []].append(match)
  }

  /// Matches of a set in the order of the call.
  package func matches(of set: PhraseSet) -> [LocatedMatch] { bySet[set.number] ?? [] }
}

/// The set that a phrase belongs to, and its place there.
struct PhraseOwner: Sendable {
  var set: PhraseSet
  var phrase: Int
}

/// The owner of every phrase that turns are searched for.
struct PhraseOwners: Sendable {
  private var owners: [Int32: PhraseOwner] = [:]
  private var setCount: Int32 = 0

  /// A set that no phrase belongs to yet.
  mutating func newSet() -> PhraseSet {
    setCount += 1
    return PhraseSet(number: setCount - 1)
  }

  func write(to archive: inout NumberWriter) {
    let phrases = owners.keys.sorted()
    archive.write(Int(setCount))
    archive.write(
      phrases.flatMap { phrase -> [Int32] in
        guard let owner = owners[phrase] else { return [] }
        return [phrase, owner.set.number, Int32(owner.phrase)]
      })
  }

  init(from archive: inout NumberReader) throws(NumberReader.Damaged) {
    setCount = Int32(truncatingIfNeeded: try archive.integer())
    let numbers: [Int32] = try archive.numbers()
    guard numbers.count.isMultiple(of: 3) else { throw NumberReader.Damaged() }
    owners.reserveCapacity(numbers.count / 3)
    for place in stride(from: 0, to: numbers.count, by: 3) {
      owners[numbers[place]] = PhraseOwner(
        set: PhraseSet(number: numbers[place + 1]), phrase: Int(numbers[place + 2]))
    }
  }

  init() {}

  subscript(phrase: Int32) -> PhraseOwner? {
    get { owners[phrase] }
    set { owners[phrase] = newValue }
  }
}
