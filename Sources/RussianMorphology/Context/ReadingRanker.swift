import RussianText

/// Puts the right reading of each word of a sentence first.
///
/// The words are gone through from left to right; each candidate of a word is weighed by the word
/// itself, the readings chosen before it and what the words after it may be. The same words give
/// the same readings, whatever was read before.
///
///     let ranker = ReadingRanker(morphology: morphology, model: try ContextModel(path: path))
///     ranker.words(of: ["мы", "все", "поняли"].map { Array($0.utf8) })[1].candidates[0].lemma
public struct ReadingRanker: Sendable {
  public let morphology: Morphology
  public let model: ContextModel?

  /// A ranker; without a model words are read one by one.
  public init(morphology: Morphology, model: ContextModel?) {
    self.morphology = morphology
    self.model = model
  }

  /// Reads the words of one sentence, punctuation among them.
  public func words(of sentence: [[UInt8]]) -> [RankedWord] {
    var readings = SentenceReadings()
    rank(sentence, into: &readings)
    return sentence.indices.map { RankedWord(sentence[$0], at: $0, in: readings, self) }
  }

  /// Reads the words of one sentence, given in UTF-8 as written. The hot path: `result` is
  /// replaced and its memory used again.
  ///
  /// Complexity: linear in the number of words.
  public func rank(_ sentence: [[UInt8]], into result: inout SentenceReadings) {
    result.removeAll()
    if let model {
      for form in sentence {
        result.append(form, morphology: morphology) { key, body in
          for record in model.records(of: key) { body(model.reading(record)) }
        }
      }
      result.finish()
      weigh(&result, model)
    } else {
      for form in sentence { result.append(form, morphology: morphology) { _, _ in } }
      result.finish()
      for candidate in result.candidates { result.scores.append(-Int32(candidate.prior)) }
      for word in result.words { result.choose(word) }
    }
  }

  private func weigh(_ readings: inout SentenceReadings, _ model: ContextModel) {
    var left = ContextTag(rawValue: 0)
    var beforeLeft = left
    var leftLemma: UInt64 = 0
    for index in readings.words.indices {
      let range = readings.words[index].candidates
      if range.count > 1 {
        let features = ContextFeatures(
          readings.words.span, at: index, left: left, beforeLeft: beforeLeft, leftLemma: leftLemma)
        // The cases of one lemma share what its letters say.
        var lemma: UInt64 = 0
        var lemmaScore: Int32 = 0
        for index in range {
          let candidate = readings.candidates[index]
          let key = ContextFeatures.lemmaPart(candidate)
          if key != lemma || index == range.lowerBound {
            lemma = key
            lemmaScore = 0
            features.forEachOfLemma(key, shift: model.shift) { lemmaScore &+= model.weight($0) }
          }
          var score = lemmaScore
          features.forEachOfTag(candidate, shift: model.shift) { score &+= model.weight($0) }
          readings.scores.append(score)
        }
      } else {
        for _ in range { readings.scores.append(0) }
      }
      let chosen = readings.choose(readings.words[index])
      beforeLeft = left
      left = readings.candidates[chosen].tag
      leftLemma = readings.candidates[chosen].lemma.rawValue
    }
  }
}
