/// A reading of a form that treebanks have and the dictionary does not.
struct CountedReading: Hashable, Sendable {
  /// The folded lemma.
  var lemma: [UInt8]
  var tag: ContextTag
}
