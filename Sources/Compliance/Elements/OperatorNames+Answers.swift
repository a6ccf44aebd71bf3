import RussianMorphology
import ServiceStandards
import Transcripts

/// Names that the operator gives when asked: «с кем я говорю», «как вас зовут».
extension OperatorNames {
  /// How many words an answer has that is hardly more than the name.
  private static let longestAnswer = 4

  /// «Отделение семь, Ирина, слушаю».
  func isAnswering(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.said([.offerHelp], in: turn).contains { $0.words.lowerBound == group.words.upperBound }
  }

  /// «С кем я говорю?» — «С Мариной, дежурной».
  func isAnswerWith(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.cue(.answersWith, of: .operatorName, in: turn).contains {
      $0.upperBound == group.words.lowerBound
    } && context.clientBefore(turn, says: .clientAsksWith, of: .operatorName)
  }

  /// «Как к вам обращаться?» — «Ну, Света»: a word that is seldom a name closes the short answer.
  func shortAnswer(in turn: AnalyzedTurn) -> NameGroup? {
    let end = turn.words.indices.dropFirst().first { turn.words[$0].before.contains(.sentenceEnd) }
    let word = (end ?? turn.words.count) - 1
    guard word < Self.longestAnswer, word >= 0,
      !(0..<word).contains(where: { isVerb($0, in: turn) })
    else { return nil }
    let info = context.info(word, in: turn)
    guard info.best.partOfSpeech == .noun, let name = info.rareNameWord, name.isNominative,
      name.parts.contains(.first), !turn.words[word].after.contains(.question)
    else { return nil }
    return NameGroup(
      turn: turn.index, words: word..<word + 1, parts: .first, firstNames: name.keys,
      isNominative: true, isSure: false)
  }

  /// «Ваша как фамилия?» — «Кужугет, имя Айлана»: words that no dictionary has where a name is due.
  func answers(in turn: AnalyzedTurn, groups: [NameGroup], taken: Set<Int>) -> [NameGroup] {
    let asksSurname = context.clientBefore(turn, says: .asksSurname, of: .operatorName)
    let named = context.cue(.askedBefore, of: .operatorName, in: turn).map(\.upperBound)
    return ([0] + named).compactMap { start in
      guard start < turn.words.count, !taken.contains(start),
        start == 0 || !turn.words[start].before.contains(.sentenceEnd)
      else { return nil }
      let isSurname =
        start == 0
        ? asksSurname
        : context.cue(.ownSurnameWord, of: .operatorName, in: turn).contains {
          $0.upperBound == start
        }
      if let group = groups.first(where: { $0.words.lowerBound == start && $0.isNominative }) {
        guard start > 0 || isSurname, group.words.count == 1, group.parts == .first,
          start > 0 || isExplained(start, by: .explainsName, in: turn)
            || context.info(start, in: turn).best.source != .dictionary
            || !context.cue(.firstNameWord, of: .operatorName, in: turn).isEmpty
        else { return nil }
        var result = group
        if isSurname { result.parts = .surname }
        return result
      }
      let next = start + 1
      // «А фамилия?» — «Лось».
      guard
        reader.isGuessed(start, in: turn)
          || isSurname
            && (reader.canBeNounSurname(start, in: turn)
              || isExplained(start, by: .explainsName, in: turn)),
        next == turn.words.count || isExplained(start, by: .explainsName, in: turn)
          || !turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
      else { return nil }
      return NameGroup(
        turn: turn.index, words: start..<next, parts: isSurname ? .surname : .first,
        firstNames: isSurname ? [] : NameReader.keys(of: context.info(start, in: turn)),
        isNominative: true, isSure: true)
    }
  }
}
