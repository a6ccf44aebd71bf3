/// What a misspelt name was meant to be.
package enum Misspelling {
  /// The known name that is nearest to a written one, or nil when none is near: up to one letter of
  /// four, two of eight, three of more may be wrong, missing, extra or exchanged with its neighbour.
  package static func nearest(to name: String, among known: some Sequence<String>) -> String? {
    let written = folded(name)
    guard !written.isEmpty, written.count <= longest else { return nil }
    let limit = min(written.count <= 4 ? 1 : written.count <= 8 ? 2 : 3, written.count - 1)
    var best: (distance: Int, name: String)?
    for candidate in known {
      let letters = folded(candidate)
      guard abs(letters.count - written.count) <= limit else { continue }
      let distance = distance(written, letters)
      guard distance <= limit else { continue }
      if let best, (best.distance, best.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// «; вы имели в виду «…»?», or nothing when no known name is near.
  ///
  /// - Parameter sign: what the notation puts before such a name.
  package static func hint(
    for name: String, among known: some Sequence<String>, sign: String = ""
  ) -> String {
    nearest(to: name, among: known).map { "; вы имели в виду «\(sign)\($0)»?" } ?? ""
  }

  /// Longer names are no misspelling but something else.
  private static let longest = 64

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.map { $0 == "ё" ? "е" : $0 }
  }

  /// How many letters are to be replaced, left out, put in or exchanged with their neighbour.
  private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for row in 1...one.count {
      var next = [row]
      for column in other.indices {
        let isSame = one[row - 1] == other[column]
        var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 1, column > 0, one[row - 1] == other[column - 1], one[row - 2] == other[column] {
          cost = min(cost, before[column - 1] + 1)
        }
        next.append(cost)
      }
      before = last
      last = next
    }
    return last[other.count]
  }
}
