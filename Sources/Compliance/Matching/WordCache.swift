package import RussianMorphology
import ServiceStandards

/// What matching needs to know of one distinct word form. An object, so that it is handed on
/// without copying what it holds.
package final class WordInfo: Sendable {
  /// The form in lower case with ё → е.
  package let folded: [UInt8]
  /// Hash of the folded form.
  package let key: LemmaKey
  /// All readings, best first.
  package let readings: [Reading]
  /// The most probable reading.
  package let best: Reading
  /// Of which grammar the readings are.
  let readingKind: ReadingKind
  /// The base of a living diminutive, in the same form; nil for any other word.
  package let diminutive: DiminutiveBase?
  /// The words it may have been meant for, when no dictionary has it: «даговор»; names are none.
  package let soundAlikes: [WordInfo]
  /// The letters, for names that are misheard.
  let outline: LetterOutline
  /// What the word may be in a person's name, when it is used as one often enough, and when any
  /// use counts.
  let nameWord: NameWord?
  let rareNameWord: NameWord?
  let endings: NameEndings

  init(
    folded: [UInt8], key: LemmaKey, readings: [Reading], diminutive: DiminutiveBase?,
    soundAlikes: [WordInfo] = []
  ) {
    self.folded = folded
    self.key = key
    self.readings = readings
    best = readings[0]
    readingKind = ReadingKind(readings)
    self.diminutive = diminutive
    self.soundAlikes = soundAlikes.filter { NameParts($0.best) == nil }
    outline = LetterOutline(CompanyNames.letters(folded))
    endings = NameEndings(folded)
    // «Лейло» is a name, whatever one would guess by its ending.
    let name = soundAlikes.first { NameParts($0.best) != nil }?.nameWord
    nameWord = name ?? NameWord(readings, endings)
    rareNameWord = nameWord ?? NameWord(readings, endings, least: 0)
  }

  /// Whether it may be half of a word that was written as two.
  var isPartOfWord: Bool { best.partOfSpeech == .preposition || best.source == .prediction }
}

/// Words already read, by form. A cache belongs to one thread, whatever standards it judges by; it
/// only saves time and never changes an answer.
public struct WordCache: Sendable {
  package private(set) var infos: [WordInfo] = []
  /// Of each form, whether it may be half of a word that was written as two.
  private(set) var partsOfWords: [Bool] = []
  private var indexes = FormIndex()
  private var tables: [FormTable] = []
  /// What the forms are to each model of speech.
  private var hearings: [WordHearing] = []
  /// What they are to a model of uses.
  package private(set) var useForms = UseForms()
  /// Beyond so many distinct forms the cache starts anew, to keep memory constant.
  static let limit = 10_000

  public init() {}

  /// Empties a cache that has grown too large. Call only between calls: words keep indexes.
  mutating func trim() {
    if infos.count > Self.limit {
      infos.removeAll(keepingCapacity: true)
      partsOfWords.removeAll(keepingCapacity: true)
      indexes = FormIndex()
      tables.removeAll()
      hearings.removeAll()
      useForms = UseForms()
    }
  }

  @inline(__always)
  func index(of key: LemmaKey) -> Int32? { indexes[key.rawValue] }

  mutating func insert(_ info: WordInfo) -> Int32 {
    infos.append(info)
    partsOfWords.append(info.isPartOfWord)
    return indexes.append(info.key.rawValue)
  }

  /// Finds the bits of every form for some layers that do not have them yet.
  mutating func complete(for layers: [PhraseLayer]) {
    for layer in layers {
      let place = tables.firstIndex { $0.layer === layer } ?? tables.count
      if place == tables.count { tables.append(FormTable(layer: layer)) }
      tables[place].complete(infos)
    }
  }

  /// Finds what every form that is new is to a model.
  mutating func complete(for model: SpeechModel) {
    let place = hearings.firstIndex { $0.model == model.mark } ?? hearings.count
    if place == hearings.count { hearings.append(WordHearing(model: model.mark)) }
    hearings[place].complete(for: model, infos)
  }

  /// Finds what every form that is new is to a model of uses.
  package mutating func complete(for model: UseModel) { useForms.complete(infos, for: model) }

  /// What every form is to a model.
  func hearing(of model: SpeechModel) -> WordHearing {
    hearings.first { $0.model == model.mark } ?? WordHearing(model: model.mark)
  }

  /// The bits of every form in a layer.
  func forms(of layer: PhraseLayer) -> FormBits {
    for place in tables.indices where tables[place].layer === layer { return tables[place].bits }
    return FormBits(stride: layer.stride)
  }

  /// The classes of every form in a layer that programs hang on.
  func hooks(of layer: PhraseLayer) -> FormHooks {
    for place in tables.indices where tables[place].layer === layer { return tables[place].hooks }
    return FormHooks()
  }

  /// The classes of words in a layer that some words have any of.
  func present(_ words: [AnalyzedWord], in layer: PhraseLayer) -> [UInt64] {
    for place in tables.indices where tables[place].layer === layer {
      return layer.present(words, classes: tables[place].classes)
    }
    return []
  }
}

/// Numbers of forms, in the order they came, by their hash.
private struct FormIndex: Sendable {
  private var keys: [UInt64] = []
  /// The number of a form, or -1; as many as a power of two, at least twice as many as forms.
  private var slots = [Int32](repeating: -1, count: 1 << 13)

  /// Keys are hashes already, but not of the best: they are mixed once more.
  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 32) & (slots.count - 1)
  }

  @inline(__always)
  subscript(key: UInt64) -> Int32? {
    var slot = slot(of: key)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a key that is not yet there; returns its number.
  mutating func append(_ key: UInt64) -> Int32 {
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for number in keys.indices { place(Int32(number)) }
    } else {
      place(Int32(keys.count - 1))
    }
    return Int32(keys.count - 1)
  }

  private mutating func place(_ number: Int32) {
    var slot = slot(of: keys[Int(number)])
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }
}
