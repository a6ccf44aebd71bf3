import ServiceStandards

/// What the model says of a finding that a rule's words made: that it hears it too, that it hears
/// nothing of the kind, or that it hears another offence in those words.
///
/// Only rules that come with the program are asked about: what a company writes itself holds. So
/// does what a word alone decides: diminutives, fillers, obscenity, and rules that say so.
struct SecondOpinion {
  let finder: ParaphraseFinder
  let rules: [CompiledRule]
  /// The number of the first rule that is a company's own.
  let ownRules: Int
  /// Below this probability the model hears nothing of the finding's category.
  let nothing: Float
  /// From this probability on another category, where that of the finding is hardly heard, is what
  /// was said.
  let other: Float

  enum Answer {
    case agreed
    /// For a person to decide.
    case unheard
    case other(Paraphrase)
  }

  /// Below this probability the finding's category is hardly heard.
  private static let hardly: Float = 0.1

  /// Whether the model has a say in a finding.
  func isAsked(_ candidate: FindingCandidate) -> Bool {
    guard candidate.rule < ownRules, !candidate.isReview, !rules[candidate.rule].rule.isCertain
    else { return false }
    switch candidate.category {
    case .diminutive, .filler, .profanity: return false
    default: return true
    }
  }

  /// - Parameter chances: probabilities of each word's outputs.
  func of(_ candidate: FindingCandidate, chances: [SIMD16<Float>]) -> Answer {
    guard isAsked(candidate),
      let output = finder.categories.firstIndex(of: candidate.category)
    else { return .agreed }
    let around = max(0, candidate.range.lowerBound - 1)...candidate.range.upperBound
    let own = chances[around.clamped(to: 0...chances.count - 1)].map { $0[output + 1] }.max() ?? 0
    guard own < Self.hardly else { return .agreed }
    if let paraphrase = strongest(but: output, in: candidate.range, chances: chances) {
      return .other(paraphrase)
    }
    return own < bound(of: candidate.category) ? .unheard : .agreed
  }

  /// Below which probability the model hears nothing of a category.
  private func bound(of category: Category) -> Float {
    switch category {
    // An order of one bare word is told by the word alone.
    case .command: 0
    // So is most slang.
    case .jargon: nothing / 10
    default: nothing
    }
  }

  /// The likeliest other offence in some words that the model is heard on, if it is likely enough.
  private func strongest(but own: Int, in words: Range<Int>, chances: [SIMD16<Float>])
    -> Paraphrase?
  {
    var best: (output: Int, word: Int, probability: Float) = (-1, 0, other)
    for (output, category) in finder.categories.enumerated()
    where output != own && category != nil && finder.model.thresholds[output + 1] <= 1 {
      for word in words where chances[word][output + 1] > best.probability {
        best = (output, word, chances[word][output + 1])
      }
    }
    guard best.output >= 0, let category = finder.categories[best.output] else { return nil }
    return Paraphrase(
      category: category,
      words: ParaphraseFinder.stretch(
        around: best.word, in: chances.map { $0[best.output + 1] }),
      probability: best.probability)
  }
}
