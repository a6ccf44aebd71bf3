import RussianText

/// The words of a sentence with all their candidates, in flat arrays that are reused.
public struct SentenceReadings: Sendable {
  var words: [ContextWord] = []
  var candidates: [ReadingCandidate] = []
  var readings: [Reading] = []
  /// Folded lemmas that no reading gives, one after the other, and where each starts.
  private var written: [UInt8] = []
  private var writtenStarts: [Int] = []
  /// A score of each candidate, the best is the highest.
  var scores: [Int32] = []
  /// The index of the chosen candidate of each word.
  private(set) var chosen: [Int32] = []
  var lookup = SentenceLookup()
  /// Words of sentences before this one, unless nothing is to be remembered.
  var memory: WordMemory?
  private var found: [Reading] = []
  private var folded: [UInt8] = []

  /// No sentence yet. What is remembered of words changes how long a sentence takes, nothing else.
  public init(remembersWords: Bool = true) {
    memory = remembersWords ? WordMemory() : nil
  }

  /// The count of words.
  public var count: Int { words.count }

  /// Key of the lemma and part of speech chosen for the word at `index`.
  public func chosen(at index: Int) -> (lemma: LemmaKey, partOfSpeech: UniversalPartOfSpeech) {
    let candidate = candidates[Int(chosen[index])]
    return (
      candidate.lemma,
      UniversalPartOfSpeech(number: UInt8(candidate.tag.partOfSpeech)) ?? .other
    )
  }

  /// Notes the candidate of `word` with the best score, and returns its index.
  @discardableResult
  mutating func choose(_ word: ContextWord) -> Int {
    var best = word.candidates.lowerBound
    for index in word.candidates where scores[index] > scores[best] { best = index }
    chosen.append(Int32(best))
    return best
  }

  /// The lemma of a candidate of `form`, in lower case.
  func lemma(of candidate: ReadingCandidate, form: String, _ ranker: ReadingRanker) -> String {
    if candidate.written >= 0 {
      return String(decoding: written(Int(candidate.written)), as: UTF8.self)
    }
    if candidate.written < -1, let model = ranker.model {
      return String(decoding: model.lemma(-2 - Int(candidate.written)), as: UTF8.self)
    }
    return ranker.morphology.lemma(of: readings[Int(candidate.reading)], form: form)
  }

  /// The lemma number `index` of those written out.
  func written(_ index: Int) -> ArraySlice<UInt8> {
    let next = index + 1 < writtenStarts.count ? writtenStarts[index + 1] : written.count
    return written[writtenStarts[index]..<next]
  }

  /// How many lemmas are written out.
  var lemmaCount: Int32 { Int32(truncatingIfNeeded: writtenStarts.count) }

  /// Writes out a lemma and returns its number.
  mutating func write(_ lemma: some Collection<UInt8>) -> Int32 {
    writtenStarts.append(written.count)
    written.append(contentsOf: lemma)
    return Int32(writtenStarts.count - 1)
  }

  mutating func removeAll() {
    words.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    written.removeAll(keepingCapacity: true)
    writtenStarts.removeAll(keepingCapacity: true)
    scores.removeAll(keepingCapacity: true)
    chosen.removeAll(keepingCapacity: true)
  }

  /// Appends a word with its candidates; `counted` gives what treebanks add to a form. A hidden
  /// word is read as if the dictionary had not got it.
  mutating func append(
    _ form: [UInt8], morphology: Morphology, isHidden: Bool = false,
    counted: (UInt64, (CountedReading) -> Void) -> Void
  ) {
    var folded = [UInt8]()
    Folding.fold(PlainForm.isPlain(form) ? form : PlainForm.of(form), replacing: &folded)
    append(
      form, folded: folded[...], value: morphology.dictionary.forms.value(of: folded.span),
      morphology: morphology, isHidden: isHidden, counted: counted)
  }

  /// Appends a word that has been folded and looked up: `value` is what the dictionary's automaton
  /// has of it.
  @inline(__always)
  mutating func append(
    _ form: [UInt8], folded bytes: ArraySlice<UInt8>, value: UInt32, morphology: Morphology,
    isHidden: Bool = false, counted: (UInt64, (CountedReading) -> Void) -> Void
  ) {
    let capital = Folding.isCapitalized(form)
    // The buffer of the word before, used again.
    var folded = [UInt8]()
    swap(&folded, &self.folded)
    defer { swap(&folded, &self.folded) }
    folded.removeAll(keepingCapacity: true)
    folded.append(contentsOf: bytes)
    var word = ContextWord()
    word.first = Int32(candidates.count)
    word.form = Self.hash(folded, 0)
    word.ending2 = Self.hash(folded, folded.count &- 4)
    word.ending3 = Self.hash(folded, folded.count &- 6)
    word.capitals = capital ? (PlainForm.isUpper(form) ? .all : .first) : .none
    let base = readings.count
    var lookedUp = folded
    if isHidden {
      found.removeAll(keepingCapacity: true)
      morphology.predict(folded.span, isCapitalized: capital, into: &found)
      readings.append(contentsOf: found)
    } else if !morphology.appendOnlyKnown(
      folded.span, value: value, isCapitalized: capital, into: &readings)
    {
      morphology.readings(folded: folded.span, isCapitalized: capital, into: &found)
      if found.first?.source == .prediction,
        let standard = StandardSpelling.of(folded, morphology)
      {
        lookedUp = standard
        morphology.readings(folded: standard.span, isCapitalized: capital, into: &found)
      }
      readings.append(contentsOf: found)
    }
    word.isKnown = lookedUp == folded && readings[base].source == .dictionary
    let builder = CandidateBuilder(form: lookedUp, isCapitalized: capital, word: word)
    for index in base..<readings.count {
      builder.add(readings[index], at: index, to: &self, morphology)
    }
    if lookedUp == folded {
      builder.addUnknown(at: base, to: &self, morphology)
    } else {
      builder.writeLemmas(of: &self, morphology)
    }
    counted(word.form) { builder.addCounted($0, at: base, to: &self) }
    word.count = Int32(candidates.count) - word.first
    summarise(&word)
    if let first = folded.first, first >= 0x30, first <= 0x39 { word.form = Self.pattern(folded) }
    word.endsSentence = Self.endsSentence(folded)
    words.append(word)
  }

  /// Ends the sentence: what capitals say depends on all its words.
  mutating func finish() {
    var hasLower = false
    var hasCapital = false
    for word in words {
      switch word.capitals {
      case .none: hasLower = hasLower || candidates[Int(word.first)].tag.partOfSpeech != 13
      case .first: hasCapital = true
      default: hasCapital = true
      }
    }
    var isStart = true
    for index in words.indices {
      let capitals = words[index].capitals
      if capitals == .none {
        if hasCapital { words[index].capitals = .lower }
      } else if capitals == .all {
        if !hasLower { words[index].capitals = isStart ? .first : .all }
      } else {
        words[index].capitals = isStart ? .first : .inside
      }
      let partOfSpeech = words[index].guess.partOfSpeech
      isStart = partOfSpeech == 13 && (isStart || words[index].endsSentence)
    }
  }

  private static func endsSentence(_ form: [UInt8]) -> Bool {
    guard let last = form.last else { return false }
    // . ! ? : " « „ “ … or a dash
    return switch last {
    case 0x2E, 0x21, 0x3F, 0x3A, 0x22, 0xAB, 0x9E, 0x9C, 0xA6, 0x2D, 0x94: true
    default: false
    }
  }

  private mutating func summarise(_ word: inout ContextWord) {
    var best: UInt8 = 255
    for index in word.candidates where candidates[index].prior < best {
      best = candidates[index].prior
      word.guess = candidates[index].tag
    }
    if best == 255, word.count > 0 { word.guess = candidates[Int(word.first)].tag }
    var classes: UInt64 = 0
    for index in word.candidates where Int(candidates[index].prior) <= Int(best) + 80 {
      let tag = candidates[index].tag
      classes |= 1 &<< UInt64(tag.partOfSpeech)
      if tag.grammaticalCase > 0 { classes |= 1 &<< UInt64(20 &+ tag.grammaticalCase) }
      if tag.number > 0 { classes |= 1 &<< UInt64(28 &+ tag.number) }
      if tag.form > 0 { classes |= 1 &<< UInt64(32 &+ tag.form) }
    }
    word.ambiguity = classes
  }

  /// A hash of a number that only its length and what is not a digit decide.
  private static func pattern(_ form: [UInt8]) -> UInt64 {
    hash(form.map { $0 >= 0x30 && $0 <= 0x39 ? 0x30 : $0 }, 0)
  }

  /// The hash of the bytes of `form` from `start`, as of a ``LemmaKey``.
  @inline(__always)
  private static func hash(_ form: [UInt8], _ start: Int) -> UInt64 {
    var hasher = LemmaHasher()
    let bytes = form.span
    var index = max(start, 0)
    while index < bytes.count {
      hasher.add(bytes[index])
      index &+= 1
    }
    return hasher.key.rawValue
  }
}
