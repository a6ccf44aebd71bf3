import RussianMorphology
import ServiceStandards

/// Finds names of people in a turn.
struct NameReader {
  let context: ElementContext
  /// Words of each turn that stand in the lists of rare first names and surnames.
  private let listedFirst: WordMarks
  private let listedLast: WordMarks
  /// Words that stand inside names of several words: «Нгуен Ван Хоа».
  private let inner: WordMarks
  /// Words that are never names, whatever the dictionary guesses: «северо кавказский».
  private let barred: WordMarks
  /// From this share of its uses on, a word is taken for a name without further evidence.
  private static let sureWeight: Float = 0.5
  private static let doubtfulWeight: Float = 0.1
  /// Bytes of a word that may be a name whatever it is guessed to be.
  private static let guessable = 6...20
  /// How many words a name the dictionary lacks may have.
  private static let longestUnknown = 4

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
      guard let word = nameWord(end, in: turn) else { break }
      if end > start, turn.words[end].before.contains(.sentenceEnd) { break }
      guard let part = part(of: word, at: end, after: parts, in: turn),
        fits(part, after: parts, hasComma: end > start && turn.words[end].before.contains(.comma)),
        end == start || word.isNominative == nominative || parts.contains(.first)
      else { break }
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

  /// «Отделение на Гагарина»: right after a preposition a surname is in another case.
  private func isGoverned(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    index > 0 && turn.words[index].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
      && context.info(index - 1, in: turn).best.partOfSpeech == .preposition
  }

  /// «Офис на Мира»: what follows a preposition at once is in another case, or no name.
  func isAfterPreposition(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.isNominative && isGoverned(group.words.lowerBound, in: turn)
  }

  /// Whether the next word of the sentence is a patronymic.
  private func isBeforePatronymic(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    index + 1 < turn.words.count
      && turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma])
      && context.info(index + 1, in: turn).nameWord?.parts.first == .patronymic
  }

  /// «Рабинович Ефим Маркович»: before a name with a patronymic, what looks like one is a surname.
  private func isSurnameLikePatronymic(_ word: NameWord, at index: Int, in turn: AnalyzedTurn)
    -> Bool
  {
    word.parts.first == .patronymic && index + 1 < turn.words.count
      && turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma])
      && isBeforePatronymic(index + 1, in: turn)
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

  /// A surname that the dictionary takes for a short adjective, with a capital letter right before a
  /// first name: «Сандалова Наталья».
  private func isAdjectivalSurname(_ index: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(index, in: turn)
    guard info.looksLikeSurname, info.best.partOfSpeech != .noun, isMarked(index, in: turn),
      index + 1 < turn.words.count,
      turn.words[index + 1].before.isDisjoint(with: [.sentenceEnd, .comma]),
      let next = context.info(index + 1, in: turn).nameWord
    else { return false }
    return next.parts.first == .first && next.isNominative
  }

  /// A word of a name; before a patronymic a noun that the dictionary knows no name in is one too.
  private func nameWord(_ index: Int, in turn: AnalyzedTurn) -> NameWord? {
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

  /// A patronymic comes after a first name; a comma parts two people, save surname and name.
  private func fits(_ part: NameParts, after parts: NameParts, hasComma: Bool) -> Bool {
    if parts.isEmpty { return true }
    if hasComma { return part == .first && parts == .surname }
    if part == .patronymic { return parts.contains(.first) }
    return true
  }

  /// A capital letter inside a sentence.
  private func isMarked(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    word > 0 && turn.isPunctuated && !turn.words[word].before.contains(.sentenceEnd)
      && turn.isCapitalized(word, info: context.info(word, in: turn))
  }

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
    while end < turn.words.count, end - start < Self.longestUnknown, !taken.contains(end) {
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
      if next?.parts.first == .first { return nil }
      // «ЦФТО Тобольск, слушаю вас»: and it alone.
      if end - start == 1, info.best.source == .dictionary { return nil }
    }
    return NameGroup(
      turn: turn.index, words: start..<end, parts: parts, firstNames: Self.keys(of: info),
      isNominative: true, isSure: true)
  }

  /// A word of three letters or more, too short for most firms' names, that no dictionary has, whatever it is guessed to be.
  func isGuessed(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    return info.best.source != .dictionary && Self.guessable.contains(info.folded.count)
      && info.best.partOfSpeech != .interjection
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

  /// Keys of a word that no dictionary knows as a name.
  static func keys(of info: WordInfo) -> Set<LemmaKey> {
    Set(info.readings.filter { $0.partOfSpeech == .noun }.map(\.lemma)).union([info.key])
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
}
