import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

/// Turns candidates into findings: range, quote, time, replacements, rewritten turn.
struct FindingWriter {
  let compiled: CompiledStandard
  let morphology: Morphology

  /// - Parameters:
  ///   - slang: what was found of slang in the turn, also where another category has the words.
  ///   - matches: of the standard's phrases in the call, where rewordings are among them.
  func write(
    _ candidates: [FindingCandidate], slang: [FindingCandidate] = [], turn: AnalyzedTurn,
    in call: AnalyzedCall, matches: CallMatches, cache: borrowing WordCache
  ) -> [Finding] {
    guard !candidates.isEmpty else { return [] }
    let choice = MendingChoice(
      compiled: compiled, morphology: morphology, turn: turn, previous: call.previous(of: turn),
      matches: matches, slang: slang)
    let clock = call.clock(of: turn.index)
    var findings: [Finding] = []
    var mendings: [Mending?] = []
    for candidate in candidates {
      let rule = compiled.rules[candidate.rule]
      let chosen = choice.mendings(of: candidate, rule: rule, cache: cache)
      var shown = replacements(chosen, of: candidate, turn: turn)
      if shown.isEmpty {
        let answers = choice.answers(to: candidate, rule: rule, cache: cache)
        shown = replacements(answers, of: candidate, turn: turn)
      }
      // The turn's mending takes more words: «номерочек заявочки?» is asked for whole.
      if shown.isEmpty, !chosen.isEmpty {
        shown = replacements(choice.bases(of: candidate, cache: cache), of: candidate, turn: turn)
      }
      findings.append(
        Finding(
          rule: rule.rule.id, category: rule.rule.category, turn: turn.index,
          speaker: turn.speaker,
          range: turn.scalarRange(candidate.range), quote: turn.quote(candidate.range),
          start: clock.time(of: candidate.range.lowerBound).map { Self.rounded($0.lowerBound) },
          severity: rule.rule.severity, confidence: candidate.confidence,
          replacements: shown,
          clause: rule.rule.clause))
      // «суммочка вышла» goes with «суммочка».
      if !candidate.isReview, !(chosen.isEmpty && holdsAnother(candidate, of: candidates)) {
        // Dots say that more is to be named: no turn is rewritten with them.
        mendings.append(chosen.first { $0.text?.courteous.hasSuffix("…") != true })
      }
    }
    let rewrite = TurnRewriter(turn: turn, compiled: compiled).rewrite(mendings, cache: cache)
    for index in findings.indices { findings[index].rewrite = rewrite }
    return findings
  }

  /// Whether another of a turn's candidates, which come in order, lies within one of its category.
  private func holdsAnother(_ candidate: FindingCandidate, of candidates: [FindingCandidate])
    -> Bool
  {
    let words = candidate.range
    let first = candidates.partitioningIndex { $0.range.lowerBound >= words.lowerBound }
    return candidates[first...].prefix { $0.range.lowerBound < words.upperBound }.contains {
      $0.category == candidate.category && $0.range != words && words.contains($0.range)
    }
  }

  /// Seconds to the millisecond.
  private static func rounded(_ seconds: Double) -> Double { (seconds * 1000).rounded() / 1000 }

  /// The texts that stand for the finding's own words and no others.
  private func replacements(
    _ mendings: [Mending], of candidate: FindingCandidate, turn: AnalyzedTurn
  ) -> [String] {
    let end = turn.byteRange(candidate.range).upperBound
    let next = String(decoding: turn.text.bytes[end...].prefix(8), as: UTF8.self)
    var result: [String] = []
    for mending in mendings where mending.words == candidate.range {
      // The first is what a turn is rewritten with; the dots of the others say that more is to be named.
      guard
        let text = result.isEmpty
          ? mending.text?.text(before: next) : mending.text?.shown(before: next),
        !result.contains(text)
      else { continue }
      result.append(text)
    }
    return result
  }
}
