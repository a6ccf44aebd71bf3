/// What to say instead of what was found, where that hangs on the words around.
///
/// A finding is reworded by its phrases: one of them has to take all of the finding's words. When it
/// takes more of them, the replacement stands for the whole that it took, and only a rewritten turn
/// shows it. Without phrases the finding itself is what is reworded.
///
/// Half a sentence may have an answer that its other half would not bear in a rewritten turn. Such a
/// rewording is for the finding only: it is asked where the others have nothing to show there.
public struct Rewording: Sendable, Codable {
  /// Findings of these categories.
  public var categories: [Category]
  /// Findings of these rules alone; empty means all.
  public var rules: [String]
  public var phrases: [StandardPhrase]
  public var circumstances: Circumstances
  /// Whether it is shown at the finding alone, so that the turn is not rewritten with it.
  public var isForFindingOnly: Bool
  /// Best first.
  public var replacements: [Replacement]

  /// The same without the texts of phrases.
  public var compiled: Rewording {
    var result = self
    result.phrases = []
    result.circumstances = Circumstances()
    return result
  }
}

extension YAMLReader {
  func rewording() throws(StandardError) -> Rewording {
    try requireKeys(
      Self.circumstanceKeys.union(
        ["categories", "rules", "phrases", "finding_only", "replacements"]))
    var categories: [Category] = []
    for item in try required("categories").items() {
      categories.append(try item.category())
    }
    let circumstances = try circumstances()
    guard circumstances.placement.isEmpty else {
      throw error("у замены нет места в звонке: «where» здесь не действует")
    }
    let isForFindingOnly = try value("finding_only")?.boolean() ?? false
    return Rewording(
      categories: categories, rules: try strings("rules"), phrases: try phrases("phrases"),
      circumstances: circumstances,
      isForFindingOnly: isForFindingOnly,
      replacements: try replacements("replacements", mayNameClient: isForFindingOnly))
  }
}
