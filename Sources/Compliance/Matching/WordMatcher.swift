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
}
