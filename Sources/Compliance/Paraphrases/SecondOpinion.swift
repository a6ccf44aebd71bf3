import ServiceStandards

/// What the model says of a finding that a rule's words made: that it hears it too, that it hears
/// nothing of the kind, or that it hears another offence in those words.
///
/// Only rules that come with the program are asked about: what a company writes itself holds. So
/// does what a word alone decides: diminutives, fillers, obscenity, and rules that say so.
struct SecondOpinion {
  let compiled: CompiledStandard
  let finder: ParaphraseFinder

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
    compiled.heedsModel(candidate.rule, phrase: candidate.phrase) && !candidate.isReview
      && Self.isHeard(candidate.category)
  }

  /// Whether the network tells anything of a category: a word alone decides the others.
  static func isHeard(_ category: Category) -> Bool {
    switch category {
    case .diminutive, .filler, .profanity: false
    default: true
    }
  }

  /// - Parameter chances: probabilities of each word's outputs.
  func of(_ candidate: FindingCandidate, chances: [SIMD16<Float>]) -> Answer {
    guard isAsked(candidate),
      let output = finder.outputs[candidate.category]
    else { return .agreed }
    let around = max(0, candidate.range.lowerBound - 1)...candidate.range.upperBound
    let own = chances[around.clamped(to: 0...chances.count - 1)].map { $0[output] }.max() ?? 0
    if own < Self.hardly,
      let paraphrase = strongest(but: output, in: candidate.range, chances: chances)
    {
      return .other(paraphrase)
    }
    let bound = Float(compiled.standard.certainty.unheard(candidate.category))
    return own < bound ? .unheard : .agreed
  }

  /// The likeliest other offence in some words that the model is heard on, if it is likely enough.
  private func strongest(but own: Int, in words: Range<Int>, chances: [SIMD16<Float>])
    -> Paraphrase?
  {
    var best: (category: Category, output: Int, word: Int)?
    var highest = Float(compiled.standard.certainty.otherOffence)
    for (category, output) in finder.heard where output != own {
      for word in words where chances[word][output] > highest {
        highest = chances[word][output]
        best = (category, output, word)
      }
    }
    guard let best else { return nil }
    return Paraphrase(
      category: best.category,
      words: ParaphraseFinder.stretch(around: best.word, in: chances, output: best.output),
      probability: highest)
  }
}
