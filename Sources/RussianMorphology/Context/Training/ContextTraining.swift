import RussianText

/// Learns a ``ContextModel`` from treebanks.
public struct ContextTraining {
  /// Sentences, and whose conventions they follow.
  public struct Corpus: Sendable {
    var sentences: [[TreebankToken]]
    var conventions: GoldCandidates.Conventions

    /// Sentences with the conventions of Universal Dependencies or of OpenCorpora.
    public init(_ sentences: [[TreebankToken]], isUniversal: Bool) {
      self.sentences = sentences
      conventions = isUniversal ? .universal : .openCorpora
    }
  }

  public struct Options: Sendable {
    public var bits = 20
    public var rounds = 4
    public var universalRepeats = 2
    public var rate: Float = 0.1
    public var foreignRate: Float = 0.5
    public init() {}
  }

  let morphology: Morphology
  let options: Options

  /// Readings of abbreviations, by the key of the form.
  private var abbreviations: [UInt64: [TreebankReading]] = [:]

  /// A training; `abbreviations` has lines «form<TAB>lemma<TAB>UPOS».
  public init(morphology: Morphology, abbreviations: [UInt8], options: Options = Options()) {
    self.morphology = morphology
    self.options = options
    for line in DataLines(abbreviations, keepsBlank: false) {
      let parts = line.split(separator: "\t")
      guard parts.count == 3, let partOfSpeech = UniversalPartOfSpeech(rawValue: String(parts[2]))
      else { continue }
      let reading = TreebankReading(
        lemma: Array(Folding.folded(String(parts[1])).utf8), tag: ContextTag(partOfSpeech))
      self.abbreviations[LemmaKey(folded: parts[0].utf8).rawValue, default: []].append(reading)
    }
  }

  /// The bytes of a model. The same corpora give the same bytes.
  public func train(_ corpora: [Corpus]) -> [UInt8] {
    let universal = corpora.filter { $0.conventions == .universal }.flatMap(\.sentences)
    let foreign = corpora.filter { $0.conventions == .openCorpora }.flatMap(\.sentences)
    let counts = counted(universal)
    let own = examples(universal, .universal, counts)
    let other = examples(foreign, .openCorpora, counts)
    var trainer = ContextTrainer(bits: options.bits)
    var random = Shuffler()
    for round in 0..<options.rounds {
      // The larger corpus follows other conventions: it teaches the grammar, in half of the rounds.
      if round < options.rounds - 1 {
        for index in random.order(other.count) where index % 2 == round % 2 {
          trainer.learn(other[index], rate: options.rate * options.foreignRate)
        }
      }
      for _ in 0..<options.universalRepeats {
        for index in random.order(own.count) { trainer.learn(own[index], rate: options.rate) }
      }
    }
    return ContextModelFile.bytes(
      weights: trainer.weights, counted: stored(counts, universal), attribution: Self.attribution)
  }

  /// A reading that treebanks have of a form, and how often.
  private typealias Counts = [UInt64: [TreebankReading: Int]]

  /// How often forms have readings.
  private func counted(_ sentences: [[TreebankToken]]) -> Counts {
    var result: Counts = [:]
    for token in sentences.joined() {
      guard let partOfSpeech = UniversalPartOfSpeech(rawValue: token.partOfSpeech) else { continue }
      var tag = ContextTag(partOfSpeech, features: token.features)
      tag.rawValue &= (1 << ContextTag.animacyShift) - 1
      result[key(token), default: [:]][TreebankReading(lemma: token.lemma, tag: tag), default: 0] +=
        1
    }
    return result
  }

  private func key(_ token: TreebankToken) -> UInt64 {
    var folded = [UInt8]()
    Folding.fold(PlainForm.of(token.form), into: &folded)
    return LemmaKey(folded: folded).rawValue
  }

  /// The readings that the model keeps: those that no dictionary gives.
  private func stored(_ counts: Counts, _ sentences: [[TreebankToken]]) -> [UInt64:
    [TreebankReading]]
  {
    var result: [UInt64: Set<TreebankReading>] = [:]
    for token in sentences.joined() {
      guard let partOfSpeech = UniversalPartOfSpeech(rawValue: token.partOfSpeech) else { continue }
      var readings = SentenceReadings()
      readings.append(token.form, morphology: morphology) { _, _ in }
      let lemma = LemmaKey(folded: token.lemma)
      let isThere = readings.candidates.contains {
        $0.lemma == lemma && $0.tag.partOfSpeech == UInt32(partOfSpeech.number)
      }
      guard !isThere else { continue }
      for reading in (counts[key(token)] ?? [:]).keys
      where reading.lemma == token.lemma && reading.tag.partOfSpeech == partOfSpeech.number {
        result[key(token), default: []].insert(reading)
      }
    }
    var ordered = abbreviations
    for (key, readings) in result {
      ordered[key] = with(
        Self.ordered((counts[key] ?? [:]).filter { readings.contains($0.key) }), key)
    }
    return ordered
  }

  /// Counted readings, and those of abbreviations that are not among them.
  private func with(_ counted: [TreebankReading], _ key: UInt64) -> [TreebankReading] {
    guard let more = abbreviations[key] else { return counted }
    return counted
      + more.filter { new in
        !counted.contains {
          $0.lemma == new.lemma && $0.tag.partOfSpeech == new.tag.partOfSpeech
        }
      }
  }

  private static func ordered(_ counts: [TreebankReading: Int]) -> [TreebankReading] {
    counts.sorted {
      ($1.value, $0.key.tag.rawValue) < ($0.value, $1.key.tag.rawValue)
        || ($1.value == $0.value && $0.key.tag == $1.key.tag
          && $0.key.lemma.lexicographicallyPrecedes($1.key.lemma))
    }.map(\.key)
  }

  private func examples(
    _ sentences: [[TreebankToken]], _ conventions: GoldCandidates.Conventions, _ counts: Counts
  ) -> [ContextTrainer.Example] {
    var result = [ContextTrainer.Example]()
    result.reserveCapacity(sentences.count * 2)
    var random = Shuffler()
    for sentence in sentences {
      result.append(example(sentence, conventions, counts, &random))
      result.append(example(Treebank.raw(sentence), conventions, counts, &random))
    }
    return result
  }

  private func example(
    _ sentence: [TreebankToken], _ conventions: GoldCandidates.Conventions, _ counts: Counts,
    _ random: inout Shuffler
  ) -> ContextTrainer.Example {
    var readings = SentenceReadings()
    for token in sentence {
      let isHidden =
        ["PROPN", "NOUN", "VERB", "ADJ"].contains(token.partOfSpeech)
        && random.next(token.partOfSpeech == "PROPN" ? 3 : 24) == 0
      readings.append(token.form, morphology: morphology, isHidden: isHidden) { form, body in
        var found = conventions == .universal ? counts[form] ?? [:] : [:]
        // A reading seen only here must be found without having been seen.
        if let partOfSpeech = UniversalPartOfSpeech(rawValue: token.partOfSpeech) {
          var tag = ContextTag(partOfSpeech, features: token.features)
          tag.rawValue &= (1 << ContextTag.animacyShift) - 1
          let own = TreebankReading(lemma: token.lemma, tag: tag)
          if found[own] == 1 { found[own] = nil }
        }
        for reading in with(Self.ordered(found), form) {
          body(CountedReading(lemma: LemmaKey(folded: reading.lemma), tag: reading.tag, record: 0))
        }
      }
    }
    readings.finish()
    let masks = sentence.indices.map { index in
      GoldCandidates.mask(
        readings.candidates[readings.words[index].candidates], token: sentence[index], conventions
      ) { candidate in
        counts[key(sentence[index])]?.keys.contains {
          $0.tag.partOfSpeech == candidate.tag.partOfSpeech
            && LemmaKey(folded: $0.lemma) == candidate.lemma
        } ?? false
      }
    }
    return ContextTrainer.Example(
      words: readings.words, candidates: readings.candidates, masks: masks)
  }

  private static let attribution = """
    Модель контекста: обучена на Universal Dependencies Russian-GSD, Russian-Taiga и \
    Russian-Poetry (части для разработки, CC BY-SA 4.0) и на однозначных предложениях OpenCorpora \
    (http://opencorpora.org, CC BY-SA 3.0). Файл распространяется на условиях CC BY-SA 4.0.
    """
}

/// A lemma and a tag of a treebank.
struct TreebankReading: Hashable, Sendable {
  /// The folded lemma.
  var lemma: [UInt8]
  var tag: ContextTag
}

/// The same pseudo-random orders each time.
struct Shuffler {
  private var state: UInt64 = 0x2545_F491_4F6C_DD1D

  mutating func order(_ count: Int) -> [Int] {
    var result = Array(0..<count)
    for index in result.indices.dropFirst().reversed() {
      result.swapAt(index, next(index + 1))
    }
    return result
  }

  /// A number below `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(truncatingIfNeeded: state >> 33) % limit
  }
}
