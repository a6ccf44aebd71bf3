/// Rows of bits of which few are set: only the 64-bit words that hold any are kept.
struct SparseBits: Sendable {
  private struct Word {
    var index: Int32
    var bits: UInt64
  }

  private var words: [Word] = []
  /// Where each row's words end.
  private var ends: [Int32] = []

  /// Appends a row of the bits collected, which are none afterwards.
  mutating func append(_ bits: inout CollectedBits) {
    bits.removeAll { index, bits in words.append(Word(index: Int32(index), bits: bits)) }
    ends.append(Int32(words.count))
  }

  /// The bits of the last row that are set in a whole one too, by number.
  func last(among whole: [UInt64]) -> [Int32] {
    var numbers: [Int32] = []
    for place in (ends.count > 1 ? Int(ends[ends.count - 2]) : 0)..<words.count {
      let index = words[place].index
      var bits = words[place].bits & whole[Int(index)]
      while bits != 0 {
        numbers.append(index * 64 + Int32(bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return numbers
  }

  /// Sets the bits of a row in a whole one.
  @inline(__always)
  func add(_ row: Int, to whole: inout [UInt64]) {
    for place in Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row]) {
      whole[Int(words[place].index)] |= words[place].bits
    }
  }

  /// Sets the bits of a row among those collected.
  func add(_ row: Int, to bits: inout CollectedBits) {
    for place in Int(row == 0 ? 0 : ends[row - 1])..<Int(ends[row]) {
      bits.insert(words[place].bits, at: Int(words[place].index))
    }
  }
}

/// Lists of numbers, one after the other.
struct NumberLists: Sendable {
  private var numbers: [Int32] = []
  /// Where each list ends.
  private var ends: [Int32] = []

  mutating func append(_ list: [Int32]) {
    numbers += list
    ends.append(Int32(numbers.count))
  }

  /// Calls `body` with every number of a list.
  @inline(__always)
  func forEach(of list: Int, _ body: (Int32) -> Void) {
    for place in Int(list == 0 ? 0 : ends[list - 1])..<Int(ends[list]) { body(numbers[place]) }
  }
}

/// The classes of every form that programs hang on.
struct FormHooks: Sendable {
  /// By whose turns are searched for the programs.
  private(set) var ofAnyone = NumberLists()
  private(set) var ofOperator = NumberLists()

  mutating func append(ofAnyone: [Int32], ofOperator: [Int32]) {
    self.ofAnyone.append(ofAnyone)
    self.ofOperator.append(ofOperator)
  }
}
