import RussianMorphology
import ServiceStandards

/// Names that a client gives whole, with no words that say so.
extension ClientNames {
  /// «Инженер Каримова Рузиля», «Ренат Ильдусович, директор»: who names a surname first, or a name
  /// and patronymic between signs, and soon, names themself.
  func isGivenWhole(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let end = group.words.upperBound
    let signs: Punctuation = [.sentenceEnd, .comma, .dash]
    let isSurnameFirst =
      group.parts.contains([.first, .surname])
      && context.info(group.words.lowerBound, in: turn).likeliestNamePart == .surname
    let isPatronymicApart =
      group.parts.contains([.first, .patronymic])
      && !turn.words[end - 1].after.isDisjoint(with: signs)
    let isSoon = turn.ordinal <= Self.latestIntroduction
    let isShort = turn.words.count <= Self.longestWhole
    let isDictated = isDictated(group, in: turn)
    return group.isNominative && group.isSure
      && (isSoon && isPatronymicApart
        || (isSoon || isShort || isDictated)
          && (isSurnameFirst || isBesideUnknownSurname(group, in: turn)))
      && !turn.words[end - 1].after.contains(.question)
      && !reader.isAfterPreposition(group, in: turn)
      && (isDictated
        || !context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn))
      && !isAskedOfAnother(before: turn) && !isOperators(group, before: turn)
  }

  /// «Свердлова двенадцать, квартира восемь, Ованесян Карен»: the last of data that were asked for.
  private func isDictated(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.words.upperBound == turn.words.count
      && !turn.words.indices.contains { word in
        [.verb, .infinitive, .preposition, .pronoun].contains(
          context.info(word, in: turn).best.partOfSpeech)
      }
  }

  /// «Кечимов Тимур, вопрос по тарифу», «Эдуард Секундов»: a surname that the dictionary lacks.
  private func isBesideUnknownSurname(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    guard !group.parts.contains(.surname) else { return false }
    func isSurname(_ word: Int) -> Bool {
      turn.words.indices.contains(word)
        && context.info(word, in: turn).best.source != .dictionary
        && reader.endsAsSurname(word, in: turn)
    }
    let first = group.words.lowerBound
    let end = group.words.upperBound
    return isSurname(first - 1) && isJoined(first, in: turn)
      || isSurname(end) && isJoined(end, in: turn)
  }
}
