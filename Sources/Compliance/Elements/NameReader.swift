import RussianMorphology
import ServiceStandards

/// Finds names of people in a turn.
struct NameReader {
  let context: ElementContext
  /// Words of each turn that stand in the lists of rare first names and surnames.
  let listedFirst: WordMarks
  let listedLast: WordMarks
  /// Words that stand inside names of several words: «Нгуен Ван Хоа».
  let inner: WordMarks
  /// Words that are never names, whatever the dictionary guesses: «северо кавказский».
  let barred: WordMarks
  /// From this share of its uses on, a word is taken for a name without further evidence.
  private static let sureWeight: Float = 0.5

  init(context: ElementContext) {
    self.context = context
    listedFirst = context.words(ofCue: .firstNames, of: .operatorName)
    listedLast = context.words(ofCue: .surnames, of: .operatorName)
    inner = context.words(ofCue: .insideNames, of: .operatorName)
    barred = context.words(ofCue: .noNames, of: .operatorName)
  }

  /// Names by the dictionary and the lists, in the order of the turn.
  func groups(in turn: AnalyzedTurn) -> [NameGroup] {
    var result: [NameGroup] = []
    var index = 0
    while index < turn.words.count {
      guard let group = group(at: index, in: turn) else {
        index += 1
        continue
      }
      result.append(group)
      index = group.words.upperBound
    }
    return result
  }

  private func group(at start: Int, in turn: AnalyzedTurn) -> NameGroup? {
    var parts: NameParts = []
    var keys: Set<LemmaKey> = []
    var nominative = true
    var sure = false
    var end = start
    while end < turn.words.count, end - start < 3 {
      if nominative, parts == [.first, .patronymic], isAdjectiveOfNothing(end, in: turn) {
        parts.insert(.surname)
        end += 1
        break
      }
      guard let word = nameWord(end, in: turn) else { break }
      if end > start, turn.words[end].before.contains(.sentenceEnd) { break }
      guard let part = part(of: word, at: end, after: parts, in: turn),
        fits(part, after: parts, hasComma: end > start && turn.words[end].before.contains(.comma)),
        end == start || word.isNominative == nominative || parts.contains(.first)
      else { break }
      if part == .surname, end > start, isOfAnotherSex(end, in: turn) { break }
      parts.insert(part)
      if part == .first { keys.formUnion(word.keys) }
      nominative =
        nominative && word.isNominative
        && !(end == start && part == .surname && isGoverned(end, in: turn))
      sure =
        sure || part == .patronymic || word.weight >= Self.sureWeight || isMarked(end, in: turn)
      end += 1
    }
    guard end > start else { return nil }
    return NameGroup(
      turn: turn.index, words: start..<end, parts: parts, firstNames: keys,
      isNominative: nominative, isSure: sure)
  }

  /// Which part of a name a word is, after these; nil where the next person's name begins.
  private func part(of word: NameWord, at index: Int, after parts: NameParts, in turn: AnalyzedTurn)
    -> NameParts?
  {
    if word.parts.contains(.first), isBeforePatronymic(index, in: turn) {
      // «Аюна Баторовна Регина Марковна».
      return parts.contains(.first) ? nil : .first
    }
    if parts.isEmpty, isSurnameLikePatronymic(word, at: index, in: turn) { return .surname }
    return word.parts.first { !parts.contains($0) }
  }

  /// «Генрих Карлович Слепцова Айыына»: the surname of the next person, behind a patronymic.
  private func isOfAnotherSex(_ surname: Int, in turn: AnalyzedTurn) -> Bool {
    func sexes(_ index: Int, as part: Grammemes) -> Grammemes {
      context.info(index, in: turn).readings.reduce(into: []) { sexes, reading in
        guard reading.grammemes.isSuperset(of: part.union(.nominative)) else { return }
        sexes.formUnion(reading.grammemes.intersection([.masculine, .feminine]))
      }
    }
    let before = sexes(surname - 1, as: .patronymic)
    let own = sexes(surname, as: .surname)
    return !before.isEmpty && !own.isEmpty && before.isDisjoint(with: own)
  }

  /// «Отделение на Гагарина»: right after a preposition a surname is in another case.
  private func isGoverned(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    index > 0 && turn.words[index].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
      && context.info(index - 1, in: turn).best.partOfSpeech == .preposition
  }

  /// «Офис на Мира»: what follows a preposition at once is in another case, or no name.
  func isAfterPreposition(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.isNominative && isGoverned(group.words.lowerBound, in: turn)
  }

  /// «Рабинович Ефим Маркович»: before a name with a patronymic, what looks like one is a surname.
  private func isSurnameLikePatronymic(_ word: NameWord, at index: Int, in turn: AnalyzedTurn)
    -> Bool
  {
    word.likeliestPart == .patronymic && index + 1 < turn.words.count
      && turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma])
      && isBeforePatronymic(index + 1, in: turn)
  }

  /// A patronymic comes after a first name; a comma parts two people, save surname and name.
  private func fits(_ part: NameParts, after parts: NameParts, hasComma: Bool) -> Bool {
    if parts.isEmpty { return true }
    if hasComma { return part == .first && parts == .surname }
    if part == .patronymic { return parts.contains(.first) }
    return true
  }
}
