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

  /// The most probable reading.
  package var best: Reading { readings[0] }
}

/// A form that has just been read, for the cache to keep.
struct ReadWord {
  var info: WordInfo
  /// One bit per word matcher of the standard, and per clause that its phrases require.
  var accepted: [UInt64]
}

/// Words already read, by form. A cache belongs to one standard and one thread; it only saves
/// time and never changes an answer.
public struct WordCache: Sendable {
  package private(set) var infos: [WordInfo] = []
  /// The bits of every form, one after the other.
  private(set) var accepted: [UInt64] = []
  private var indexes: [LemmaKey: Int32] = [:]
  /// Beyond so many distinct forms the cache starts anew, to keep memory constant.
  static let limit = 4_000

  public init() {}

  /// Empties a cache that has grown too large. Call only between calls: words keep indexes.
  mutating func trim() {
    if infos.count > Self.limit {
      infos.removeAll(keepingCapacity: true)
      accepted.removeAll(keepingCapacity: true)
      indexes.removeAll(keepingCapacity: true)
    }
  }

  func index(of key: LemmaKey) -> Int32? { indexes[key] }

  mutating func insert(_ word: ReadWord) -> Int32 {
    let index = Int32(infos.count)
    let info = word.info
    infos.append(info)
    accepted += word.accepted
    indexes[info.key] = index
    return index
  }
}
