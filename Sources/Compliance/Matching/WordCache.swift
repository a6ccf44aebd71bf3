package import RussianMorphology

/// What matching needs to know of one distinct word form.
package struct WordInfo: Sendable {
  /// The form in lower case with ё → е.
  package var folded: [UInt8]
  /// Hash of the folded form.
  package var key: LemmaKey
  /// All readings, best first.
  package var readings: [Reading]
  /// The base of a living diminutive, in the same form; nil for any other word.
  package var diminutive: DiminutiveBase?
  /// One bit per word matcher of the standard: whether it accepts this word.
  var accepted: [UInt64]
  /// Programs whose first word may be this one.
  var openings: [Int32]

  /// The most probable reading.
  package var best: Reading { readings[0] }

  @inline(__always)
  func accepts(_ matcher: Int32) -> Bool {
    accepted[Int(matcher) >> 6] & (1 << UInt64(matcher & 63)) != 0
  }
}

/// Words already read, by form. A cache belongs to one standard and one thread; it only saves
/// time and never changes an answer.
public struct WordCache: Sendable {
  package var infos: [WordInfo] = []
  private var indexes: [LemmaKey: Int32] = [:]
  /// Beyond so many distinct forms the cache starts anew, to keep memory constant.
  static let limit = 20_000

  public init() {}

  /// Empties a cache that has grown too large. Call only between calls: words keep indexes.
  mutating func trim() {
    if infos.count > Self.limit {
      infos.removeAll(keepingCapacity: true)
      indexes.removeAll(keepingCapacity: true)
    }
  }

  func index(of key: LemmaKey) -> Int32? { indexes[key] }

  mutating func insert(_ info: WordInfo) -> Int32 {
    let index = Int32(infos.count)
    infos.append(info)
    indexes[info.key] = index
    return index
  }
}
