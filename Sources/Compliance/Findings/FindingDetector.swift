import RussianMorphology
import ServiceStandards
import Transcripts

/// Finds what should not have been said: matches of the rules' phrases and of their detectors,
/// less what the circumstances excuse, every stretch in one category.
struct FindingDetector: Sendable {
  let compiled: CompiledStandard
  let morphology: Morphology

  /// Findings and doubtful ones, in the order of the call.
  func detect(in call: AnalyzedCall, matches: CallMatches, cache: borrowing WordCache)
    -> (findings: [Finding], review: [Finding])
  {
    var candidates: [Int: [FindingCandidate]] = [:]
    for (index, rule) in compiled.rules.enumerated() {
      for located in matches.matches(of: rule.set) {
        let turn = call.turns[located.turn]
        guard rule.rule.speaker.includes(turn.speaker),
          rule.circumstances[located.phrase].hold(
            for: located.match, in: turn, previous: call.previous(of: turn),
            bank: compiled.bank, cache: cache)
        else { continue }
        let phrase = rule.rule.phrases[located.phrase]
        candidates[located.turn, default: []].append(
          FindingCandidate(
            rule: index, phrase: located.phrase, category: rule.rule.category, turn: located.turn,
            range: located.match.range, taken: located.match.takenInRange,
            confidence: phrase.confidence, isReview: phrase.isReview))
      }
      if rule.rule.detector == .diminutive {
        for turn in call.turns where rule.rule.speaker.includes(turn.speaker) {
          candidates[turn.index, default: []] += diminutives(in: turn, rule: index, cache: cache)
            .filter { candidate in
              rule.detectorCircumstances.hold(
                for: WordMatch(whole: candidate.range, range: candidate.range, taken: 1), in: turn,
                previous: call.previous(of: turn), bank: compiled.bank, cache: cache)
            }
        }
      }
    }
    let excuses = Excuses(compiled: compiled, call: call, matches: matches, cache: cache)
    let writer = FindingWriter(compiled: compiled, morphology: morphology)
    var findings: [Finding] = []
    var review: [Finding] = []
    for turn in call.turns {
      let kept = OverlapResolution.resolve(
        (candidates[turn.index] ?? []).filter { !excuses.cover($0, in: turn) },
        ownRules: compiled.ownRules)
      let written = writer.write(
        kept, turn: turn, source: call.call.turns[turn.index], cache: cache)
      for (candidate, finding) in zip(kept, written) {
        if candidate.isReview { review.append(finding) } else { findings.append(finding) }
      }
    }
    return (findings, review)
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
        taken: [index], confidence: 0.95, isReview: false, replacements: [base.base])
    }
  }
}

extension FindingRule.Scope {
  /// Whether a speaker's words are judged.
  func includes(_ speaker: Speaker) -> Bool {
    switch self {
    case .any: true
    case .operator: speaker == .operator
    case .client: speaker == .client
    }
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
    turns[..<turn.index].last { $0.speaker != turn.speaker }
  }
}
