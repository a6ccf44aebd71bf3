/// Where a recogniser's words stand in the text of their turn.
enum WordPlaces {
  /// How far ahead a word is looked for: a text may hold what its words do not.
  private static let reach = 80

  /// Ranges of Unicode scalars, one for each word; nil for a word that the text does not hold where
  /// it should. Case, ё and the signs around a word do not matter.
  static func find(_ words: [String], in text: String) -> [Range<Int>?] {
    let scalars = text.unicodeScalars.map(folded)
    var start = 0
    return words.map { word in
      let sought = trimmed(word.unicodeScalars.map(folded))
      guard !sought.isEmpty else { return nil }
      var place = start
      let last = min(scalars.count - sought.count, start + reach)
      while place <= last {
        if scalars[place..<place + sought.count].elementsEqual(sought) {
          start = place + sought.count
          return place..<start
        }
        place += 1
      }
      return nil
    }
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    let isInner = { (scalar: Unicode.Scalar) in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    guard let first = scalars.firstIndex(where: isInner),
      let last = scalars.lastIndex(where: isInner)
    else { return [] }
    return scalars[first...last]
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    let scalar = lower.count == 1 ? lower.first ?? scalar : scalar
    return scalar == "ё" ? "е" : scalar
  }
}
