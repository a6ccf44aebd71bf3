import RussianMorphology
import ServiceStandards
import Transcripts

/// Decides which names are the operator's own: by the turns of speech around them, by their place
/// in the presentation, and as answers to «как вас зовут».
struct OperatorNames {
  let context: ElementContext
  let reader: NameReader
  let mentioned: [NameGroup]
  let clientNames: Set<LemmaKey>
  /// Whom the call's data names; nil where it names nobody.
  let employee: KnownEmployee?
  /// Words of titles and units that may stand between «с вами говорит» and the name.
  private static let longestTitle = 9

  func own() -> [NameGroup] {
    var strong: [NameGroup] = []
    var weak: [NameGroup] = []
    for turn in context.operatorTurns {
      let companies = context.companies(in: turn)
      let groups = mentioned.filter { $0.turn == turn.index }
        .compactMap { $0.without(companies) }
      // «Меня зовут Лаура, ФинТерра»: the firm's name is no surname.
      let taken = titles(in: turn).union(companies.flatMap { $0 })
      var used: Set<Range<Int>> = []
      for (cues, isAny) in [(ElementCue.ownBeforeAny, true), (.ownBefore, false)] {
        for cue in context.cue(cues, of: .operatorName, in: turn)
        where !isSurnameToldBefore(cue, in: turn) {
          guard
            let name = name(after: cue, isAny: isAny, among: groups, taken: taken, in: turn),
            // «Меня зовут Регина, я специалист… Любовь Геннадьевна»: one speaker has one name.
            isAny || !strong.contains(where: { $0.turn == turn.index && !$0.canBe(name) }),
            // «Оставайтесь на линии, Марина, соединяю».
            isAny || turn.ordinal == 0 || name.firstNames.isEmpty
              || name.firstNames.isDisjoint(with: clientNames)
          else { continue }
          strong.append(isAny ? called(name, by: cue, in: turn) : name)
          used.insert(cue)
        }
      }
      for cue in context.cue(.ownBetween, of: .operatorName, in: turn) {
        if let name = name(between: cue, among: groups, in: turn) {
          strong.append(name)
          used.formUnion(
            context.cue(.ownAfter, of: .operatorName, in: turn).filter { $0.overlaps(cue) })
        }
      }
      // «Вы говорите с оператором Дамиром».
      for cue in context.cue(.ownWith, of: .operatorName, in: turn) {
        strong += groups.filter { $0.words.lowerBound == cue.upperBound }
      }
      for group in groups where isBeforeStrongCue(group, butNot: used, in: turn) {
        strong.append(group)
      }
      strong += namesInAnyCase(beforeCuesIn: turn, butNot: used, groups: groups, taken: taken)
      strong += unknownNames(beforeCuesIn: turn, butNot: used, groups: groups, taken: taken)
      strong += firstNames(afterSurnames: strong, groups: groups, in: turn)
      weak += presented(in: turn, groups: groups, taken: taken)
    }
    let colleagues = colleaguesAfterClient()
    let told = told()
    if !told.isEmpty {
      strong = told + strong.filter { isColleague($0) || isOfTold($0, told) }
    }
    let known = strong.reduce(into: Set<LemmaKey>()) { $0.formUnion($1.firstNames) }
    let compatible = weak.filter { group in
      if isColleague(group) || !group.firstNames.isDisjoint(with: known) { return true }
      // A whole name that is not the employee's is another's; a first name may be short for theirs.
      return told.isEmpty && (known.isEmpty || group.firstNames.isEmpty)
        && (employee == nil || !group.isFull)
    }
    var distinct: [NameGroup] = []
    for group in strong + colleagues + compatible where !distinct.contains(group) {
      distinct.append(group)
    }
    // Of two readings of one name the whole one goes first.
    return distinct.sorted {
      ($0.turn, $0.words.lowerBound, $1.words.upperBound)
        < ($1.turn, $1.words.lowerBound, $0.words.upperBound)
    }
  }

  /// Whether it is said by one to whom the call was put through: «Здравствуйте, залоговый отдел,
  /// Исаев Магомед» later in the call.
  private func isColleague(_ group: NameGroup) -> Bool {
    let turn = context.call.turns[group.turn]
    return context.isAnotherVoice(turn, by: .operatorName)
      && !context.said([.greeting, .offerHelp], in: turn).isEmpty
  }

  /// Words of positions and units of a turn.
  private func titles(in turn: AnalyzedTurn) -> Set<Int> {
    var result: Set<Int> = []
    for rule in context.compiled.elements
    where [.department, .greeting, .offerHelp, .convenience, .company].contains(rule.rule.element) {
      for located in context.matches.matches(of: rule.set) where located.turn == turn.index {
        let words = located.match.range
        // «Магазин „Лилия“, Роза»: the name is past the firm's.
        result.formUnion(rule.rule.element == .company ? context.firm(words, in: turn) : words)
      }
    }
    for title in context.said([.position], in: turn) { result.formUnion(title.words) }
    for cue in context.cue(.ownAfter, of: .operatorName, in: turn) { result.formUnion(cue) }
    for cue in context.cue(.ownBefore, of: .operatorName, in: turn) { result.formUnion(cue) }
    for cue in context.cue(.ownBeforeAny, of: .operatorName, in: turn) {
      result.formUnion(cue)
    }
    for cue in context.cue(.answersLead, of: .operatorName, in: turn) { result.formUnion(cue) }
    return result
  }

  // MARK: Strong cues

  /// - Parameter isAny: whether a common noun right after the cue is a name too («меня зовут
  ///   Роза»).
  private func name(
    after cue: Range<Int>, isAny: Bool, among groups: [NameGroup], taken: Set<Int>,
    in turn: AnalyzedTurn
  ) -> NameGroup? {
    let start = cue.upperBound
    var position = start
    while position < turn.words.count, position - start < Self.longestTitle {
      if position > start, turn.words[position].before.contains(.sentenceEnd) { return nil }
      if let group = groups.first(where: { $0.words.lowerBound == position }), group.isNominative {
        return extended(group, isLoose: isAny && position == start, taken: taken, in: turn)
      }
      if !taken.contains(position),
        let name = reader.unknownName(
          at: position, in: turn, taken: taken, isStrict: !isAny || position > start,
          isSlot: position == start || isTitle(position - 1, in: turn))
      {
        return joined(name, withRestAmong: groups, in: turn)
      }
      guard taken.contains(position) || canStandInTitle(position, in: turn) else { return nil }
      position += 1
    }
    return nil
  }

  /// «С вами Ногай Темирлан Асхатович»: a surname that no dictionary has, and the rest of the name.
  func joined(_ name: NameGroup, withRestAmong groups: [NameGroup], in turn: AnalyzedTurn)
    -> NameGroup
  {
    let next = name.words.lowerBound + 1
    guard
      let rest = groups.first(where: {
        $0.words.lowerBound == next && $0.parts == [.first, .patronymic] && $0.isNominative
      }), turn.words[next].before.isEmpty
    else { return name }
    var result = rest
    result.words = name.words.lowerBound..<rest.words.upperBound
    result.parts.insert(.surname)
    return result
  }

  /// Whether a position is named by the word: «с вами говорит оператор хадижа».
  func isTitle(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    context.said([.position], in: turn).contains { $0.words.contains(word) }
  }

  /// «Меня Надежда зовут».
  private func name(between cue: Range<Int>, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> NameGroup?
  {
    let inner = cue.lowerBound + 1..<cue.upperBound - 1
    if let group = groups.first(where: { $0.words == inner }) { return group }
    let name = reader.unknownName(
      at: inner.lowerBound, in: turn, taken: [inner.upperBound], isStrict: true, isSlot: true)
    return name?.words == inner ? name : nil
  }

  /// «Меня зовут Регина»: one word that looks like a surname is a first name there, unless it is said
  /// to be a surname.
  private func called(_ name: NameGroup, by cue: Range<Int>, in turn: AnalyzedTurn) -> NameGroup {
    guard name.words.lowerBound == cue.upperBound,
      !context.cue(.ownSurname, of: .operatorName, in: turn).contains(cue)
    else { return name }
    return asFirstName(name, in: turn)
  }

  /// A name with the surname after it that the dictionary lacks.
  ///
  /// - Parameter isLoose: whether a noun for a person will do: «меня зовут Надежда Лебедь».
  private func extended(
    _ group: NameGroup, isLoose: Bool, taken: Set<Int>, in turn: AnalyzedTurn
  ) -> NameGroup {
    let next = group.words.upperBound
    guard group.parts == .first || group.parts == .surname, next < turn.words.count,
      !taken.contains(next),
      turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma])
    else { return group }
    if isLoose, group.parts == .first, reader.isPerson(next, in: turn) {
      var result = group
      result.words = group.words.lowerBound..<next + 1
      result.parts = [.first, .surname]
      return result
    }
    guard
      let rest = reader.unknownName(
        at: next, in: turn, taken: taken, isStrict: true, isSlot: group.parts == .surname)
    else { return group }
    var result = group
    result.words = group.words.lowerBound..<rest.words.upperBound
    result.parts = [.first, .surname]
    return result
  }

  private func canStandInTitle(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    switch context.info(word, in: turn).best.partOfSpeech {
    case .noun, .adjective, .participle, .preposition, .conjunction, .latin, .unknown, .number,
      .particle, .numeral:
      true
    default: false
    }
  }

  /// «Здравствуйте, гела на связи»: a name no dictionary has, between a formula and the cue.
  private func unknownNames(
    beforeCuesIn turn: AnalyzedTurn, butNot used: Set<Range<Int>>, groups: [NameGroup],
    taken: Set<Int>
  ) -> [NameGroup] {
    context.cue(.ownAfter, of: .operatorName, in: turn).compactMap { cue in
      let word = cue.lowerBound - 1
      guard word >= 0, !taken.contains(word),
        turn.words[cue.lowerBound].before.isDisjoint(with: [.sentenceEnd, .comma]),
        !groups.contains(where: { $0.words.contains(word) })
      else { return nil }
      // «Сомов моя фамилия»: only there a noun in that form is a name.
      if context.cue(.ownSurname, of: .operatorName, in: turn).contains(cue),
        context.info(word, in: turn).looksLikeSurname
          || isExplained(word, by: .surnameExplained, in: turn)
      {
        return NameGroup(
          turn: turn.index, words: word..<word + 1, parts: .surname, isNominative: true,
          isSure: true)
      }
      guard !used.contains(cue),
        word == 0 || taken.contains(word - 1)
          || !turn.words[word].before.isDisjoint(with: [.sentenceEnd, .comma])
      else { return nil }
      return reader.unknownName(
        at: word, in: turn, taken: taken, isStrict: true, isSlot: true)
    }
  }

  /// «Сомов моя фамилия, Виктор»: the first name past the cue that the surname stands before.
  private func firstNames(
    afterSurnames strong: [NameGroup], groups: [NameGroup], in turn: AnalyzedTurn
  ) -> [NameGroup] {
    context.cue(.ownAfter, of: .operatorName, in: turn).compactMap { cue in
      guard
        strong.contains(where: {
          $0.turn == turn.index && $0.parts == .surname && $0.words.upperBound == cue.lowerBound
        })
      else { return nil }
      return groups.first {
        $0.words.lowerBound == cue.upperBound && $0.parts == .first && $0.isNominative
          && !turn.words[cue.upperBound].before.contains(.sentenceEnd)
      }
    }
  }

  /// Whether a cue stands after the name, and not before another: «Ольга Ивановна, меня зовут Олег».
  private func isBeforeStrongCue(
    _ group: NameGroup, butNot used: Set<Range<Int>>, in turn: AnalyzedTurn
  ) -> Bool {
    group.isNominative
      && context.cue(.ownAfter, of: .operatorName, in: turn).contains {
        $0.lowerBound == group.words.upperBound
          && (!used.contains($0)
            || context.cue(.ownSurname, of: .operatorName, in: turn).contains($0))
          && !turn.words[$0.lowerBound].before.contains(.sentenceEnd)
      }
  }
}
