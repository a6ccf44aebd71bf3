import RussianMorphology
import ServiceStandards
import Transcripts

/// Names that nothing beside them shows to be the operator's, save that a call opens with them.
extension OperatorNames {
  /// The very first turn of a call that is not ours, and no one else is spoken to in it; or the one
  /// name of the first turn of a call that is ours, beside that of the one who is called.
  func isBarePresentation(
    _ group: NameGroup, among named: [NameGroup], in turn: AnalyzedTurn
  ) -> Bool {
    let direction = context.call.call.direction
    if direction == .outgoing, turn.ordinal == 0, group.isSure, !group.parts.contains(.patronymic),
      !group.firstNames.isEmpty,
      named.contains(where: { $0.words != group.words && $0.parts == [.first, .patronymic] })
        || !context.cue(.asksFor, of: .operatorName, in: turn).isEmpty
          && !context.cue(.asksFor, of: .operatorName, in: turn).contains(where: {
            $0.upperBound == group.words.lowerBound
          })
    {
      return true
    }
    guard turn.index == 0, direction != .outgoing,
      group.isSure
        || turn.isName(group.words.lowerBound, info: context.info(group.words.lowerBound, in: turn))
    else { return false }
    if group.parts.contains(.patronymic) {
      return isOpening(group, in: turn) || isWholeInAnswer(group, in: turn)
    }
    return direction == .incoming || !context.said([.offerHelp], in: turn).isEmpty
      || isBehindFirm(group, in: turn)
  }

  /// «Тёплые окна, Наталья, добрый день», where nobody knows who called whom: between a firm that is
  /// not known and a sign, and nobody has been greeted.
  private func isBehindFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    guard start > 0, !turn.words[start].before.isDisjoint(with: [.comma, .sentenceEnd, .quote]),
      (0..<start).contains(where: { canNameFirm($0, in: turn) && !isGreeting($0, in: turn) })
    else { return false }
    return !isGreeting(start - 1, in: turn) && !(0..<start).contains { isVerb($0, in: turn) }
  }

  private func isGreeting(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    context.said([.greeting], in: turn).contains { $0.words.contains(word) }
  }

  /// «Банк „Столп“, линия для владельцев карт, Эльвира»: the last words of who answers, before
  /// anybody else has spoken: nobody else is named there.
  func isOpening(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    let end = group.words.upperBound
    guard turn.index == 0, context.call.call.direction == .incoming, start > 0,
      !context.said([.greeting], in: turn).contains(where: { $0.words.upperBound == start }),
      !(0..<start).contains(where: { isVerb($0, in: turn) }),
      !turn.isPunctuated
        || !turn.words[start].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
    else { return false }
    return end == turn.words.count || turn.words[end].before.contains(.sentenceEnd)
      || context.said([.greeting, .offerHelp, .position, .department], in: turn).contains {
        $0.words.lowerBound == end
      }
  }
}
