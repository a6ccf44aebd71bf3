/// A turn of hundreds of words is a monologue, or what a recogniser wrote without parting the voices.
/// What stands far off in it is no context: a request at its beginning softens no order minutes later.
/// Nor could it be read in time if everything in it were asked of every word of it.
extension AnalyzedTurn {
  /// A turn of no more words is its own context.
  static let longestContext = 200
  /// So many words on either side are the context of words in a monologue.
  private static let reach = 60
  /// So many of a turn's last words are what the next one answers.
  private static let answered = 1_000
  /// So many words are a piece of a monologue.
  private static let pieceLength = 60

  /// The words among which it is decided what some words mean.
  package func context(of found: Range<Int>) -> Range<Int> {
    guard words.count > Self.longestContext else { return words.indices }
    return max(
      0, found.lowerBound - Self.reach)..<min(
        words.count, found.upperBound + Self.reach)
  }

  /// What another turn may answer.
  var end: Range<Int> { max(0, words.count - Self.answered)..<words.count }

  /// The turn, or the pieces of a monologue: stretches of about one length, without regard to what is
  /// said in them.
  var pieces: [Range<Int>] { Self.pieces(of: words.count) }

  /// The pieces of a turn of so many words.
  static func pieces(of count: Int) -> [Range<Int>] {
    guard count > longestContext else { return [0..<count] }
    let pieces = (count + pieceLength - 1) / pieceLength
    return (0..<pieces).map { $0 * count / pieces..<($0 + 1) * count / pieces }
  }
}
