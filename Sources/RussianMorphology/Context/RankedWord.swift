import RussianText

/// A word with its readings in its sentence, the best first.
public struct RankedWord: Sendable {
  /// A lemma and a part of speech as Russian treebanks have them.
  public struct Candidate: Sendable, Hashable {
    /// In lower case, with ё where the dictionary has it; names are capitalised like the form.
    public var lemma: String
    public var partOfSpeech: UniversalPartOfSpeech
  }

  /// Different candidates, best first, never empty.
  public var candidates: [Candidate] = []
  /// The reading behind the best candidate.
  public var reading: Reading
  /// Whether the dictionary has the form.
  public var isKnown: Bool

  package init(
    _ form: [UInt8], at index: Int, in readings: SentenceReadings, _ ranker: ReadingRanker
  ) {
    let word = readings.words[index]
    let order = word.candidates.sorted {
      readings.scores[$0] == readings.scores[$1]
        ? $0 < $1 : readings.scores[$0] > readings.scores[$1]
    }
    reading = readings.readings[Int(readings.candidates[order[0]].reading)]
    isKnown = word.isKnown
    let written = String(decoding: form, as: UTF8.self)
    let plain = String(decoding: PlainForm.of(form), as: UTF8.self)
    let isTag = form.count > 1 && form[0] == PlainForm.hashSign
    var keys: [(LemmaKey, UInt32)] = []
    for number in order {
      let candidate = readings.candidates[number]
      let key = (candidate.lemma, candidate.tag.partOfSpeech)
      guard !keys.contains(where: { $0 == key }),
        let partOfSpeech = UniversalPartOfSpeech(number: UInt8(key.1))
      else { continue }
      keys.append(key)
      var lemma = readings.lemma(of: candidate, form: plain, ranker)
      if partOfSpeech == .properNoun { lemma = Capitalization(of: written).applied(to: lemma) }
      candidates.append(Candidate(lemma: isTag ? "#" + lemma : lemma, partOfSpeech: partOfSpeech))
    }
  }
}
