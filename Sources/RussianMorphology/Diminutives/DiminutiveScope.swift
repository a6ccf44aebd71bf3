/// Which diminutives are asked for.
public enum DiminutiveScope: Sendable, Hashable {
  /// Those that are out of place in business speech: ``Morphology/lexicalised`` words and whatever
  /// may live on its own are none.
  case business
  /// Every one of the language («домик», «собачка», «братишка»), but these, which only look so.
  case every(except: Set<LemmaKey>)
}
