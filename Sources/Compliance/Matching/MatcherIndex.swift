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

  func write(to archive: inout NumberWriter) {
    let keys = ranges.keys.sorted()
    archive.write(keys.map(\.rawValue))
    archive.write(keys.flatMap { [ranges[$0]?.lowerBound ?? 0, ranges[$0]?.upperBound ?? 0] })
    archive.write(matchers)
  }

  /// - Parameter count: how many matchers there are.
  init(from archive: inout NumberReader, count: Int) throws(NumberReader.Damaged) {
    let keys: [UInt64] = try archive.numbers()
    let bounds: [Int32] = try archive.numbers()
    matchers = try archive.numbers()
    guard bounds.count == keys.count * 2, matchers.allSatisfy({ $0 >= 0 && $0 < count }) else {
      throw NumberReader.Damaged()
    }
    ranges.reserveCapacity(keys.count)
    for (index, key) in keys.enumerated() {
      let start = bounds[2 * index]
      let end = bounds[2 * index + 1]
      guard start >= 0, start <= end, end <= matchers.count else { throw NumberReader.Damaged() }
      ranges[LemmaKey(rawValue: key)] = start..<end
    }
  }

  /// The matchers that a key belongs to.
  func matchers(of key: LemmaKey) -> ArraySlice<Int32> {
    guard let range = ranges[key] else { return [] }
    return matchers[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
