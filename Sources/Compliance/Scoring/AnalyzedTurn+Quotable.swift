import RussianMorphology

extension AnalyzedTurn {
  /// The words with what their last one leans on: «понимаю ваше» says nothing without
  /// «недовольство», «уточните, что» without what is asked.
  func quotable(_ words: Range<Int>, _ cache: borrowing WordCache) -> Range<Int> {
    var end = words.upperBound
    while end < self.words.count, end - words.upperBound < Self.mostAdded,
      leans(end - 1, isShort: words.count <= Self.shortQuote, cache),
      self.words[end].before.isDisjoint(with: [.sentenceEnd, .comma, .dash])
    {
      end += 1
    }
    return words.lowerBound..<end
  }

  /// How many words are added at most.
  private static let mostAdded = 4
  /// A pronoun ends a longer quotation well enough.
  private static let shortQuote = 2

  private func leans(_ word: Int, isShort: Bool, _ cache: borrowing WordCache) -> Bool {
    let best = cache.infos[Int(words[word].info)].best
    return switch best.partOfSpeech {
    case .preposition, .conjunction, .particle: true
    case .adjective: best.grammemes.contains(.pronominal)
    case .pronoun: isShort
    default: false
    }
  }
}
