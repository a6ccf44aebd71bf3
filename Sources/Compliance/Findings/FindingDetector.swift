import RussianMorphology
import ServiceStandards
import Transcripts

/// Finds what should not have been said: matches of the rules' phrases and of their detectors,
/// less what the circumstances excuse, every stretch in one category.
struct FindingDetector: Sendable {
  let compiled: CompiledStandard
  let morphology: Morphology
  /// Finds offences that no phrase says; nil where no model is installed.
  let paraphrases: ParaphraseFinder?
  /// Tells how words are used; nil where no model is installed.
  let uses: UseModel?

  /// Findings and doubtful ones, in the order of the call; of the doubtful ones, the places of those
  /// that are hardly offences.
  ///
  /// - Parameter scene: learns where the rules matched that others ask for.
  func detect(
    in call: AnalyzedCall, matches: CallMatches, scene: inout CallScene?,
    cache: borrowing WordCache
  ) -> (findings: [Finding], review: [Finding], unlikely: Set<Int>) {
    var candidates: [Int: [FindingCandidate]] = [:]
    var heard = HeardParaphrases(compiled: compiled, finder: paraphrases, uses: uses)
    let excuses = Excuses(
      compiled: compiled, call: call, matches: matches, scene: scene, cache: cache)
    for index in compiled.plan.order {
      var found = matched(
        by: index, in: call, matches: matches, scene: scene, heard: &heard, cache: cache)
      guard !found.isEmpty else { continue }
      let rule = compiled.rules[index]
      found = frequent(found, rule: rule, scene: scene)
      found = dependent(found, on: rule, scene: scene, call: call)
      if compiled.plan.isAsked(rule), var known = scene {
        let sure = found.filter {
          !$0.isReview && !excuses.cover($0, in: call.turns[$0.turn])
        }
        known.rules[rule.rule.id] = sure.map { known.extent(turn: $0.turn, words: $0.range) }
        scene = known
      }
      for candidate in found { candidates[candidate.turn, default: []].append(candidate) }
    }
    if compiled.plan.needsScene { settle(&candidates, excuses: excuses, call: call) }
    let writer = FindingWriter(compiled: compiled, morphology: morphology)
    let judge = CertaintyJudge(measures: compiled.standard.certainty, call: call.call)
    var findings: [Finding] = []
    var review: [Finding] = []
    var unlikely: Set<Int> = []
    for turn in call.turns {
      let found = (candidates[turn.index] ?? []).filter { !excuses.cover($0, in: turn) }
      var kept = resolved(found) {
        heard.judged($0, in: turn, of: call, excuses: excuses, cache: cache)
      }
      guard !kept.isEmpty else { continue }
      let previous = call.previous(of: turn)
      for index in kept.indices
      where ClientEcho.holds(kept[index], answering: previous, in: turn, cache: cache) {
        kept[index].ground = .echo
        kept[index].isReview = true
      }
      let written = writer.write(
        kept, slang: found.filter { $0.category == .jargon && !$0.isReview }, turn: turn,
        in: call, matches: matches, cache: cache)
      let words = judge.words(of: turn)
      var sure = ThoughtsInARow(in: turn, ownRules: compiled.ownRules)
      for (candidate, var finding) in zip(kept, written) {
        finding.reason = CertaintyReason.of(
          candidate, detector: compiled.rules[candidate.rule].rule.detector)
        let heard = words.map { words in
          candidate.range.map { HeardWord(turn.quote($0..<$0 + 1), heard: words.heard(as: $0)) }
        }
        if judge.weigh(&finding, of: candidate, words: heard ?? []) {
          if CertaintyJudge.isUnlikely(candidate) { unlikely.insert(review.count) }
          review.append(finding)
        } else {
          sure.add(finding, of: candidate, cache: cache)
        }
      }
      findings += sure.findings
    }
    return (findings, review, unlikely)
  }

  /// What a rule's phrases and its detector find where its circumstances hold.
  private func matched(
    by index: Int, in call: AnalyzedCall, matches: CallMatches, scene: CallScene?,
    heard: inout HeardParaphrases, cache: borrowing WordCache
  ) -> [FindingCandidate] {
    let found = matches.matches(of: compiled.rules[index].set)
    if found.isEmpty, compiled.rules[index].rule.detector == nil { return [] }
    let rule = compiled.rules[index]
    var result: [FindingCandidate] = []
    for located in found {
      let turn = call.turns[located.turn]
      let speaker = rule.rule.phrases[located.phrase].speaker ?? rule.rule.speaker
      let mayBeOverruled = heard.mayOverrule(index, phrase: located.phrase)
      let ruling =
        !speaker.includes(turn.speaker)
        ? .fails
        : rule.circumstances[located.phrase].ruling(
          for: located.match, in: turn, previous: call.previous(of: turn), bank: compiled.bank,
          cache: cache, isFirm: { !mayBeOverruled || rule.firm.contains($0) })
      if ruling != .counts {
        heard.dismiss(located.match.range, turn: located.turn, category: rule.rule.category)
        if ruling == .fails { continue }
      }
      let place = compiled.certainty(
        rule.circumstances[located.phrase], of: located, in: scene)
      guard place != .no else { continue }
      let candidate = FindingCandidate(
        rule: index, phrase: located.phrase, category: rule.rule.category, turn: located.turn,
        range: located.match.range, taken: located.match.takenInRange,
        confidence: rule.rule.phrases[located.phrase].confidence,
        isReview: rule.rule.phrases[located.phrase].isReview || place == .unknown,
        isMended: rule.rule.isMended(located.phrase))
      if ruling == .counts {
        result.append(candidate)
      } else {
        heard.excuse(candidate)
      }
    }
    guard rule.rule.detector == .diminutive else { return result }
    for turn in call.turns where rule.rule.speaker.includes(turn.speaker) {
      for var candidate in diminutives(in: turn, rule: index, cache: cache) {
        let match = WordMatch(whole: candidate.range, range: candidate.range, taken: 1)
        guard
          rule.detectorCircumstances.hold(
            for: match, in: turn, previous: call.previous(of: turn), bank: compiled.bank,
            cache: cache)
        else { continue }
        let place = compiled.certainty(
          rule.detectorCircumstances,
          of: LocatedMatch(turn: turn.index, match: match, phrase: 0), in: scene)
        guard place != .no else { continue }
        if place == .unknown { candidate = candidate.doubtful }
        result.append(candidate)
      }
    }
    return result
  }

  /// Living diminutives, by the rule of the language.
  private func diminutives(in turn: AnalyzedTurn, rule: Int, cache: borrowing WordCache)
    -> [FindingCandidate]
  {
    turn.words.indices.compactMap { index in
      let info = cache.infos[Int(turn.words[index].info)]
      guard let base = info.diminutive, !turn.isName(index, info: info) else { return nil }
      return FindingCandidate(
        rule: rule, category: .diminutive, turn: turn.index, range: index..<index + 1,
        taken: [index], confidence: 0.95, isReview: false, replacements: [base.base],
        isMended: true)
    }
  }
}

extension FindingRule.Scope {
  /// Whether a speaker's words are judged.
  func includes(_ speaker: Speaker) -> Bool {
    switch self {
    // A third voice is nobody's to answer for.
    case .any: speaker != .other
    case .operator: speaker == .operator
    case .client: speaker == .client
    }
  }
}

extension FindingRule {
  /// Whether it knows what to say instead of a phrase.
  fileprivate func isMended(_ phrase: Int) -> Bool {
    !(phrases[phrase].replacements ?? replacements).isEmpty
  }
}

extension WordMatch {
  /// Words of the range that the phrase itself took.
  var takenInRange: [Int] {
    let words = range.filter { word in
      let offset = word - whole.lowerBound
      return offset >= 64 || taken & (1 << UInt64(offset)) != 0
    }
    return words.isEmpty ? Array(range) : words
  }
}

extension AnalyzedCall {
  /// The other speaker's last turn before this one.
  func previous(of turn: AnalyzedTurn) -> AnalyzedTurn? {
    turns[..<turn.index].last { $0.speaker != turn.speaker && $0.speaker != .other }
  }
}
