import RussianMorphology

/// A person's name as it stands in a turn: «иванова ольга», «Пётр Ильич», «Зульфия».
struct NameGroup: Sendable, Hashable {
  var turn: Int
  var words: Range<Int>
  var parts: NameParts
  /// Keys by which two mentions of one first name are known to be the same.
  var firstNames: Set<LemmaKey> = []
  /// Whether it may stand in the nominative, as a name said of oneself or called out does.
  var isNominative: Bool
  /// Whether it is hardly anything but a name: «света» and «марта» are not.
  var isSure: Bool

  var stretch: Stretch { Stretch(turn: turn, words: words) }

  /// Surname and first name, or first name and patronymic.
  var isFull: Bool { parts.isFull }
}

/// Which parts of a full name are there.
struct NameParts: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let first = Self(rawValue: 1)
  static let surname = Self(rawValue: 2)
  static let patronymic = Self(rawValue: 4)

  var isFull: Bool { contains(.first) && !isDisjoint(with: [.surname, .patronymic]) }
}

/// One word that may be part of a name.
struct NameWord {
  /// Parts it may be, the likeliest first.
  var parts: [NameParts] = []
  var keys: Set<LemmaKey> = []
  var isNominative = false
  /// How much of the word's use is as a name, 0…1.
  var weight: Float = 0

  /// A first name that no dictionary has.
  init(firstName keys: Set<LemmaKey>, isNominative: Bool) {
    parts = [.first]
    self.keys = keys
    self.isNominative = isNominative
    weight = 1
  }

  /// - Parameter least: the share of its uses as a name from which the word may be one.
  init?(_ info: WordInfo, least: Float = 0.02) {
    var weights: [NameParts: Float] = [:]
    for reading in info.readings {
      guard let part = NameParts(reading) else { continue }
      weights[part, default: 0] += reading.probability
      weight += reading.probability
      keys.insert(reading.lemma)
      if reading.grammemes.contains(.nominative), !reading.grammemes.contains(.plural) {
        isNominative = true
      }
    }
    guard weight > least else { return nil }
    parts = weights.sorted { $0.value > $1.value }.map(\.key)
  }
}

extension NameParts {
  /// The part of a name that a reading says the word is.
  init?(_ reading: Reading) {
    if reading.grammemes.contains(.patronymic) {
      self = .patronymic
    } else if reading.grammemes.contains(.firstName) {
      self = .first
    } else if reading.grammemes.contains(.surname) {
      self = .surname
    } else {
      return nil
    }
  }
}
