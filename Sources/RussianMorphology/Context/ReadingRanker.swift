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
  private let identity = RankerIdentity()

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
    var lookup = SentenceLookup()
    swap(&lookup, &result.lookup)
    var memory: WordMemory?
    swap(&memory, &result.memory)
    memory?.start(identity)
    lookup.find(sentence, in: morphology.dictionary, besides: memory)
    for index in sentence.indices {
      if let entry = lookup.entries[index] {
        memory?.recall(entry, into: &result)
        continue
      }
      let readings = result.readings.count
      let lemmas = result.lemmaCount
      append(sentence[index], at: index, of: lookup, to: &result)
      memory?.keep(sentence[index], of: result, readings: readings, lemmas: lemmas)
    }
    swap(&lookup, &result.lookup)
    swap(&memory, &result.memory)
    result.finish()
    if let model {
      weigh(&result, model)
    } else {
      for candidate in result.candidates { result.scores.append(-Int32(candidate.prior)) }
      for word in result.words { result.choose(word) }
    }
  }

  private func append(
    _ form: [UInt8], at index: Int, of lookup: borrowing SentenceLookup,
    to result: inout SentenceReadings
  ) {
    let folded = lookup.folded(index)
    let value = lookup.values[index]
    if let model {
      result.append(form, folded: folded, value: value, morphology: morphology) {
        for record in model.records(of: $0) { $1(model.reading(record)) }
      }
    } else {
      result.append(form, folded: folded, value: value, morphology: morphology) { _, _ in }
    }
  }

  private func weigh(_ readings: inout SentenceReadings, _ model: ContextModel) {
    readings.weighApart(model.weights, shift: model.shift)
    var left = ContextTag(rawValue: 0)
    var beforeLeft = left
    for index in readings.words.indices {
      let range = readings.words[index].candidates
      if range.count > 1 {
        let features = LeftFeatures(
          readings.words.span, at: index, left: left, beforeLeft: beforeLeft)
        readings.weigh(range, features, model.weights, shift: model.shift)
      }
      let chosen = readings.choose(readings.words[index])
      beforeLeft = left
      left = readings.candidates[chosen].tag
    }
  }
}

extension SentenceReadings {
  /// Appends the score of every candidate as far as no choice before it matters. Words do not wait
  /// for each other here.
  @inline(__always)
  fileprivate mutating func weighApart(_ weights: ByteSection, shift: UInt64) {
    for index in words.indices {
      let range = words[index].candidates
      guard range.count > 1 else {
        for _ in range { scores.append(0) }
        continue
      }
      let features = ContextFeatures(words.span, at: index)
      // The cases of one lemma share what its letters say.
      var lemma: UInt64 = 0
      var lemmaScore: Int32 = 0
      for index in range {
        let candidate = candidates[index]
        let key = FeaturePlace.lemmaPart(candidate)
        if key != lemma || index == range.lowerBound {
          lemma = key
          lemmaScore = 0
          features.forEachOfLemma(key, shift: shift) { lemmaScore &+= weights.weight($0) }
        }
        var score = lemmaScore
        features.forEachOfTag(candidate, shift: shift) { score &+= weights.weight($0) }
        scores.append(score)
      }
    }
  }

  /// Adds to the score of each candidate in `range` what the choices before it say.
  @inline(__always)
  fileprivate mutating func weigh(
    _ range: Range<Int>, _ features: LeftFeatures, _ weights: ByteSection, shift: UInt64
  ) {
    for index in range {
      var score = scores[index]
      features.forEach(candidates[index], shift: shift) { score &+= weights.weight($0) }
      scores[index] = score
    }
  }
}

extension ByteSection {
  /// The weight at `place` of a model's weights.
  ///
  /// Safety: a place has as many bits as the model says there are weights for, and a file whose
  /// size is another is refused.
  @inline(__always)
  fileprivate func weight(_ place: Int) -> Int32 {
    Int32(Int8(bitPattern: unsafe byte(unchecked: place)))
  }
}
