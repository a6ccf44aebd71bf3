/// Part of speech and grammemes of a word as its neighbours see them, packed into 32 bits.
struct ContextTag: Hashable, Sendable {
  var rawValue: UInt32

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// What every tag of the part of speech has, and nothing else.
  init(_ partOfSpeech: UniversalPartOfSpeech) { rawValue = UInt32(partOfSpeech.number) }

  init(
    _ partOfSpeech: UniversalPartOfSpeech, _ reading: PartOfSpeech, _ grammemes: Grammemes
  ) {
    self.init(partOfSpeech)
    if !grammemes.isDisjoint(with: Self.nominal) {
      set(Self.grammaticalCase(of: grammemes), Self.caseShift)
      if grammemes.contains(.singular) { set(1, Self.numberShift) }
      if grammemes.contains(.plural) { set(2, Self.numberShift) }
      if grammemes.contains(.masculine) { set(1, Self.genderShift) }
      if grammemes.contains(.feminine) { set(2, Self.genderShift) }
      if grammemes.contains(.neuter) { set(3, Self.genderShift) }
      if grammemes.contains(.animate) { set(1, Self.animacyShift) }
      if grammemes.contains(.inanimate) { set(2, Self.animacyShift) }
    }
    if !grammemes.isDisjoint(with: .persons) {
      let person: UInt32 =
        grammemes.contains(.firstPerson) ? 1 : grammemes.contains(.secondPerson) ? 2 : 3
      set(person, Self.personShift)
    }
    set(Self.form(reading, grammemes), Self.formShift)
  }

  private static func form(_ reading: PartOfSpeech, _ grammemes: Grammemes) -> UInt32 {
    switch reading {
    case .verb:
      grammemes.contains(.imperative) ? 3 : grammemes.contains(.past) ? 1 : 2
    case .infinitive: 4
    case .participle: 5
    case .gerund: 6
    case .shortAdjective, .shortParticiple: 7
    case .comparative: 8
    default: 0
    }
  }

  private static func grammaticalCase(of grammemes: Grammemes) -> UInt32 {
    if grammemes.contains(.nominative) { return 1 }
    if !grammemes.isDisjoint(with: [.genitive, .secondGenitive]) { return 2 }
    if grammemes.contains(.dative) { return 3 }
    if !grammemes.isDisjoint(with: [.accusative, .secondAccusative]) { return 4 }
    if grammemes.contains(.instrumental) { return 5 }
    if !grammemes.isDisjoint(with: [.prepositional, .secondPrepositional]) { return 6 }
    if grammemes.contains(.vocative) { return 7 }
    return 0
  }

  private static let nominal: Grammemes = Grammemes.cases.union(.numbers).union(.genders)

  mutating func set(_ value: UInt32, _ shift: UInt32) { rawValue |= value &<< shift }
  func field(_ shift: UInt32, _ bits: UInt32) -> UInt32 {
    (rawValue &>> shift) & ((1 &<< bits) &- 1)
  }

  static let caseShift: UInt32 = 5
  static let numberShift: UInt32 = 8
  static let genderShift: UInt32 = 10
  static let formShift: UInt32 = 12
  static let personShift: UInt32 = 16
  static let animacyShift: UInt32 = 18

  var partOfSpeech: UInt32 { rawValue & 31 }
  var grammaticalCase: UInt32 { field(Self.caseShift, 3) }
  var number: UInt32 { field(Self.numberShift, 2) }
  var gender: UInt32 { field(Self.genderShift, 2) }
  var form: UInt32 { field(Self.formShift, 4) }
  var person: UInt32 { field(Self.personShift, 2) }

  /// Part of speech, case, number and kind of verb form.
  var coarse: ContextTag { ContextTag(rawValue: rawValue & 0b1111_00_11_111_11111) }
}
