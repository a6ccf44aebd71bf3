import ServiceStandards

/// One step of a compiled phrase. Numbers are positions in the program.
enum Instruction: Sendable, Hashable {
  /// Takes a word that the matcher accepts.
  case word(Int32)
  /// Takes any words, as few as will do and so many at most.
  case gap(Int)
  /// Tries the first way, then the second.
  case split(Int32, Int32)
  case jump(Int32)
  /// Takes what an entry of a list takes, by the program that all phrases share.
  case list(Int32)
  case anchor(Anchor)
  /// What follows up to `end` must not match here; goes on at `end`.
  case notAhead(end: Int32)
  /// The stretch that was found, in an exception.
  case found
  case markStart, markEnd
  /// The end of what must not follow.
  case closeAhead
  /// The end of an entry of a list.
  case endOfList
  case accept
}

/// A phrase as a small program for the matcher.
struct PhraseProgram: Sendable {
  var instructions: [Instruction] = []
  /// Matchers that the first word must satisfy one of; nil when the phrase may start with anything.
  var openings: Set<Int32>? = []
  /// What words a turn must hold for a match.
  var requirement = PhraseRequirement.nothing

  /// Matchers that can take the first word; nil when any word can.
  func firstWords(_ lists: [ListProgram]) -> Set<Int32>? {
    words(next: 0, ofList: { lists[Int($0)].firstWords }, isOpen: { _ in false })
  }

  /// Matchers that can take the next word of those who stand at an instruction; nil when any word
  /// can, when none need be taken, or when the word may be one of the next sentence.
  func nextWords(at instruction: Int32, _ lists: [ListProgram]) -> Set<Int32>? {
    words(
      next: instruction, ofList: { lists[Int($0)].nextWords },
      isOpen: { $0 == .boundary || $0 == .sentenceStart })
  }

  /// Where a match may start, by the anchors that the program begins with.
  var start: MatchStart {
    for instruction in instructions {
      switch instruction {
      case .anchor(.turnStart): return .turn
      case .anchor(.sentenceStart): return .sentence
      case .anchor, .markStart: continue
      default: return .anywhere
      }
    }
    return .anywhere
  }

  private func words(
    next start: Int32, ofList: (Int32) -> Set<Int32>?, isOpen: (Anchor) -> Bool
  ) -> Set<Int32>? {
    var result: Set<Int32> = []
    var pending: [Int32] = [start]
    var seen: Set<Int32> = []
    while let position = pending.popLast() {
      guard seen.insert(position).inserted else { continue }
      switch instructions[Int(position)] {
      case .word(let matcher): result.insert(matcher)
      case .list(let list):
        guard let words = ofList(list) else { return nil }
        result.formUnion(words)
      case .gap, .found, .accept, .closeAhead, .endOfList: return nil
      case .split(let first, let second): pending += [first, second]
      case .jump(let target), .notAhead(let target): pending.append(target)
      case .anchor(let anchor):
        if isOpen(anchor) { return nil }
        pending.append(position + 1)
      case .markStart, .markEnd: pending.append(position + 1)
      }
    }
    return result
  }
}
