import RussianMorphology
import ServiceStandards
import Transcripts

/// Turns candidates into findings: range, quote, time, replacements, rewritten turn.
struct FindingWriter {
  let compiled: CompiledStandard
  let morphology: Morphology

  func write(
    _ candidates: [FindingCandidate], turn: AnalyzedTurn, source: Turn,
    cache: borrowing WordCache
  ) -> [Finding] {
    guard !candidates.isEmpty else { return [] }
    var findings: [Finding] = []
    for candidate in candidates {
      let rule = compiled.rules[candidate.rule].rule
      findings.append(
        Finding(
          rule: rule.id, category: rule.category, turn: turn.index, speaker: turn.speaker,
          range: turn.scalarRange(candidate.range), quote: turn.quote(candidate.range),
          start: time(of: candidate.range.lowerBound, turn: turn, source: source),
          severity: rule.severity, confidence: candidate.confidence,
          replacements: replacements(candidate, rule: rule, turn: turn, cache: cache),
          clause: rule.clause))
    }
    let rewrite = TurnRewriter.rewrite(turn, candidates: candidates, findings: findings)
    for index in findings.indices { findings[index].rewrite = rewrite }
    return findings
  }

  /// When a word was said: its own time where words have times, else its turn's.
  private func time(of word: Int, turn: AnalyzedTurn, source: Turn) -> Double? {
    if let words = source.words, words.count == turn.words.count, let start = words[word].start {
      return start
    }
    return source.start
  }

  private func replacements(
    _ candidate: FindingCandidate, rule: FindingRule, turn: AnalyzedTurn,
    cache: borrowing WordCache
  ) -> [String] {
    if !candidate.replacements.isEmpty {
      return candidate.replacements.map { Self.capitalized($0, like: turn.quote(candidate.range)) }
    }
    let own = candidate.phrase.flatMap { rule.phrases[$0].replacements }
    var result: [String] = []
    for replacement in own ?? rule.replacements {
      guard
        let text = fit(replacement, to: candidate.range, turn: turn, cache: cache),
        !result.contains(text)
      else { continue }
      result.append(text)
    }
    return result
  }

  /// A replacement in the grammatical form, and with the capital, of what it replaces.
  private func fit(
    _ replacement: Replacement, to range: Range<Int>, turn: AnalyzedTurn,
    cache: borrowing WordCache
  ) -> String? {
    var text = replacement.text
    if replacement.isInflected {
      let words = text.split(separator: " ", maxSplits: 1)
      guard let first = words.first else { return nil }
      guard
        let inflected = inflect(String(first), like: range, turn: turn, cache: cache)
      else { return nil }
      text = ([inflected] + words.dropFirst().map(String.init)).joined(separator: " ")
    }
    return Self.capitalized(text, like: turn.quote(range))
  }

  /// A capital first letter where the replaced stretch has one.
  private static func capitalized(_ text: String, like quote: String) -> String {
    guard let first = quote.first, first.isUppercase, let head = text.first else { return text }
    return head.uppercased() + text.dropFirst()
  }

  private func inflect(
    _ word: String, like range: Range<Int>, turn: AnalyzedTurn, cache: borrowing WordCache
  ) -> String? {
    for index in range {
      for found in cache.infos[Int(turn.words[index].info)].readings {
        if let form = morphology.substitute(word, for: found) { return form }
      }
    }
    return nil
  }
}
