import RussianMorphology
import ServiceStandards
import Transcripts

/// Names that are the operator's because of their place in the presentation.
extension OperatorNames {
  /// How far a name may stand from a unit's name.
  private static let reach = 3
  /// How many words a firm's name and kind may have before its man's name.
  private static let longestFirm = 5

  /// Names that are the operator's because of where they stand.
  func presented(in turn: AnalyzedTurn, groups: [NameGroup], taken: Set<Int>)
    -> [NameGroup]
  {
    let isAsked = context.clientBefore(turn, says: .clientAsks, of: .operatorName)
    guard
      turn.ordinal <= 1 || isAsked
        || !context.cue(.presentsAgain, of: .operatorName, in: turn).isEmpty
    else { return [] }
    let named = groups.filter {
      !$0.firstNames.isEmpty && $0.isNominative && $0.isSure
        && !turn.isInQuotation($0.words.lowerBound)
    }
    var result = groups.filter { group in
      // «Доброе утро, Виталий Андреевич! Ведущий менеджер Соболева»: the greeted one is the client.
      let isSpeaker =
        isBesideClient(group, among: named, in: turn) || isWholeBeforeFirm(group, in: turn)
      if named.count > 1, isGreeted(group, among: named, in: turn), !isSpeaker,
        !isAsked || !named.contains(where: { !$0.firstNames.isDisjoint(with: clientNames) })
      {
        return false
      }
      // «Татьяна, добрый день» said by the one who calls.
      let isCaller = isSpeaker || isSurnameBeforeFirm(group, in: turn)
      if context.call.call.direction == .outgoing, isGreeted(group, onlyAfter: true, in: turn),
        !isCaller
      {
        return false
      }
      // A name in quotation marks is a firm's.
      if turn.isInQuotation(group.words.lowerBound) || reader.isAfterPreposition(group, in: turn) {
        return false
      }
      if reader.isCommonNoun(group, in: turn),
        group.words.lowerBound == 0 || !isTitle(group.words.lowerBound - 1, in: turn)
      {
        return false
      }
      // «ПУ Инская»: a place of the unit's name that no dictionary has.
      if isPlaceOfUnit(group, in: turn) { return false }
      if !isCaller, isCalled(group, among: named, in: turn) { return false }
      if isAsked, isAnswerWith(group, in: turn) { return true }
      guard group.isNominative || isMisheard(group, in: turn),
        group.firstNames.isDisjoint(with: clientNames),
        (turn.ordinal == 0 || isAsked) && hasOwnTitle(group, in: turn)
          || turn.ordinal == 0 && isAnswering(group, in: turn) || isOpening(group, in: turn)
          || !context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn),
        !context.cue(.notOwn, of: .operatorName, fitsAround: group.words, in: turn),
        !isQuestion(group, in: turn), !isOfAsked(group, among: groups, in: turn),
        !isSecondName(group, among: groups, in: turn)
      else { return false }
      return isAsked && !isAddress(group, in: turn) && !isAddedAddress(group, in: turn)
        || hasWeakCue(group, in: turn) || isAfterFirm(group, in: turn)
        || isNearUnit(group, isOnly: groups.count == 1, in: turn)
        || isBarePresentation(group, among: named, in: turn)
    }
    if isAsked {
      if groups.isEmpty, let name = shortAnswer(in: turn) { result.append(name) }
      result += answers(in: turn, groups: groups, taken: taken)
    }
    result += unknownNames(afterTitlesIn: turn, groups: groups, taken: taken)
    for cue in context.cue(.ownBeforeWeak, of: .operatorName, in: turn) {
      let start = cue.upperBound
      guard start < turn.words.count, !taken.contains(start),
        !groups.contains(where: { $0.words.contains(start) }),
        !turn.words[start].before.contains(.sentenceEnd), !turn.isQuoted(start),
        let name = reader.unknownName(at: start, in: turn, taken: taken, isStrict: true),
        name.firstNames.isDisjoint(with: clientNames), !isOfAnother(name, among: groups, in: turn)
      else { continue }
      result.append(joined(name, withRestAmong: groups, in: turn))
    }
    return result.map { withSurname($0, isAsked: isAsked, taken: taken, in: turn) }
  }

  /// «Это не имеет значения, Марина», «с ним мы свяжемся, Марина Львовна, не волнуйтесь»: a name
  /// that commas part from a whole sentence is called.
  private func isAddedAddress(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    guard start > 0, turn.words[start].before.contains(.comma),
      group.words.upperBound == turn.words.count
        || turn.words[group.words.upperBound].before.contains(.sentenceEnd)
        || turn.words[group.words.upperBound].before.contains(.comma)
          && group.parts == [.first, .patronymic]
          && !isNearUnit(group, isOnly: false, in: turn) && !isBeforeFirm(group, in: turn)
    else { return false }
    var word = start - 1
    while word >= 0 {
      if isVerb(word, in: turn) {
        return !context.cue(.ownBefore, of: .operatorName, in: turn)
          .contains { $0.contains(word) }
      }
      if turn.words[word].before.contains(.sentenceEnd) { return false }
      word -= 1
    }
    return false
  }

  /// «Это вектор линк антон»: the last words of a sentence that says which firm is on the line.
  private func isAfterFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    guard turn.ordinal == 0, group.isSure, group.parts == .first,
      group.words.upperBound == turn.words.count
        || !turn.words[group.words.upperBound].before.isDisjoint(with: [.sentenceEnd, .comma])
    else { return false }
    return context.cue(.ownAfterFirm, of: .operatorName, in: turn).contains { cue in
      let firm = cue.upperBound..<max(start, cue.upperBound)
      return (1...Self.longestFirm).contains(firm.count)
        && !context.hasSentenceEnd(inside: cue.lowerBound..<start + 1, of: turn)
        && firm.allSatisfy { canNameFirm($0, in: turn) }
    }
  }

  func canNameFirm(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    switch info.best.partOfSpeech {
    case .noun, .adjective, .participle, .latin, .unknown, .number, .numeral: return true
    default: return info.best.source != .dictionary
    }
  }

  /// «Договорной отдел, Гочо, слушаю»: a name no dictionary has right after a title or a unit, with
  /// nothing or a formula after it.
  private func unknownNames(
    afterTitlesIn turn: AnalyzedTurn, groups: [NameGroup], taken: Set<Int>
  ) -> [NameGroup] {
    guard turn.ordinal <= 1 else { return [] }
    let titles = context.said([.position, .department], in: turn) + namedFirms(in: turn)
    return titles.compactMap { title in
      let word = title.words.upperBound
      guard word < turn.words.count, !taken.contains(word),
        !turn.words[word].before.contains(.sentenceEnd), !turn.isQuoted(word),
        !groups.contains(where: { $0.words.contains(word) }),
        let name = reader.unknownName(
          at: word, in: turn, taken: taken, isStrict: true, isSlot: true),
        !isOfAnother(name, among: groups, in: turn),
        name.words.upperBound == turn.words.count || taken.contains(name.words.upperBound)
          || !turn.words[name.words.upperBound].before.isDisjoint(with: [.sentenceEnd, .comma]),
        name.firstNames.isDisjoint(with: clientNames),
        !context.cue(.third, of: .operatorName, fitsAround: name.words, in: turn)
      else { return nil }
      return name
    }
  }

  /// «Грузовой двор Шарташ, Альбина Рашитовна?»: the last word begins a name with a patronymic;
  /// «ФинТерра, Монгуш Айдын Ооржакович, да?»: it is the surname of the one who is asked for.
  private func isOfAnother(_ name: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    groups.contains { $0.parts.contains(.patronymic) && $0.words.overlaps(name.words) }
      || isOfAsked(name, among: groups, in: turn)
  }

  private func isOfAsked(_ name: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    groups.contains {
      $0.words.lowerBound == name.words.upperBound && $0.parts.contains(.patronymic)
        && turn.words[$0.words.lowerBound].before.isDisjoint(with: [.sentenceEnd, .comma])
        && isQuestion($0, in: turn)
    }
  }

  /// «Агент Шигапов Айнур»: the title of the one who speaks, were it a third person's elsewhere.
  func hasOwnTitle(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.said([.position, .department], in: turn).contains {
      let gap = group.words.lowerBound - $0.words.upperBound
      return (0...Self.reach).contains(gap)
        && !($0.words.upperBound..<group.words.lowerBound).contains { isVerb($0, in: turn) }
        && !context.hasSentenceEnd(
          inside: $0.words.lowerBound..<group.words.lowerBound + 1, of: turn)
    }
  }

  private func hasWeakCue(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    let end = group.words.upperBound
    let before = context.cue(.ownBeforeWeak, of: .operatorName, in: turn).contains {
      $0.upperBound == start && !turn.words[start].before.contains(.sentenceEnd)
    }
    if before { return true }
    if turn.index == 0 {
      let first = context.cue(.ownBeforeFirst, of: .operatorName, in: turn)
      if first.contains(where: { $0.upperBound == start }) { return true }
    }
    guard
      turn.ordinal == 0 || !group.parts.contains(.patronymic)
        || context.isAnotherVoice(turn, by: .operatorName)
    else { return false }
    return context.cue(.ownAfterWeak, of: .operatorName, in: turn).contains {
      $0.lowerBound >= end && $0.lowerBound <= end + 1
        && !context.hasSentenceEnd(inside: end - 1..<$0.lowerBound + 1, of: turn)
    }
  }

  /// Right after a greeting, or right before one.
  private func isGreeted(
    _ group: NameGroup, onlyAfter: Bool = false, among named: [NameGroup] = [],
    in turn: AnalyzedTurn
  ) -> Bool {
    context.said([.greeting], in: turn).contains { greeting in
      greeting.words.lowerBound == group.words.upperBound
        // «Инесса Робертовна, здравствуйте, Павел»: the one before has been greeted.
        || !onlyAfter && greeting.words.upperBound == group.words.lowerBound
          && !named.contains { $0.words.upperBound == greeting.words.lowerBound }
    }
  }

  /// Beside a unit, a position or the company: «Договорной отдел, Ольга».
  func isNearUnit(_ group: NameGroup, isOnly: Bool, in turn: AnalyzedTurn) -> Bool {
    for stretch in context.said([.department, .position, .company], in: turn) {
      let gap =
        stretch.words.upperBound <= group.words.lowerBound
        ? stretch.words.upperBound..<group.words.lowerBound
        : group.words.upperBound..<max(stretch.words.lowerBound, group.words.upperBound)
      guard gap.count <= Self.reach else { continue }
      let joint = min(stretch.words.lowerBound, group.words.lowerBound)
      let isParted = (joint + 1..<max(stretch.words.upperBound, group.words.upperBound))
        .contains { turn.words[$0].before.contains(.sentenceEnd) }
      if isOnly || !isParted,
        !gap.contains(where: { isVerb($0, in: turn) })
      {
        return true
      }
    }
    return context.companies(in: turn).contains {
      abs($0.upperBound - group.words.lowerBound) <= Self.reach
        || abs($0.lowerBound - group.words.upperBound) <= 1
    }
  }

  func isVerb(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    [.verb, .infinitive].contains(context.info(word, in: turn).best.partOfSpeech)
  }

  func isQuestion(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    turn.words[group.words.upperBound - 1].after.contains(.question)
      || context.isConfirmed(group, in: turn)
  }

  private func isAddress(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    [ElementCue.ownBefore, .ownBeforeAny].contains { name in
      context.cue(name, of: .operatorName, in: turn).contains {
        $0.lowerBound >= group.words.upperBound
      }
    }
  }
}
