import RussianMorphology
import ServiceStandards
import Transcripts

/// First names that the client gave: «меня зовут Зульфия», or in answer to «как к вам обращаться».
struct ClientNames {
  let context: ElementContext
  let reader: NameReader
  /// A turn this short that answers a question for the name is the name.
  private static let longestAnswer = 5

  func introduced() -> Set<LemmaKey> {
    var result: Set<LemmaKey> = []
    for turn in context.call.turns where turn.speaker == .client {
      let groups = reader.groups(in: turn)
      for group in groups where isIntroduced(group, among: groups, in: turn) {
        result.formUnion(group.firstNames)
        // A surname by its guessed form alone may as well be a first name: «бахром».
        if group.parts == .surname, group.words.count == 1 {
          let info = context.info(group.words.lowerBound, in: turn)
          if info.best.source != .dictionary
            || !info.readings.contains(where: { $0.grammemes.contains(.surname) })
          {
            result.insert(info.key)
          }
        }
      }
      for group in groups where isCalled(group, in: turn) {
        result.insert(context.info(group.words.lowerBound, in: turn).key)
      }
      for cue in context.cue(.clientBefore, of: .operatorName, in: turn) {
        if let keys = unknownName(after: cue, groups: groups, in: turn) { result.formUnion(keys) }
      }
      if isAsked(before: turn) { result.formUnion(answer(groups, in: turn)) }
    }
    return result
  }

  private func isIntroduced(_ group: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    let isNamed = context.cue(.clientBefore, of: .operatorName, in: turn).contains {
      // «Меня зовут» leaves no doubt, «это» and «я» do.
      $0.upperBound == group.words.lowerBound && $0.count > 1
    }
    guard group.isNominative, group.isSure || isNamed,
      !turn.words[group.words.upperBound - 1].after.contains(.question)
    else { return false }
    return [ElementCue.clientBefore, .clientBeforeKnown].contains { name in
      context.cue(name, of: .operatorName, in: turn).contains {
        $0.upperBound == group.words.lowerBound
      }
    }
      || context.cue(.clientAfter, of: .operatorName, in: turn).contains { cue in
        cue.lowerBound == group.words.upperBound
          // «Регина, меня зовут Анвар»: the one before is called, the one after is the name.
          && !groups.contains { $0.words.lowerBound == cue.upperBound }
      }
  }

  /// «Меня зовут Сауле»: after these words a form that only seems oblique is the name itself.
  private func isCalled(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.words.count == 1 && !group.isNominative
      && context.cue(.clientBefore, of: .operatorName, in: turn).contains {
        $0.upperBound == group.words.lowerBound && $0.count > 1
      }
  }

  private func unknownName(after cue: Range<Int>, groups: [NameGroup], in turn: AnalyzedTurn)
    -> Set<LemmaKey>?
  {
    let start = cue.upperBound
    guard start < turn.words.count, !turn.words[start].before.contains(.sentenceEnd),
      !groups.contains(where: { $0.words.lowerBound == start }),
      !turn.words[turn.words.count - 1].after.contains(.question)
    else { return nil }
    // «Меня зовут» asks for a name, «это» and «я» do not.
    return reader.unknownName(at: start, in: turn, taken: [], isStrict: cue.count < 2)?.firstNames
  }

  private func isAsked(before turn: AnalyzedTurn) -> Bool {
    guard let previous = context.call.previous(of: turn) else { return false }
    return !context.cue(.operatorAsks, of: .operatorName, in: previous).isEmpty
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

/// Finds where the operator calls the client by first name, or first name and patronymic.
struct ClientAddress {
  let context: ElementContext
  let own: [NameGroup]
  let clientNames: Set<LemmaKey>
  let mentioned: [NameGroup]

  var first: NameGroup? {
    let named = mentioned.filter(isClient)
    let unknown = context.operatorTurns.compactMap(unknownName)
    return (named + unknown).min {
      ($0.turn, $0.words.lowerBound) < ($1.turn, $1.words.lowerBound)
    }
  }

  /// The name a client introduced themself with, where the dictionary does not know it.
  private func unknownName(in turn: AnalyzedTurn) -> NameGroup? {
    for index in turn.words.indices where !isOwn(index..<index + 1, in: turn) {
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
    guard !context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn)
    else { return false }
    let ownNames = own.reduce(into: Set<LemmaKey>()) { $0.formUnion($1.firstNames) }
    guard group.firstNames.isDisjoint(with: ownNames) else { return false }
    guard !turn.isQuoted(group.words.lowerBound) else { return false }
    if context.call.call.direction == .outgoing, turn.ordinal <= 1,
      context.cue(.called, of: .operatorName, fitsAround: group.words, in: turn)
    {
      return true
    }
    guard group.isSure,
      !context.cue(.titled, of: .operatorName, fitsAround: group.words, in: turn)
    else { return false }
    if group.parts == [.first, .patronymic] || isBeforeStreet(group, in: turn) { return true }
    return isSetOff(group, in: turn) || hasCue(group, in: turn)
  }

  /// «Так, Мира Степановна, Сургутская, одиннадцать»: a street is read as her surname.
  private func isBeforeStreet(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.parts == [.first, .surname, .patronymic]
      && context.info(group.words.lowerBound + 1, in: turn).nameWord?.parts.first == .patronymic
      && context.info(group.words.upperBound - 1, in: turn).best.partOfSpeech == .adjective
  }

  /// «Могу я поговорить с Ольгой Сергеевной?»
  private func asksFor(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    if context.isConfirmed(group, in: turn) { return true }
    return turn.ordinal <= 2
      && context.cue(.asksFor, of: .operatorName, in: turn).contains {
        $0.upperBound == group.words.lowerBound
      }
  }

  /// Set off by punctuation on both sides, or the whole turn.
  private func isSetOff(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let signs: Punctuation = [.sentenceEnd, .comma, .dash, .ellipsis]
    let first = group.words.lowerBound
    let end = group.words.upperBound
    let opens = first == 0 || !turn.words[first].before.isDisjoint(with: signs)
    let closes = end == turn.words.count || !turn.words[end - 1].after.isDisjoint(with: signs)
    return opens && closes
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
