/// One way to read a word form: its lemma, part of speech and grammemes.
public struct Reading: Sendable, Hashable {
  public var partOfSpeech: PartOfSpeech
  public var grammemes: Grammemes
  /// Key of the folded lemma.
  public var lemma: LemmaKey
  /// Estimated probability of this reading of the form, 0…1; the readings of a form sum to 1.
  public var probability: Float
  /// Where the reading comes from.
  public var source: Source
  /// Paradigm and slot in the dictionary, and how many bytes of the form stand before the part
  /// the paradigm covers (prefixes, first halves of hyphenated words) and after it (particles).
  package var paradigm: UInt16
  package var slot: UInt16
  package var outerPrefix: UInt8
  package var outerSuffix: UInt8
  /// How likely the dictionary alone thinks it, see ``FormEntry/prior``; 0 where it is not known.
  package var prior: UInt8

  public enum Source: UInt8, Sendable, Hashable {
    case dictionary, prediction, shape
  }

  package init(
    partOfSpeech: PartOfSpeech, grammemes: Grammemes, lemma: LemmaKey, probability: Float,
    source: Source, paradigm: UInt16 = .max, slot: UInt16 = 0, outerPrefix: UInt8 = 0,
    outerSuffix: UInt8 = 0, prior: UInt8 = 0
  ) {
    self.partOfSpeech = partOfSpeech
    self.grammemes = grammemes
    self.lemma = lemma
    self.probability = probability
    self.source = source
    self.paradigm = paradigm
    self.slot = slot
    self.outerPrefix = outerPrefix
    self.outerSuffix = outerSuffix
    self.prior = prior
  }
}
