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

  /// Whether both may be of one gender.
  private func agrees(_ name: String, with address: String) -> Bool {
    let nominative: Grammemes = [.nominative, .singular]
    let one = ScriptFilling.isFemale(name, morphology)
    let other = ScriptFilling.isFemale(address, morphology) { $0.isSuperset(of: nominative) }
    return one == nil || other == nil || one == other
  }
}
