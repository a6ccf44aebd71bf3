import RussianMorphology
import ServiceStandards
import Transcripts

/// Surnames beside the operator's first name, which the dictionary seldom knows.
extension OperatorNames {
  /// A first name with the word beside it that ends as surnames do: «Ямщиков Фёдор»,
  /// «Баир Цыренов».
  func withSurname(
    _ group: NameGroup, isAsked: Bool, taken: Set<Int>, in turn: AnalyzedTurn
  ) -> NameGroup {
    guard group.isNominative else { return group }
    if group.parts == .surname {
      // «Агент Лиджиева Байрта».
      let next = group.words.upperBound
      if next < turn.words.count, !taken.contains(next), hasOwnTitle(group, in: turn),
        turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma]),
        isSlot(next, taken: taken, in: turn)
      {
        var result = group
        result.words = group.words.lowerBound..<next + 1
        result.parts = [.first, .surname]
        result.firstNames = NameReader.keys(of: context.info(next, in: turn))
        return result
      }
      return withFirstName(group, taken: taken, in: turn)
    }
    if group.parts == [.first, .patronymic] { return withUnknownSurname(group, in: turn) }
    guard group.parts == .first else { return group }
    var result = group
    let before = group.words.lowerBound - 1
    let after = group.words.upperBound
    let parting: Punctuation = [.sentenceEnd, .comma, .quote]
    // «Договорной отдел, Ямщиков Фёдор»: past a comma a word is no longer of the unit's name.
    if before >= 0, !taken.contains(before) || turn.words[before].before.contains(.comma),
      turn.isPunctuated || before == 0 || taken.contains(before - 1),
      turn.words[before + 1].before.isDisjoint(with: parting),
      reader.endsAsSurname(before, in: turn)
        || isNounBefore(group, isAsked: isAsked, taken: taken, in: turn)
    {
      result.words = before..<group.words.upperBound
      result.parts = [.first, .surname]
    } else if after < turn.words.count, !taken.contains(after),
      // «Двор Шарташ, Альбина Рашитовна»: that name is another's.
      !mentioned.contains(where: {
        $0.turn == turn.index && $0.words.lowerBound == after && $0.parts.contains(.patronymic)
      }),
      turn.words[after].before.isDisjoint(with: parting),
      reader.endsAsSurname(after, in: turn) || reader.isMarkedNoun(after, in: turn)
        || hasOwnTitle(group, in: turn) && isSlot(after, taken: taken, in: turn)
        || isSurnameByForm(after, taken: taken, in: turn)
        || (isAsked || isNearUnit(group, isOnly: false, in: turn) && isAfterUnit(group, in: turn))
          && isNounSurname(after, besides: group, taken: taken, in: turn)
    {
      result.words = group.words.lowerBound..<after + 1
      result.parts = [.first, .surname]
    }
    return result
  }

  /// «Клиника „Айболит“, Тюлюш Аяс Мергенович»: a word no dictionary has, with a capital letter and a
  /// comma or a full stop before it.
  private func withUnknownSurname(_ group: NameGroup, in turn: AnalyzedTurn) -> NameGroup {
    let before = group.words.lowerBound - 1
    guard before > 0, turn.words[before + 1].before.isEmpty, turn.isPunctuated,
      !turn.words[before].before.isDisjoint(with: [.sentenceEnd, .comma]),
      reader.isGuessed(before, in: turn),
      turn.isCapitalized(before, info: context.info(before, in: turn))
    else { return group }
    var result = group
    result.words = before..<group.words.upperBound
    result.parts.insert(.surname)
    return result
  }

  /// «Крот Жанна» in answer to who speaks, «аптека „Ромашка“, Лось Тамара, слушаю».
  private func isNounBefore(
    _ group: NameGroup, isAsked: Bool, taken: Set<Int>, in turn: AnalyzedTurn
  ) -> Bool {
    let word = group.words.lowerBound - 1
    let opens =
      word == 0 && isAsked
      || isTitle(word - 1, in: turn)
      || word > 0 && !turn.words[word].before.isDisjoint(with: [.sentenceEnd, .comma])
        && (isAsked || isAfterUnit(group, in: turn))
    return opens
      && (isNounSurname(word, besides: group, taken: taken, in: turn)
        || !taken.contains(word) && isTitle(word - 1, in: turn)
          && reader.isMarkedNoun(word, in: turn))
  }

  /// A common noun for one that stands where a surname does and nothing else can: «Владислав Корж».
  private func isNounSurname(
    _ word: Int, besides group: NameGroup, taken: Set<Int>, in turn: AnalyzedTurn
  ) -> Bool {
    guard !taken.contains(word), reader.canBeNounSurname(word, in: turn),
      !context.cue(.never, of: .company, in: turn).contains(where: { $0.contains(word) }),
      !context.cue(.noSurname, of: .operatorName, in: turn).contains(where: { $0.contains(word) })
    else { return false }
    guard word > group.words.lowerBound else { return true }
    let next = word + 1
    if next == turn.words.count || taken.contains(next) { return true }
    if !turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma]) { return true }
    switch context.info(next, in: turn).best.partOfSpeech {
    case .noun, .adjective, .unknown, .latin, .number, .numeral, .preposition: return false
    default: return true
    }
  }

  /// Whether a unit, a position or the company has been named before it.
  private func isAfterUnit(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.said([.department, .position, .company], in: turn).contains {
      $0.words.upperBound <= group.words.lowerBound
    } || context.companies(in: turn).contains { $0.upperBound <= group.words.lowerBound }
      || (0..<group.words.lowerBound).contains { turn.isQuoted($0) }
  }

  /// «Менеджер Айнур Сейткали»: a word no dictionary has between the first name and a formula, a sign
  /// or another name.
  private func isSlot(_ word: Int, taken: Set<Int>, in turn: AnalyzedTurn) -> Bool {
    let next = word + 1
    return reader.isGuessed(word, in: turn)
      && (next == turn.words.count || taken.contains(next) || isFunctionWord(next, in: turn)
        || !turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma])
        || mentioned.contains { $0.turn == turn.index && $0.words.lowerBound == next })
  }

  /// «Это Данил Косяков, отдел заботы», raw: a word that ends as surnames do and that nothing of the
  /// sentence follows.
  private func isSurnameByForm(_ word: Int, taken: Set<Int>, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    return info.looksLikeSurname && info.best.partOfSpeech == .noun
      && info.best.grammemes.isDisjoint(with: [.place, .nominative])
      && taken.contains(word + 1)
  }

  private func isFunctionWord(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    [.preposition, .pronoun, .conjunction, .particle].contains(
      context.info(word, in: turn).best.partOfSpeech)
  }

  /// A woman's surname with the first name before it that no dictionary has: «Айталина Винокурова».
  private func withFirstName(_ group: NameGroup, taken: Set<Int>, in turn: AnalyzedTurn)
    -> NameGroup
  {
    let before = group.words.lowerBound - 1
    guard before >= 0, !taken.contains(before), before == 0 || taken.contains(before - 1),
      turn.words[before + 1].before.isDisjoint(with: [.sentenceEnd, .comma, .quote]),
      reader.isWomansUnknown(before, in: turn),
      context.info(group.words.lowerBound, in: turn).endsInA
    else { return group }
    var result = group
    result.words = before..<group.words.upperBound
    result.parts = [.first, .surname]
    result.firstNames = NameReader.keys(of: context.info(before, in: turn))
    return result
  }
}
