public import RussianMorphology
public import ServiceStandards

/// Of which category a row of a company's list is, by what a standard finds in its wordings.
public struct CategoryGuess: Sendable {
  private let lookup: PhraseLookup
  private let morphology: Morphology

  /// - Parameter analyzer: of the standard that the company's own extends.
  public init(_ analyzer: CallAnalyzer, morphology: Morphology) {
    lookup = PhraseLookup(analyzer, morphology: morphology)
    self.morphology = morphology
  }

  /// The category of what is found in more than half of a wording's words; nil where none tells
  /// anything. A noun is an order where it stands alone: only a list that tells how to ask for it
  /// means that.
  public func category(of row: ReplacementTable.Row) -> Category? {
    row.avoid.lazy.compactMap { category(of: $0, in: row) }.first
  }

  private func category(of wording: String, in row: ReplacementTable.Row) -> Category? {
    let count = Self.words(wording)
    guard
      let finding = lookup.answer(wording).findings.max(by: {
        Self.words($0.quote) < Self.words($1.quote)
      }), Self.words(finding.quote) * 2 > count
    else { return nil }
    guard finding.category == .command else { return finding.category }
    let orders = wording.split(separator: " ").contains { word in
      morphology.readings(of: String(word))[0].grammemes.contains(.imperative)
    }
    let asks = row.say.contains { say in
      say.split { !$0.isLetter }.contains {
        morphology.readings(of: String($0))[0].partOfSpeech == .verb
      }
    }
    return orders || asks ? .command : nil
  }

  private static func words(_ text: String) -> Int {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.count
  }
}
