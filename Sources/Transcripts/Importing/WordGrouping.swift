/// Makes segments of words that come one by one.
struct WordGrouping {
  /// A silence of so many seconds between words ends a segment.
  static let pause = 1.0

  private(set) var segments: [Segment] = []

  /// Adds a word; a mark of punctuation is written right behind the word before it.
  mutating func add(_ word: Word, voice: Voice) {
    if let last = segments.last, last.voice == voice, !isPause(last.end, word.start) {
      let index = segments.count - 1
      segments[index].text += " " + word.text
      segments[index].words?.append(word)
      segments[index].end = word.end ?? segments[index].end
    } else {
      segments.append(
        Segment(voice, word.text, start: word.start, end: word.end, words: [word]))
    }
  }

  /// Adds a mark to the last word.
  mutating func addMark(_ mark: String) {
    guard !segments.isEmpty else { return }
    let index = segments.count - 1
    segments[index].text += mark
    if let count = segments[index].words?.count, count > 0 {
      segments[index].words?[count - 1].text += mark
    }
  }

  private func isPause(_ end: Double?, _ start: Double?) -> Bool {
    guard let end, let start else { return false }
    return start - end > Self.pause
  }
}

extension [Segment] {
  /// In the order of time; what has no time stays behind what it followed.
  func sortedByTime() -> [Segment] {
    var last = -Double.infinity
    let isSorted = allSatisfy { segment in
      let time = segment.start ?? segment.end ?? last
      let isLater = time >= last
      last = time
      return isLater
    }
    if isSorted { return self }
    var times: [Double] = []
    last = -Double.infinity
    for segment in self {
      last = segment.start ?? segment.end ?? last
      times.append(last)
    }
    return indices.sorted { (times[$0], $0) < (times[$1], $1) }.map { self[$0] }
  }
}
