/// Builds a minimal automaton from words in increasing order (Daciuk and others, 2000).
struct AutomatonBuilder {
  /// A state on the path of the last word, which may still grow.
  private struct OpenState {
    var letters: [UInt8] = []
    var targets: [UInt32] = []
    var value = Automaton.noValue
  }

  /// The finished states in their final form; word 0 is the root's offset.
  private var words: [UInt32] = [0]
  private var path: [OpenState] = [OpenState()]
  private var last: [UInt8] = []
  /// Offsets of finished states by hash; 0 is empty.
  private var register = [UInt32](repeating: 0, count: 1 << 16)
  private var registered = 0
  private var scratch: [UInt32] = []

  init() {}

  /// Adds a word of letters of ``Alphabet``; it must be greater than the one before.
  mutating func add(_ word: ArraySlice<UInt8>, value: UInt32) {
    var common = 0
    for (left, right) in zip(last, word) {
      guard left == right else { break }
      common += 1
    }
    freeze(downTo: common)
    while path.count > word.count + 1 { path.removeLast() }
    for letter in word.dropFirst(common) {
      path[path.count - 1].letters.append(letter)
      path[path.count - 1].targets.append(0)
      path.append(OpenState())
    }
    path[path.count - 1].value = value
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: word)
  }

  /// The finished automaton, little-endian.
  mutating func finish() -> [UInt8] {
    freeze(downTo: 0)
    words[0] = close(path[0])
    var bytes = [UInt8]()
    bytes.reserveCapacity(words.count * 4)
    for word in words { bytes.append32(word) }
    return bytes
  }

  private mutating func freeze(downTo depth: Int) {
    while path.count > depth + 1 {
      let state = path.removeLast()
      let offset = close(state)
      path[path.count - 1].targets[path[path.count - 1].targets.count - 1] = offset
    }
  }

  /// The offset of a finished state equal to `state`.
  private mutating func close(_ state: OpenState) -> UInt32 {
    var mask: UInt64 = state.value == Automaton.noValue ? 0 : Automaton.finalBit
    for letter in state.letters { mask |= 1 << UInt64(letter) }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt32(truncatingIfNeeded: mask))
    scratch.append(UInt32(truncatingIfNeeded: mask >> 32))
    if state.value != Automaton.noValue { scratch.append(state.value) }
    scratch.append(contentsOf: state.targets)
    var place = place(of: scratch)
    while register[place] != 0 {
      if matches(Int(register[place])) { return register[place] }
      place = (place + 1) & (register.count - 1)
    }
    let offset = UInt32(words.count)
    words.append(contentsOf: scratch)
    register[place] = offset
    registered += 1
    if registered * 2 > register.count { growRegister() }
    return offset
  }

  /// Where the register begins to look for a state.
  private func place(of state: some Sequence<UInt32>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in state { hash = (hash ^ UInt64(word)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 31) }
    return Int(hash >> 20) & (register.count - 1)
  }

  private func matches(_ offset: Int) -> Bool {
    guard offset + scratch.count <= words.count else { return false }
    for index in scratch.indices where words[offset + index] != scratch[index] { return false }
    return true
  }

  private mutating func growRegister() {
    let old = register
    register = [UInt32](repeating: 0, count: old.count * 2)
    for offset in old where offset != 0 {
      let start = Int(offset)
      let low = words[start]
      let high = words[start + 1]
      let letters = (UInt64(high) << 32 | UInt64(low)).nonzeroBitCount
      var place = place(of: words[start..<(start + 2 + letters)])
      while register[place] != 0 { place = (place + 1) & (register.count - 1) }
      register[place] = offset
    }
  }
}

extension [UInt8] {
  mutating func append16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  mutating func append32(_ value: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  mutating func append64(_ value: UInt64) {
    append32(UInt32(truncatingIfNeeded: value))
    append32(UInt32(truncatingIfNeeded: value >> 32))
  }
}
