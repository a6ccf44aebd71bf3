import RussianText

/// Looks up the words of a sentence together: one letter of each word after the other, so that the
/// memory of one word is fetched while the others go on.
struct SentenceLookup: Sendable {
  private struct Walk {
    var word: Int
    var state: UInt32
    var position: Int
    var end: Int
  }

  /// The number of each word in the memory, nothing for one that is not there.
  private(set) var entries: [Int?] = []
  /// What the dictionary's automaton has of each word.
  private(set) var values: [UInt32] = []
  /// The folded words, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var walks: [Walk] = []
  /// Of what was read ahead.
  private var touched: UInt64 = 0

  /// Looks up the words of a sentence; those that `memory` has are left out.
  mutating func find(
    _ sentence: [[UInt8]], in dictionary: MorphologicalDictionary, besides memory: WordMemory?
  ) {
    entries.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    walks.removeAll(keepingCapacity: true)
    let root = dictionary.forms.root
    for form in sentence {
      let start = bytes.count
      let entry = memory?.entry(of: form)
      entries.append(entry)
      guard entry == nil else {
        ends.append(start)
        values.append(Automaton.noValue)
        continue
      }
      bytes.append(contentsOf: PlainForm.isPlain(form) ? form : PlainForm.of(form))
      Folding.fold(inPlace: &bytes, from: start)
      walks.append(Walk(word: values.count, state: root, position: start, end: bytes.count))
      ends.append(bytes.count)
      values.append(Automaton.noValue)
    }
    Self.walk(&walks, through: dictionary.forms, over: bytes, &values)
    touch(dictionary)
  }

  /// The folded word at `index`.
  func folded(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
  }

  private static func walk(
    _ walks: inout [Walk], through automaton: Automaton, over bytes: [UInt8],
    _ values: inout [UInt32]
  ) {
    let bytes = bytes.span
    var pending = walks.mutableSpan
    var values = values.mutableSpan
    var count = pending.count
    while count > 0 {
      var kept = 0
      for index in 0..<count {
        var walk = pending[index]
        guard walk.position < walk.end else {
          values[walk.word] = automaton.value(walk.state)
          continue
        }
        let (letter, length) = Alphabet.letter(bytes, walk.position)
        let isWhole = walk.position &+ length <= walk.end
        walk.state = letter == 0 || !isWhole ? 0 : automaton.next(walk.state, letter)
        guard walk.state != 0 else { continue }
        walk.position &+= length
        pending[kept] = walk
        kept &+= 1
      }
      count = kept
    }
  }

  /// Reads ahead where the readings of the words lie.
  private mutating func touch(_ dictionary: MorphologicalDictionary) {
    var sum: UInt64 = 0
    for value in values where value != Automaton.noValue {
      sum &+= dictionary.entries.load64(
        Int(value >> 8) &* MorphologicalDictionary.entrySize)
    }
    touched = sum
  }
}
