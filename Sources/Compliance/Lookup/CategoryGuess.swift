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

  /// The finding that tells what a row is about: it takes more than half of a wording's words, or is
  /// the order that the wording gives. `nil` where none tells anything. A noun is an order where it
  /// stands alone: only a list that tells how to ask for it means that.
  public func finding(for row: ReplacementTable.Row) -> Finding? {
    row.avoid.lazy.compactMap { finding(in: $0, of: row) }.first
  }

  private func finding(in wording: String, of row: ReplacementTable.Row) -> Finding? {
    let longest = lookup.answer(wording).findings.max {
      Self.words($0.quote).count < Self.words($1.quote).count
    }
    guard let longest else { return nil }
    let isMost = Self.words(longest.quote).count * 2 > Self.words(wording).count
    guard longest.category == .command else { return isMost ? longest : nil }
    if Self.words(longest.quote).contains(where: morphology.isImperative) { return longest }
    let asks = row.say.contains { say in
      Self.words(say).contains { morphology.readings(of: $0)[0].partOfSpeech == .verb }
    }
    return isMost && asks ? longest : nil
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }
}
