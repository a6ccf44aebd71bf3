/// A finding as people read it beside its sentence, not in it: with the negation that it stands
/// behind, without which «сердитесь, пожалуйста» would advise the opposite of «не сердитесь», and
/// without the commas that only the sentence needs.
public struct SpokenFinding: Sendable, Equatable {
  public var quote: String
  /// Best first.
  public var replacements: [String]

  /// - Parameter text: the turn that the finding is of.
  public init(_ finding: Finding, in text: String) {
    let negation = Self.negation(before: finding.range.start, in: text).map { "\($0) " } ?? ""
    quote = negation + finding.quote
    replacements = finding.replacements.map { negation + Self.withoutOuterCommas($0) }
  }

  /// The particle as it is written; nil where none stands right before, between spaces.
  private static func negation(before start: Int, in text: String) -> Substring? {
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex)
    else { return nil }
    let before = text[..<end]
    guard before.last == " ", let word = before.split(separator: " ").last,
      word.lowercased() == particle
    else { return nil }
    return word
  }

  private static let particle = "не"

  private static func withoutOuterCommas(_ text: String) -> Substring {
    var text = text[...]
    while let last = text.last, last == "," || last == " " { text.removeLast() }
    return text.drop { $0 == "," || $0 == " " }
  }
}
