/// The candidates of words that a sentence before had, so that running text costs less. They depend
/// on the form alone: remembering changes no answer. What the neighbours say is weighed anew.
struct WordMemory: Sendable {
  private struct Entry {
    var hash: UInt64
    var form: Range<Int>
    /// With the first of its candidates here.
    var word: ContextWord
    var readings: Range<Int>
    var lemmas: Range<Int>
  }

  private var owner: RankerIdentity?
  private var entries: [Entry] = []
  /// Numbers of entries from one, by hash; 0 is free.
  private var slots: [Int32] = []
  private var forms: [UInt8] = []
  private var candidates: [ReadingCandidate] = []
  private var readings: [Reading] = []
  private var lemmas: [UInt8] = []
  private var lemmaEnds: [Int] = [0]

  /// So many words take some two megabytes; the next sentence then starts afresh.
  private static let limit = 6_000
  private static let slotCount = 1 << 14

  /// Starts a sentence: forgets what another ranker read, and everything when it is too much.
  mutating func start(_ ranker: RankerIdentity) {
    guard owner !== ranker || entries.count >= Self.limit else { return }
    removeAll()
    owner = ranker
  }

  private mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    forms.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    lemmaEnds.removeAll(keepingCapacity: true)
    lemmaEnds.append(0)
    slots = Array(repeating: 0, count: Self.slotCount)
  }

  /// The number of the entry of `form`, written just so.
  func entry(of form: [UInt8]) -> Int? {
    let hash = Self.hash(form)
    var slot = Self.slot(hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) &- 1
      if entries[number].hash == hash, isForm(form, of: number) { return number }
      slot = (slot &+ 1) & (Self.slotCount &- 1)
    }
    return nil
  }

  private func isForm(_ form: [UInt8], of number: Int) -> Bool {
    let range = entries[number].form
    guard range.count == form.count else { return false }
    for index in form.indices where forms[range.lowerBound &+ index] != form[index] { return false }
    return true
  }

  /// Appends the word of an entry to a sentence.
  func recall(_ number: Int, into sentence: inout SentenceReadings) {
    let entry = entries[number]
    var word = entry.word
    let reading = Int32(sentence.readings.count &- entry.readings.lowerBound)
    let lemma = sentence.lemmaCount &- Int32(entry.lemmas.lowerBound)
    let first = Int32(sentence.candidates.count)
    for index in word.candidates {
      var candidate = candidates[index]
      candidate.reading &+= reading
      if candidate.written >= 0 { candidate.written &+= lemma }
      sentence.candidates.append(candidate)
    }
    sentence.readings.append(contentsOf: readings[entry.readings])
    for index in entry.lemmas {
      _ = sentence.write(lemmas[lemmaEnds[index]..<lemmaEnds[index + 1]])
    }
    word.first = first
    sentence.words.append(word)
  }

  /// Keeps the last word of a sentence, whose readings and written lemmas start at these places.
  mutating func keep(
    _ form: [UInt8], of sentence: SentenceReadings, readings first: Int, lemmas firstLemma: Int32
  ) {
    // A sentence of thousands of words must not fill the table.
    guard var word = sentence.words.last, entries.count < Self.slotCount / 2 else { return }
    let place = Int32(candidates.count)
    let reading = Int32(readings.count &- first)
    let lemma = Int32(lemmaEnds.count &- 1) &- firstLemma
    for index in word.candidates {
      var candidate = sentence.candidates[index]
      candidate.reading &+= reading
      if candidate.written >= 0 { candidate.written &+= lemma }
      candidates.append(candidate)
    }
    word.first = place
    let readingStart = readings.count
    readings.append(contentsOf: sentence.readings[first...])
    let lemmaStart = lemmaEnds.count - 1
    for index in firstLemma..<sentence.lemmaCount {
      lemmas.append(contentsOf: sentence.written(Int(index)))
      lemmaEnds.append(lemmas.count)
    }
    let formStart = forms.count
    forms.append(contentsOf: form)
    let hash = Self.hash(form)
    entries.append(
      Entry(
        hash: hash, form: formStart..<forms.count, word: word,
        readings: readingStart..<readings.count, lemmas: lemmaStart..<(lemmaEnds.count - 1)))
    var slot = Self.slot(hash)
    while slots[slot] != 0 { slot = (slot &+ 1) & (Self.slotCount &- 1) }
    slots[slot] = Int32(entries.count)
  }

  private static func hash(_ form: [UInt8]) -> UInt64 {
    var hasher = LemmaHasher()
    for byte in form { hasher.add(byte) }
    return hasher.key.rawValue
  }

  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> 24) & (slotCount &- 1)
  }
}

/// What tells one ranker from another, whatever memory was used with either.
final class RankerIdentity: Sendable {}
