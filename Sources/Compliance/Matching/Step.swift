import ServiceStandards

/// An instruction as the matcher runs it: eight bytes, because the programs of thousands of phrases
/// are far apart in memory.
struct Step: Sendable {
  enum Kind: UInt8, CaseIterable {
    case word, gap, splitNext, splitAway, jump, list, anchor, notAhead, found, markStart, markEnd
    case closeAhead, endOfList, accept
  }

  let kind: Kind
  private let high: UInt8
  private let low: UInt16
  private let first: UInt32

  /// The word matcher of a word, the length of a gap, the number of an anchor, where a list's program
  /// begins, or where to go; of a parting of ways the one that is not the next step.
  var operand: Int32 { Int32(high) << 16 | Int32(low) }

  /// Of a parting of ways, the bit one of which words the way to try first takes next, or -1 where
  /// any word may be the next: a way that fails at its first word is not worth trying. Of a list
  /// the same, and of a gap one of which words follows it.
  var firstWord: Int32 { Int32(truncatingIfNeeded: first) &- 1 }

  /// No turn is longer.
  private static let longestGap = 1 << 20

  private init(_ kind: Kind, _ operand: Int32 = 0, firstWord: Int32 = -1) {
    precondition(operand >= 0 && operand < 1 << 24, "too many phrases for one layer")
    self.kind = kind
    high = UInt8(truncatingIfNeeded: operand >> 16)
    low = UInt16(truncatingIfNeeded: operand)
    first = UInt32(bitPattern: firstWord &+ 1)
  }

  /// - Parameters:
  ///   - start: where the instruction's program begins.
  ///   - firstWord: see there.
  ///   - lists: where the programs of lists begin.
  init(
    _ instruction: Instruction, at place: Int32, start: Int32, firstWord: Int32, lists: [Int32]
  ) {
    switch instruction {
    case .word(let matcher): self.init(.word, matcher)
    case .gap(let limit): self.init(.gap, Int32(min(limit, Self.longestGap)), firstWord: firstWord)
    case .split(let first, let second):
      if start + first == place + 1 {
        self.init(.splitNext, start + second, firstWord: firstWord)
      } else {
        precondition(start + second == place + 1, "one way must be the next step")
        self.init(.splitAway, start + first, firstWord: firstWord)
      }
    case .jump(let target): self.init(.jump, start + target)
    case .list(let list): self.init(.list, lists[Int(list)], firstWord: firstWord)
    case .anchor(let anchor):
      self.init(.anchor, Int32(Anchor.allCases.firstIndex(of: anchor) ?? 0))
    case .notAhead(let end): self.init(.notAhead, start + end)
    case .found: self.init(.found)
    case .markStart: self.init(.markStart)
    case .markEnd: self.init(.markEnd)
    case .closeAhead: self.init(.closeAhead)
    case .endOfList: self.init(.endOfList)
    case .accept: self.init(.accept)
    }
  }

  // MARK: Archive

  /// The step as a number.
  var number: UInt64 {
    UInt64(first) << 32 | UInt64(high) << 24 | UInt64(low) << 8 | UInt64(kind.rawValue)
  }

  /// - Parameters:
  ///   - length: how many steps there are to go to.
  ///   - matchers: how many word matchers there are.
  ///   - bits: how many bits a form has.
  init(number: UInt64, length: Int, matchers: Int, bits: Int) throws(NumberReader.Damaged) {
    guard let kind = Kind(rawValue: UInt8(truncatingIfNeeded: number)) else {
      throw NumberReader.Damaged()
    }
    self.kind = kind
    high = UInt8(truncatingIfNeeded: number >> 24)
    low = UInt16(truncatingIfNeeded: number >> 8)
    first = UInt32(truncatingIfNeeded: number >> 32)
    let limit =
      switch kind {
      case .word: matchers
      case .anchor: Anchor.allCases.count
      case .gap: Self.longestGap + 1
      case .splitNext, .splitAway, .jump, .list, .notAhead: length
      default: 1
      }
    guard operand < limit, firstWord >= -1, firstWord < bits else { throw NumberReader.Damaged() }
  }
}
