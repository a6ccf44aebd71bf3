import RussianMorphology
import ServiceStandards
import Transcripts

/// What comes nearest to an element that is absent, and how it is told beside the reason: «ближе всего
/// «Инга» (реплика 1), но названо только имя».
struct NearestCandidate {
  var stretch: Stretch
  /// What introduces the words: «ближе всего», «разговор начат словами».
  var lead = Self.nearest
  /// Why they do not count: «названо только имя»; nil where the lead says all.
  var why: String?

  private static let nearest = "ближе всего"
}

/// Looks for the nearest candidate of an absent element: a name that is not whole, the element's own
/// words where they mean something else, words known to come near, or at least what was said where the
/// element was looked for.
struct NearestCandidates {
  let context: ElementContext
  let names: NameDetector

  /// - Parameters:
  ///   - rules: all that tell of the element, the deciding one last.
  ///   - doubted: words that phrases take for it and the model of elements does not.
  ///   - due: the turn that makes the element due, where one does: the operator's before a silence, the
  ///     client's complaint, another voice.
  func candidate(
    for element: Element, by rules: [CompiledElement], doubted: Stretch?, due: Int?
  ) -> NearestCandidate? {
    named(element) ?? near(rules) ?? doubted.map(notHeard) ?? refused(element, rules)
      ?? expected(rules.compactMap(\.rule.expected).last, due: due)
  }

  // MARK: Names

  private func named(_ element: Element) -> NearestCandidate? {
    switch element {
    case .operatorFullName: partOfName
    case .operatorName: anothersName
    case .politeAddress: otherThanAddress ?? clientsOwnWords
    case .company: anotherCompany
    default: nil
    }
  }

  private var partOfName: NearestCandidate? {
    guard let group = names.own.max(by: { $0.parts.count < $1.parts.count }) else { return nil }
    let why: String? =
      switch group.parts {
      case .first: "названо только имя"
      case .surname: "названа только фамилия"
      case .patronymic: "названо только отчество"
      default: nil
      }
    return NearestCandidate(stretch: group.stretch, why: why)
  }

  /// A name in the operator's first turns that is not their own.
  private var anothersName: NearestCandidate? {
    let opening = Set(context.operatorTurns.prefix(2).map(\.index))
    guard let group = names.mentioned.first(where: { opening.contains($0.turn) && $0.isSure })
    else { return nil }
    return NearestCandidate(
      stretch: group.stretch,
      why: names.isClients(group) || group.stretch == names.politeAddress
        ? "так зовут клиента" : "не сказано, что так зовут сотрудника")
  }

  private var otherThanAddress: NearestCandidate? {
    let own = names.own
    let group = names.mentioned.first { group in
      names.isClients(group)
        && !own.contains { $0.turn == group.turn && $0.words.overlaps(group.words) }
    }
    return group.map { NearestCandidate(stretch: $0.stretch, why: "сказано не как обращение") }
  }

  /// Where the client gave the name by which they were never called.
  private var clientsOwnWords: NearestCandidate? {
    names.clientIntroduction.map { NearestCandidate(stretch: $0, lead: "клиент назвался") }
  }

  /// A name of a company that is not one of the standard's.
  private var anotherCompany: NearestCandidate? {
    guard !context.compiled.companyNames.isEmpty else { return nil }
    let detector = CompanyDetector(context: context, names: names)
    let opening = Set(context.operatorTurns.prefix(2).map(\.index))
    let said = (context.said[.company] ?? []).first { opening.contains($0.turn) }
    guard let stretch = said ?? detector.anyOrganisation else { return nil }
    return NearestCandidate(stretch: stretch, why: "такого названия компании в стандарте нет")
  }

  // MARK: Words

  private func notHeard(_ stretch: Stretch) -> NearestCandidate {
    NearestCandidate(stretch: stretch, why: "по смыслу разговора это не оно")
  }

  /// The element's own words where something keeps them from counting.
  private func refused(_ element: Element, _ rules: [CompiledElement]) -> NearestCandidate? {
    let closes = rules.contains { $0.rule.expected == .closing }
    // Of words with which calls end, those of the first half tell nothing.
    let first = closes ? context.call.turns.count / 2 : 0
    var result: NearestCandidate?
    for rule in rules {
      for located in context.matches.matches(of: rule.set)
      where located.turn >= first && context.call.turns[located.turn].speaker == .operator {
        let stretch = around(Stretch(turn: located.turn, words: located.match.range))
        guard result.map({ Self.goes(stretch, before: $0.stretch) != closes }) ?? true
        else { continue }
        result = NearestCandidate(
          stretch: stretch, why: whyRefused(located, element, rule))
      }
      for located in context.matches.matches(of: rule.setIfApplies)
      where result == nil && context.call.turns[located.turn].speaker == .operator {
        result = NearestCandidate(
          stretch: Stretch(turn: located.turn, words: located.match.range),
          why: "сказано в другом месте разговора")
      }
    }
    return result
  }

  private func whyRefused(
    _ located: LocatedMatch, _ element: Element, _ rule: CompiledElement
  ) -> String {
    let turn = context.call.turns[located.turn]
    if context.isDeclined(located.turn, of: element) { return "клиент отказался" }
    let circumstances = rule.circumstances[located.phrase]
    if !circumstances.allow(ordinal: turn.ordinal)
      || context.compiled.certainty(circumstances, of: located, in: context.scene) == .no
    {
      return Self.ofOneself.contains(element)
        ? "сказано не при представлении" : "сказано не в том месте разговора"
    }
    return "здесь это сказано о другом"
  }

  /// What an employee says of himself, wherever in the call; elsewhere the same words are of others.
  private static let ofOneself: Set<Element> = [
    .company, .department, .position, .operatorName, .operatorFullName,
  ]

  private static func goes(_ one: Stretch, before other: Stretch) -> Bool {
    (one.turn, one.words.lowerBound) < (other.turn, other.words.lowerBound)
  }

  private func near(_ rules: [CompiledElement]) -> NearestCandidate? {
    for rule in rules.reversed() {
      let closes = rules.contains { $0.rule.expected == .closing }
      for (set, wording) in zip(rule.near, rule.rule.near) {
        let said = context.matches(of: set, by: .operator)
        guard let stretch = closes ? said.max(by: Self.goes) : said.min(by: Self.goes) else {
          continue
        }
        return NearestCandidate(stretch: around(stretch), why: wording.why)
      }
    }
    return nil
  }

  /// The sentence, or a few words more of a long one, by which it is known what was said.
  private func around(_ stretch: Stretch) -> Stretch {
    let sentence = context.call.turns[stretch.turn].sentence(around: stretch.words.lowerBound)
    if sentence.count <= Self.longestQuote {
      return Stretch(turn: stretch.turn, words: sentence)
    }
    let start = max(sentence.lowerBound, stretch.words.lowerBound - Self.wordsBefore)
    let end = min(sentence.upperBound, max(stretch.words.upperBound, start + Self.longestQuote))
    return Stretch(turn: stretch.turn, words: start..<end)
  }

  // MARK: Places

  /// What was said where the element was looked for.
  private func expected(_ place: Expected?, due: Int?) -> NearestCandidate? {
    let turns = context.operatorTurns.filter { !$0.words.isEmpty }
    switch place {
    case .opening:
      return turns.first.map {
        NearestCandidate(stretch: beginning(of: $0), lead: "разговор начат словами")
      }
    case .closing:
      return turns.last.map {
        NearestCandidate(stretch: ending(of: $0), lead: "разговор закончен словами")
      }
    case .before:
      guard let due, let turn = turns.last(where: { $0.index <= due }) else { return nil }
      return NearestCandidate(stretch: ending(of: turn), lead: "перед этим сказано")
    case .after:
      guard let due, let turn = turns.first(where: { $0.index > due }) else { return nil }
      return NearestCandidate(stretch: beginning(of: turn), lead: "на это отвечено")
    case nil: return nil
    }
  }

  /// Fewer words than this do not tell how a turn begins or ends.
  private static let fewestWords = 3
  /// More words than these are no quote.
  fileprivate static let longestQuote = 8
  private static let wordsBefore = 2

  private func beginning(of turn: AnalyzedTurn) -> Stretch {
    var end = turn.sentence(around: 0).upperBound
    while end < min(turn.words.count, Self.fewestWords) {
      end = turn.sentence(around: end).upperBound
    }
    return Stretch(turn: turn.index, words: 0..<min(end, Self.longestQuote))
  }

  private func ending(of turn: AnalyzedTurn) -> Stretch {
    var start = turn.sentence(around: turn.words.count - 1).lowerBound
    while start > max(0, turn.words.count - Self.fewestWords) {
      start = turn.sentence(around: start - 1).lowerBound
    }
    return Stretch(
      turn: turn.index,
      words: max(start, turn.words.count - Self.longestQuote)..<turn.words.count)
  }
}

extension NameParts {
  fileprivate var count: Int { rawValue.nonzeroBitCount }
}

extension ElementResult {
  /// Absent, with what came nearest to it.
  init(
    _ element: Element, missing reason: String, nearest candidate: NearestCandidate?,
    in call: AnalyzedCall
  ) {
    self.init(element: element, status: .absent, reason: reason.isEmpty ? nil : reason)
    guard let candidate else { return }
    let turn = call.turns[candidate.stretch.turn]
    let words = candidate.stretch.words
    self.turn = candidate.stretch.turn
    range = turn.scalarRange(words)
    quote = turn.quote(words)
    let isLong = words.count >= NearestCandidates.longestQuote
    let isCutBefore = isLong && !turn.opensSentence(words.lowerBound)
    let isCutAfter =
      isLong && words.upperBound < turn.words.count && !turn.opensSentence(words.upperBound)
    let shown = (isCutBefore ? "…" : "") + turn.quote(words) + (isCutAfter ? "…" : "")
    var told = "\(candidate.lead) «\(shown)» (реплика \(candidate.stretch.turn + 1))"
    if let why = candidate.why { told += ", но \(why)" }
    self.reason = [reason, told].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
