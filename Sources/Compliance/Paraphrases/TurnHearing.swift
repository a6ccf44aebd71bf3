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
    guard !chances.isEmpty, SecondOpinion.isHeard(category), let output = outputs[category] else {
      return nil
    }
    return words.map { chances[$0][output] }.max()
  }

  /// How likely both hear a category in some words, the model of uses alone where the network tells
  /// nothing; nil where the model of uses knows none of the words.
  func together(_ category: Category, _ words: Range<Int>) -> Float? {
    guard let use = uses?.chance(of: category, in: words) else { return nil }
    guard let network = network(category, words) else { return use }
    return LogOdds.mean(use, network)
  }
}
