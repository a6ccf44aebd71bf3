import RussianText

/// Counts of lemma and part of speech of forms in treebanks, and the nouns in use.
///
/// The file has lines «form<TAB>lemma<TAB>UPOS<TAB>count», folded; `#` starts a comment.
struct ReadingCounts {
  struct Count {
    var lemma: LemmaKey
    var partOfSpeech: UniversalPartOfSpeech
    var count: Float
  }

  private var counts: [UInt64: [Count]] = [:]

  init(_ bytes: [UInt8]) {
    for line in DataLines(bytes, keepsBlank: false) {
      let parts = line.split(separator: "\t")
      guard parts.count == 4, let count = Float(parts[3]),
        let partOfSpeech = UniversalPartOfSpeech(rawValue: String(parts[2]))
      else { continue }
      counts[LemmaKey(folded: parts[0].utf8).rawValue, default: []].append(
        Count(
          lemma: LemmaKey(folded: parts[1].utf8), partOfSpeech: partOfSpeech, count: count))
    }
  }

  /// The weights of the readings of a form: what was counted, smoothed with `weights`, which sum
  /// to one.
  func adjusted(
    _ weights: [Float], form: UInt64, lemma: (Int) -> (LemmaKey, UniversalPartOfSpeech)
  ) -> [Float] {
    guard let counts = counts[form] else { return weights }
    let readings = weights.indices.map(lemma)
    var result = weights.map { $0 * Self.trustInPrior }
    for count in counts {
      // The same lemma and part of speech, else the same lemma.
      var matching = readings.indices.filter {
        readings[$0].0 == count.lemma && readings[$0].1 == count.partOfSpeech
      }
      var share = count.count
      if matching.isEmpty {
        matching = readings.indices.filter { readings[$0].0 == count.lemma }
        share *= 0.5
      }
      let total = matching.reduce(Float(0)) { $0 + weights[$1] }
      guard total > 0 else { continue }
      for index in matching { result[index] += share * weights[index] / total }
    }
    let total = result.reduce(0, +)
    return result.map { $0 / total }
  }

  /// How many counted tokens the ranking without counts is worth.
  private static let trustInPrior: Float = 1.5
}

/// Nouns in use: a word counts as the base of a doubtful diminutive only when it is one.
enum CommonNouns {
  /// Sorted keys of the lemmas of a file with a lemma a line.
  static func compile(_ bytes: [UInt8]) -> [UInt8] {
    var result = [UInt8]()
    let keys = DataLines(bytes, keepsBlank: false).map { LemmaKey(folded: $0.utf8).rawValue }
    for key in Set(keys).sorted() { result.append64(key) }
    return result
  }
}
