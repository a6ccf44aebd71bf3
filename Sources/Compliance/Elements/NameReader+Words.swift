import RussianMorphology

/// Which words may be words of a name, by the dictionary, by the lists and by the words beside them.
extension NameReader {
  private static let doubtfulWeight: Float = 0.1

  /// A word of a name; before a patronymic a noun that the dictionary knows no name in is one too.
  func nameWord(_ index: Int, in turn: AnalyzedTurn) -> NameWord? {
    guard !barred.contains(index, of: turn), !isCounted(index, in: turn) else { return nil }
    let info = context.info(index, in: turn)
    if info.best.source != .dictionary, let word = listedWord(index, in: turn) { return word }
    if var word = info.nameWord {
      // «Феруза» is the genitive of another name to who does not know it.
      if listedFirst.contains(index, of: turn) || isBeforeWomansPatronymic(index, in: turn) {
        word.parts = [.first] + word.parts.filter { $0 != .first }
        word.isNominative = true
        word.keys.insert(info.key)
      }
      return word
    }
    if let word = listedWord(index, in: turn) { return word }
    if isAdjectivalSurname(index, in: turn) { return NameWord(surname: info, weight: 1) }
    guard index + 1 < turn.words.count, !turn.words[index + 1].before.contains(.sentenceEnd),
      let next = context.info(index + 1, in: turn).nameWord, next.parts == [.patronymic]
    else { return nil }
    if let word = info.rareNameWord { return word }
    guard info.best.source != .dictionary else { return nil }
    return NameWord(firstName: Self.keys(of: info), isNominative: next.isNominative)
  }

  /// A name of the lists. Beside a name, a word of the dictionary is one too («нарек вазгенович»);
  /// alone it needs the turns of speech around it.
  private func listedWord(_ index: Int, in turn: AnalyzedTurn) -> NameWord? {
    let info = context.info(index, in: turn)
    let weight: Float = info.best.source == .dictionary ? Self.doubtfulWeight : 1
    if listedFirst.contains(index, of: turn) {
      return NameWord(firstName: Self.keys(of: info), isNominative: true, weight: weight)
    }
    guard listedLast.contains(index, of: turn) else { return nil }
    return NameWord(surname: info, weight: weight)
  }

  /// «Семь ветров»: after a numeral it is what is counted.
  private func isCounted(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    guard index > 0, turn.words[index].before.isDisjoint(with: [.sentenceEnd, .comma]),
      context.info(index - 1, in: turn).best.partOfSpeech == .numeral
    else { return false }
    return context.info(index, in: turn).readings.contains {
      $0.partOfSpeech == .noun && $0.source == .dictionary
        && $0.grammemes.isSuperset(of: [.plural, .genitive]) && NameParts($0) == nil
    }
  }

  /// «Асия Рашитовна», «Айару Эркеменовна»: the patronymic tells the case of a name that is only
  /// guessed, or that the dictionary takes for a case of another.
  private func isBeforeWomansPatronymic(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(index, in: turn)
    let isGuessed = info.best.source != .dictionary && info.endsInA
    let isOblique = NameParts(info.best) == .first && info.nameWord?.isNominative == false
    return (isGuessed || isOblique) && isBeforePatronymic(index, in: turn)
      && context.info(index + 1, in: turn).readings.allSatisfy {
        NameParts($0) != .patronymic
          || $0.grammemes.isSuperset(of: [.feminine, .nominative, .singular])
      }
  }

  /// A surname that the dictionary takes for a short adjective, with a capital letter right before a
  /// first name: «Сандалова Наталья».
  private func isAdjectivalSurname(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(index, in: turn)
    guard info.looksLikeSurname, info.best.partOfSpeech != .noun, isMarked(index, in: turn),
      index + 1 < turn.words.count,
      turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma]),
      let next = context.info(index + 1, in: turn).nameWord
    else { return false }
    return next.likeliestPart == .first && next.isNominative
  }

  /// «Сергей Николаевич Сухих»: right behind a name and patronymic, of nothing that follows.
  func isAdjectiveOfNothing(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    guard index < turn.words.count, !barred.contains(index, of: turn),
      turn.words[index].before.isDisjoint(with: [.sentenceEnd, .comma, .dash]),
      context.info(index, in: turn).readings.contains(where: {
        $0.partOfSpeech == .adjective && $0.grammemes.isSuperset(of: [.plural, .genitive])
          && $0.grammemes.isDisjoint(with: [.pronominal, .ordinal])
      }), context.info(index, in: turn).best.partOfSpeech == .adjective
    else { return false }
    let next = index + 1
    if next == turn.words.count || !turn.words[next].before.isEmpty { return true }
    return !context.info(next, in: turn).readings.contains {
      [.noun, .adjective].contains($0.partOfSpeech) && $0.grammemes.contains(.genitive)
        || $0.partOfSpeech == .predicative
    }
  }

  /// Whether the next word of the sentence is a patronymic.
  func isBeforePatronymic(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    index + 1 < turn.words.count
      && turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma])
      && context.info(index + 1, in: turn).likeliestNamePart == .patronymic
  }
}
