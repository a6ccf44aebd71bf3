/// Single phrases that are asked of a turn.
extension PhraseLayer {
  /// Whether a phrase matches anywhere among the words `limits` of a turn.
  ///
  /// - Parameter present: the classes of words that the turn has any of.
  func matches(
    _ phrase: Int32, in turn: AnalyzedTurn, limits: Range<Int>?, present: [UInt64],
    cache: borrowing WordCache
  ) -> Bool {
    for number in programs(of: phrase) where triggers.mayMatch(number, present) {
      let limits = limits ?? turn.words.indices
      let forms = cache.forms(of: self)
      var matcher = matcher(limits: limits)
      for start in limits
      where match(programs[Int(number)].entry, at: start, in: turn, by: &matcher, forms: forms)
        != nil
      {
        return true
      }
    }
    return false
  }

  /// Whether an exception fits around a found stretch: it passes over it where it holds `_`, and
  /// covers it otherwise.
  ///
  /// - Parameter present: the classes of words that the turn has any of.
  func fits(
    _ phrase: Int32, around found: Range<Int>, in turn: AnalyzedTurn, present: [UInt64],
    cache: borrowing WordCache
  ) -> Bool {
    for number in programs(of: phrase) where triggers.mayMatch(number, present) {
      let program = programs[Int(number)]
      let forms = cache.forms(of: self)
      var matcher = matcher(limits: turn.words.indices)
      if program.passesOverFound {
        matcher.found = found
      } else {
        matcher.leastEnd = found.upperBound
      }
      let earliest = max(0, found.lowerBound - Self.reach)
      for start in Swift.stride(from: found.lowerBound, through: earliest, by: -1)
      where match(program.entry, at: start, in: turn, by: &matcher, forms: forms) != nil {
        return true
      }
    }
    return false
  }

  /// The numbers of a phrase's programs.
  private func programs(of phrase: Int32) -> Range<Int32> {
    (phrase == 0 ? 0 : ends[Int(phrase) - 1])..<ends[Int(phrase)]
  }

  /// How many words before a match an exception may begin.
  private static let reach = 12
}
