import RussianMorphology

/// Word matchers by a key of words: many keys, few matchers each, all in two flat arrays.
struct MatcherIndex: Sendable {
  private var ranges: [LemmaKey: Range<Int32>] = [:]
  private var matchers: [Int32] = []

  init() {}

  init(_ pairs: [(key: LemmaKey, matcher: Int32)]) {
    let sorted = pairs.sorted { ($0.key, $0.matcher) < ($1.key, $1.matcher) }
    matchers = sorted.map(\.matcher)
    var start = 0
    while start < sorted.count {
      var end = start
      while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
      ranges[sorted[start].key] = Int32(start)..<Int32(end)
      start = end
    }
  }

  /// The matchers that a key belongs to.
  func matchers(of key: LemmaKey) -> ArraySlice<Int32> {
    guard let range = ranges[key] else { return [] }
    return matchers[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
