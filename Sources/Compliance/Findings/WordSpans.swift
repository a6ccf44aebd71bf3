import RussianText

/// Stretches of one turn's words, however many, asked about in logarithmic time.
struct WordSpans: Sendable {
  /// The stretches' first words, in order.
  private let starts: [Int]
  /// The furthest end of the stretches up to each.
  private let ends: [Int]

  init(_ spans: [Range<Int>]) {
    let sorted = spans.sorted { $0.lowerBound < $1.lowerBound }
    starts = sorted.map(\.lowerBound)
    var furthest = Int.min
    ends = sorted.map {
      furthest = Swift.max(furthest, $0.upperBound)
      return furthest
    }
  }

  /// Whether one stretch holds all of some words.
  func cover(_ words: Range<Int>) -> Bool {
    let count = starts.partitioningIndex { $0 > words.lowerBound }
    return count > 0 && ends[count - 1] >= words.upperBound
  }

  /// Whether a stretch shares a word with some words.
  func touch(_ words: Range<Int>) -> Bool {
    let count = starts.partitioningIndex { $0 >= words.upperBound }
    return count > 0 && ends[count - 1] > words.lowerBound
  }
}
