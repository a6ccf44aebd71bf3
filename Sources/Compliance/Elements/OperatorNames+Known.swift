import RussianMorphology

/// Names that are the operator's because the call's data says so.
extension OperatorNames {
  /// Where the operator says the name that the call's data gives them.
  func told() -> [NameGroup] {
    guard let employee else { return [] }
    return context.operatorTurns.flatMap { turn in
      employee.names(in: turn)
        .filter { !isOfClient($0, in: turn) }
        .map { whole($0, of: employee) }
    }
  }

  /// «Алло, Анна?», and a client of the same name who is called by it.
  private func isOfClient(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    if turn.words[group.words.upperBound - 1].after.contains(.question) { return true }
    return turn.ordinal > 0 && group.parts == .first
      && !group.firstNames.isDisjoint(with: clientNames)
  }

  /// «Ольга Петровна» of whom the data calls «Иванова Ольга».
  private func whole(_ group: NameGroup, of employee: KnownEmployee) -> NameGroup {
    let more = mentioned.first {
      $0.turn == group.turn && $0.words.overlaps(group.words) && $0.words != group.words
    }
    guard let more, group.words.allSatisfy(more.words.contains) else {
      return withPatronymic(group)
    }
    let added = more.parts.subtracting(group.parts)
    // «Лариса, Мамедов Эльчин у телефона?»: that surname is another's.
    let isOthers = mentioned.contains {
      $0.turn == group.turn && $0.words.lowerBound == more.words.upperBound
    }
    guard added == .patronymic || added == .surname && !employee.hasSurname && !isOthers else {
      return withPatronymic(group)
    }
    return more
  }

  /// «Вера Павловна» of whom the data calls «Вера Стахеева»: a first name that is a common noun as
  /// well is known to be one by the data alone.
  private func withPatronymic(_ group: NameGroup) -> NameGroup {
    let turn = context.call.turns[group.turn]
    let next = group.words.upperBound
    guard group.parts == .first, next < turn.words.count, turn.words[next].before.isEmpty,
      context.info(next, in: turn).likeliestNamePart == .patronymic
    else { return group }
    var result = group
    result.words = group.words.lowerBound..<next + 1
    result.parts.insert(.patronymic)
    return result
  }

  /// Whether a name is that of the employee told, who has no other.
  func isOfTold(_ group: NameGroup, _ told: [NameGroup]) -> Bool {
    !told.contains { $0.turn == group.turn && $0.words.overlaps(group.words) }
      && !group.firstNames.isEmpty
      && told.contains { !$0.firstNames.isDisjoint(with: group.firstNames) }
  }
}
