import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

/// The words shown as the proof of an element: whole phrases, none of a neighbour's, and both marks of
/// a quotation.
extension ElementContext {
  /// How many words a firm's name goes on for after its opening mark.
  private static let longestQuotation = 6
  /// Thanks that tell what for have so many words.
  private static let shortestThanks = 3
  /// A question is shown to its end where no more words are left.
  private static let longestRest = 3
  private static let closings: Set<Element> = [.thanks, .farewell, .inviteAgain]

  /// An element as present, with the words that prove it.
  func result(_ element: Element, present stretch: Stretch) -> ElementResult {
    let turn = call.turns[stretch.turn]
    let words = whole(stretch.words, of: element, in: turn)
    let bytes = turn.bytesWithMarks(words)
    let range = turn.text.scalarRange(bytes)
    return ElementResult(
      element: element, status: .present, turn: stretch.turn,
      range: ScalarRange(range.lowerBound, range.upperBound),
      quote: String(decoding: turn.text.bytes[bytes], as: UTF8.self))
  }

  private func whole(_ words: Range<Int>, of element: Element, in turn: AnalyzedTurn) -> Range<Int>
  {
    var words = words
    switch element {
    case .company: words = firm(words, in: turn)
    case .position: words = position(words, in: turn)
    case .convenience: words = question(words, in: turn)
    default: if Self.closings.contains(element) { words = closing(words, of: element, in: turn) }
    }
    return turn.withClosedQuotation(
      withObject(words, in: turn), longest: Self.longestQuotation)
  }

  /// «Магазин „Лилия“», not «Магазин „Лилия“, Роза»; «стоматология улыбка» before «регистратура».
  func firm(_ words: Range<Int>, in turn: AnalyzedTurn) -> Range<Int> {
    if let open = words.first(where: turn.isQuoted),
      let close = (open..<words.upperBound).first(where: turn.closesQuotation),
      close + 1 < words.upperBound, turn.words[close + 1].before.contains(.comma)
    {
      return words.lowerBound..<close + 1
    }
    let next = said([.department, .position, .greeting, .offerHelp, .convenience], in: turn)
      .map(\.words.lowerBound).filter { words.contains($0) && $0 > words.lowerBound + 1 }.min()
    guard let next else { return words }
    switch info(next - 1, in: turn).best.partOfSpeech {
    case .noun, .unknown, .latin, .number: return words.lowerBound..<next
    default: return words
    }
  }

  /// «Банковский консультант», «инженер приёмки», «специалист первой категории».
  func position(_ words: Range<Int>, in turn: AnalyzedTurn) -> Range<Int> {
    var others = said([.department, .greeting, .offerHelp], in: turn).map(\.words)
    let near = words.lowerBound - 1..<words.upperBound + 3
    others += said([.company], in: turn).filter { $0.words.overlaps(near) }
      .map { firm($0.words, in: turn) }
    others += companies(in: turn)
    func has(_ word: Int, _ partOfSpeech: PartOfSpeech, _ grammemes: Grammemes) -> Bool {
      guard turn.words.indices.contains(word), !others.contains(where: { $0.contains(word) })
      else { return false }
      let info = info(word, in: turn)
      return info.best.source == .dictionary && info.best.partOfSpeech == partOfSpeech
        && (info.nameWord == nil || turn.isPunctuated && !turn.isCapitalized(word, info: info))
        && info.readings.contains {
          $0.partOfSpeech == partOfSpeech && $0.grammemes.isSuperset(of: grammemes)
        }
    }
    func isJoined(_ word: Int) -> Bool {
      word < turn.words.count && turn.words[word].before.isEmpty
    }
    var start = words.lowerBound
    if isJoined(start), has(start - 1, .adjective, [.nominative, .singular]) { start -= 1 }
    let end = words.upperBound
    guard isJoined(end) else { return start..<end }
    if has(end, .noun, .genitive) || isPosition(end, in: turn) { return start..<end + 1 }
    let isPhrase =
      has(end, .adjective, .genitive) && isJoined(end + 1) && has(end + 1, .noun, .genitive)
    return start..<(isPhrase ? end + 2 : end)
  }

  /// «Спасибо за обращение», not «спасибо за обращение, до свидания»: what is another closing's goes to
  /// it, where enough is left.
  private func closing(_ words: Range<Int>, of element: Element, in turn: AnalyzedTurn)
    -> Range<Int>
  {
    var words = words
    let cut = said(Self.closings.subtracting([element]), in: turn).map(\.words)
      .filter { $0.upperBound >= words.upperBound }.map(\.lowerBound)
      .filter {
        words.contains($0) && $0 > words.lowerBound && turn.words[$0].before.contains(.comma)
      }.min()
    if let cut, element != .thanks || tellsWhy(words.lowerBound..<cut, in: turn) {
      words = words.lowerBound..<cut
    }
    guard element == .farewell else { return words }
    // «Ждём вас снова, всего доброго»: of two readings of a farewell the one behind the comma.
    let shorter = said([element], in: turn).map(\.words).filter {
      $0.upperBound == words.upperBound && $0.lowerBound > words.lowerBound
        && turn.words[$0.lowerBound].before.contains(.comma)
    }
    return (shorter.map(\.lowerBound).max() ?? words.lowerBound)..<words.upperBound
  }

  /// «Спасибо за звонок», «спасибо, что позвонили»: thanks without what they are for need the farewell
  /// beside them.
  private func tellsWhy(_ words: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    let comma = words.dropFirst().first { turn.words[$0].before.contains(.comma) }
    guard let comma else { return words.count >= Self.shortestThanks }
    return comma - words.lowerBound >= Self.shortestThanks
      || [.conjunction, .pronoun].contains(info(comma, in: turn).best.partOfSpeech)
  }

  /// «Вам удобно разговаривать», «не могли бы уделить мне пару минут»: with whom it is asked, and to the
  /// near end of the clause.
  private func question(_ words: Range<Int>, in turn: AnalyzedTurn) -> Range<Int> {
    var start = words.lowerBound
    while start > 0, words.lowerBound - start < 2, turn.words[start].before.isEmpty,
      [.pronoun, .particle].contains(info(start - 1, in: turn).best.partOfSpeech)
    { start -= 1 }
    let end = (words.upperBound..<turn.words.count).first { !turn.words[$0].before.isEmpty }
    let rest = (end ?? turn.words.count) - words.upperBound
    return start..<words.upperBound + (rest <= Self.longestRest ? rest : 0)
  }

  /// «Вопросы ко мне», «завтра до обеда», «до десяти утра»: a preposition with what it governs.
  private func withObject(_ words: Range<Int>, in turn: AnalyzedTurn) -> Range<Int> {
    let next = words.upperBound
    func isJoined(_ word: Int) -> Bool {
      word < turn.words.count && turn.words[word].before.isEmpty
    }
    guard info(next - 1, in: turn).best.partOfSpeech == .preposition, isJoined(next) else {
      return words
    }
    switch info(next, in: turn).best.partOfSpeech {
    case .adjective, .numeral, .number:
      let isWhole =
        isJoined(next + 1) && info(next + 1, in: turn).best.partOfSpeech == .noun
      return words.lowerBound..<next + (isWhole ? 2 : 1)
    default: return words.lowerBound..<next + 1
    }
  }
}

extension AnalyzedTurn {
  private static let marks: [(opening: [UInt8], closing: [UInt8])] = [
    ("«", "»"), ("„", "“"), ("“", "”"), ("\"", "\""),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Whether a quotation mark closes right behind a word.
  func closesQuotation(_ word: Int) -> Bool {
    guard words[word].after.contains(.quote) else { return false }
    let rest = text.bytes[byteRange(word..<word + 1).upperBound...]
    return Self.marks.contains { rest.starts(with: $0.closing) }
  }

  /// Words up to the mark that closes the quotation they open: «фирма „Лев и партнёры“».
  fileprivate func withClosedQuotation(_ words: Range<Int>, longest: Int) -> Range<Int> {
    guard let open = words.last(where: isQuoted),
      !(open..<words.upperBound).contains(where: closesQuotation)
    else { return words }
    let limit = min(open + longest, self.words.count)
    guard
      let close = (words.upperBound..<max(limit, words.upperBound)).first(where: closesQuotation),
      !(words.upperBound...close).contains(where: { self.words[$0].before.contains(.sentenceEnd) })
    else { return words }
    return words.lowerBound..<close + 1
  }

  /// The bytes of some words, with the second mark of a quotation that begins or ends inside them.
  fileprivate func bytesWithMarks(_ words: Range<Int>) -> Range<Int> {
    var bytes = byteRange(words)
    guard words.contains(where: { isQuoted($0) || closesQuotation($0) }) else { return bytes }
    for (opening, closing) in Self.marks {
      let opens = text.bytes[bytes].indices.contains { text.bytes[$0...].starts(with: opening) }
      let closes = text.bytes[bytes].indices.contains { text.bytes[$0...].starts(with: closing) }
      if opens, !closes || opening == closing,
        text.bytes[bytes.upperBound...].starts(with: closing)
      {
        bytes = bytes.lowerBound..<bytes.upperBound + closing.count
      } else if closes, !opens, bytes.lowerBound >= opening.count,
        text.bytes[(bytes.lowerBound - opening.count)...].starts(with: opening)
      {
        bytes = bytes.lowerBound - opening.count..<bytes.upperBound
      }
    }
    return bytes
  }
}
