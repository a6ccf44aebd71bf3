import RussianMorphology
import ServiceStandards
import Transcripts

/// Finds where the operator names the company that calls or answers.
struct CompanyDetector {
  let context: ElementContext
  let names: NameDetector
  private static let longestName = 5
  private static let others = Set(Element.allCases).subtracting([.company])

  /// Under a standard with names of its own, one of them; otherwise what is left of the
  /// presentation when everything else in it is accounted for. Phrases come on top of that.
  var company: Stretch? {
    let ownNames = context.compiled.companyNames
    guard ownNames.isEmpty else {
      for turn in context.operatorTurns {
        for words in context.companies(in: turn)
        where isOfOneWhoSpeaks(words, in: turn) {
          return Stretch(turn: turn.index, words: words)
        }
      }
      return nil
    }
    return anyOrganisation
  }

  private func isOfOneWhoSpeaks(_ words: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    if context.cue(.own, of: .company, fitsAround: words, in: turn) { return true }
    if context.cue(.foreign, of: .company, fitsAround: words, in: turn) { return false }
    return turn.ordinal <= 1 || context.clientBefore(turn, says: .clientAsks, of: .company)
  }

  // MARK: Any organisation

  /// «Вектор Телеком, здравствуйте, Анна»: nouns of the presentation that are neither greeting nor
  /// person nor unit nor offer, between such ones.
  var anyOrganisation: Stretch? {
    for turn in context.operatorTurns.prefix(2) {
      let asked = context.clientBefore(turn, says: .clientAsks, of: .company)
      guard turn.ordinal == 0 || asked else { continue }
      if let quoted = quoted(in: turn) { return Stretch(turn: turn.index, words: quoted) }
      let known = accountedFor(in: turn)
      guard asked || known.contains(true) else { continue }
      var start = 0
      while start < turn.words.count {
        guard !known[start], canBeInName(start, in: turn) else {
          start += 1
          continue
        }
        var end = start + 1
        while end < turn.words.count, !known[end],
          canBeInName(end, in: turn) || joinsNames(end, known, in: turn),
          !turn.words[end].before.contains(.sentenceEnd)
        { end += 1 }
        if end - start <= Self.longestName, isBounded(start..<end, known, in: turn),
          isName(start..<end, in: turn)
        {
          return Stretch(turn: turn.index, words: start..<end)
        }
        start = end
      }
    }
    return nil
  }

  /// Words in quotation marks that are not said of another company.
  private func quoted(in turn: AnalyzedTurn) -> Range<Int>? {
    var start: Int?
    for index in turn.words.indices {
      if start == nil, turn.words[index].before.contains(.quote) { start = index }
      guard let first = start, turn.words[index].after.contains(.quote) else { continue }
      let words = first..<index + 1
      if words.count <= Self.longestName,
        !context.cue(.foreign, of: .company, fitsAround: words, in: turn)
          || context.cue(.own, of: .company, fitsAround: words, in: turn)
      {
        return words
      }
      start = nil
    }
    return nil
  }

  /// Which words of a turn belong to another element or to the formulas around it.
  private func accountedFor(in turn: AnalyzedTurn) -> [Bool] {
    var known = [Bool](repeating: false, count: turn.words.count)
    func mark(_ words: Range<Int>) { for word in words { known[word] = true } }
    for stretch in context.said(Self.others, in: turn) { mark(stretch.words) }
    // «Специалист первой категории»: nor is what tells of a position.
    for stretch in context.said([.position], in: turn) {
      mark(context.position(stretch.words, in: turn))
    }
    for cue in [ElementCue.ownBeforeAny, .ownBefore, .ownAfter, .ownAfterWeak] {
      for words in context.cue(cue, of: .operatorName, in: turn) { mark(words) }
    }
    for words in context.cue(.frame, of: .company, in: turn) { mark(words) }
    let people = names.own + names.mentioned.filter { $0.isNominative && $0.isSure }
    for group in people where group.turn == turn.index { mark(group.words) }
    return known
  }

  private func canBeInName(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    let info = context.info(word, in: turn)
    switch info.best.partOfSpeech {
    case .noun:
      return info.readings.contains { $0.grammemes.contains(.nominative) } || isUnknown(info)
    case .adjective, .number: return true
    case .unknown, .latin: return true
    default: return isUnknown(info) && info.folded.count > 6
    }
  }

  /// «Рога и копыта».
  private func joinsNames(_ word: Int, _ known: [Bool], in turn: AnalyzedTurn) -> Bool {
    word + 1 < turn.words.count && !known[word + 1] && canBeInName(word + 1, in: turn)
      && context.info(word, in: turn).folded.elementsEqual("и".utf8)
  }

  private func isUnknown(_ info: WordInfo) -> Bool { info.best.source != .dictionary }

  /// Known words, punctuation or the turn's ends on both sides.
  private func isBounded(_ words: Range<Int>, _ known: [Bool], in turn: AnalyzedTurn) -> Bool {
    let signs: Punctuation = [.sentenceEnd, .comma, .dash]
    let opens =
      words.lowerBound == 0 || known[words.lowerBound - 1]
      || !turn.words[words.lowerBound].before.isDisjoint(with: signs)
    let closes =
      words.upperBound == turn.words.count || known[words.upperBound]
      || !turn.words[words.upperBound - 1].after.isDisjoint(with: signs)
    return opens && closes && (words.lowerBound == 0 || words.lowerBound < 8)
  }

  private func isName(_ words: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    let barred = context.cue(.never, of: .company, in: turn)
    guard !barred.contains(where: { $0.overlaps(words) }) else { return false }
    let infos = words.map { context.info($0, in: turn) }
    guard
      infos.contains(where: {
        $0.best.partOfSpeech != .adjective && $0.best.partOfSpeech != .number
      })
    else { return false }
    if !turn.isPunctuated { return true }
    let first = words.lowerBound
    return turn.isCapitalized(first, info: infos[0])
      || turn.words[first].before.contains(.quote) || infos.contains(where: isUnknown)
  }
}
