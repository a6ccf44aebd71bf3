import RussianMorphology

/// Word matchers by a key of words: many keys, few matchers each, in a hash table of flat arrays.
struct MatcherIndex: Sendable {
  /// In ascending order.
  private var keys: [UInt64] = []
  /// Where each key's matchers end.
  private var ends: [Int32] = []
  private var matchers: [Int32] = []
  /// The number of a key, or -1 for an empty slot; as many as a power of two, over twice as many
  /// as keys.
  private var slots: [Int32] = [-1, -1]

  init() {}

  init(_ pairs: [(key: LemmaKey, matcher: Int32)]) {
    let sorted = pairs.sorted { ($0.key, $0.matcher) < ($1.key, $1.matcher) }
    matchers = sorted.map(\.matcher)
    for (place, pair) in sorted.enumerated() {
      if keys.last == pair.key.rawValue {
        ends[ends.count - 1] += 1
      } else {
        keys.append(pair.key.rawValue)
        ends.append(Int32(place + 1))
      }
    }
    fillSlots()
  }

  private mutating func fillSlots() {
    var count = 2
    while count < keys.count * 2 + 1 { count *= 2 }
    slots = Array(repeating: -1, count: count)
    for (number, key) in keys.enumerated() {
      var slot = Self.slot(of: key, count: count)
      while slots[slot] >= 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Keys are hashes already, but not of the best: they are mixed once more.
  private static func slot(of key: UInt64, count: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9e37_79b9_7f4a_7c15
    return Int(truncatingIfNeeded: mixed >> 32) & (count - 1)
  }

  /// Calls `body` with the matchers that a key belongs to, in ascending order.
  @inline(__always)
  func forEach(of key: LemmaKey, _ body: (Int32) -> Void) {
    var slot = Self.slot(of: key.rawValue, count: slots.count)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if keys[number] == key.rawValue {
        for place in Int(number == 0 ? 0 : ends[number - 1])..<Int(ends[number]) {
          body(matchers[place])
        }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
  }

  /// Calls `body` with the matchers that any beginning of some letters belongs to.
  func forEachPrefix(of letters: some Sequence<UInt8>, _ body: (Int32) -> Void) {
    guard !keys.isEmpty else { return }
    var key = LemmaKey(folded: EmptyCollection())
    for letter in letters {
      key.add(letter)
      forEach(of: key, body)
    }
  }

  // MARK: Archive

  func write(to archive: inout NumberWriter) {
    archive.write(keys)
    archive.write(ends)
    archive.write(matchers)
  }

  /// - Parameter count: how many matchers there are.
  init(from archive: inout NumberReader, count: Int) throws(NumberReader.Damaged) {
    keys = try archive.numbers()
    ends = try archive.numbers()
    matchers = try archive.numbers()
    guard ends.count == keys.count, NumberReader.areEnds(ends, of: matchers.count),
      matchers.allSatisfy({ $0 >= 0 && $0 < count })
    else { throw NumberReader.Damaged() }
    fillSlots()
  }
}
