/// What lists match at the words of a turn, found once for all phrases that name them.
struct ListMatches {
  /// Where a match of a list ends.
  struct End: Equatable {
    var position: Int32
    /// Whether what follows may be of the next sentence.
    var mayCross: Bool
    /// Words that the list took: bit 0 is where it starts.
    var taken: UInt64
  }

  /// What decides where a list's matches end.
  struct Key {
    fileprivate let bits: UInt64

    /// - Parameters:
    ///   - list: where its program begins.
    ///   - isOrigin: whether it stands at the start of a match.
    ///   - mayCross: whether its first word may be of the next sentence.
    init(list: Int32, position: Int32, isOrigin: Bool, mayCross: Bool) {
      bits =
        UInt64(UInt32(bitPattern: list)) << 34 | UInt64(UInt32(bitPattern: position)) << 2
        | (isOrigin ? 2 : 0) | (mayCross ? 1 : 0)
    }
  }

  /// All that were found, list by list; of each the preferred first.
  private(set) var ends: [End] = []
  /// Those of the lists that are being looked for, the innermost last.
  private var open: [End] = []
  private var start = 0
  /// What is known, by key, where there is room: a few are looked for again.
  private var slots: [Slot] = []
  /// The slots that hold any.
  private var filled: [Int] = []

  private struct Slot {
    var key: UInt64 = .max
    var range: Range<Int32> = 0..<0
  }

  private static let slotCount = 256

  /// Forgets all, before other words are looked at; the room for it stays.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    for slot in filled { slots[slot] = Slot() }
    filled.removeAll(keepingCapacity: true)
  }

  private func slot(of key: Key) -> Int {
    Int(truncatingIfNeeded: (key.bits &* 0x9e37_79b9_7f4a_7c15) >> 40) & (Self.slotCount - 1)
  }

  /// Where the ends are that are known of a key.
  subscript(key: Key) -> Range<Int>? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[slot(of: key)]
    return slot.key == key.bits ? Int(slot.range.lowerBound)..<Int(slot.range.upperBound) : nil
  }

  /// Begins to look for a list; returns what `finish` needs to go on with the one around it.
  mutating func begin() -> Int {
    defer { start = open.count }
    return start
  }

  /// Adds an end of the list that is being looked for. What ends alike goes on alike, so that it is
  /// kept once.
  mutating func add(_ end: End) {
    if !open[start...].contains(end) { open.append(end) }
  }

  /// Ends the search for a list; returns where its ends are.
  ///
  /// - Parameter isWhole: whether all ways were tried, so that the answer holds from now on.
  mutating func finish(_ key: Key, outer: Int, isWhole: Bool) -> Range<Int> {
    let range = ends.count..<ends.count + open.count - start
    ends += open[start...]
    open.removeSubrange(start...)
    start = outer
    if isWhole {
      if slots.isEmpty { slots = Array(repeating: Slot(), count: Self.slotCount) }
      let slot = slot(of: key)
      slots[slot] = Slot(
        key: key.bits, range: Int32(range.lowerBound)..<Int32(range.upperBound))
      filled.append(slot)
    }
    return range
  }
}
