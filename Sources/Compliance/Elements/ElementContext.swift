import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

/// A stretch of words of one turn.
struct Stretch: Sendable, Hashable {
  var turn: Int
  var words: Range<Int>
}

/// What the detectors of elements look at: one call with every match in it. An object, so that it is
/// handed on without copying what it holds.
final class ElementContext {
  /// A client who says no more than this has hardly told what they call about.
  private static let shortestRequest = 3
  let compiled: CompiledStandard
  let call: AnalyzedCall
  let operatorTurns: [AnalyzedTurn]
  let matches: CallMatches
  let findings: [Finding]
  let cache: WordCache
  /// Where things stand in the call, for a standard that asks.
  let scene: CallScene?
  /// Where the operator says each element, by its phrases; more than one rule may tell.
  private(set) var said: [Element: [Stretch]] = [:]
  /// The same by turn.
  private var saidByTurn: [Int: [Element: [Stretch]]] = [:]
  /// Where the elements' cues match, by turn: they are asked for dozens of times in every turn.
  private var cues: [[CueMatch]] = []
  /// Where the operator says the standard's company names, by turn.
  private var companies: [Int: [Range<Int>]] = [:]

  init(
    compiled: CompiledStandard, call: AnalyzedCall, matches: CallMatches, findings: [Finding],
    cache: WordCache, scene: CallScene?
  ) {
    self.scene = scene
    self.compiled = compiled
    self.call = call
    operatorTurns = call.turns.filter { $0.speaker == .operator }
    self.matches = matches
    self.findings = findings
    self.cache = cache
    cues = cueMatches()
    for element in compiled.elements {
      said[element.rule.element, default: []] += self.matches(of: element)
    }
    for (element, stretches) in said {
      for stretch in stretches {
        saidByTurn[stretch.turn, default: [:]][element, default: []].append(stretch)
      }
    }
    let names = compiled.companyNames
    guard !names.isEmpty else { return }
    var listed: [Int: [Range<Int>]] = [:]
    for located in matches.matches(of: names.set) {
      listed[located.turn, default: []].append(located.match.range)
    }
    for turn in operatorTurns {
      companies[turn.index] = names.matches(
        in: turn, listed: listed[turn.index] ?? [], cache: cache)
    }
  }

  /// Where the operator says the standard's company names in a turn.
  func companies(in turn: AnalyzedTurn) -> [Range<Int>] { companies[turn.index] ?? [] }

  func info(_ word: AnalyzedWord) -> WordInfo { cache.infos[Int(word.info)] }

  func info(_ word: Int, in turn: AnalyzedTurn) -> WordInfo { info(turn.words[word]) }

  /// Where the operator says an element, by its phrases.
  func said(_ elements: Set<Element>, in turn: AnalyzedTurn) -> [Stretch] {
    guard let said = saidByTurn[turn.index] else { return [] }
    return elements.flatMap { said[$0] ?? [] }
  }

  /// Matches of the element's phrases in the operator's turns whose circumstances hold.
  private func matches(of element: CompiledElement) -> [Stretch] {
    matches.matches(of: element.set).compactMap { located in
      let turn = call.turns[located.turn]
      guard turn.speaker == .operator,
        element.circumstances[located.phrase].hold(
          for: located.match, in: turn, previous: call.previous(of: turn), bank: compiled.bank,
          cache: cache),
        !isBarred(located.match.range, in: turn, of: element.rule.element),
        // Where the call does not tell, it was said.
        compiled.certainty(element.circumstances[located.phrase], of: located, in: scene) != .no
      else { return nil }
      return Stretch(turn: located.turn, words: located.match.range)
    }
  }

  /// Whether words that would say an element do not: the client turns it down, or a cue bars them.
  func isBarred(_ words: Range<Int>, in turn: AnalyzedTurn, of element: Element) -> Bool {
    isDeclined(turn.index, of: element)
      || cue(.barred, of: element, in: turn).contains { $0.overlaps(words) }
  }

  /// Whether the client turns down at once what the operator offers in a turn: «могу перевести» —
  /// «уточните сами», «запишу вас на четверг» — «я ещё не решила».
  func isDeclined(_ turn: Int, of element: Element) -> Bool {
    guard turn + 1 < call.turns.count, call.turns[turn].speaker == .operator,
      call.turns[turn + 1].speaker == .client
    else { return false }
    return !cue(.declined, of: element, in: call.turns[turn + 1]).isEmpty
  }

  /// Matches of phrases that have no circumstances, in one speaker's turns.
  func matches(of set: PhraseSet, by speaker: Speaker) -> [Stretch] {
    matches.matches(of: set).compactMap { located in
      call.turns[located.turn].speaker == speaker
        ? Stretch(turn: located.turn, words: located.match.range) : nil
    }
  }

  /// A match of an element's cue.
  private struct CueMatch {
    var element: Element
    var name: ElementCue
    var words: Range<Int>
  }

  private func cueMatches() -> [[CueMatch]] {
    var result: [[CueMatch]] = Array(repeating: [], count: call.turns.count)
    for rule in compiled.elements {
      for (name, cue) in rule.cues {
        for located in matches.matches(of: cue.set) {
          result[located.turn].append(
            CueMatch(element: rule.rule.element, name: name, words: located.match.range))
        }
      }
    }
    return result
  }

  /// Matches of an element's cue in one turn.
  func cue(_ name: ElementCue, of element: Element, in turn: AnalyzedTurn) -> [Range<Int>] {
    // The employee's name is read like a turn, but is none of the call's.
    guard cues.indices.contains(turn.index) else { return [] }
    return cues[turn.index].compactMap {
      $0.name == name && $0.element == element ? $0.words : nil
    }
  }

  /// Whether a word names what a person is in the company.
  func isPosition(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    compiled.namedLists.positions.map {
      compiled.bank.matches($0, in: turn, limits: word..<word + 1, cache: cache)
    } ?? false
  }

  /// Words that a cue's phrases cover.
  func words(ofCue name: ElementCue, of element: Element) -> WordMarks {
    var result = WordMarks(call)
    for rule in compiled.elements(of: element) {
      guard let set = rule.cues[name]?.set else { continue }
      for located in matches.matches(of: set) {
        result.mark(located.match.range, of: located.turn)
      }
    }
    return result
  }

  /// Whether one of a cue's phrases with `_` fits around a stretch.
  func cue(
    _ name: ElementCue, of element: Element, fitsAround words: Range<Int>, in turn: AnalyzedTurn
  ) -> Bool {
    compiled.elements(of: element).contains { rule in
      rule.cues[name]?.around.contains {
        compiled.bank.fits($0, around: words, in: turn, cache: cache)
      } == true
    }
  }

  /// Whether the client's turn before this one holds one of a cue's phrases.
  func clientBefore(_ turn: AnalyzedTurn, says name: ElementCue, of element: Element) -> Bool {
    guard turn.index > 0, let previous = call.previous(of: turn) else { return false }
    return !cue(name, of: element, in: previous).isEmpty
  }

  /// Whether another voice presents itself in a turn: the call has been put through. Right after the
  /// first turn only where that one told who answers and the client did not ask.
  func isAnotherVoice(_ turn: AnalyzedTurn, by element: Element) -> Bool {
    guard turn.speaker == .operator, turn.ordinal > 0,
      !cue(.presentsAgain, of: element, in: turn).isEmpty
    else { return false }
    if turn.ordinal > 1 { return true }
    guard let first = operatorTurns.first,
      !clientBefore(turn, says: .clientAsks, of: .operatorName),
      !clientBefore(turn, says: .clientAsks, of: .company),
      let previous = call.previous(of: turn),
      previous.speaker == .client, previous.words.count > Self.shortestRequest
    else { return false }
    return !said([.company, .department, .offerHelp, .position], in: first).isEmpty
      || !companies(in: first).isEmpty || first.words.indices.contains { first.isQuoted($0) }
  }

  /// By who calls, a name at the end of a turn that the client says yes to: «это наталья борисовна»
  /// — «да»; with a surname for the patronymic, that also asks who calls: «да, а кто это».
  func isConfirmed(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    guard call.call.direction == .outgoing, turn.ordinal <= 1, isLast(group, in: turn),
      let next = call.turns.dropFirst(turn.index + 1).first, next.speaker == .client
    else { return false }
    return !cue(.clientConfirms, of: .operatorName, in: next).isEmpty
      && (group.parts.contains(.patronymic)
        || group.isFull && !cue(.clientAsks, of: .operatorName, in: next).isEmpty)
  }

  /// Whether a name ends a turn, or is asked with a particle behind it: «Айдын Ооржакович, да?»
  private func isLast(_ group: NameGroup, in turn: AnalyzedTurn) -> Bool {
    let rest = group.words.upperBound..<turn.words.count
    return rest.isEmpty
      || rest.count == 1
        && info(rest.lowerBound, in: turn).readings.contains { $0.partOfSpeech == .particle }
  }

  /// Whether a sentence ends between two neighbouring words of a range.
  func hasSentenceEnd(inside words: Range<Int>, of turn: AnalyzedTurn) -> Bool {
    words.dropFirst().contains { turn.words[$0].before.contains(.sentenceEnd) }
  }
}

/// Some words of a call.
struct WordMarks: Sendable {
  /// Where each turn's words begin among those of the call.
  private var starts: [Int] = []
  private var marks: [Bool]

  init(_ call: AnalyzedCall) {
    var count = 0
    starts.reserveCapacity(call.turns.count)
    for turn in call.turns {
      starts.append(count)
      count += turn.words.count
    }
    marks = Array(repeating: false, count: count)
  }

  mutating func mark(_ words: Range<Int>, of turn: Int) {
    for word in words { marks[starts[turn] + word] = true }
  }

  func contains(_ word: Int, of turn: AnalyzedTurn) -> Bool { marks[starts[turn.index] + word] }
}

extension AnalyzedTurn {
  /// Whether a word has a capital letter or a quotation mark that its place does not account for:
  /// «Интернет-магазин „Лукошко“».
  func isName(_ word: Int, info: WordInfo) -> Bool {
    guard word > 0, isPunctuated else { return false }
    let before = words[word].before
    let mayOpen: Punctuation = [.sentenceEnd, .ellipsis, .colon, .dash]
    return before.isDisjoint(with: mayOpen) && isCapitalized(word, info: info)
  }

  /// Whether a quotation mark opens right before a word.
  func isQuoted(_ word: Int) -> Bool {
    let start = Int(text.tokens[Int(words[word].token)].start)
    return words[word].before.contains(.quote) && start > 0
      && ![UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t")].contains(
        text.bytes[start - 1])
  }

  /// Whether a word stands inside quotation marks that open before it: «Тёплый пол».
  func isInQuotation(_ word: Int) -> Bool {
    var first = word
    let earliest = max(0, word - Self.longestContext)
    while !isQuoted(first) {
      first -= 1
      // A mark behind a word closes what was open.
      guard first >= earliest, !words[first].after.contains(.quote) || isQuoted(first + 1) else {
        return false
      }
    }
    return true
  }

  /// Whether a word is written with a capital letter.
  func isCapitalized(_ word: Int, info: WordInfo) -> Bool {
    let token = text.tokens[Int(words[word].token)]
    let written = text.bytes[Int(token.start)..<Int(token.end)]
    guard Folding.isPlain(written) else { return Folding.isCapitalized(written) }
    let first = text.bytes[Int(token.start)]
    let folded = info.folded.first ?? first
    if first != folded { return true }
    let next = Int(token.start) + 1
    return next < Int(token.end) && info.folded.count > 1 && text.bytes[next] != info.folded[1]
  }
}
