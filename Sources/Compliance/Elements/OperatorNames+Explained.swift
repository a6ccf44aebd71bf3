import RussianMorphology
import ServiceStandards

/// Surnames that the operator explains: «Ток это фамилия моя», «Вах, как река».
extension OperatorNames {
  /// Whether a word may be a surname and is said to be one by a phrase of the cue right after it.
  func isExplained(_ word: Int, by name: ElementCue, in turn: AnalyzedTurn) -> Bool {
    canBeExplained(word, in: turn)
      && context.cue(name, of: .operatorName, in: turn).contains { $0.lowerBound == word + 1 }
  }

  /// «Ток это фамилия моя»: what follows the cue is another matter.
  func isSurnameToldBefore(_ cue: Range<Int>, in turn: AnalyzedTurn) -> Bool {
    context.cue(.surnameExplained, of: .operatorName, in: turn).contains {
      $0.lowerBound < cue.lowerBound && $0.upperBound >= cue.upperBound
    }
  }

  /// A word that may be a surname where it is said to be one.
  private func canBeExplained(_ word: Int, in turn: AnalyzedTurn) -> Bool {
    switch context.info(word, in: turn).best.partOfSpeech {
    case .noun, .unknown, .latin, .interjection:
      !context.cue(.ownSurnameWord, of: .operatorName, in: turn).contains { $0.contains(word) }
    default: false
    }
  }
}
