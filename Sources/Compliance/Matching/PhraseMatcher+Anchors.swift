import ServiceStandards

/// What stands between words.
extension PhraseMatcher {
  static let anchors = Anchor.allCases

  /// Whether a negation stands right before a place.
  private func isNegated(
    _ position: Int, _ words: [AnalyzedWord], _ accepted: borrowing FormBits
  ) -> Bool {
    negation >= 0 && position > 0 && accepts(negation, words[position - 1], accepted)
  }

  /// Whether an anchor holds before a word, or at the end.
  func holds(
    _ anchor: Anchor, at position: Int, _ words: [AnalyzedWord], _ accepted: borrowing FormBits
  ) -> Bool {
    let before: Punctuation = position > 0 ? words[position - 1].after : []
    let isStart = position == 0
    let isEnd = position == words.count
    switch anchor {
    case .turnStart: return isStart
    case .turnEnd: return isEnd
    case .sentenceStart: return isStart || before.contains(.sentenceEnd)
    case .sentenceEnd: return isEnd || before.contains(.sentenceEnd)
    case .question: return before.contains(.question)
    case .exclamation: return before.contains(.exclamation)
    case .comma: return !before.isDisjoint(with: [.comma, .dash, .colon, .ellipsis])
    case .ellipsis: return before.contains(.ellipsis)
    case .boundary: return true
    case .unnegated: return !isNegated(position, words, accepted)
    }
  }
}
