import RussianMorphology

/// Names that the dictionary lacks, where the turn of speech leaves room for nothing else.
extension NameReader {
  /// Bytes of a word that may be a name whatever it is guessed to be.
  private static let guessable = 6...20
  /// How many words a name the dictionary lacks may have.
  private static let longestUnknown = 4

  /// A name that the dictionary lacks, right from `start` on: words that are neither function
  /// words nor in `taken` (titles, units, formulas).
  ///
  /// - Parameter isSlot: whether nothing but a name can stand there, so that a form guessed to be a
  ///   verb («гела», «хадижа») is one too.
  func unknownName(
    at start: Int, in turn: AnalyzedTurn, taken: Set<Int>, isStrict: Bool, isSlot: Bool = false
  ) -> NameGroup? {
    var end = start
    var parts: NameParts = []
    while end < turn.words.count, end - start < Self.longestUnknown, !taken.contains(end),
      !barred.contains(end, of: turn)
    {
      if end > start, !turn.words[end].before.isDisjoint(with: [.sentenceEnd, .comma]) { break }
      guard
        canBeName(end, in: turn, isStrict: isStrict || end > start)
          || end == start && isSlot && (isGuessed(end, in: turn) || inner.contains(end, of: turn))
          || end > start && (isMarked(end, in: turn) || inner.contains(end, of: turn))
      else { break }
      parts = end == start ? .first : [.first, .surname]
      end += 1
    }
    guard end > start else { return nil }
    let info = context.info(start, in: turn)
    if isStrict, info.best.grammemes.contains(.place), info.nameWord == nil {
      // «Центр продажи услуг, Красноярск, Дарья»: the town of the unit.
      let next = end - start > 1 ? context.info(start + 1, in: turn).nameWord : nil
      if next?.likeliestPart == .first { return nil }
      // «ЦФТО Тобольск, слушаю вас»: and it alone.
      if end - start == 1, info.best.source == .dictionary { return nil }
    }
    return NameGroup(
      turn: turn.index, words: start..<end, parts: parts, firstNames: Self.keys(of: info),
      isNominative: true, isSure: true)
  }

  private func canBeName(_ word: Int, in turn: AnalyzedTurn, isStrict: Bool) -> Bool {
    let info = context.info(word, in: turn)
    if info.nameWord != nil { return true }
    let best = info.best
    if best.grammemes.contains(.organisation) { return false }
    // Some surnames are places first: «Олег Дзюба».
    let isUnknown = best.source != .dictionary || best.grammemes.contains(.place)
    if isSurname(word, in: turn), !isStrict || isMarked(word, in: turn) { return true }
    guard isUnknown || !isStrict || isMarked(word, in: turn) else { return false }
    switch best.partOfSpeech {
    case .noun:
      return isUnknown
        || info.readings.contains { $0.partOfSpeech == .noun && $0.grammemes.contains(.nominative) }
    case .unknown, .latin: return true
    case .adjective: return isUnknown || isMarked(word, in: turn)
    // «Нгуен» looks like a short adjective to who does not know it.
    case .shortAdjective: return isUnknown
    case .particle, .preposition, .conjunction, .pronoun: return false
    default: return isUnknown && (!isStrict || isMarked(word, in: turn))
    }
  }

  /// A noun in the form of a surname right beside a first name: «Пирожков Виктор».
  private func isSurname(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(index, in: turn)
    guard info.looksLikeSurname, info.best.partOfSpeech == .noun else { return false }
    guard index + 1 < turn.words.count,
      turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma]),
      let next = context.info(index + 1, in: turn).nameWord
    else { return isMarked(index, in: turn) }
    return isMarked(index, in: turn) || next.parts == [.first] && next.isNominative
  }

  /// A word of three letters or more, too short for most firms' names, that no dictionary has, whatever it is guessed to be.
  func isGuessed(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    return info.best.source != .dictionary && Self.guessable.contains(info.folded.count)
      && info.best.partOfSpeech != .interjection
  }

  /// Keys of a word that no dictionary knows as a name.
  static func keys(of info: WordInfo) -> Set<LemmaKey> {
    Set(info.readings.filter { $0.partOfSpeech == .noun }.map(\.lemma)).union([info.key])
  }
}
