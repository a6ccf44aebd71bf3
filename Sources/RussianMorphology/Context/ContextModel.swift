/// What was learned of words in sentences: weights of features, and readings that treebanks have and
/// the dictionary has not. A read-only memory-mapped file, checked like the dictionary.
///
/// Header, 64 bytes, little-endian: magic (8), version (4), binary logarithm of the count of weights
/// (4), size of the file (8), checksum of all after the header (8), slots of the table of forms (4),
/// records (4), bytes of lemmas (4), bytes of the attribution (4), checksum of the header before it
/// (8), reserved (8). Then: weights, one signed byte each; the table of forms, a key (8), the first
/// record (4) and their count (4) a slot, open addressing; records, key of the lemma (8), tag (4), the
/// lemma's first byte (4), its length (4), reserved (4); lemmas; the attribution.
public struct ContextModel: Sendable {
  static let magic: [UInt8] = Array("KAMCONTX".utf8)
  /// Raise it with every change of the layout or of the features.
  static let version: UInt32 = 2
  static let headerSize = 64
  static let recordSize = 24

  let weights: ByteSection
  let forms: ByteSection
  let records: ByteSection
  let lemmas: ByteSection
  private let attributionText: ByteSection
  /// Places are computed with 64 bits and shifted by this.
  let shift: UInt64
  private let formMask: Int

  /// Opens the model at `path`: checks its header, version and sizes.
  public init(path: String) throws(ContextModelError) {
    try self.init(memory: .mapping(path, ContextModelError.self), path: path)
  }

  /// A model from the bytes of a file.
  public init(bytes: [UInt8]) throws(ContextModelError) {
    try self.init(memory: MappedMemory(bytes: bytes), path: "память")
  }

  private init(memory: MappedMemory, path: String) throws(ContextModelError) {
    let file = ByteSection(memory)
    guard file.count >= Self.headerSize, file.bytes(0..<8) == Self.magic else {
      throw .damaged(path: path, reason: "это не модель контекста")
    }
    guard file.load32(8) == Self.version else {
      throw .otherVersion(path: path, found: file.load32(8), expected: Self.version)
    }
    let bits = file.load32(12)
    let sizes = [
      8..<26 ~= bits ? 1 << Int(bits) : -1, Int(file.load32(32)) * 16,
      Int(file.load32(36)) * Self.recordSize, Int(file.load32(40)), Int(file.load32(44)),
    ]
    let slots = Int(file.load32(32))
    guard sizes[0] > 0, slots > 0, slots & (slots - 1) == 0, file.load64(16) == UInt64(file.count),
      sizes.reduce(Self.headerSize, +) == file.count,
      file.load64(48) == DictionaryFile.checksum(file, 0..<48)
    else { throw .damaged(path: path, reason: "заголовок не сходится") }
    var sections = [ByteSection]()
    var start = Self.headerSize
    for size in sizes {
      sections.append(ByteSection(file, start..<(start + size)))
      start += size
    }
    weights = sections[0]
    forms = sections[1]
    records = sections[2]
    lemmas = sections[3]
    attributionText = sections[4]
    shift = UInt64(64 - bits)
    formMask = slots - 1
  }

  /// Who made the data and under which licence.
  public var attribution: String {
    String(decoding: attributionText.bytes(0..<attributionText.count), as: UTF8.self)
  }

  /// The records of the form with this key.
  @inline(__always)
  func records(of form: UInt64) -> Range<Int> {
    var slot = Int(truncatingIfNeeded: form &>> 20) & formMask
    // An empty slot has no records; a full table cannot be built.
    for _ in 0...formMask {
      let key = forms.load64(slot &* 16)
      let count = Int(forms.load32(slot &* 16 &+ 12))
      if count == 0 { return 0..<0 }
      if key == form {
        let first = Int(forms.load32(slot &* 16 &+ 8))
        return first..<min(first &+ count, max(first, records.count / Self.recordSize))
      }
      slot = (slot &+ 1) & formMask
    }
    return 0..<0
  }

  /// The reading in a record.
  @inline(__always)
  func reading(_ record: Int) -> CountedReading {
    let offset = record &* Self.recordSize
    return CountedReading(
      lemma: LemmaKey(rawValue: records.load64(offset)),
      tag: ContextTag(rawValue: records.load32(offset &+ 8)), record: Int32(record))
  }

  /// The folded lemma of a record.
  func lemma(_ record: Int) -> [UInt8] {
    let start = Int(records.load32(record &* Self.recordSize &+ 12))
    let length = Int(records.load32(record &* Self.recordSize &+ 16))
    return lemmas.bytes(start..<(start &+ length))
  }
}
