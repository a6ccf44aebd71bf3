import RussianMorphology
import ServiceStandards
import Transcripts

/// Finds the seventeen elements: each present with the words that prove it, or absent, or not
/// applicable, with the reason.
struct ElementDetector {
  let context: ElementContext
  private let names: NameDetector
  private let heard: HeardElements?
  /// How many of the client's last turns tell whether they are content.
  private static let closingTurns = 3

  init(
    compiled: CompiledStandard, call: AnalyzedCall, matches: CallMatches, findings: [Finding],
    scene: CallScene?, model: SpeechModel?, cache: borrowing WordCache
  ) {
    heard = model.map { HeardElements(model: $0, call: call, cache: cache) }
    context = ElementContext(
      compiled: compiled, call: call, matches: matches, findings: findings, cache: copy cache,
      scene: scene)
    names = NameDetector(context: context)
  }

  /// All seventeen, each once.
  func detect() -> [ElementResult] {
    Element.allCases.map { element in
      switch element {
      case .operatorName: decided(element, said: names.operatorName)
      case .operatorFullName: decided(element, said: names.operatorFullName)
      case .politeAddress: decided(element, said: names.politeAddress)
      case .company:
        decided(element, said: CompanyDetector(context: context, names: names).company)
      default: decided(element, said: nil)
      }
    }
  }

  /// The client's name as the client gave it; nil where none did.
  var clientIntroduction: String? {
    names.clientIntroduction.map { context.call.turns[$0.turn].quote($0.words) }
  }

  /// The status of an element; `found` is what a detector of the language found of it.
  private func decided(_ element: Element, said found: Stretch?) -> ElementResult {
    let rules = context.compiled.elements(of: element)
    // Company names of the standard take the place of the phrases.
    let usesPhrases = element != .company || context.compiled.companyNames.isEmpty
    var said = found
    if usesPhrases {
      for stretch in context.said[element] ?? [] { said = Self.earlier(said, stretch) }
    }
    var doubted: Stretch?
    if let hearing = rules.compactMap(\.rule.heard).last, let heard {
      let byPhrases = said
      said = heardToBeSaid(element, said, by: hearing, heard)
      if said == nil { doubted = byPhrases }
    }
    // A standard's own rule adds phrases; the last one that says more decides the rest.
    let telling = rules.last { $0.rule.applies != nil || $0.rule.missing != nil }
    guard let rule = telling ?? rules.last else {
      return said.map { context.result(element, present: $0) }
        ?? ElementResult(element: element, status: .absent)
    }
    if let reason = reasonNotToApply(rule, isSaid: said != nil) {
      return ElementResult(element: element, status: .notApplicable, reason: reason)
    }
    if said == nil {
      let announcing = turnsThatAnnounce(for: rule)
      for stretch in context.matches(of: rule.setIfApplies, by: .operator)
      where announcing?.contains(stretch.turn) != false {
        said = Self.earlier(said, stretch)
      }
    }
    if let said { return context.result(element, present: said) }
    return absent(element, by: rules, deciding: rule, doubted: doubted)
  }

  /// Where the operator says an element, by phrases and by what the model hears.
  private func heardToBeSaid(
    _ element: Element, _ said: Stretch?, by hearing: Hearing, _ heard: HeardElements
  ) -> Stretch? {
    let found = heard.heard(
      hearing.what, suspects: context.said[element] ?? [],
      enough: said == nil ? hearing.sure : hearing.doubt)
    if said != nil {
      let isDoubted =
        (found?.probability ?? 0) < hearing.doubt && heard.mayDoubt(hearing.what)
      return isDoubted ? nil : said
    }
    guard let found, found.probability >= hearing.sure,
      !context.isBarred(
        found.stretch.words, in: context.call.turns[found.stretch.turn], of: element)
    else { return nil }
    return found.stretch
  }

  /// The operator's last two turns before each silence, where a silence alone makes the element
  /// apply: «ждите» said elsewhere does not announce it. Nil where any turn will do.
  private func turnsThatAnnounce(for rule: CompiledElement) -> Set<Int>? {
    guard let seconds = rule.rule.applies?.silence,
      !isHeard(rule.appliesByClient, by: .client, for: rule),
      !isHeard(rule.appliesByOperator, by: .operator, for: rule)
    else { return nil }
    let turns = context.operatorTurns.map(\.index)
    var result: Set<Int> = []
    for turn in OperatorSilence.turns(before: seconds, in: context.call.call) {
      result.insert(turn)
      if let previous = turns.last(where: { $0 < turn }) { result.insert(previous) }
    }
    return result
  }

  /// Which stands first; of two that begin together the longer, which tells more: «отделение Коломна».
  private static func earlier(_ one: Stretch?, _ other: Stretch) -> Stretch {
    guard let one else { return other }
    return (other.turn, other.words.lowerBound, -other.words.upperBound)
      < (one.turn, one.words.lowerBound, -one.words.upperBound) ? other : one
  }

  /// Why the element is not asked for in this call, or nil when it is.
  private func reasonNotToApply(_ rule: CompiledElement, isSaid: Bool) -> String? {
    guard let applies = rule.rule.applies else { return nil }
    if let direction = applies.direction {
      guard let actual = context.call.call.direction else {
        return isSaid ? nil : "направление звонка не указано"
      }
      if actual.rawValue != direction { return rule.rule.otherwise }
    }
    if isSaid, rule.rule.appliesWhenSaid { return nil }
    var conditions: [Bool] = []
    if !applies.clientSays.isEmpty {
      conditions.append(isHeard(rule.appliesByClient, by: .client, for: rule))
    }
    let isSaidByOperator =
      !applies.operatorSays.isEmpty
      && isHeard(rule.appliesByOperator, by: .operator, for: rule)
    if !applies.operatorSays.isEmpty { conditions.append(isSaidByOperator) }
    if !applies.findings.isEmpty {
      let cue = ElementCue.findingsWhenClientSays
      let counts =
        rule.rule.cues[cue] == nil
        || context.call.turns.contains {
          $0.speaker == .client && !context.cue(cue, of: rule.rule.element, in: $0).isEmpty
        }
      let settled = lastSettledTurn(for: rule.rule.element)
      conditions.append(
        counts
          && context.findings.contains {
            applies.findings.contains($0.category) && applies.findingsBy.includes($0.speaker)
              && $0.turn >= settled
          })
    }
    if let seconds = applies.silence {
      conditions.append(OperatorSilence.longest(in: context.call.call) > seconds)
    }
    // A voice that presents itself in mid-talk: the call has been put through.
    if rule.rule.cues[.presentsAgain] != nil {
      conditions.append(
        context.operatorTurns.contains {
          context.isAnotherVoice($0, by: rule.rule.element)
        })
    }
    guard !conditions.isEmpty else { return nil }
    return isHeardToApply(
      rule, saidByPhrases: conditions.contains(true), byOperator: isSaidByOperator)
      ? nil : rule.rule.otherwise
  }

  /// Whether the element is asked for, by its conditions and by what the model hears. An operator's own
  /// words («приношу извинения за сбой») are not doubted for what the client is not heard to say.
  private func isHeardToApply(_ rule: CompiledElement, saidByPhrases: Bool, byOperator: Bool)
    -> Bool
  {
    guard let heard, let hearing = rule.rule.appliesHeard else { return saidByPhrases }
    if byOperator, hearing.what.speaker == .client { return true }
    if saidByPhrases, !heard.mayDoubt(hearing.what) { return true }
    let bound = saidByPhrases ? hearing.doubt : hearing.sure
    let probability =
      switch hearing.what {
      case .open: heard.probabilityOfBeingLeftOpen()
      case .discontent, .nextContact:
        heard.heard(
          hearing.what, suspects: context.matches(of: rule.appliesByClient, by: .client),
          enough: bound
        )?.probability ?? 0
      }
    return probability >= bound
  }

  /// The last of the client's closing turns in which they are content: what was found before it has
  /// been settled since. -1 where they are not, or where discontent follows.
  private func lastSettledTurn(for element: Element) -> Int {
    let last = context.call.turns.filter { $0.speaker == .client }.suffix(Self.closingTurns)
    let settled = last.last { !context.cue(.clientSettled, of: element, in: $0).isEmpty }
    guard let settled,
      !last.contains(where: {
        $0.index >= settled.index
          && !context.cue(.findingsWhenClientSays, of: element, in: $0).isEmpty
      })
    else { return -1 }
    return settled.index
  }

  /// Whether a speaker says one of the phrases that make an element apply, outside its exceptions.
  private func isHeard(_ set: PhraseSet, by speaker: Speaker, for rule: CompiledElement) -> Bool {
    let said = context.matches(of: set, by: speaker).filter {
      !context.isDeclined($0.turn, of: rule.rule.element)
    }
    guard !said.isEmpty else { return false }
    let exceptions = context.matches(of: rule.exceptions, by: speaker)
    return said.contains { one in
      !exceptions.contains { $0.turn == one.turn && $0.words.overlaps(one.words) }
    }
  }

  /// An element that is not said: what was looked for, why, and what came nearest.
  private func absent(
    _ element: Element, by rules: [CompiledElement], deciding rule: CompiledElement,
    doubted: Stretch?
  ) -> ElementResult {
    var reason = rule.rule.missing ?? ""
    let complaint = discontent(for: rule)
    if let complaint {
      let quote = context.call.turns[complaint.turn].complaint(around: complaint.words)
      reason += "; клиент: «\(quote)»"
    }
    let candidate = NearestCandidates(context: context, names: names).candidate(
      for: element, by: rules, doubted: doubted, due: complaint?.turn ?? turnThatAsks(for: rule))
    if candidate == nil, element == .politeAddress, clientIntroduction == nil {
      reason += "; клиент не назвался, и имени у него не спросили"
    }
    return ElementResult(element, missing: reason, nearest: candidate, in: context.call)
  }

  /// The turn before or after which the element was due: the operator's before a silence, or one in
  /// which somebody says what makes it apply.
  private func turnThatAsks(for rule: CompiledElement) -> Int? {
    if let seconds = rule.rule.applies?.silence,
      let turn = OperatorSilence.turns(before: seconds, in: context.call.call).min()
    {
      return turn
    }
    let byClient = context.matches(of: rule.appliesByClient, by: .client).map(\.turn).min()
    // What the operator says of it, another voice that presents itself: the turn before that one.
    let byOperator = context.matches(of: rule.appliesByOperator, by: .operator).map(\.turn).min()
    let voice = context.operatorTurns.first { context.isAnotherVoice($0, by: rule.rule.element) }
    return [byClient, byOperator.map { $0 - 1 }, (voice?.index).map { $0 - 1 }]
      .compactMap { $0 }.min()
  }

  /// The client's words for which the element is due, where the model heard them.
  private func discontent(for rule: CompiledElement) -> Stretch? {
    guard let heard, let hearing = rule.rule.appliesHeard, hearing.what == .discontent
    else { return nil }
    let said = context.matches(of: rule.appliesByClient, by: .client)
    return heard.heard(.discontent, suspects: said, enough: 1)?.stretch
  }
}

extension AnalyzedTurn {
  /// More words of a complaint are no quote any more.
  private static let longestComplaint = 12

  /// The sentence around the middle of some words, which may begin in a greeting; of a long one the
  /// clause that they stand in and what follows.
  fileprivate func complaint(around found: Range<Int>) -> String {
    let sentence = sentence(around: found.lowerBound + found.count / 2)
    let found = found.clamped(to: sentence)
    guard sentence.count > Self.longestComplaint else { return quote(sentence) }
    let clause = (sentence.lowerBound...found.lowerBound).last {
      $0 == sentence.lowerBound || words[$0].before.contains(.comma)
    }
    let start = max(clause ?? found.lowerBound, found.lowerBound - Self.longestComplaint / 2)
    let end = min(start + Self.longestComplaint, sentence.upperBound)
    return (start > sentence.lowerBound ? "…" : "") + quote(start..<end)
      + (end < sentence.upperBound ? "…" : "")
  }
}
