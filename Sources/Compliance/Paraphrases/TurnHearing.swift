import ServiceStandards

/// What both models say of a turn's words: the network, which hears thoughts, and the model of uses,
/// which knows the words around a word. They go wrong in different places, so that they are heard
/// together: the mean of their log-odds.
struct TurnHearing {
  /// The output of the network that tells of each category.
  let outputs: [Category: Int]
  /// Probabilities of each word's outputs; none where the network did not listen.
  var chances: [SIMD16<Float>] = []
  /// Nil where no model of uses is installed, or nothing was to be asked.
  var uses: UseOpinion?

  init(outputs: [Category: Int]) { self.outputs = outputs }

  /// How likely the network hears a category in some words; nil where it did not listen or tells
  /// nothing of it.
  func network(_ category: Category, _ words: Range<Int>) -> Float? {
    guard !chances.isEmpty, let output = outputs[category] else { return nil }
    return words.map { chances[$0][output] }.max()
  }

  /// How likely both hear a category in some words, the model of uses alone where a word decides and
  /// the network tells nothing; nil where the model of uses knows none of the words.
  func together(_ category: Category, _ words: Range<Int>) -> Float? {
    guard let use = uses?.chance(of: category, in: words) else { return nil }
    guard SecondOpinion.isHeard(category), let network = network(category, words) else {
      return use
    }
    return LogOdds.mean(use, network)
  }

  /// What both take for an offence from some bound on in words of which the model of uses is asked, the
  /// likeliest first.
  func likely(_ category: Category, from bound: Double) -> [Paraphrase] {
    var result: [Paraphrase] = []
    for word in uses?.likely(category) ?? [] {
      guard let chance = together(category, word..<word + 1), Double(chance) >= bound else {
        continue
      }
      result.append(
        Paraphrase(category: category, words: stretch(category, around: word), probability: chance))
    }
    return result.sorted { $0.probability > $1.probability }
  }

  /// The words that say the same offence: an order or a parasite is a single one.
  private func stretch(_ category: Category, around word: Int) -> Range<Int> {
    guard category.isSaidInSentences, let output = outputs[category], !chances.isEmpty,
      chances[word][output] >= Self.heard
    else { return word..<word + 1 }
    return ParaphraseFinder.stretch(around: word, in: chances, output: output)
  }

  /// From which probability on the network knows how far an offence reaches.
  private static let heard: Float = 0.3
}
