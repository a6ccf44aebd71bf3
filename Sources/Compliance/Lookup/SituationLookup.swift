public import RussianMorphology
import RussianText
public import ServiceStandards

/// Finds the scripts of a situation by the words a person describes it with.
public struct SituationLookup: Sendable {
  private let scripts: [SituationScript]
  private let morphology: Morphology
  private let tokenizer = Tokenizer()

  public init(standard: ServiceStandard, morphology: Morphology) {
    scripts = standard.scripts
    self.morphology = morphology
  }

  /// Situations that share words with the description, the closest first. Empty when none does.
  public func situations(for description: String) -> [SituationScript] {
    let asked = words(of: description)
    let keywords = scripts.map { $0.keywords.flatMap { words(of: $0) } }
    let titles = scripts.map { words(of: $0.title) }
    var weights = Array(repeating: 0.0, count: scripts.count)
    for word in asked {
      let told = scripts.indices.map { index in
        max(
          2 * (keywords[index].map { word.likeness(to: $0) }.max() ?? 0),
          titles[index].map { word.likeness(to: $0) }.max() ?? 0)
      }
      // What many situations share («клиент») tells nothing of which is meant.
      let sharing = told.count { $0 > 0 }
      guard sharing > 0, sharing * Self.sharedBy <= scripts.count else { continue }
      for index in scripts.indices { weights[index] += told[index] / Double(sharing) }
    }
    let best = weights.max() ?? 0
    return scripts.indices.filter { weights[$0] > 0 && weights[$0] * Self.worse >= best }
      .sorted { (weights[$0], $1) > (weights[$1], $0) }
      .map { scripts[$0] }
  }

  /// A word that more than one of so many situations have is left out.
  private static let sharedBy = 3
  /// How many times less than the closest situation another may weigh.
  private static let worse = 4.0

  /// Every situation, in the order of the standard.
  public var all: [SituationScript] { scripts }

  /// The content words of a text.
  private func words(of text: String) -> [SoughtWord] {
    let tokens = tokenizer.tokenize(text)
    return tokens.tokens.compactMap { token in
      guard token.kind == .word else { return nil }
      let form = tokens.text(of: token).lowercased().replacing("ё", with: "е")
      let readings = morphology.readings(of: form)
      let isFunction = readings.allSatisfy {
        [.preposition, .conjunction, .particle, .pronoun].contains($0.partOfSpeech)
      }
      return isFunction ? nil : SoughtWord(form: form, lemmas: Set(readings.map(\.lemma)))
    }
  }
}

/// A word that a situation is asked for by.
private struct SoughtWord {
  var form: String
  var lemmas: Set<LemmaKey>

  /// 1 for the same word, less for one of the same root («ошибся», «ошибка»), 0 for another.
  func likeness(to other: SoughtWord) -> Double {
    if !lemmas.isDisjoint(with: other.lemmas) { return 1 }
    let shared = zip(form, other.form).prefix { $0 == $1 }.count
    let shorter = min(form.count, other.form.count)
    return shared >= Self.root && shared * 10 >= shorter * 6 ? 0.5 : 0
  }

  /// The fewest letters that a root shows itself by.
  private static let root = 4
}
