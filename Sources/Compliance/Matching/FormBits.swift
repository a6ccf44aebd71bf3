/// Bits of word forms in one layer: which matchers accept a form, and which tested classes it is of.
///
/// A form has tens of thousands of bits, of which few are set, and most questions are answered with
/// no. A form's bits are therefore kept twice: folded into a few words of bits that lie close
/// together in memory and answer most of the questions, and whole, without the words that hold none.
struct FormBits: Sendable {
  /// The words of bits of all forms that hold any.
  private var words: [UInt64] = []
  /// For each form, for every 64 words of its bits, which of them are kept and where they begin.
  private var groups: [Group] = []
  private var folded: [UInt64] = []
  private let groupCount: Int

  private struct Group {
    var kept: UInt64 = 0
    var start: Int32 = 0
  }

  /// How many words a form's bits are folded into; a power of two.
  private static let foldedStride = 32

  /// - Parameter stride: how many words of bits a form has.
  init(stride: Int) { groupCount = (stride + 63) / 64 }

  /// Appends a form with the bits collected, which are none afterwards.
  mutating func append(_ bits: inout CollectedBits) {
    let foldedStart = folded.count
    folded.append(contentsOf: repeatElement(0, count: Self.foldedStride))
    let first = groups.count
    groups.append(contentsOf: repeatElement(Group(), count: groupCount))
    bits.removeAll { index, word in
      let group = first + index >> 6
      if groups[group].kept == 0 { groups[group].start = Int32(words.count) }
      groups[group].kept |= 1 &<< UInt64(index & 63)
      words.append(word)
      folded[foldedStart + index & (Self.foldedStride - 1)] |= word
    }
  }

  /// Whether a bit of a form may be set: of ten bits that are not, this says so of nine.
  @inline(__always)
  func mayHold(_ bit: Int32, of form: Int32) -> Bool {
    let start = Int(form) &* Self.foldedStride
    return folded[start &+ Int(bit >> 6) & (Self.foldedStride &- 1)]
      & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0
  }

  /// Whether a bit of a form is set.
  @inline(__always)
  func holds(_ bit: Int32, of form: Int32) -> Bool {
    guard mayHold(bit, of: form) else { return false }
    let word = Int(bit >> 6)
    let group = groups[Int(form) &* groupCount &+ word >> 6]
    let own: UInt64 = 1 &<< UInt64(truncatingIfNeeded: word & 63)
    guard group.kept & own != 0 else { return false }
    let before = (group.kept & (own &- 1)).nonzeroBitCount
    return words[Int(group.start) &+ before] & (1 &<< UInt64(truncatingIfNeeded: bit & 63)) != 0
  }
}

/// Bits that are set one by one in any order, many times over, of which few are set at a time.
struct CollectedBits: Sendable {
  private var words: [UInt64]
  /// Which of the words hold any.
  private var held: [UInt64]

  /// - Parameter stride: how many words of bits there are.
  init(stride: Int) {
    words = Array(repeating: 0, count: stride)
    held = Array(repeating: 0, count: (stride + 63) / 64)
  }

  /// Sets a bit.
  ///
  /// - Returns: whether it was not set before.
  @inline(__always) @discardableResult
  mutating func insert(_ bit: Int32) -> Bool {
    let word = Int(bit >> 6)
    let own: UInt64 = 1 &<< UInt64(truncatingIfNeeded: bit & 63)
    guard words[word] & own == 0 else { return false }
    words[word] |= own
    held[word >> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
    return true
  }

  /// Sets the bits of a whole word of them.
  @inline(__always)
  mutating func insert(_ bits: UInt64, at word: Int) {
    words[word] |= bits
    held[word >> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
  }

  /// Calls `body` with every word of bits that holds any, in ascending order, and clears it.
  mutating func removeAll(_ body: (_ index: Int, _ word: UInt64) -> Void) {
    for group in held.indices {
      var left = held[group]
      while left != 0 {
        let word = group * 64 + left.trailingZeroBitCount
        body(word, words[word])
        words[word] = 0
        left &= left - 1
      }
      held[group] = 0
    }
  }
}
