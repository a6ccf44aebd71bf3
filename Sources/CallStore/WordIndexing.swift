/// How words become terms of the search index. Words come folded: lower case, ё → е.
public struct WordIndexing: Sendable {
  /// Changes whenever `lemmas` or `bases` may answer otherwise; the index is then built anew.
  public var version: String
  /// All candidate lemmas of a word form, folded.
  public var lemmas: @Sendable (String) -> [String]
  /// Lemmas of the words that a diminutive is made from: «заявочку» → «заявка». A text is found by
  /// them; a query for the diminutive itself does not ask for them.
  public var bases: @Sendable (String) -> [String]

  public init(
    version: String, lemmas: @escaping @Sendable (String) -> [String],
    bases: @escaping @Sendable (String) -> [String] = { _ in [] }
  ) {
    self.version = version
    self.lemmas = lemmas
    self.bases = bases
  }

  /// The terms under which a word of a text is found: its own form first, then its lemmas and
  /// bases.
  func terms(ofText word: String) -> [String] {
    var terms = [word]
    for term in lemmas(word) + bases(word) where !terms.contains(term) { terms.append(term) }
    return terms
  }

  /// The terms by which a word of a query is looked up.
  func terms(ofQuery word: String) -> [String] {
    var terms: [String] = []
    for term in lemmas(word) where !terms.contains(term) { terms.append(term) }
    return terms.isEmpty ? [word] : terms
  }
}
