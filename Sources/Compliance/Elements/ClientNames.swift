import RussianMorphology
import ServiceStandards
import Transcripts

/// First names that the client gave: «меня зовут Зульфия», or in answer to «как к вам обращаться».
struct ClientNames {
  let context: ElementContext
  let reader: NameReader
  /// Names in the operator's turns.
  let mentioned: [NameGroup]
  /// A turn this short that answers a question for the name is the name.
  private static let longestAnswer = 5
  /// One this short, with a surname beside, too.
  static let longestWhole = 4
  /// How many turns the client has spoken when it is too late to introduce themself unasked.
  static let latestIntroduction = 1
  /// «Я Вера», «вера я»: no more is said.
  private static let shortestIntroduction = 2

  func introduced() -> Set<LemmaKey> {
    var result: Set<LemmaKey> = []
    for turn in context.call.turns where turn.speaker == .client {
      let groups = reader.groups(in: turn).map { withoutAddress($0, in: turn) }
      for group in groups where isIntroduced(group, among: groups, in: turn) {
        result.formUnion(group.firstNames)
        // A surname by its guessed form alone may as well be a first name: «бахром».
        if group.parts == .surname, group.words.count == 1 {
          let info = context.info(group.words.lowerBound, in: turn)
          if !info.looksLikeSurname,
            info.best.source != .dictionary
              || !info.readings.contains(where: { $0.grammemes.contains(.surname) })
          {
            result.insert(info.key)
          }
        }
      }
      for group in groups where isGivenWhole(group, in: turn) {
        result.formUnion(group.firstNames)
      }
      for group in groups where isCalled(group, in: turn) {
        result.insert(context.info(group.words.lowerBound, in: turn).key)
      }
      for cue in context.cue(.ownBetween, of: .operatorName, in: turn) where cue.count == 3 {
        // «Меня Рада зовут»: whatever else the word means.
        result.insert(context.info(cue.lowerBound + 1, in: turn).key)
      }
      for cue in cuesBefore(in: turn) {
        if let keys = unknownName(after: cue, groups: groups, in: turn) { result.formUnion(keys) }
      }
      for cue in context.cue(.clientAfter, of: .operatorName, in: turn) where cue.count > 1 {
        if let keys = unknownName(before: cue, groups: groups, in: turn) { result.formUnion(keys) }
      }
      if isAsked(before: turn) { result.formUnion(answer(groups, in: turn)) }
      result.formUnion(explained(in: turn))
    }
    return result
  }

  /// Where the client first says one of their own names whole and in the nominative.
  func introduction(_ introduced: Set<LemmaKey>) -> Stretch? {
    for turn in context.call.turns where turn.speaker == .client {
      let own = reader.groups(in: turn).first {
        $0.isNominative && $0.isSure && $0.parts.contains(.first)
          && !$0.firstNames.isDisjoint(with: introduced)
      }
      if let own { return own.stretch }
    }
    return nil
  }

  /// First names of others: «фамилия крановщика?» — «Юсупов Шерзод».
  func third() -> Set<LemmaKey> {
    context.call.turns.filter { $0.speaker == .client && isAskedOfAnother(before: $0) }
      .reduce(into: []) { $0.formUnion(answer(reader.groups(in: $1), in: $1)) }
  }

  /// Cues before the client's own name, save where the client asks: «алло, кто это, Марина?»
  private func cuesBefore(in turn: AnalyzedTurn) -> [Range<Int>] {
    let asked = context.cue(.asksWho, of: .operatorName, in: turn)
    return context.cue(.clientBefore, of: .operatorName, in: turn).filter { cue in
      !asked.contains { $0.overlaps(cue) }
    }
  }

  /// «Здравствуйте, Асия Рашитовна, Зайцев беспокоит», raw: the operator is called by the name the
  /// operator gave, or by one that does not agree with the surname; the surname is the client's.
  private func withoutAddress(_ group: NameGroup, in turn: AnalyzedTurn) -> NameGroup {
    let last = group.words.upperBound - 1
    guard group.words.count > 1, group.parts.contains(.surname),
      context.info(group.words.lowerBound, in: turn).likeliestNamePart != .surname,
      context.info(last, in: turn).nameWord?.parts.contains(.patronymic) != true,
      context.cue(.clientAfter, of: .operatorName, in: turn).contains(where: {
        $0.lowerBound == group.words.upperBound
      }),
      isOperators(group, before: turn)
        || group.parts.contains(.patronymic) && !agree(last - 1, last, in: turn)
    else { return group }
    return NameGroup(
      turn: group.turn, words: last..<last + 1, parts: .surname,
      isNominative: group.isNominative, isSure: group.isSure)
  }

  /// Whether the operator has answered the call by that first name.
  func isOperators(_ group: NameGroup, before turn: AnalyzedTurn) -> Bool {
    context.call.call.direction != .outgoing
      && mentioned.contains {
        $0.turn < turn.index && context.call.turns[$0.turn].ordinal == 0 && $0.isNominative
          && !$0.firstNames.isDisjoint(with: group.firstNames)
      }
  }

  /// Whether a patronymic and a surname may be of one gender.
  private func agree(_ patronymic: Int, _ surname: Int, in turn: AnalyzedTurn) -> Bool {
    let one = genders(of: patronymic, in: turn)
    let other = genders(of: surname, in: turn)
    return one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
  }

  private func genders(of word: Int, in turn: AnalyzedTurn) -> Set<Bool> {
    let readings = context.info(word, in: turn).readings.filter { NameParts($0) != nil }
    return Set(
      readings.compactMap {
        $0.grammemes.contains(.feminine)
          ? true : $0.grammemes.contains(.masculine) ? false : nil
      })
  }

  /// «Нам Ён Су, Нам — это фамилия»: the words beside the surname are the first name.
  private func explained(in turn: AnalyzedTurn) -> Set<LemmaKey> {
    context.cue(.clientSurname, of: .operatorName, in: turn).reduce(into: []) { result, cue in
      guard cue.lowerBound > 0 else { return }
      let surname = context.info(cue.lowerBound - 1, in: turn).key
      for word in 0..<cue.lowerBound - 1 where context.info(word, in: turn).key == surname {
        let beside = [
          word > 0 && isJoined(word, in: turn) ? word - 1 : word, word + 1,
        ]
        for other in beside where other != word && other < cue.lowerBound - 1 {
          guard other < word || isJoined(other, in: turn), canBeFirstName(other, in: turn)
          else { continue }
          result.formUnion(NameReader.keys(of: context.info(other, in: turn)))
        }
      }
    }
  }

  func isJoined(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    turn.words[word].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
  }

  private func canBeFirstName(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    context.info(word, in: turn).nameWord != nil || reader.isGuessed(word, in: turn)
      || reader.isMarkedNoun(word, in: turn)
  }

  private func isIntroduced(_ group: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    // «Меня зовут» leaves no doubt, «это» and «я» do, save where nothing else is said: «это Вера».
    let isAlone = turn.words.count <= Self.shortestIntroduction
    let isNamed =
      cuesBefore(in: turn).contains {
        $0.upperBound == group.words.lowerBound && ($0.count > 1 || isAlone)
      }
      || isAlone
        && context.cue(.clientAfter, of: .operatorName, in: turn).contains {
          $0.lowerBound == group.words.upperBound
        }
    guard group.isNominative, group.isSure || isNamed,
      !turn.words[group.words.upperBound - 1].after.contains(.question)
    else { return false }
    let before =
      cuesBefore(in: turn) + context.cue(.clientBeforeKnown, of: .operatorName, in: turn)
    return before.contains { $0.upperBound == group.words.lowerBound }
      // «Здравствуйте, Сахаяна Иннокентьевна, беспокоит бухгалтер» calls who has answered.
      || (group.parts.contains(.surname) || !isOperators(group, before: turn))
        && context.cue(.clientAfter, of: .operatorName, in: turn).contains { cue in
          cue.lowerBound == group.words.upperBound
            // «Регина, меня зовут Анвар»: the one before is called, the one after is the name.
            && !groups.contains { $0.words.lowerBound == cue.upperBound }
        }
  }

  /// «Меня зовут Сауле»: after these words a form that only seems oblique is the name itself.
  private func isCalled(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.words.count == 1 && !group.isNominative
      && cuesBefore(in: turn).contains {
        $0.upperBound == group.words.lowerBound && $0.count > 1
      }
  }

  private func unknownName(after cue: Range<Int>, groups: [NameGroup], in turn: AnalyzedTurn)
    -> Set<LemmaKey>?
  {
    let start = cue.upperBound
    guard start < turn.words.count, !turn.words[start].before.contains(.sentenceEnd),
      !groups.contains(where: { $0.words.lowerBound == start }),
      !turn.words[turn.words.count - 1].after.contains(.question),
      // «Алло, это ЦФТО? У меня вагоны», «это цфто» after «цфто слушаю».
      cue.count > 1
        || !turn.words[start].after.contains(.question) && !isOperatorsWord(start, in: turn)
    else { return nil }
    // «Меня зовут» asks for a name, «это» and «я» do not.
    return reader.unknownName(at: start, in: turn, taken: [], isStrict: cue.count < 2)?.firstNames
  }

  /// «Зульфинур меня зовут»: before these words too a name may be one that the dictionary lacks.
  private func unknownName(before cue: Range<Int>, groups: [NameGroup], in turn: AnalyzedTurn)
    -> Set<LemmaKey>?
  {
    let word = cue.lowerBound - 1
    guard word >= 0, isJoined(cue.lowerBound, in: turn) else { return nil }
    if let group = groups.first(where: { $0.words.contains(word) }) {
      // A form that only seems oblique is the name itself.
      return group.parts == .first && !group.isNominative
        ? [context.info(word, in: turn).key] : nil
    }
    guard !context.info(word, in: turn).looksLikeSurname else { return nil }
    return reader.unknownName(at: word, in: turn, taken: [], isStrict: true)?.firstNames
  }

  /// Whether the operator has answered the call with that word.
  private func isOperatorsWord(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    guard context.call.call.direction != .outgoing, let first = context.operatorTurns.first,
      first.index < turn.index
    else { return false }
    let key = context.info(word, in: turn).key
    return first.words.indices.contains {
      context.info($0, in: first).key == key && !first.words[$0].after.contains(.question)
    }
  }

  private func isAsked(before turn: AnalyzedTurn) -> Bool {
    guard let previous = context.call.previous(of: turn) else { return false }
    return !context.cue(.operatorAsks, of: .operatorName, in: previous).isEmpty
      && !isAskedOfAnother(before: turn)
  }

  /// «Фамилия крановщика?», and nothing is asked of the client's own.
  func isAskedOfAnother(before turn: AnalyzedTurn) -> Bool {
    guard let previous = context.call.previous(of: turn), previous.speaker == .operator
    else { return false }
    // «… и фамилия водителя. Почта у вас через точку?» asks for the last.
    let third = context.cue(.operatorAsksThird, of: .operatorName, in: previous).filter {
      !context.hasSentenceEnd(inside: $0.upperBound - 1..<previous.words.count, of: previous)
    }
    return !third.isEmpty
      && context.cue(.answersSelf, of: .operatorName, in: turn).isEmpty
      && !context.cue(.operatorAsks, of: .operatorName, in: previous).contains { cue in
        !third.contains { $0.overlaps(cue) }
      }
  }

  private func answer(_ groups: [NameGroup], in turn: AnalyzedTurn) -> Set<LemmaKey> {
    let named = groups.filter { $0.isNominative && !$0.firstNames.isEmpty }
    if let first = named.first { return first.firstNames }
    guard turn.words.count <= Self.longestAnswer else { return [] }
    return turn.words.indices.reduce(into: []) { result, index in
      if let name = reader.unknownName(at: index, in: turn, taken: [], isStrict: true) {
        result.formUnion(name.firstNames)
      }
    }
  }
}
