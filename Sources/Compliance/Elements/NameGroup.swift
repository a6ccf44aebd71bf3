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

  /// What the word is first of all.
  var likeliestPart: NameParts? { parts.first }

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

  /// - Parameters:
  ///   - readings: all readings of the word, best first.
  ///   - least: the share of its uses as a name from which the word may be one.
  init?(_ readings: [Reading], _ endings: NameEndings, least: Float = 0.02) {
    var weights: [NameParts: Float] = [:]
    for reading in readings {
      guard var part = NameParts(reading) else { continue }
      // «Шигапов»: the plural of a first name is not said, the surname made of it is.
      if part == .first, endings.looksLikeSurname,
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
        endings.isConsonant, NameParts(readings[0]) == .first
      {
        isNominative = true
      }
    }
    guard weight > least else { return nil }
    // «Гульназ», «Хоанг»: no dictionary knows which case it is in.
    if readings[0].source != .dictionary, endings.isConsonant { isNominative = true }
    parts = weights.sorted { ($0.value, $1.key.rawValue) > ($1.value, $0.key.rawValue) }.map(\.key)
    // «Герман»: a surname that no case changes has six readings, the name said of oneself has one.
    if readings[0].grammemes.contains(.nominative), let called = NameParts(readings[0]) {
      parts = [called] + parts.filter { $0 != called }
    }
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

/// How a word ends, of what tells names.
struct NameEndings: Sendable {
  /// Whether it ends as most surnames do.
  let looksLikeSurname: Bool
  /// Whether it ends in «а» or «я».
  let isA: Bool
  /// Whether it ends in a consonant or a soft sign.
  let isConsonant: Bool

  private static let surnameEndings = ["ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына"]
    .map { Array($0.utf8) }
  private static let consonants = Set(
    "бвгджзклмнпрстфхцчшщь".utf8.enumerated().compactMap {
      $0.offset % 2 == 1 ? $0.element : nil
    })
  private static let shortestSurname = 10

  init(_ folded: [UInt8]) {
    looksLikeSurname =
      folded.count >= Self.shortestSurname
      && Self.surnameEndings.contains { folded.suffix($0.count).elementsEqual($0) }
    isA = ["а", "я"].contains { folded.suffix(2).elementsEqual($0.utf8) }
    isConsonant = folded.last.map { Self.consonants.contains($0) } ?? false
  }
}

extension WordInfo {
  /// What the word is first of all in a name; nil for no word of a name.
  var likeliestNamePart: NameParts? { nameWord?.likeliestPart }
  var looksLikeSurname: Bool { endings.looksLikeSurname }
  var endsInA: Bool { endings.isA }
  var endsInConsonant: Bool { endings.isConsonant }
}
