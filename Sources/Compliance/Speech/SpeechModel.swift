package import RussianMorphology
import RussianText

/// What was learned of speech from labelled turns: a small network over the words around each word,
/// for what no phrase of a standard says outright. What it hears are its outputs, each with a name.
///
/// The file, little-endian: magic (8), version (4), how many lemmas (4), forms (4), bytes of the
/// outputs' names (4), bytes of the attribution (4), FNV-1a of all after it (4). Then single
/// numbers of 32 bits: steps of the two tables, every weight in the order of `init`; the keys of the
/// lemmas in rising order, 32 bits each, and their vectors, a signed byte a number; the same of the
/// forms; the outputs' names, a line each, and the attribution.
public struct SpeechModel: Sendable {
  static let magic = Array("KAMPARAF".utf8)
  /// Raise it with every change of the layout or of what is counted.
  static let version = 3
  private static let headerSize = 32
  /// Bits of grammemes, parts of speech, signs before and after a word with its place in the turn.
  static let grammemeCount = 64
  static let partCount = PartOfSpeech.allCases.count
  static let signCount = 14

  /// Vectors of lemmas, and of the forms that were heard often.
  let lemmas: VectorTable
  let forms: VectorTable
  let grammemes: [WordVector]
  let parts: [WordVector]
  /// What every word begins with.
  let constant: WordVector
  let signs: [WordVector]
  let gate: SpeechGate
  /// Three of them.
  let layers: [SpeechLayer]
  /// What each sign adds in the first of them.
  let signShares: [WordVector]
  let output: SpeechOutput
  /// The name of each output but the first, which is any other speech: fifteen at most.
  let outputs: [String]
  /// From which probability on an output is heard, though maybe not surely; over one: never.
  let thresholds: [Float]
  /// Whose words and vectors the model was made of, and on which terms.
  public let attribution: String
  /// Changes when the model does.
  public let mark: UInt32

  /// The file is no model of speech, or not one that this program reads.
  public struct Damaged: Error, CustomStringConvertible {
    public var description: String {
      "модель речи, которая узнаёт сказанное другими словами, повреждена или от другой версии"
    }

    package init() {}
  }

  /// A model from the bytes of its file.
  public init(bytes: [UInt8]) throws(Damaged) {
    try self.init(ByteSection(MappedMemory(bytes: bytes)))
  }

  /// A model from its file, which stays open while the model is used.
  package init(_ bytes: ByteSection) throws(Damaged) {
    var reader = SpeechModelReader(bytes)
    guard try reader.take(8).elementsEqual(Self.magic), try reader.integer() == Self.version else {
      throw Damaged()
    }
    let lemmaCount = try reader.integer()
    let formCount = try reader.integer()
    let namesSize = try reader.integer()
    let attributionSize = try reader.integer()
    mark = UInt32(truncatingIfNeeded: try reader.integer())
    guard mark == Self.checksum(bytes, from: Self.headerSize) else { throw Damaged() }
    let lemmaStep = try reader.number()
    let formStep = try reader.number()
    grammemes = try reader.vectors(Self.grammemeCount)
    parts = try reader.vectors(Self.partCount)
    constant = try reader.vector()
    signs = try reader.vectors(Self.signCount)
    gate = try SpeechGate(&reader, signs: signs)
    var layers: [SpeechLayer] = []
    for distance in [1, 2, 4] {
      layers.append(
        SpeechLayer(
          distance: distance, weights: try reader.vectors(3 * WordVector.count),
          bias: try reader.vector()))
    }
    self.layers = layers
    signShares = signs.flatMap { layers[0].shares(of: $0) }
    output = try SpeechOutput(&reader)
    thresholds = try reader.numbers(16)
    lemmas = try VectorTable(&reader, count: lemmaCount, step: lemmaStep)
    forms = try VectorTable(&reader, count: formCount, step: formStep)
    let names = String(decoding: try reader.take(namesSize), as: UTF8.self)
    outputs = names.split(separator: "\n").map { String($0) }
    attribution = String(decoding: try reader.take(attributionSize), as: UTF8.self)
    guard outputs.count < 16, reader.isAtEnd else { throw Damaged() }
  }

  /// FNV-1a of 32 bits over words of four bytes, and over what is left of them byte by byte.
  static func checksum(_ bytes: ByteSection, from start: Int) -> UInt32 {
    ByteSection(bytes, min(start, bytes.count)..<bytes.count).withBytes { raw in
      var hash: UInt32 = 0x811c_9dc5
      let end = raw.count & ~3
      for start in stride(from: 0, to: end, by: 4) {
        let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt32.self))
        hash = (hash ^ word) &* 0x0100_0193
      }
      for byte in raw[end...] { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
      return hash
    }
  }

  /// What a word is to the model, whatever stands around it: the mean of its best readings.
  func vector(of word: WordInfo) -> WordVector {
    let readings = word.readings.prefix(3)
    if let meant = word.soundAlikes.first, forms[word.key] == nil,
      readings.allSatisfy({ lemmas[$0.lemma] == nil })
    {
      return vector(of: meant)
    }
    var result = constant
    let share = 1 / Float(max(1, readings.count))
    for reading in readings {
      if let vector = lemmas[reading.lemma] { result.add(vector, times: share) }
      if !Self.isShape(reading.partOfSpeech) {
        result.add(parts[Int(reading.partOfSpeech.rawValue)], times: share)
      }
      var bits = reading.grammemes.rawValue
      while bits != 0 {
        result.add(grammemes[bits.trailingZeroBitCount], times: share)
        bits &= bits - 1
      }
    }
    if let vector = forms[word.key] { result.add(vector, times: 1) }
    return result
  }

  private static func isShape(_ part: PartOfSpeech) -> Bool {
    switch part {
    case .number, .roman, .latin, .punctuation, .unknown: true
    default: false
    }
  }
}

/// Vectors by the upper half of a word's key.
struct VectorTable: Sendable {
  private let keys: [UInt32]
  /// Signed, a vector after the other.
  private let bytes: ByteSection
  private let step: Float

  init(_ reader: inout SpeechModelReader, count: Int, step: Float) throws(SpeechModel.Damaged) {
    keys = try reader.words(count)
    bytes = try reader.section(count * WordVector.count)
    self.step = step
  }

  subscript(key: LemmaKey) -> WordVector? {
    let wanted = UInt32(truncatingIfNeeded: key.rawValue >> 32)
    let found = keys.indices.partitioningIndex { keys[$0] >= wanted }
    guard found < keys.count, keys[found] == wanted else { return nil }
    return bytes.withBytes { raw in
      WordVector {
        Float(raw.load(fromByteOffset: found * WordVector.count + $0, as: Int8.self)) * step
      }
    }
  }
}

/// Reads a model's file from its start.
struct SpeechModelReader {
  private let bytes: ByteSection
  private var place = 0

  init(_ bytes: ByteSection) { self.bytes = bytes }

  var isAtEnd: Bool { place == bytes.count }

  mutating func section(_ count: Int) throws(SpeechModel.Damaged) -> ByteSection {
    guard count >= 0, count <= bytes.count - place else { throw SpeechModel.Damaged() }
    place += count
    return ByteSection(bytes, place - count..<place)
  }

  mutating func take(_ count: Int) throws(SpeechModel.Damaged) -> [UInt8] {
    try section(count).bytes(0..<count)
  }

  mutating func words(_ count: Int) throws(SpeechModel.Damaged) -> [UInt32] {
    guard count >= 0, count <= bytes.count / 4 else { throw SpeechModel.Damaged() }
    return try section(4 * count).withBytes { raw in
      (0..<count).map {
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self))
      }
    }
  }

  mutating func integer() throws(SpeechModel.Damaged) -> Int { Int(try words(1)[0]) }

  mutating func number() throws(SpeechModel.Damaged) -> Float { try numbers(1)[0] }

  mutating func numbers(_ count: Int) throws(SpeechModel.Damaged) -> [Float] {
    let numbers = try words(count).map { Float(bitPattern: $0) }
    guard numbers.allSatisfy(\.isFinite) else { throw SpeechModel.Damaged() }
    return numbers
  }

  mutating func vector() throws(SpeechModel.Damaged) -> WordVector {
    let numbers = try numbers(WordVector.count)
    return WordVector { numbers[$0] }
  }

  mutating func vectors(_ count: Int) throws(SpeechModel.Damaged) -> [WordVector] {
    var result: [WordVector] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(try vector()) }
    return result
  }
}
