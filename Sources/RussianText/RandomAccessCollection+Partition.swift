extension RandomAccessCollection {
  /// The first index from which on a condition holds, or the end, found by halving; the condition
  /// holds for all that follow an element that it holds for.
  @inlinable
  public func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var start = startIndex
    var count = count
    while count > 0 {
      let half = count / 2
      let middle = index(start, offsetBy: half)
      if holds(self[middle]) {
        count = half
      } else {
        start = index(after: middle)
        count -= half + 1
      }
    }
    return start
  }
}
