import RussianMorphology
import ServiceStandards
import Transcripts

/// Which of the names in a presentation is the client's, and which stands beside it.
extension OperatorNames {
  /// «Алло, Светлана Игоревна? Добрый день, Роман, компания…», «Добрый день! Лебединский Аркадий,
  /// ведущий специалист… Камиль Равильевич, удобно говорить?»: greeted, but with a unit beside it, while
  /// another, called by patronymic, has none.
  func isBesideClient(_ group: NameGroup, among named: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    !group.parts.contains(.patronymic)
      && isBesideFirm(group, in: turn)
      && (named.contains {
        $0.words != group.words && $0.parts == [.first, .patronymic]
          && (isQuestion($0, in: turn) || !isNearUnit($0, isOnly: false, in: turn)
            || isParted($0, from: group, in: turn))
      }
        || context.cue(.asksFor, of: .operatorName, in: turn).contains { cue in
          mentioned.contains { $0.turn == turn.index && $0.words.lowerBound == cue.upperBound }
            && cue.upperBound > group.words.upperBound
        })
      && context.said([.greeting], in: turn).contains {
        $0.words.upperBound == group.words.lowerBound
      }
  }

  /// «Инга Львовна, добрый день, Семён, банк…»: the greeting stands between them.
  func isParted(_ client: NameGroup, from group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    context.said([.greeting], in: turn).contains {
      client.words.upperBound <= $0.words.lowerBound
        && $0.words.upperBound == group.words.lowerBound
    }
  }

  /// «Алло, здравствуйте, Воронов Степан, ателье…»: no client is called so.
  func isSurnameBeforeFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.parts == [.first, .surname]
      && context.info(group.words.lowerBound, in: turn).likeliestNamePart == .surname
      && isBesideFirm(group, in: turn)
  }

  /// «Фарида Тимуровна Секундова, центр… Магомед Исаевич, удобно ли»: one has all three names and a
  /// unit, the other is called.
  func isWholeBeforeFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    group.parts == [.first, .patronymic, .surname]
      && isBesideFirm(group, in: turn)
      && mentioned.contains {
        $0.turn == turn.index && $0.words != group.words && $0.isNominative
          && $0.parts == [.first, .patronymic] && !isNearUnit($0, isOnly: false, in: turn)
      }
  }

  /// «Здравствуйте, Иванов Пётр Сергеевич. Слушаю вас»: nobody who has not spoken yet is called by all
  /// three names.
  func isWholeInAnswer(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let start = group.words.lowerBound
    let end = group.words.upperBound
    let direction = context.call.call.direction
    let offers = context.said([.offerHelp], in: turn)
    guard group.parts == [.first, .patronymic, .surname],
      direction == .incoming || direction == nil && !offers.isEmpty,
      !(0..<start).contains(where: { word in
        isVerb(word, in: turn)
          && !context.said([.greeting], in: turn).contains { $0.words.contains(word) }
      }),
      !mentioned.contains(where: {
        $0.turn == turn.index && $0.words != group.words && !$0.firstNames.isEmpty
      })
    else { return false }
    return end == turn.words.count
      || context.said([.greeting, .offerHelp, .position, .department], in: turn).contains {
        $0.words.lowerBound == end
      }
  }

  /// «ПУ Инская»: one word of a unit's name that no dictionary has and that ends as no surname does.
  func isPlaceOfUnit(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let word = group.words.lowerBound
    let info = context.info(word, in: turn)
    return group.words.count == 1 && !info.looksLikeSurname
      && (info.best.source != .dictionary || info.best.partOfSpeech == .adjective)
      && context.said([.department], in: turn).contains { $0.words.contains(word) }
  }

  /// «Компания „Мост“, Пурэв, слушаю»: a firm named in quotation marks, with a comma behind it.
  func namedFirms(in turn: AnalyzedTurn) -> [Stretch] {
    guard turn.ordinal == 0 else { return [] }
    return context.said([.company], in: turn).compactMap { firm in
      guard let open = firm.words.first(where: turn.isQuoted),
        let close = (open..<turn.words.count).first(where: turn.closesQuotation),
        close + 1 < turn.words.count, turn.words[close + 1].before.contains(.comma)
      else { return nil }
      return Stretch(turn: turn.index, words: firm.words.lowerBound..<close + 1)
    }
  }

  private func isBesideFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    isNearUnit(group, isOnly: false, in: turn) || isBeforeFirm(group, in: turn)
  }

  /// «Степан, ателье „Игла“».
  func isBeforeFirm(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let end = group.words.upperBound
    guard end < turn.words.count, !turn.words[end].before.contains(.sentenceEnd) else {
      return false
    }
    return turn.isQuoted(end)
      || context.cue(.firms, of: .operatorName, in: turn).contains { $0.lowerBound == end }
  }

  /// By who calls, the client's name and patronymic beside the own name: «Инесса Робертовна,
  /// здравия желаю, Павел», «добрый день айгерим ахметовна это банк».
  func isCalled(_ group: NameGroup, among named: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    guard context.call.call.direction == .outgoing else { return false }
    if context.cue(.called, of: .operatorName, fitsAround: group.words, in: turn) { return true }
    return group.parts == [.first, .patronymic]
      && named.contains {
        $0.words != group.words && !$0.parts.contains(.patronymic)
          && $0.firstNames.isDisjoint(with: clientNames) && !isQuestion($0, in: turn)
          && !context.cue(.third, of: .operatorName, fitsAround: $0.words, in: turn)
      }
  }

  /// «Добрый день, Андрей Викторович, Нурлан Абенов»: greeted anew in mid-talk, the client is called
  /// and the new voice gives its name and surname.
  func colleaguesAfterClient() -> [NameGroup] {
    mentioned.filter { group in
      let turn = context.call.turns[group.turn]
      guard turn.ordinal > 1, group.parts == [.first, .surname], group.isNominative,
        group.firstNames.isDisjoint(with: clientNames),
        !context.cue(.third, of: .operatorName, fitsAround: group.words, in: turn),
        !context.cue(.notOwn, of: .operatorName, fitsAround: group.words, in: turn),
        !isQuestion(group, in: turn)
      else { return false }
      return mentioned.contains { client in
        client.turn == group.turn && client.words.upperBound == group.words.lowerBound
          && client.isNominative
          && (client.parts == [.first, .patronymic]
            || !client.firstNames.isDisjoint(with: clientNames))
          && context.said([.greeting], in: turn).contains {
            $0.words.upperBound == client.words.lowerBound
          }
      }
    }
  }

  /// «…Нургуль. Виктор Александрович, я по поводу займа»: after one's own name the client's.
  func isSecondName(_ group: NameGroup, among groups: [NameGroup], in turn: AnalyzedTurn)
    -> Bool
  {
    group.parts.contains(.patronymic)
      && groups.contains {
        $0.words.upperBound == group.words.lowerBound && $0.parts.contains(.first)
          && $0.isNominative && !turn.isInQuotation($0.words.lowerBound)
      }
  }
}
