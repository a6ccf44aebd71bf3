import RussianMorphology
import RussianText

/// What one form counts as in `UseTraits`: itself, its beginning, its end and its grammar, a number each.
struct UseForm: Sendable {
  var form: UInt32
  /// Its first letters.
  var head: UInt32
  /// Its last letters.
  var tail: UInt32
  /// The part of speech of its best reading, and whether that is an imperative.
  var part: UInt32
  /// The part of speech with the grammemes that count.
  var tag: UInt32
  var lemma: UInt32

  private static let headLength = 5
  private static let tailLength = 3
  private static let imperative: UInt32 = 32
  private static let counted: Grammemes = [
    .singular, .plural, .nominative, .genitive, .dative, .accusative, .instrumental,
    .prepositional, .firstName, .surname, .patronymic, .perfective, .imperfective, .firstPerson,
    .secondPerson, .thirdPerson, .past, .present, .future, .imperative,
  ]

  init(_ word: WordInfo) {
    form = Self.hash(word.folded)
    head = Self.hash(Self.head(word.folded))
    tail = Self.hash(Self.tail(word.folded))
    let grammemes = word.best.grammemes
    part =
      UInt32(word.best.partOfSpeech.rawValue)
      + (grammemes.contains(.imperative) ? Self.imperative : 0)
    let bits = grammemes.intersection(Self.counted).rawValue
    tag = Self.mix(
      Self.mix(part, UInt32(truncatingIfNeeded: bits)), UInt32(truncatingIfNeeded: bits >> 32))
    lemma = UInt32(truncatingIfNeeded: word.best.lemma.rawValue >> 32)
  }

  /// A sign between words, or an end of the turn: whatever is asked, it is itself.
  init(sign: String) {
    let hash = Self.hash(Array(sign.utf8))
    (form, head, tail, part, tag, lemma) = (hash, hash, hash, hash, hash, hash)
  }

  private static func tail(_ form: [UInt8]) -> ArraySlice<UInt8> {
    var letters = 0
    let start = form.indices.last { index in
      if !isInsideLetter(form[index]) { letters += 1 }
      return letters == tailLength
    }
    return form[(start ?? 0)...]
  }

  private static func head(_ form: [UInt8]) -> ArraySlice<UInt8> {
    var letters = 0
    let end = form.indices.first { index in
      if !isInsideLetter(form[index]) { letters += 1 }
      return letters > headLength
    }
    return form[..<(end ?? form.count)]
  }

  private static func isInsideLetter(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// The upper half of FNV-1a.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var hash = StableHash()
    hash.add(bytes)
    return UInt32(truncatingIfNeeded: hash.value >> 32)
  }

  /// One number of two, in which every bit of both counts.
  static func mix(_ one: UInt32, _ other: UInt32) -> UInt32 {
    var result = (one ^ other) &* 0x85EB_CA6B
    result ^= result >> 13
    result = result &* 0xC2B2_AE35
    return result ^ result >> 16
  }
}

/// What every form of a cache is to a model of uses.
package struct UseForms: Sendable {
  private var model: UInt32?
  private(set) var forms: [UseForm] = []
  /// The categories that the model asks of each, a bit each.
  private(set) var asking: [UInt16] = []

  init(model: UInt32? = nil) { self.model = model }

  /// Learns the forms that are new.
  package mutating func complete(_ infos: [WordInfo], for model: UseModel) {
    if self.model != model.mark { self = UseForms(model: model.mark) }
    while forms.count < infos.count {
      let info = infos[forms.count]
      let form = UseForm(info)
      forms.append(form)
      asking.append(model.asking(of: form.form, readings: info.readings))
    }
  }
}
