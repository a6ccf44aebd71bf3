import ServiceStandards
import Transcripts

/// What the criteria of a scorecard are judged by: everything already known of a call.
package struct CallFacts: Sendable {
  package var call: AnalyzedCall
  package var findings: [Finding]
  /// What was found and left to a person.
  package var doubts: [DoubtedFinding] = []
  package var elements: [ElementResult]
  package var metrics: [String: Double]
  package var matches: CallMatches
  /// Where things stand, for a standard that asks.
  package var scene: CallScene?
  /// Who speaks to whom, for the scripts that are offered.
  package var filling: @Sendable () -> ScriptFilling = { ScriptFilling() }
  /// How words read, for quotations that end where they say something.
  package var cache: WordCache?
  /// The only turns that are looked at; nil when all are.
  private var window: Set<Int>?
  /// Words of each turn that a negation stands right before.
  private var negated: [Int: Set<Int>] = [:]
  let durations: CompiledDurations

  init(
    call: AnalyzedCall, findings: [Finding], elements: [ElementResult],
    metrics: [String: Double], matches: CallMatches, lists: CompiledLists,
    durations: CompiledDurations, scene: CallScene? = nil
  ) {
    self.scene = scene
    self.durations = durations
    for located in matches.matches(of: lists.negating) {
      let next = located.match.whole.upperBound
      guard next < call.turns[located.turn].words.count else { continue }
      negated[located.turn, default: []].insert(next)
    }
    for result in elements where result.status == .present {
      // A detector of the language finds one place, the phrases of an element all of them.
      guard let turn = result.turn, let range = result.range,
        let place = scene?.extent(of: Evidence(turn: turn, range: range, quote: "")),
        scene?.elements[result.element]?.contains(place) != true
      else { continue }
      self.scene?.elements[result.element, default: []].insert(place, at: 0)
    }
    // A criterion may ask for a rule that no other rule asks for.
    if let scene {
      for (rule, found) in Dictionary(grouping: findings, by: \.rule) where scene.rules[rule] == nil
      {
        self.scene?.rules[rule] = found.compactMap { scene.extent(of: Evidence($0)) }
      }
    }
    self.call = call
    self.findings = findings
    self.elements = elements
    self.metrics = metrics
    self.matches = matches
  }

  /// Places where a speaker says a phrase of one of the sets, in the order of the call.
  func places(of sets: [PhraseSet], by speaker: FindingRule.Scope) -> [LocatedMatch] {
    sets.flatMap { matches.matches(of: $0) }
      .filter {
        isSeen($0.turn) && speaker.covers(call.turns[$0.turn].speaker) && !isNegated($0)
      }
      .sorted { ($0.turn, $0.match.whole.lowerBound) < ($1.turn, $1.match.whole.lowerBound) }
  }

  /// Whether a negation stands right before the words («не буду жаловаться»).
  private func isNegated(_ place: LocatedMatch) -> Bool {
    let start = place.match.whole.lowerBound
    guard negated[place.turn]?.contains(start) == true else { return false }
    return !call.turns[place.turn].words[start].before.contains(.sentenceEnd)
  }

  func evidence(_ place: LocatedMatch) -> Evidence {
    let turn = call.turns[place.turn]
    let said = cache.map { turn.quotable(place.match.range, $0) } ?? place.match.range
    return Evidence(turn: place.turn, range: turn.scalarRange(said), quote: turn.quote(said))
  }

  func element(_ element: Element) -> ElementResult? {
    elements.first { $0.element == element }
  }

  /// The proof of an element that was said.
  func evidence(of result: ElementResult) -> [Evidence] {
    guard let turn = result.turn, let range = result.range else { return [] }
    return [Evidence(turn: turn, range: range, quote: result.quote ?? "")]
  }

  /// Findings of the categories, or of the rules, by a speaker.
  func findings(of categories: [Category], rules: [String] = [], by speaker: FindingRule.Scope)
    -> [Finding]
  {
    findings.filter {
      isSeen($0.turn) && speaker.covers($0.speaker)
        && (categories.contains($0.category) || rules.contains($0.rule))
    }
  }

  /// The same facts of some turns alone; elements and metrics stay those of the whole call.
  func only(_ turns: Set<Int>) -> CallFacts {
    var result = self
    result.window = turns
    return result
  }

  /// Whether a turn is one of those that are looked at.
  func isSeen(_ turn: Int) -> Bool { window?.contains(turn) ?? true }

  /// Which of its speaker's turns a turn is, 1-based.
  func ordinal(of turn: Int) -> Int { call.turns[turn].ordinal + 1 }

  /// The last turn in which the operator or the client says anything.
  var lastSpoken: AnalyzedTurn? {
    call.turns.last { !$0.words.isEmpty && $0.speaker != .other }
  }
}

extension FindingRule.Scope {
  func covers(_ speaker: Speaker) -> Bool {
    switch self {
    case .any: true
    case .operator: speaker == .operator
    case .client: speaker == .client
    }
  }
}

extension Evidence {
  /// The place of a finding.
  init(_ finding: Finding) {
    self.init(turn: finding.turn, range: finding.range, quote: finding.quote)
  }
}
