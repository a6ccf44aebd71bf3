import RussianMorphology

/// What a word may be by its form and its capital letter alone.
extension NameReader {
  /// A capital letter inside a sentence.
  func isMarked(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    word > 0 && turn.isPunctuated && !turn.words[word].before.contains(.sentenceEnd)
      && turn.isCapitalized(word, info: context.info(word, in: turn))
  }

  /// A capital letter that the start of a sentence does not account for, on a word that may be a
  /// surname: «Ян Лебедь».
  func isMarkedNoun(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let best = context.info(word, in: turn).best
    return isMarked(word, in: turn) && [.noun, .adjective, .unknown].contains(best.partOfSpeech)
      && best.grammemes.isDisjoint(with: [.organisation, .abbreviation])
  }

  /// A common noun that is a surname only beside a first name: «химчистка белый лебедь».
  func isCommonNoun(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    guard group.parts == .surname, !group.isSure else { return false }
    let info = context.info(group.words.lowerBound, in: turn)
    return info.best.source == .dictionary && !info.looksLikeSurname
  }

  /// Whether a word beside a first name is likely its surname by its form: one no dictionary has,
  /// or a word for people in the plural, or one written with a capital.
  func endsAsSurname(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    guard info.looksLikeSurname, !info.best.grammemes.contains(.place) else { return false }
    guard info.best.source == .dictionary, !isMarked(word, in: turn) else { return true }
    return info.best.partOfSpeech == .noun && info.best.grammemes.contains(.animate)
  }

  /// A common noun that may be a man's surname by its form: «корж», «лось», «мороз».
  func canBeNounSurname(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    return info.best.partOfSpeech == .noun && info.best.source == .dictionary
      && info.best.grammemes.isSuperset(of: [.masculine, .nominative, .singular])
      && info.best.grammemes.isDisjoint(with: [.place, .organisation, .abbreviation])
  }

  /// A noun for one person in the nominative.
  func isPerson(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let best = context.info(word, in: turn).best
    return best.partOfSpeech == .noun
      && best.grammemes.isSuperset(of: [.animate, .nominative, .singular])
  }

  /// A word no dictionary has that ends as women's names do.
  func isWomansUnknown(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    return info.best.source != .dictionary && info.endsInA
  }
}
