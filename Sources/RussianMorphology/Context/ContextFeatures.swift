/// What a word's surroundings say, as hashes that are combined with those of each candidate.
///
/// A feature is a pair of a hash of the surroundings and one of the candidate; its weight lies in
/// a table at a place computed from both. Training and ranking use this one description.
struct ContextFeatures {
  static let fineCount = 7
  static let coarseCount = 11
  static let lemmaCount = 8

  private var fine = InlineArray<7, UInt64>(repeating: 0)
  private var coarse = InlineArray<11, UInt64>(repeating: 0)
  private var lemmas = InlineArray<8, UInt64>(repeating: 0)
  private let left: ContextTag
  private let right: ContextTag
  private let shape: UInt64
  private let ending: UInt64

  /// The surroundings of the word at `index`, with the tags of the two words before it.
  @inline(__always)
  init(
    _ words: Span<ContextWord>, at index: Int, left: ContextTag, beforeLeft: ContextTag,
    leftLemma: UInt64
  ) {
    let none = ContextWord()
    let word = words[index]
    let previous = index > 0 ? words[index &- 1] : none
    let beforePrevious = index > 1 ? words[index &- 2] : none
    let next = index &+ 1 < words.count ? words[index &+ 1] : none
    let afterNext = index &+ 2 < words.count ? words[index &+ 2] : none
    let leftCoarse = UInt64(left.coarse.rawValue)
    let beforeCoarse = UInt64(beforeLeft.coarse.rawValue)
    let guess = UInt64(next.guess.coarse.rawValue)
    self.left = left
    right = next.guess
    shape = UInt64(word.capitals.rawValue) &* 2 &+ (word.isKnown ? 1 : 0)
    ending = word.ending3

    fine[0] = Self.mix(1, word.form)
    fine[1] = Self.mix(2, word.ending3)
    fine[2] = Self.mix(3, UInt64(left.rawValue))
    fine[3] = Self.mix(4, previous.form)
    fine[4] = Self.mix(5, shape)
    fine[5] = Self.mix(6, next.form)
    fine[6] = Self.mix(7, next.ambiguity)

    coarse[0] = Self.mix(11, leftCoarse &<< 32 | beforeCoarse)
    coarse[1] = Self.mix(12, word.ending2)
    coarse[2] = Self.mix(13, beforePrevious.form)
    coarse[3] = Self.mix(14, afterNext.form)
    coarse[4] = Self.mix(15, next.ambiguity &+ leftCoarse &* 0x1_0001_0001)
    coarse[5] = Self.mix(19, word.ambiguity)
    coarse[6] = Self.mix(20, word.ambiguity &+ leftCoarse &* 0x1_0001_0001)
    coarse[7] = Self.mix(22, previous.form &+ next.form &* 3)
    coarse[8] = Self.mix(
      23,
      shape &<< 8 | UInt64(previous.capitals.rawValue) &<< 4
        | UInt64(next.capitals.rawValue))
    coarse[9] = Self.mix(25, guess &<< 32 | leftCoarse)
    coarse[10] = Self.mix(26, word.ending3 &+ leftCoarse &* 0x1_0001_0001)

    lemmas[0] = Self.mix(31, 0)
    lemmas[1] = Self.mix(32, word.form)
    lemmas[2] = Self.mix(33, word.form &+ previous.form &* 3)
    lemmas[3] = Self.mix(34, word.form &+ next.form &* 3)
    lemmas[4] = Self.mix(35, word.form &+ leftCoarse &* 0x1_0001_0001)
    lemmas[5] = Self.mix(36, word.form &+ next.ambiguity &* 0x1_0001_0001)
    lemmas[6] = Self.mix(37, word.form &+ guess &* 0x1_0001_0001)
    lemmas[7] = Self.mix(38, shape)
  }

  /// Calls `body` with the place of each feature of a candidate among 2⁶⁴⁻ˢʰⁱᶠᵗ.
  @inline(__always)
  func forEach(_ candidate: ReadingCandidate, shift: UInt64, _ body: (Int) -> Void) {
    forEachOfLemma(Self.lemmaPart(candidate), shift: shift, body)
    forEachOfTag(candidate, shift: shift, body)
  }

  /// What stands for the lemma and the part of speech of a candidate.
  @inline(__always)
  static func lemmaPart(_ candidate: ReadingCandidate) -> UInt64 {
    part(candidate.lemma.rawValue &+ UInt64(candidate.tag.partOfSpeech))
  }

  /// The features of a lemma and a part of speech.
  @inline(__always)
  func forEachOfLemma(_ lemma: UInt64, shift: UInt64, _ body: (Int) -> Void) {
    for index in 0..<Self.lemmaCount { body(Self.place(lemmas[index], lemma, shift)) }
  }

  /// The features of a candidate but those of its lemma.
  @inline(__always)
  func forEachOfTag(_ candidate: ReadingCandidate, shift: UInt64, _ body: (Int) -> Void) {
    let tag = candidate.tag
    let finePart = Self.part(UInt64(tag.rawValue & 0x3FFFF))
    let coarsePart = Self.part(UInt64(tag.coarse.rawValue) | 1 &<< 40)
    let partOfSpeech = UInt64(tag.partOfSpeech)
    for index in 0..<Self.fineCount { body(Self.place(fine[index], finePart, shift)) }
    for index in 0..<Self.coarseCount { body(Self.place(coarse[index], coarsePart, shift)) }
    let convention = UInt64(candidate.convention.rawValue)
    let prior = UInt64(candidate.prior) / 12
    body(Self.place(Self.mix(51, prior), 0, shift))
    body(Self.place(Self.mix(52, prior &<< 8 | shape), Self.part(partOfSpeech), shift))
    body(Self.place(Self.mix(53, convention &<< 8 | shape), Self.part(partOfSpeech), shift))
    body(Self.place(Self.mix(54, convention &+ ending &* 16), finePart, shift))
    body(Self.place(Self.mix(55, Self.agreement(left, tag)), 0, shift))
    body(Self.place(Self.mix(56, Self.agreement(tag, right)), 0, shift))
  }

  /// Which features two neighbours share.
  @inline(__always)
  private static func agreement(_ left: ContextTag, _ right: ContextTag) -> UInt64 {
    var result = UInt64(left.partOfSpeech) &<< 5 | UInt64(right.partOfSpeech)
    func compare(_ left: UInt32, _ right: UInt32) {
      result = result &* 4 &+ (left == 0 || right == 0 ? 0 : left == right ? 1 : 2)
    }
    compare(left.grammaticalCase, right.grammaticalCase)
    compare(left.number, right.number)
    compare(left.gender, right.gender)
    compare(left.person, right.person)
    return result
  }

  @inline(__always)
  private static func mix(_ number: UInt64, _ value: UInt64) -> UInt64 {
    let product = (value ^ (number &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 32)
  }

  @inline(__always)
  private static func part(_ value: UInt64) -> UInt64 {
    let product = value &* 0xC2B2_AE3D_27D4_EB4F
    return product ^ (product &>> 29)
  }

  @inline(__always)
  private static func place(_ context: UInt64, _ part: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((context ^ part) &* 0xFF51_AFD7_ED55_8CCD) &>> shift)
  }
}
