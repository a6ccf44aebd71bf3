import RussianMorphology

/// Joins what stood before and after words that are left out: which signs stay.
struct GapJoint {
  let turn: AnalyzedTurn
  let compiled: CompiledStandard

  /// The gap that takes the place of both; nil where it is hard to tell.
  ///
  /// - Parameter left: words of the sentence before the gap that stay.
  /// - Parameter right: the first word after it.
  func join(
    _ before: String, _ after: String, left: [Int], right: Int, isFirst: Bool,
    cache: borrowing WordCache
  ) -> String? {
    let isLast = right >= turn.words.count || Self.endsSentence(after)
    guard !(before + after).contains(where: { "«»\"()[]".contains($0) }) else { return nil }
    if isFirst {
      // The sentence begins with what follows; where nothing does, it is gone.
      if isLast { return right >= turn.words.count ? trimmed(before) : before }
      return before
    }
    if isLast { return trimmed(before, keeping: after) + after }
    // «двадцать футов, значит… Получается»: the dots end the sentence; «место и, это… собака»:
    // they break it off.
    if after.contains("…"),
      turn.quote(right..<right + 1).first?.isUppercase == true
        || left.last.map({ isIn(compiled.namedLists.noCommaAfter, $0, cache) }) == true
    {
      return trimmed(before, keeping: after) + after
    }
    if before.contains(where: { ":—–;…".contains($0) }) || before.contains("..")
      || before.contains(" - ")
    {
      return before
    }
    if after.contains(where: { ":—–;".contains($0) }) || after.contains(" - ") { return after }
    guard before.contains(",") || after.contains(",") else { return " " }
    // «могу платформы, как бы тоже вариант»: one comma alone is the sentence's.
    if before.contains(","), after.allSatisfy({ $0 == " " }),
      !(left.last.map { isIn(compiled.namedLists.noCommaAfter, $0, cache) } ?? true)
    {
      return ", "
    }
    return needsComma(left: left, right: right, cache: cache).map { $0 ? ", " : " " }
  }

  /// Whether a sentence ends in the gap.
  static func endsSentence(_ gap: String) -> Bool { gap.contains { ".?!".contains($0) } }

  private func trimmed(_ gap: String, keeping after: String = "") -> String {
    var result = gap
    while let last = result.last, " ,—–-".contains(last) { result.removeLast() }
    // «срок, э-э…» keeps its dots, «срок… э-э.» those before.
    if !after.isEmpty, after.contains(where: { ".…?!".contains($0) }) {
      while let last = result.last, ".…".contains(last) { result.removeLast() }
    }
    return result
  }

  /// Nil where it is hard to tell.
  private func needsComma(left: [Int], right: Int, cache: borrowing WordCache) -> Bool? {
    let lists = compiled.namedLists
    if isIn(lists.commaBefore, right, cache) || repeats(left, from: right) { return true }
    let clause = clause(from: right)
    let joins = isIn(lists.joining, right, cache)
    // Of the sentence before, only what stands after its last sign.
    let last = left.last.map { end in
      left.filter { index in
        index > (left.last { $0 < end && !turn.words[$0].after.isEmpty } ?? -1)
      }
    }
    guard let segment = last, let end = segment.last else { return false }
    // «авария — это, как её, случай»: one word after a dash waits for its noun.
    if segment.count == 1, turn.words[end].before.contains(.dash) { return false }
    // «но, как бы, без подписи»: the comma was the parasite's.
    if isIn(lists.noCommaAfter, end, cache) { return false }
    // «к сожалению, ну, вагон задержан».
    if covers(lists.aside, segment[0]..<end + 1, cache) { return true }
    if joins {
      return segment.contains { isPredicate($0, cache) }
        && clause.contains { isPredicate($0, cache) }
        && clause.contains { isSubject($0, cache) }
    }
    // «слушаю вас, ведь вы наш клиент»: who is something needs no verb.
    if isWho(right, cache), segment.contains(where: { isPredicate($0, cache) }) { return true }
    // «погодите, я, ну, спрошу»: who does what the rest says.
    if isWho(end, cache), !segment.contains(where: { isPredicate($0, cache) }) { return false }
    // «терминалы, это, они держат деньги»: what is spoken of is named first.
    if isWho(right, cache), isSubject(end, cache), isThing(end, cache) { return true }
    if segment.allSatisfy({ isAside($0, cache) }) { return true }
    // «понял, ну, всё, не задерживаю».
    if clause.count == 1, clause.upperBound < turn.words.count, isAside(right, cache) {
      return true
    }
    if let first = saidAgain(segment, clause, cache) {
      // «выписка из реестра, ну, из ЕГРН» may be of one thing or of two.
      return first > clause.lowerBound || isPronoun(first + 1, cache) ? true : nil
    }
    // «секунду, ну, проверю», «заявку, ну, вижу».
    if isObject(end, cache),
      !segment.contains(where: { isPredicate($0, cache) || isPreposition($0, cache) })
    {
      return nil
    }
    // «договор, лицевой счёт, ну, потом заявка»: one thing after another.
    if segment[0] != left[0], isSubject(end, cache), isThing(end, cache),
      !(segment + clause).contains(where: {
        isPredicate($0, cache) || isPreposition($0, cache)
      }),
      clause.contains(where: { isSubject($0, cache) && isThing($0, cache) })
    {
      return true
    }
    // «и вам, ну, одобрена сумма»: what stands after the last sign belongs to what follows.
    guard segment.contains(where: { isPredicate($0, cache) }) else { return false }
    if clause.contains(where: { isPredicate($0, cache) }) || tellsOfPlace(clause, cache) {
      return true
    }
    return mayTellOfPlace(clause, cache) ? nil : false
  }

  /// Whether what follows says the last words once more: «на субботу, ну, на субботу вечером».
  private func repeats(_ left: [Int], from right: Int) -> Bool {
    (1...Self.longestRepeat).contains { count in
      let said = left.suffix(count)
      let again = right..<right + count
      return said.count == count && again.upperBound <= turn.words.count
        && zip(said, again).allSatisfy { turn.words[$0].info == turn.words[$1].info }
    }
  }

  private static let longestRepeat = 3

  /// Words from `start` to the next sign.
  private func clause(from start: Int) -> Range<Int> {
    var end = start + 1
    while end < turn.words.count, turn.words[end - 1].after.isEmpty { end += 1 }
    return start..<min(end, turn.words.count)
  }

  /// The preposition under which what follows says more exactly what was said before it: «на почту,
  /// ну, на ту, что в накладной», «за день, ну, от силы за полтора».
  private func saidAgain(
    _ segment: [Int], _ clause: Range<Int>, _ cache: borrowing WordCache
  ) -> Int? {
    guard isPreposition(clause.lowerBound, cache),
      !clause.contains(where: { isPredicate($0, cache) })
    else { return nil }
    return clause.prefix(Self.longestRepeat).first { index in
      isPreposition(index, cache)
        && segment.contains { turn.words[$0].info == turn.words[index].info }
    }
  }

  private func isPronoun(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    index < turn.words.count
      && cache.infos[Int(turn.words[index].info)].best.grammemes.contains(.pronominal)
  }

  /// Whether it is a noun and nobody's name.
  private func isThing(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let best = cache.infos[Int(turn.words[index].info)].best
    return best.partOfSpeech == .noun
      && best.grammemes.isDisjoint(with: [.firstName, .patronymic, .surname])
  }

  private func isPredicate(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let found = cache.infos[Int(turn.words[index].info)].readings.prefix(2)
    // «минут через двадцать» is a noun.
    return found.prefix(found.first?.partOfSpeech == .noun ? 1 : 2).contains {
      [.verb, .shortAdjective, .shortParticiple, .predicative].contains($0.partOfSpeech)
    }
  }

  private func isSubject(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    cache.infos[Int(turn.words[index].info)].readings.contains {
      [.noun, .pronoun].contains($0.partOfSpeech) && $0.grammemes.contains(.nominative)
    }
  }

  /// Whether it says without a verb where something is: «там кнопка справа».
  private func tellsOfPlace(_ clause: Range<Int>, _ cache: borrowing WordCache) -> Bool {
    let first = cache.infos[Int(turn.words[clause.lowerBound].info)].best
    return first.partOfSpeech == .adverb
      && clause.contains { index in
        isSubject(index, cache)
          && !cache.infos[Int(turn.words[index].info)].readings.contains {
            $0.grammemes.contains(.accusative)
          }
      }
  }

  /// Whether it may say so, and may be no more than a part: «тут контакт в щитке», «адрес там».
  private func mayTellOfPlace(_ clause: Range<Int>, _ cache: borrowing WordCache) -> Bool {
    [clause.first, clause.last].contains { index in
      index.map { cache.infos[Int(turn.words[$0].info)].best.partOfSpeech == .adverb } ?? false
    }
      && clause.contains { index in
        isSubject(index, cache)
          && (index == clause.lowerBound || !isPreposition(index - 1, cache))
      }
  }

  /// A pronoun that can only be the subject: «я», «мы».
  private func isWho(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let best = cache.infos[Int(turn.words[index].info)].best
    return best.partOfSpeech == .pronoun && best.grammemes.contains(.nominative)
      && !best.grammemes.isDisjoint(with: .persons)
  }

  private func isPreposition(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    cache.infos[Int(turn.words[index].info)].best.partOfSpeech == .preposition
  }

  private func isObject(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let nouns = cache.infos[Int(turn.words[index].info)].readings.filter {
      $0.partOfSpeech == .noun
    }
    return nouns.contains { $0.grammemes.contains(.accusative) }
      && !nouns.contains { $0.grammemes.contains(.nominative) }
  }

  /// What stands apart from the sentence: «да», «хорошо», a name that is called.
  private func isAside(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let found = cache.infos[Int(turn.words[index].info)].readings.prefix(3)
    return found.contains {
      [.interjection, .particle, .predicative].contains($0.partOfSpeech)
        || $0.grammemes.contains(.parenthetical)
        || !$0.grammemes.isDisjoint(with: [.firstName, .patronymic])
    }
  }

  /// Whether a word is of a list.
  private func isIn(_ list: Int32?, _ index: Int, _ cache: borrowing WordCache) -> Bool {
    guard let list, index < turn.words.count else { return false }
    return compiled.bank.matches(list, in: turn, limits: index..<index + 1, cache: cache)
  }

  /// Whether one phrase of a list takes all of a stretch.
  private func covers(_ list: Int32?, _ words: Range<Int>, _ cache: borrowing WordCache) -> Bool {
    list.map { compiled.bank.fits($0, around: words, in: turn, cache: cache) } ?? false
  }
}
