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
  /// Words of titles and units that may stand between «с вами говорит» and the name.
  private static let longestTitle = 9
  /// How far a name may stand from a unit's name.
  private static let reach = 3

  func own() -> [NameGroup] {
    var strong: [NameGroup] = []
    var weak: [NameGroup] = []
    for turn in context.operatorTurns {
      let companies = context.companies(in: turn)
      let groups = mentioned.filter { $0.turn == turn.index }
        .compactMap { $0.without(companies) }
      let taken = titles(in: turn)
      var used: Set<Range<Int>> = []
      for (cues, isAny) in [("own_before_any", true), ("own_before", false)] {
        for cue in context.cue(cues, of: .operatorName, in: turn) {
          guard
            let name = name(after: cue, isAny: isAny, among: groups, taken: taken, in: turn)
          else { continue }
          strong.append(name)
          used.insert(cue)
        }
      }
      for cue in context.cue("own_between", of: .operatorName, in: turn) {
        if let name = name(between: cue, among: groups, in: turn) {
          strong.append(name)
          used.formUnion(
            context.cue("own_after", of: .operatorName, in: turn).filter { $0.overlaps(cue) })
        }
      }
      for group in groups where isBeforeStrongCue(group, butNot: used, in: turn) {
        strong.append(group)
      }
      weak += presented(in: turn, groups: groups, taken: taken)
    }
    let known = strong.reduce(into: Set<LemmaKey>()) { $0.formUnion($1.firstNames) }
    let compatible = weak.filter { group in
      isColleague(group) || known.isEmpty || group.firstNames.isEmpty
        || !group.firstNames.isDisjoint(with: known)
    }
    return Array(Set(strong + compatible)).sorted {
      ($0.turn, $0.words.lowerBound) < ($1.turn, $1.words.lowerBound)
    }
  }

  /// Whether it is said by one to whom the call was put through: «Здравствуйте, залоговый отдел,
  /// Исаев Магомед» later in the call.
  private func isColleague(_ group: NameGroup) -> Bool {
    let turn = context.call.turns[group.turn]
    return turn.ordinal > 1
      && !context.cue("presents_again", of: .operatorName, in: turn).isEmpty
      && !context.said([.greeting, .offerHelp], in: turn).isEmpty
  }

  /// Words of positions and units of a turn.
  private func titles(in turn: AnalyzedTurn) -> Set<Int> {
    var result: Set<Int> = []
    for rule in context.compiled.elements
    where [.position, .department, .greeting, .offerHelp, .convenience, .company].contains(
      rule.rule.element)
    {
      for located in context.matches.matches(of: rule.set) where located.turn == turn.index {
        result.formUnion(located.match.range)
      }
    }
    for cue in context.cue("own_after", of: .operatorName, in: turn) { result.formUnion(cue) }
    for cue in context.cue("own_before", of: .operatorName, in: turn) { result.formUnion(cue) }
    for cue in context.cue("own_before_any", of: .operatorName, in: turn) {
      result.formUnion(cue)
    }
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
          at: position, in: turn, taken: taken, isStrict: !isAny || position > start)
      {
        return name
      }
      guard taken.contains(position) || canStandInTitle(position, in: turn) else { return nil }
      position += 1
    }
    return nil
  }

  /// «Меня Надежда зовут».
  private func name(between cue: Range<Int>, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> NameGroup?
  {
    let inner = cue.lowerBound + 1..<cue.upperBound - 1
    if let group = groups.first(where: { $0.words == inner }) { return group }
    let name = reader.unknownName(
      at: inner.lowerBound, in: turn, taken: [inner.upperBound], isStrict: true)
    return name?.words == inner ? name : nil
  }

  /// A name with the surname after it that the dictionary lacks.
  ///
  /// - Parameter isLoose: whether a noun for a person will do: «меня зовут Надежда Лебедь».
  private func extended(
    _ group: NameGroup, isLoose: Bool, taken: Set<Int>, in turn: AnalyzedTurn
  ) -> NameGroup {
    let next = group.words.upperBound
    guard group.parts == .first, next < turn.words.count, !taken.contains(next),
      turn.words[next].before.isDisjoint(with: [.sentenceEnd, .comma])
    else { return group }
    if isLoose, reader.isPerson(next, in: turn) {
      var result = group
      result.words = group.words.lowerBound..<next + 1
      result.parts = [.first, .surname]
      return result
    }
    guard
      let rest = reader.unknownName(at: next, in: turn, taken: taken, isStrict: true)
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

  /// Whether a cue stands after the name, and not before another: «Ольга Ивановна, меня зовут Олег».
  private func isBeforeStrongCue(
    _ group: NameGroup, butNot used: Set<Range<Int>>, in turn: AnalyzedTurn
  ) -> Bool {
    group.isNominative
      && context.cue("own_after", of: .operatorName, in: turn).contains {
        $0.lowerBound == group.words.upperBound && !used.contains($0)
          && !turn.words[$0.lowerBound].before.contains(.sentenceEnd)
      }
  }

  // MARK: Presentation

  /// Names that are the operator's because of where they stand.
  private func presented(in turn: AnalyzedTurn, groups: [NameGroup], taken: Set<Int>)
    -> [NameGroup]
  {
    let isAsked = context.clientBefore(turn, says: "client_asks", of: .operatorName)
    guard
      turn.ordinal <= 1 || isAsked
        || !context.cue("presents_again", of: .operatorName, in: turn).isEmpty
    else { return [] }
    let named = groups.filter { !$0.firstNames.isEmpty && $0.isNominative && $0.isSure }
    var result = groups.filter { group in
      // «Доброе утро, Виталий Андреевич! Ведущий менеджер Соболева»: the greeted one is the client.
      if named.count > 1, isGreeted(group, in: turn) { return false }
      // «Татьяна, добрый день» said by the one who calls.
      if context.call.call.direction == .outgoing, isGreeted(group, onlyAfter: true, in: turn) {
        return false
      }
      // A name in quotation marks is a firm's.
      let before = turn.words[group.words.lowerBound].before
      if before.contains(.quote), before.isDisjoint(with: [.comma, .sentenceEnd, .dash]) {
        return false
      }

      guard group.isNominative, group.firstNames.isDisjoint(with: clientNames),
        turn.ordinal == 0 && hasOwnTitle(group, in: turn)
          || !context.cue("third", of: .operatorName, fitsAround: group.words, in: turn),
        !context.cue("not_own", of: .operatorName, fitsAround: group.words, in: turn),
        !isQuestion(group, in: turn), !isSecondName(group, among: groups, in: turn)
      else { return false }
      return isAsked && !isAddress(group, in: turn) || hasWeakCue(group, in: turn)
        || isNearUnit(group, isOnly: groups.count == 1, in: turn)
        || isBarePresentation(group, in: turn)
    }
    for cue in context.cue("own_before_weak", of: .operatorName, in: turn) {
      let start = cue.upperBound
      guard start < turn.words.count, !taken.contains(start),
        !groups.contains(where: { $0.words.contains(start) }),
        !turn.words[start].before.contains(.sentenceEnd),
        let name = reader.unknownName(at: start, in: turn, taken: taken, isStrict: true),
        name.firstNames.isDisjoint(with: clientNames)
      else { continue }
      result.append(name)
    }
    return result.map { withSurname($0, taken: taken, in: turn) }
  }

  /// A first name with the word beside it that ends as surnames do: «Ямщиков Фёдор»,
  /// «Баир Цыренов».
  private func withSurname(_ group: NameGroup, taken: Set<Int>, in turn: AnalyzedTurn)
    -> NameGroup
  {
    guard group.isNominative else { return group }
    if group.parts == .surname { return withFirstName(group, taken: taken, in: turn) }
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
    {
      result.words = before..<group.words.upperBound
      result.parts = [.first, .surname]
    } else if after < turn.words.count, !taken.contains(after),
      turn.words[after].before.isDisjoint(with: parting), reader.endsAsSurname(after, in: turn)
    {
      result.words = group.words.lowerBound..<after + 1
      result.parts = [.first, .surname]
    }
    return result
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

  /// «Агент Шигапов Айнур»: the title of the one who speaks, were it a third person's elsewhere.
  private func hasOwnTitle(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.said([.position], in: turn).contains {
      let gap = group.words.lowerBound - $0.words.upperBound
      return (0...2).contains(gap)
        && !($0.words.upperBound..<group.words.lowerBound).contains { isVerb($0, in: turn) }
        && !context.hasSentenceEnd(
          inside: $0.words.lowerBound..<group.words.lowerBound + 1, of: turn)
    }
  }

  /// «…Нургуль. Виктор Александрович, я по поводу займа»: after one's own name the client's.
  private func isSecondName(_ group: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    group.parts.contains(.patronymic)
      && groups.contains {
        $0.words.upperBound == group.words.lowerBound && $0.parts.contains(.first)
          && $0.isNominative
      }
  }

  private func hasWeakCue(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    let end = group.words.upperBound
    let before = context.cue("own_before_weak", of: .operatorName, in: turn).contains {
      $0.upperBound == start && !turn.words[start].before.contains(.sentenceEnd)
    }
    if before { return true }
    if turn.index == 0 {
      let first = context.cue("own_before_first", of: .operatorName, in: turn)
      if first.contains(where: { $0.upperBound == start }) { return true }
    }
    guard turn.ordinal == 0 || !group.parts.contains(.patronymic) else { return false }
    return context.cue("own_after_weak", of: .operatorName, in: turn).contains {
      $0.lowerBound >= end && $0.lowerBound <= end + 1
        && !context.hasSentenceEnd(inside: end - 1..<$0.lowerBound + 1, of: turn)
    }
  }

  /// Right after a greeting, or right before one.
  private func isGreeted(
    _ group: NameGroup, onlyAfter: Bool = false, in turn: AnalyzedTurn
  ) -> Bool {
    context.said([.greeting], in: turn).contains {
      $0.words.lowerBound == group.words.upperBound
        || !onlyAfter && $0.words.upperBound == group.words.lowerBound
    }
  }

  /// Beside a unit, a position or the company: «Договорной отдел, Ольга».
  private func isNearUnit(_ group: NameGroup, isOnly: Bool, in turn: AnalyzedTurn) -> Bool {
    for stretch in context.said([.department, .position, .company], in: turn) {
      let gap =
        stretch.words.upperBound <= group.words.lowerBound
        ? stretch.words.upperBound..<group.words.lowerBound
        : group.words.upperBound..<max(stretch.words.lowerBound, group.words.upperBound)
      let joint = min(stretch.words.lowerBound, group.words.lowerBound)
      let isParted = (joint + 1..<max(stretch.words.upperBound, group.words.upperBound))
        .contains { turn.words[$0].before.contains(.sentenceEnd) }
      if gap.count <= Self.reach, isOnly || !isParted,
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

  private func isVerb(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    [.verb, .infinitive].contains(context.info(word, in: turn).best.partOfSpeech)
  }

  /// The very first turn of a call that is not ours, and no one else is spoken to in it.
  private func isBarePresentation(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let direction = context.call.call.direction
    guard turn.index == 0, direction != .outgoing, group.isSure,
      !group.parts.contains(.patronymic)
    else { return false }
    return direction == .incoming || !context.said([.offerHelp], in: turn).isEmpty
  }

  private func isQuestion(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    turn.words[group.words.upperBound - 1].after.contains(.question)
  }

  private func isAddress(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    ["own_before", "own_before_any"].contains { name in
      context.cue(name, of: .operatorName, in: turn).contains {
        $0.lowerBound >= group.words.upperBound
      }
    }
  }
}
