import RussianMorphology
import ServiceStandards

/// The operator's own names in another case than the nominative, by the dictionary or in earnest.
extension OperatorNames {
  /// «Чойгана меня зовут»: who does not know the name takes it for a case of another, but nothing
  /// else stands there.
  func namesInAnyCase(
    beforeCuesIn turn: AnalyzedTurn, butNot used: Set<Range<Int>>, groups: [NameGroup],
    taken: Set<Int>
  ) -> [NameGroup] {
    context.cue(.ownAfterAny, of: .operatorName, in: turn).compactMap { cue in
      let parting: Punctuation = [.sentenceEnd, .comma]
      guard !used.contains(cue), turn.words[cue.lowerBound].before.isDisjoint(with: parting),
        let group = groups.first(where: { $0.words.upperBound == cue.lowerBound }),
        !group.isNominative, case let start = group.words.lowerBound,
        start == 0 || taken.contains(start - 1)
          || !turn.words[start].before.isDisjoint(with: parting)
      else { return nil }
      return asFirstName(group, in: turn)
    }
  }

  /// «Специалист гульнару слушаю вас», raw: as a recogniser hears the name between a title and a
  /// formula. Where there are signs, the case is what was said.
  func isMisheard(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    !turn.isPunctuated && turn.ordinal == 0 && group.parts == .first && group.words.count == 1
      && context.cue(.ownMisheard, of: .operatorName, fitsAround: group.words, in: turn)
  }

  /// What looks like a surname and no dictionary has, where a first name stands.
  func asFirstName(_ name: NameGroup, in turn: AnalyzedTurn) -> NameGroup {
    let info = context.info(name.words.lowerBound, in: turn)
    guard name.parts == .surname, info.best.source != .dictionary else { return name }
    var result = name
    result.firstNames = NameReader.keys(of: info)
    return result
  }
}
