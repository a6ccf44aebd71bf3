import RussianMorphology
import ServiceStandards
import Transcripts

/// Finds where the operator calls the client by first name, or first name and patronymic.
struct ClientAddress {
  let context: ElementContext
  let own: [NameGroup]
  let clientNames: Set<LemmaKey>
  /// First names of others that the client gave.
  let thirdNames: Set<LemmaKey>
  let mentioned: [NameGroup]
  /// Whom the call's data names; nil where it names nobody.
  let employee: KnownEmployee?

  var first: NameGroup? {
    let named = mentioned.filter(isClient)
    let unknown = context.operatorTurns.compactMap(unknownName)
    return (named + unknown).min {
      ($0.turn, $0.words.lowerBound) < ($1.turn, $1.words.lowerBound)
    }
  }

  /// The name a client introduced themself with, where the dictionary does not know it.
  private func unknownName(in turn: AnalyzedTurn) -> NameGroup? {
    let companies = context.companies(in: turn)
    for index in turn.words.indices
    where !isOwn(index..<index + 1, in: turn) && !companies.contains(where: { $0.contains(index) })
    {
      let info = context.info(index, in: turn)
      guard clientNames.contains(info.key) else { continue }
      return NameGroup(
        turn: turn.index, words: index..<index + 1, parts: .first, firstNames: [info.key],
        isNominative: true, isSure: true)
    }
    return nil
  }

  private func isOwn(_ words: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    own.contains { $0.turn == turn.index && $0.words.overlaps(words) }
  }

  private func isClient(_ group: NameGroup) -> Bool {
    let turn = context.call.turns[group.turn]
    guard group.parts.contains(.first), !isOwn(group.words, in: turn) else { return false }
    if asksFor(group, in: turn) { return true }
    guard group.isNominative else { return false }
    if !group.firstNames.isDisjoint(with: clientNames) { return true }
    guard group.firstNames.isDisjoint(with: thirdNames),
      !context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn)
    else { return false }
    let ownNames = own.reduce(into: Set<LemmaKey>()) { $0.formUnion($1.firstNames) }
    guard group.firstNames.isDisjoint(with: ownNames) else { return false }
    guard !turn.isQuoted(group.words.lowerBound) else { return false }
    if context.call.call.direction == .outgoing, turn.ordinal <= 1,
      context.cue(.called, of: .operatorName, fitsAround: group.words, in: turn)
    {
      return true
    }
    if isSoughtByKnown(group, in: turn) { return true }
    guard group.isSure,
      !context.cue(.titled, of: .operatorName, fitsAround: group.words, in: turn)
    else { return false }
    if group.parts == [.first, .patronymic] || isBeforeStreet(group, in: turn) { return true }
    return isSetOff(group, in: turn) || hasCue(group, in: turn)
      || !turn.isPunctuated
        && context.cue(.addressed, of: .operatorName, fitsAround: group.words, in: turn)
  }

  /// «Так, Мира Степановна, Сургутская, одиннадцать»: a street is read as her surname.
  private func isBeforeStreet(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.parts == [.first, .surname, .patronymic]
      && context.info(group.words.lowerBound + 1, in: turn).likeliestNamePart == .patronymic
      && context.info(group.words.upperBound - 1, in: turn).best.partOfSpeech == .adjective
  }

  /// «Могу я поговорить с Ольгой Сергеевной?», «С Ольгой Сергеевной говорю?»
  private func asksFor(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    if context.isConfirmed(group, in: turn) || isSought(group, in: turn) { return true }
    return turn.ordinal <= 2
      && (context.cue(.asksFor, of: .operatorName, fitsAround: group.words, in: turn)
        || context.cue(.asksFor, of: .operatorName, in: turn).contains {
          $0.upperBound == group.words.lowerBound
        })
  }

  /// «Кого вы ищете?» — «Нурланова Айбека» — «Это я».
  private func isSought(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    guard context.call.call.direction == .outgoing, turn.ordinal <= 2,
      group.words.upperBound == turn.words.count, group.words.lowerBound <= 1,
      context.clientBefore(turn, says: .clientAsksWhom, of: .operatorName),
      let next = context.call.turns.dropFirst(turn.index + 1).first, next.speaker == .client
    else { return false }
    return !context.cue(.clientConfirms, of: .operatorName, in: next).isEmpty
  }

  /// «Алло, Джуманов Бахтиёр, это ФинТерра»: where the data names who calls, any other name in the
  /// first words is that of the one who is called.
  private func isSoughtByKnown(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    employee != nil && context.call.call.direction == .outgoing && turn.ordinal == 0
      && group.isSure && (group.isFull || !own.isEmpty)
  }

  /// Set off by punctuation on both sides, or the whole turn; no letter that is spelled: «ю, мэ, ка».
  private func isSetOff(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    guard !isSpelled(group.words, in: turn) else { return false }
    let signs: Punctuation = [.sentenceEnd, .comma, .dash, .ellipsis]
    let first = group.words.lowerBound
    let end = group.words.upperBound
    let opens = first == 0 || !turn.words[first].before.isDisjoint(with: signs)
    let closes = end == turn.words.count || !turn.words[end - 1].after.isDisjoint(with: signs)
    return opens && closes
  }

  /// Whether a word of two letters stands behind another so short.
  private func isSpelled(_ words: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    let first = words.lowerBound
    guard words.count == 1, first > 0 else { return false }
    return turn.quote(first..<first + 1).count <= 2 && turn.quote(first - 1..<first).count <= 2
  }

  private func hasCue(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.cue(.addressBefore, of: .operatorName, in: turn).contains {
      $0.upperBound == group.words.lowerBound
    }
      || context.cue(.addressAfter, of: .operatorName, in: turn).contains {
        $0.lowerBound == group.words.upperBound
      }
  }
}
