import RussianMorphology
import ServiceStandards

/// A word pattern ready for matching: which distinct forms it accepts.
struct WordMatcher: Sendable, Hashable {
  var text: Text
  var grammar: GrammarPattern?

  enum Text: Sendable, Hashable {
    /// Any reading with one of these lemmas, or exactly one of these forms.
    case lemmas(Set<LemmaKey>)
    case forms(Set<LemmaKey>)
    /// Words of a list: by lemma or by form.
    case list(lemmas: Set<LemmaKey>, forms: Set<LemmaKey>)
    case begins([UInt8])
    case ends([UInt8])
    case holds([UInt8])
    case any
  }

  /// Whether a matcher by inner letters, or of any word, accepts a form. The others are found by
  /// their keys.
  func accepts(folded: [UInt8], readings: [Reading]) -> Bool {
    let fits =
      switch text {
      case .lemmas, .forms, .list, .begins, .ends: false
      case .holds(let letters): Self.holds(folded, letters)
      case .any: true
      }
    return fits && Self.accepts(grammar, readings)
  }

  /// Whether a form has a reading, and no far-fetched one, of that grammar.
  static func accepts(_ grammar: GrammarPattern?, _ readings: [Reading]) -> Bool {
    grammar?.accepts(anyOf: readings) ?? true
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard bytes.count >= part.count, !part.isEmpty else { return false }
    for start in 0...(bytes.count - part.count)
    where bytes[start..<(start + part.count)].elementsEqual(part) { return true }
    return false
  }
}
