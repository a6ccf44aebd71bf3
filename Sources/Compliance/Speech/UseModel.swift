package import RussianMorphology
import RussianText
import ServiceStandards

/// What was learned, from labelled turns, of how words are used that are offences in one place and none
/// in another: «вот» as a parasite or to point at something, «подождите» as an order or as a request.
/// A logistic regression for each category over the words around, which count by their numbers alone.
///
/// The file, little-endian: magic (8), version (4), how many categories (4), words (4), bytes of the
/// categories' names (4), bytes of the attribution (4), FNV-1a of all after it (4). Then, as single numbers
/// of 32 bits, the step of each category's weights and what it begins with; the categories that ask of
/// every imperative, a bit each (4); the keys of the words in rising order and the categories that ask
/// of each, a bit each (4 and 4); the weights, a signed byte for each of sixteen categories, for each
/// of 262,144 traits; the categories' names, a line each, and the attribution.
public struct UseModel: Sendable {
  static let magic = Array("KAMUSAGE".utf8)
  /// Raise it with every change of the layout or of what is counted.
  static let version = 2
  private static let headerSize = 32
  /// How many traits there are; a trait's number is taken by it.
  static let traitCount = 1 << 18
  /// Of weights, for each trait.
  private static let width = 16

  /// Tells this model from all others.
  let mark: UInt32
  /// In the order of their weights.
  let categories: [Category]
  private let steps: SIMD16<Float>
  private let starts: SIMD16<Float>
  private let ofImperatives: UInt16
  private let words: [UInt32]
  private let asking: [UInt16]
  private let weights: ByteSection
  /// On what it was trained.
  public let attribution: String

  /// A model from the bytes of its file.
  ///
  /// - Throws: `SpeechModel.Damaged` when they are no such file, or another version's.
  public init(bytes: [UInt8]) throws(SpeechModel.Damaged) {
    try self.init(ByteSection(MappedMemory(bytes: bytes)))
  }

  /// A model from its file, which stays open while the model is used.
  package init(_ bytes: ByteSection) throws(SpeechModel.Damaged) {
    var reader = SpeechModelReader(bytes)
    guard try reader.take(8).elementsEqual(Self.magic), try reader.integer() == Self.version else {
      throw SpeechModel.Damaged()
    }
    let categoryCount = try reader.integer()
    let wordCount = try reader.integer()
    let namesSize = try reader.integer()
    let attributionSize = try reader.integer()
    mark = UInt32(truncatingIfNeeded: try reader.integer())
    guard categoryCount <= Self.width,
      mark == SpeechModel.checksum(bytes, from: Self.headerSize)
    else { throw SpeechModel.Damaged() }
    steps = Self.vector(try reader.numbers(categoryCount))
    starts = Self.vector(try reader.numbers(categoryCount))
    ofImperatives = UInt16(truncatingIfNeeded: try reader.integer())
    words = try reader.words(wordCount)
    asking = try reader.words(wordCount).map { UInt16(truncatingIfNeeded: $0) }
    weights = try reader.section(Self.traitCount * Self.width)
    let names = String(decoding: try reader.take(namesSize), as: UTF8.self)
    categories = names.split(separator: "\n").compactMap { Category(rawValue: String($0)) }
    attribution = String(decoding: try reader.take(attributionSize), as: UTF8.self)
    guard categories.count == categoryCount, reader.isAtEnd else { throw SpeechModel.Damaged() }
  }

  private static func vector(_ numbers: [Float]) -> SIMD16<Float> {
    var result = SIMD16<Float>.zero
    for (index, number) in numbers.enumerated() { result[index] = number }
    return result
  }

  /// So many of a word's likeliest readings count, as in the model's training.
  private static let readings = 3

  /// The categories that ask how a form is used, a bit each.
  func asking(of form: UInt32, readings: [Reading]) -> UInt16 {
    let place = words.partitioningIndex { $0 >= form }
    let own = place < words.count && words[place] == form ? asking[place] : 0
    let isImperative = readings.prefix(Self.readings).contains {
      $0.grammemes.contains(.imperative)
    }
    return isImperative ? own | ofImperatives : own
  }

  /// The weights of some traits, added up.
  func sums(of traits: [UInt32]) -> SIMD16<Int32> {
    var sums = SIMD16<Int32>.zero
    weights.withBytes { raw in
      for trait in traits {
        let row = Int(trait) & (Self.traitCount - 1)
        sums &+= SIMD16<Int32>(
          truncatingIfNeeded: raw.loadUnaligned(
            fromByteOffset: row * Self.width, as: SIMD16<Int8>.self))
      }
    }
    return sums
  }

  /// How likely a word is an offence of each category, from 0 to 1, by the sums of its traits.
  func chances(_ sums: SIMD16<Int32>) -> SIMD16<Float> {
    var scores = SIMD16<Float>(sums) * steps + starts
    scores.clamp(
      lowerBound: SIMD16(repeating: -Self.mostScore), upperBound: SIMD16(repeating: Self.mostScore))
    return 1 / (1 + (-scores).exponential)
  }

  /// Beyond it a chance is as good as none or certain.
  private static let mostScore: Float = 30
}
