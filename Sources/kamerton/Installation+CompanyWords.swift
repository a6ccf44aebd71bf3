import Foundation
import RussianMorphology
import ServiceStandards

extension Installation {
  /// The words of the company's list, declined like their models.
  ///
  /// - Throws: `StandardError` with the place of a word whose model is unknown or does not fit.
  func companyWords(
    _ morphology: RussianMorphology.Morphology
  ) throws(StandardError) -> OwnWords {
    var result = OwnWords()
    guard lexicons != nil else { return result }
    for word in try library().companyWords() {
      do throws(OwnWordError) {
        try result.add(word.word, like: word.model, in: morphology)
      } catch {
        throw StandardError(.shape, "\(error)", at: word.place)
      }
    }
    return result
  }

  /// Every diminutive of the language but the words of the list that only look so.
  func everyDiminutive() -> DiminutiveScope {
    let list = lexicons.flatMap {
      FileManager.default.contents(atPath: $0 + "/lists/no-diminutives.yaml")
    }
    return .every(except: WordList.lemmas(in: Array(list ?? Data())))
  }
}
