/// A reading of a form that treebanks have and the dictionary does not.
struct CountedReading: Sendable {
  /// Key of the folded lemma.
  var lemma: LemmaKey
  var tag: ContextTag
  /// Number of the record in the model that has the lemma's letters.
  var record: Int32
}
