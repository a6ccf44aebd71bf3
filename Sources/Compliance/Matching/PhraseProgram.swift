import ServiceStandards

/// One step of a compiled phrase. Numbers are positions in the program.
enum Instruction: Sendable, Hashable {
  /// Takes a word that the matcher accepts.
  case word(Int32)
  /// Takes any word as part of a gap.
  case skip
  /// Tries the first way, then the second.
  case split(Int32, Int32)
  case jump(Int32)
  case anchor(Anchor)
  /// What follows up to `end` must not match here; goes on at `end`.
  case notAhead(end: Int32)
  /// The stretch that was found, in an exception.
  case found
  case markStart, markEnd
  /// The end of what must not follow.
  case closeAhead
  case accept

  /// The same step in a program that begins at `offset`.
  func moved(by offset: Int32) -> Instruction {
    switch self {
    case .split(let first, let second): .split(first + offset, second + offset)
    case .jump(let target): .jump(target + offset)
    case .notAhead(let end): .notAhead(end: end + offset)
    default: self
    }
  }
}

extension Instruction {
  /// The step as three numbers, for an archive.
  var numbers: [Int32] {
    switch self {
    case .word(let matcher): [0, matcher, 0]
    case .skip: [1, 0, 0]
    case .split(let first, let second): [2, first, second]
    case .jump(let target): [3, target, 0]
    case .anchor(let anchor): [4, Int32(Anchor.allCases.firstIndex(of: anchor) ?? 0), 0]
    case .notAhead(let end): [5, end, 0]
    case .found: [6, 0, 0]
    case .markStart: [7, 0, 0]
    case .markEnd: [8, 0, 0]
    case .closeAhead: [9, 0, 0]
    case .accept: [10, 0, 0]
    }
  }

  /// - Parameters:
  ///   - length: how many steps there are to go to.
  ///   - matchers: how many word matchers there are.
  init(
    _ kind: Int32, _ first: Int32, _ second: Int32, length: Int, matchers: Int
  ) throws(NumberReader.Damaged) {
    func target(_ number: Int32) throws(NumberReader.Damaged) -> Int32 {
      guard number >= 0, number < length else { throw NumberReader.Damaged() }
      return number
    }
    switch kind {
    case 0:
      guard first >= 0, first < matchers else { throw NumberReader.Damaged() }
      self = .word(first)
    case 1: self = .skip
    case 2: self = .split(try target(first), try target(second))
    case 3: self = .jump(try target(first))
    case 4:
      guard Anchor.allCases.indices.contains(Int(first)) else { throw NumberReader.Damaged() }
      self = .anchor(Anchor.allCases[Int(first)])
    case 5: self = .notAhead(end: try target(first))
    case 6: self = .found
    case 7: self = .markStart
    case 8: self = .markEnd
    case 9: self = .closeAhead
    case 10: self = .accept
    default: throw NumberReader.Damaged()
    }
  }
}

/// A phrase as a small program for the matcher.
struct PhraseProgram: Sendable {
  var instructions: [Instruction] = []
  /// Matchers that the first word must satisfy one of; nil when the phrase may start with anything.
  var openings: Set<Int32>? = []
  /// What words a turn must hold for a match.
  var requirement = PhraseRequirement.nothing

  /// Matchers that can take the first word; nil when any word can.
  func firstWords() -> Set<Int32>? {
    var result: Set<Int32> = []
    var pending: [Int32] = [0]
    var seen: Set<Int32> = []
    while let position = pending.popLast() {
      guard seen.insert(position).inserted else { continue }
      switch instructions[Int(position)] {
      case .word(let matcher): result.insert(matcher)
      case .skip, .found, .accept, .closeAhead: return nil
      case .split(let first, let second): pending += [first, second]
      case .jump(let target), .notAhead(let target): pending.append(target)
      case .anchor, .markStart, .markEnd: pending.append(position + 1)
      }
    }
    return result
  }
}
