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

/// Words already read, by form. A cache belongs to one thread, whatever standards it judges by; it
/// only saves time and never changes an answer.
public struct WordCache: Sendable {
  package private(set) var infos: [WordInfo] = []
  private var indexes: [LemmaKey: Int32] = [:]
  private var tables: [Table] = []
  /// Beyond so many distinct forms the cache starts anew, to keep memory constant.
  static let limit = 4_000

  /// The bits of the forms in one layer of phrases.
  private struct Table {
    let layer: PhraseLayer
    var rows: [UInt64] = []
    /// How many forms have their bits.
    var count = 0
  }

  public init() {}

  /// Empties a cache that has grown too large. Call only between calls: words keep indexes.
  mutating func trim() {
    if infos.count > Self.limit {
      infos.removeAll(keepingCapacity: true)
      indexes.removeAll(keepingCapacity: true)
      tables.removeAll()
    }
  }

  func index(of key: LemmaKey) -> Int32? { indexes[key] }

  mutating func insert(_ info: WordInfo) -> Int32 {
    let index = Int32(infos.count)
    infos.append(info)
    indexes[info.key] = index
    return index
  }

  /// Finds the bits of every form for some layers that do not have them yet.
  mutating func complete(for layers: [PhraseLayer]) {
    for layer in layers {
      let place: Int
      if let known = tables.firstIndex(where: { $0.layer === layer }) {
        place = known
      } else {
        place = tables.count
        tables.append(Table(layer: layer))
      }
      while tables[place].count < infos.count {
        layer.appendBits(of: infos[tables[place].count], to: &tables[place].rows)
        tables[place].count += 1
      }
    }
  }

  /// The bits of every form in a layer, one form after the other.
  func rows(of layer: PhraseLayer) -> [UInt64] {
    for table in tables where table.layer === layer { return table.rows }
    return []
  }
}
