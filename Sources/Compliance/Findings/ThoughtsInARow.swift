import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

/// Gathers a turn's findings. A thought said again in other words right after itself («сами виноваты,
/// читать надо было») is one finding, which takes in the words that say it again: of 151 such pairs
/// in 3,474 labelled calls those who labelled them counted two offences in 21. What stands for the
/// first stands for all of it: it is one thought; the words between the two stay behind it.
struct ThoughtsInARow {
  private let turn: AnalyzedTurn
  private let ownRules: Int
  private(set) var findings: [Finding] = []
  /// The last finding of each category, and where it stands among the findings.
  private var last: [Category: Thought] = [:]

  private struct Thought {
    var words: Range<Int>
    /// The rule that told it last: what one rule finds twice was said twice.
    var rule: Int
    var place: Int
  }

  /// - Parameter ownRules: the number of the first rule that the standard has of its own: what it
  ///   says itself is counted as it says.
  init(in turn: AnalyzedTurn, ownRules: Int) {
    self.turn = turn
    self.ownRules = ownRules
  }

  /// Takes the findings of a turn in the order of their words.
  mutating func add(
    _ finding: Finding, of candidate: FindingCandidate, cache: borrowing WordCache
  ) {
    guard candidate.category.isSaidInARow, candidate.rule < ownRules else {
      findings.append(finding)
      return
    }
    guard let before = last[candidate.category], before.rule != candidate.rule,
      turn.standTogether(before.words, candidate.range)
    else {
      last[candidate.category] = Thought(
        words: candidate.range, rule: candidate.rule, place: findings.count)
      findings.append(finding)
      return
    }
    let words =
      before.words.lowerBound..<max(before.words.upperBound, candidate.range.upperBound)
    last[candidate.category] = Thought(words: words, rule: candidate.rule, place: before.place)
    findings[before.place].replacements = findings[before.place].replacements.compactMap {
      turn.widened($0, between: before.words.upperBound..<candidate.range.lowerBound, cache: cache)
    }
    findings[before.place].range = turn.scalarRange(words)
    findings[before.place].quote = turn.quote(words)
    findings[before.place].confidence = max(
      findings[before.place].confidence, finding.confidence)
  }
}

extension Category {
  /// Whether several sayings in a row are one offence. Orders, refusals and what is rude are
  /// counted each.
  fileprivate var isSaidInARow: Bool {
    switch self {
    case .badmouthing, .blame, .companyFailure, .noInformation, .redirect: true
    default: false
    }
  }
}

extension AnalyzedTurn {
  /// So many words apart, two stretches of one category are one offence.
  private static let near = 4

  /// What stands for a thought, with the words between it and the same thought said again; nil where
  /// they would hang in the air.
  ///
  /// - Parameter gap: the words between the two, empty where the second follows at once.
  fileprivate func widened(
    _ replacement: String, between gap: Range<Int>, cache: borrowing WordCache
  ) -> String? {
    // «Это не ко мне вопрос, я не врач»: what ends before a sign belongs to the first thought, what
    // stands after it to the second.
    var end = gap.upperBound
    while end > gap.lowerBound, words[end].before.isEmpty { end -= 1 }
    if words[end].before.isEmpty, !gap.isEmpty {
      // «не скажу когда дадут у нас данных нет»: without a sign the second begins by its own subject.
      let isWhole = beginsClause(gap.lowerBound, cache)
      guard isWhole || beginsClause(gap.upperBound, cache) else { return nil }
      // «не знаю сейчас этого никто не скажет»: what says nothing by itself belongs to it too.
      end = !isWhole && saysSomething(gap, cache) ? gap.upperBound : gap.lowerBound
    }
    guard end > gap.lowerBound else { return replacement.hasSuffix(",") ? nil : replacement }
    let start = byteRange(gap.lowerBound - 1..<gap.lowerBound).upperBound
    let between = text.bytes[start..<byteRange(end - 1..<end).upperBound]
    return replacement + String(decoding: between, as: UTF8.self)
  }

  /// Whether words name a thing or a deed and end in it.
  private func saysSomething(_ words: Range<Int>, _ cache: borrowing WordCache) -> Bool {
    func part(_ index: Int) -> PartOfSpeech {
      cache.infos[Int(self.words[index].info)].best.partOfSpeech
    }
    return words.contains { [.noun, .verb].contains(part($0)) }
      && ![.conjunction, .preposition, .particle, .pronoun].contains(part(words.upperBound - 1))
  }

  /// Whether a word opens a clause: «я не врач», «у нас нет данных».
  private func beginsClause(_ index: Int, _ cache: borrowing WordCache) -> Bool {
    let best = cache.infos[Int(words[index].info)].best
    if best.partOfSpeech == .pronoun { return best.grammemes.contains(.nominative) }
    guard best.partOfSpeech == .preposition, index + 1 < words.count else { return false }
    let next = cache.infos[Int(words[index + 1].info)].best
    return next.partOfSpeech == .pronoun && !next.grammemes.isDisjoint(with: .persons)
  }

  /// Whether two stretches say one thing: near each other, and no sentence ends between them.
  func standTogether(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let start = min(one.upperBound, other.upperBound)
    let end = max(one.lowerBound, other.lowerBound)
    return end - start <= Self.near
      && (end < start
        || !(start...end).contains {
          $0 < words.count && words[$0].before.contains(.sentenceEnd)
        })
  }
}
