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

  /// Whether both may name one person: their first names agree, or one of them has none.
  func canBe(_ other: NameGroup) -> Bool {
    firstNames.isEmpty || other.firstNames.isEmpty || !firstNames.isDisjoint(with: other.firstNames)
  }

  /// What is left before a company's name that was taken for part of it: «Аделина, Юмек».
  func without(_ companies: [Range<Int>]) -> NameGroup? {
    guard let company = companies.first(where: { $0.overlaps(words) }) else { return self }
    guard words.lowerBound < company.lowerBound, !firstNames.isEmpty else { return nil }
    var result = self
    result.words = words.lowerBound..<company.lowerBound
    if result.words.count == 1 { result.parts = .first }
    return result
  }
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
  init(firstName keys: Set<LemmaKey>, isNominative: Bool, weight: Float = 1) {
    parts = [.first]
    self.keys = keys
    self.isNominative = isNominative
    self.weight = weight
  }

  /// A surname of the list.
  init(surname info: WordInfo, weight: Float) {
    parts = [.surname]
    keys = [info.key]
    isNominative = true
    self.weight = weight
  }

  /// - Parameter least: the share of its uses as a name from which the word may be one.
  init?(_ info: WordInfo, least: Float = 0.02) {
    var weights: [NameParts: Float] = [:]
    for reading in info.readings {
      guard var part = NameParts(reading) else { continue }
      // «Шигапов»: the plural of a first name is not said, the surname made of it is.
      if part == .first, info.looksLikeSurname,
        reading.grammemes.contains(.plural) || reading.source != .dictionary
      {
        part = .surname
        isNominative = true
      }
      weights[part, default: 0] += reading.probability
      weight += reading.probability
      keys.insert(reading.lemma)
      if reading.grammemes.contains(.nominative), !reading.grammemes.contains(.plural) {
        isNominative = true
      }
      // «Ясмин», «Златан»: what looks like the plural of a name is another name.
      if part == .first, reading.grammemes.isSuperset(of: [.plural, .genitive]),
        info.endsInConsonant, NameParts(info.best) == .first
      {
        isNominative = true
      }
    }
    guard weight > least else { return nil }
    // «Гульназ», «Хоанг»: no dictionary knows which case it is in.
    if info.best.source != .dictionary, info.endsInConsonant { isNominative = true }
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

extension WordInfo {
  private static let surnameEndings = ["ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына"]
    .map { Array($0.utf8) }
  private static let consonants = Set(
    "бвгджзклмнпрстфхцчшщь".utf8.enumerated().compactMap {
      $0.offset % 2 == 1 ? $0.element : nil
    })
  private static let shortestSurname = 10

  /// Whether it ends as most surnames do.
  var looksLikeSurname: Bool {
    folded.count >= Self.shortestSurname
      && Self.surnameEndings.contains { folded.suffix($0.count).elementsEqual($0) }
  }

  /// Whether it ends in «а» or «я».
  var endsInA: Bool {
    ["а", "я"].contains { folded.suffix(2).elementsEqual($0.utf8) }
  }

  /// Whether it ends in a consonant or a soft sign.
  var endsInConsonant: Bool {
    guard let last = folded.last else { return false }
    return Self.consonants.contains(last)
  }
}
