/// Single phrases that are asked of a turn.
extension PhraseLayer {
  /// Calls `body` with the programs of a phrase that a turn may match, until it says to stop.
  @inline(__always)
  private func firstProgram(
    of phrase: Int32, _ present: [UInt64], where body: (Program) -> Bool
  ) -> Bool {
    let first = phrase == 0 ? 0 : ends[Int(phrase) - 1]
    for number in first..<ends[Int(phrase)] where triggers.mayMatch(number, present) {
      if body(programs[Int(number)]) { return true }
    }
    return false
  }

  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>? = nil, bits: TurnBits
  ) -> Bool {
    let limits = limits ?? turn.words.indices
    var matcher = matcher(limits: limits)
    return firstProgram(of: phrase, bits.present) { program in
      limits.contains { match(program, at: $0, in: turn, by: &matcher, bits: bits) != nil }
    }
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, bits: TurnBits
  ) -> Bool {
    let earliest = max(0, found.lowerBound - Self.reach)
    return firstProgram(of: phrase, bits.present) { program in
      var matcher = matcher(limits: turn.words.indices)
      if program.passesOverFound {
        matcher.found = found
      } else {
        matcher.leastEnd = found.upperBound
      }
      for start in Swift.stride(from: found.lowerBound, through: earliest, by: -1)
      where match(program, at: start, in: turn, by: &matcher, bits: bits) != nil {
        return true
      }
      return false
    }
  }

  /// How many words before a match an exception may begin.
  private static let reach = 12
}
