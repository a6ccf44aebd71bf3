public import RussianMorphology

/// Finds slips of the pen in words of replacements that are to be inflected: words that no dictionary
/// has, beside a word of it that is spelled or sounds much alike.
public struct ReplacementWords: Sendable {
  private let morphology: Morphology

  public init(morphology: Morphology) { self.morphology = morphology }

  /// A remark for every such word, at its rule or phrase.
  public func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var remarks: [StandardLinter.Remark] = []
    func look(_ replacements: [Replacement], at place: Place) {
      for word in replacements.flatMap(\.inflectedWords) {
        guard let meant = meant(by: word) else { continue }
        remarks.append(
          StandardLinter.Remark(
            message: """
              замена «~\(word)»: слова «\(word)» нет в словаре; вы имели в виду «\(meant)»?
              """,
            place: place, isError: false))
      }
    }
    for rule in standard.rules {
      look(rule.replacements, at: rule.place)
      for phrase in rule.phrases {
        look(phrase.replacements ?? [], at: phrase.phrase.place)
      }
    }
    for rewording in standard.rewordings {
      guard let place = rewording.phrases.first?.place else { continue }
      look(rewording.replacements, at: place)
    }
    return remarks
  }

  /// The word of the dictionary that an unknown one was meant for; nil where it may well stand for itself.
  private func meant(by word: String) -> String? {
    guard word.count >= Self.least, !morphology.isKnown(word) else { return nil }
    let alike = morphology.meant(by: [Array(word.utf8)]).joined().first { $0.extent == .itself }
    return alike?.form ?? Self.neighbours(of: word).first(where: morphology.isKnown)
  }

  /// Shorter words have too many neighbours.
  private static let least = 4
  private static let letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя".map(\.self)

  /// The words that one letter makes of a word: exchanged with the next, left out, another, put in.
  private static func neighbours(of word: String) -> [String] {
    let written = Array(word.lowercased())
    return written.indices.flatMap { place -> [String] in
      let before = written[..<place]
      let after = written[(place + 1)...]
      let exchanged = after.prefix(1) + [written[place]] + after.dropFirst()
      return [String(before + exchanged), String(before + after)]
        + letters.map { String(before + [$0] + after) }
        + letters.map { String(before + [$0] + written[place...]) }
    }
  }
}

extension Replacement {
  /// Its words that take the form of what they replace, or agree with the one that does.
  fileprivate var inflectedWords: [String] {
    pieces.flatMap { piece -> [String] in
      guard case .inflected(let words) = piece else { return [] }
      return words
    }
  }
}
