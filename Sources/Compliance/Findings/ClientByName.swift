import RussianMorphology
import ServiceStandards

/// Puts the client's name where a replacement opens with it: «мужчина» → «Пётр Ильич».
///
/// Source: 175/р, table 2, row 1: by name or by name and patronymic, or by none where it is unknown.
struct ClientByName {
  /// The client's name in the nominative; nil where nobody said it.
  let name: String?
  let morphology: Morphology

  /// Whether a replacement waits for the name.
  static func isAsked(for finding: Finding) -> Bool {
    finding.replacements.contains { isAsked(in: $0) }
  }

  /// A turn in capitals has its replacements in capitals.
  private static let loudName = ScriptFilling.name.uppercased()

  private static func isAsked(in replacement: String) -> Bool {
    replacement.hasPrefix(ScriptFilling.name) || replacement.hasPrefix(loudName)
  }

  /// The finding's replacements with the name, without those that ask for it where none is known or
  /// where it is of another gender than the word it would take the place of.
  func fill(_ finding: inout Finding) {
    let suits = name.map { agrees($0, with: finding.quote) } ?? false
    finding.replacements = finding.replacements.compactMap { text in
      guard Self.isAsked(in: text) else { return text }
      guard suits, let name else { return nil }
      let rest = text.dropFirst(ScriptFilling.name.count)
      return (text.hasPrefix(ScriptFilling.name) ? name : name.uppercased()) + rest
    }
  }

  private func agrees(_ name: String, with address: String) -> Bool {
    let one = genders(of: name) { !$0.isDisjoint(with: [.firstName, .patronymic]) }
    let other = genders(of: address) { _ in true }
    return one.isEmpty || other.isEmpty || !one.isDisjoint(with: other)
  }

  /// Genders that the words of a text may have in the nominative, by those readings that count;
  /// true is feminine.
  private func genders(of text: String, where counts: (Grammemes) -> Bool) -> Set<Bool> {
    var result: Set<Bool> = []
    for word in text.split(separator: " ") {
      for reading in morphology.readings(of: String(word)).map(\.grammemes)
      where reading.contains(.nominative) && reading.contains(.singular) && counts(reading) {
        if reading.contains(.feminine) { result.insert(true) }
        if reading.contains(.masculine) { result.insert(false) }
      }
    }
    return result
  }
}
