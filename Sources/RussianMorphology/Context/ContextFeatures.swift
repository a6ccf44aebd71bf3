/// What a word's surroundings say, as hashes that are combined with those of each candidate.
///
/// A feature is a pair of a hash of the surroundings and one of the candidate; its weight lies in
/// a table at a place computed from both. Training and ranking use this one description. What
/// depends on readings chosen before the word is apart, in ``LeftFeatures``.
struct ContextFeatures {
  private static let fineCount = 6
  private static let coarseCount = 6
  private static let lemmaCount = 7

  private var fine = InlineArray<6, UInt64>(repeating: 0)
  private var coarse = InlineArray<6, UInt64>(repeating: 0)
  private var lemmas = InlineArray<7, UInt64>(repeating: 0)
  private let right: ContextTag
  private let shape: UInt64
  private let ending: UInt64

  /// The surroundings of the word at `index`.
  @inline(__always)
  init(_ words: Span<ContextWord>, at index: Int) {
    let none = ContextWord()
    let word = words[index]
    let previous = index > 0 ? words[index &- 1] : none
    let beforePrevious = index > 1 ? words[index &- 2] : none
    let next = index &+ 1 < words.count ? words[index &+ 1] : none
    let afterNext = index &+ 2 < words.count ? words[index &+ 2] : none
    let guess = UInt64(next.guess.coarse.rawValue)
    right = next.guess
    shape = UInt64(word.capitals.rawValue) &* 2 &+ (word.isKnown ? 1 : 0)
    ending = word.ending3

    fine[0] = FeaturePlace.mix(1, word.form)
    fine[1] = FeaturePlace.mix(2, word.ending3)
    fine[2] = FeaturePlace.mix(4, previous.form)
    fine[3] = FeaturePlace.mix(5, shape)
    fine[4] = FeaturePlace.mix(6, next.form)
    fine[5] = FeaturePlace.mix(7, next.ambiguity)

    coarse[0] = FeaturePlace.mix(12, word.ending2)
    coarse[1] = FeaturePlace.mix(13, beforePrevious.form)
    coarse[2] = FeaturePlace.mix(14, afterNext.form)
    coarse[3] = FeaturePlace.mix(19, word.ambiguity)
    coarse[4] = FeaturePlace.mix(22, previous.form &+ next.form &* 3)
    coarse[5] = FeaturePlace.mix(
      23,
      shape &<< 8 | UInt64(previous.capitals.rawValue) &<< 4
        | UInt64(next.capitals.rawValue))

    lemmas[0] = FeaturePlace.mix(31, 0)
    lemmas[1] = FeaturePlace.mix(32, word.form)
    lemmas[2] = FeaturePlace.mix(33, word.form &+ previous.form &* 3)
    lemmas[3] = FeaturePlace.mix(34, word.form &+ next.form &* 3)
    lemmas[4] = FeaturePlace.mix(36, word.form &+ next.ambiguity &* FeaturePlace.pairing)
    lemmas[5] = FeaturePlace.mix(37, word.form &+ guess &* FeaturePlace.pairing)
    lemmas[6] = FeaturePlace.mix(38, shape)
  }

  /// Calls `body` with the place of each feature of a candidate among 2⁶⁴⁻ˢʰⁱᶠᵗ.
  @inline(__always)
  func forEach(_ candidate: ReadingCandidate, shift: UInt64, _ body: (Int) -> Void) {
    forEachOfLemma(FeaturePlace.lemmaPart(candidate), shift: shift, body)
    forEachOfTag(candidate, shift: shift, body)
  }

  /// The features of a lemma and a part of speech, see ``FeaturePlace/lemmaPart(_:)``.
  @inline(__always)
  func forEachOfLemma(_ lemma: UInt64, shift: UInt64, _ body: (Int) -> Void) {
    for index in 0..<Self.lemmaCount { body(FeaturePlace.of(lemmas[index], lemma, shift)) }
  }

  /// The features of a candidate but those of its lemma.
  @inline(__always)
  func forEachOfTag(_ candidate: ReadingCandidate, shift: UInt64, _ body: (Int) -> Void) {
    let tag = candidate.tag
    let finePart = FeaturePlace.finePart(tag)
    let coarsePart = FeaturePlace.coarsePart(tag)
    for index in 0..<Self.fineCount { body(FeaturePlace.of(fine[index], finePart, shift)) }
    for index in 0..<Self.coarseCount { body(FeaturePlace.of(coarse[index], coarsePart, shift)) }
    let partOfSpeech = FeaturePlace.part(UInt64(tag.partOfSpeech))
    let convention = UInt64(candidate.convention.rawValue)
    let prior = UInt64(candidate.prior) / 12
    body(FeaturePlace.of(FeaturePlace.mix(51, prior), 0, shift))
    body(FeaturePlace.of(FeaturePlace.mix(52, prior &<< 8 | shape), partOfSpeech, shift))
    body(FeaturePlace.of(FeaturePlace.mix(53, convention &<< 8 | shape), partOfSpeech, shift))
    body(FeaturePlace.of(FeaturePlace.mix(54, convention &+ ending &* 16), finePart, shift))
    body(FeaturePlace.of(FeaturePlace.mix(56, tag.agreement(with: right)), 0, shift))
  }
}

/// What the readings chosen before a word say, as ``ContextFeatures``.
struct LeftFeatures {
  private let fine: UInt64
  private var coarse = InlineArray<5, UInt64>(repeating: 0)
  private let lemma: UInt64
  private let left: ContextTag

  /// The tags of the two words before the word at `index`.
  @inline(__always)
  init(_ words: Span<ContextWord>, at index: Int, left: ContextTag, beforeLeft: ContextTag) {
    let word = words[index]
    let next = index &+ 1 < words.count ? words[index &+ 1] : ContextWord()
    let leftCoarse = UInt64(left.coarse.rawValue)
    let paired = leftCoarse &* FeaturePlace.pairing
    self.left = left
    fine = FeaturePlace.mix(3, UInt64(left.rawValue))
    coarse[0] = FeaturePlace.mix(11, leftCoarse &<< 32 | UInt64(beforeLeft.coarse.rawValue))
    coarse[1] = FeaturePlace.mix(15, next.ambiguity &+ paired)
    coarse[2] = FeaturePlace.mix(20, word.ambiguity &+ paired)
    coarse[3] = FeaturePlace.mix(25, UInt64(next.guess.coarse.rawValue) &<< 32 | leftCoarse)
    coarse[4] = FeaturePlace.mix(26, word.ending3 &+ paired)
    lemma = FeaturePlace.mix(35, word.form &+ paired)
  }

  /// Calls `body` with the place of each feature of a candidate.
  @inline(__always)
  func forEach(_ candidate: ReadingCandidate, shift: UInt64, _ body: (Int) -> Void) {
    let tag = candidate.tag
    let coarsePart = FeaturePlace.coarsePart(tag)
    body(FeaturePlace.of(fine, FeaturePlace.finePart(tag), shift))
    for index in 0..<5 { body(FeaturePlace.of(coarse[index], coarsePart, shift)) }
    body(FeaturePlace.of(lemma, FeaturePlace.lemmaPart(candidate), shift))
    body(FeaturePlace.of(FeaturePlace.mix(55, left.agreement(with: tag)), 0, shift))
  }
}

/// Hashes of the two halves of a feature, and its place in the table.
enum FeaturePlace {
  static var pairing: UInt64 { 0x1_0001_0001 }

  /// The hash of what the surroundings say; `number` keeps kinds of features apart.
  @inline(__always)
  static func mix(_ number: UInt64, _ value: UInt64) -> UInt64 {
    let product = (value ^ (number &* 0xD6E8_FEB8_6659_FD93)) &* 0x9E37_79B9_7F4A_7C15
    return product ^ (product &>> 32)
  }

  /// The hash of something of a candidate.
  @inline(__always)
  static func part(_ value: UInt64) -> UInt64 {
    let product = value &* 0xC2B2_AE3D_27D4_EB4F
    return product ^ (product &>> 29)
  }

  /// What stands for the lemma and the part of speech of a candidate.
  @inline(__always)
  static func lemmaPart(_ candidate: ReadingCandidate) -> UInt64 {
    part(candidate.lemma.rawValue &+ UInt64(candidate.tag.partOfSpeech))
  }

  /// What stands for a tag without animacy.
  @inline(__always)
  static func finePart(_ tag: ContextTag) -> UInt64 { part(UInt64(tag.rawValue & 0x3FFFF)) }

  /// What stands for the coarse part of a tag.
  @inline(__always)
  static func coarsePart(_ tag: ContextTag) -> UInt64 {
    part(UInt64(tag.coarse.rawValue) | 1 &<< 40)
  }

  /// The place of the feature of both halves.
  @inline(__always)
  static func of(_ context: UInt64, _ part: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((context ^ part) &* 0xFF51_AFD7_ED55_8CCD) &>> shift)
  }
}

extension ContextTag {
  /// Which features two neighbours share, the left one's tag being this.
  @inline(__always)
  func agreement(with right: ContextTag) -> UInt64 {
    var result = UInt64(partOfSpeech) &<< 5 | UInt64(right.partOfSpeech)
    func compare(_ left: UInt32, _ right: UInt32) {
      result = result &* 4 &+ (left == 0 || right == 0 ? 0 : left == right ? 1 : 2)
    }
    compare(grammaticalCase, right.grammaticalCase)
    compare(number, right.number)
    compare(gender, right.gender)
    compare(person, right.person)
    return result
  }
}
