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
    let bits = grammemes.rawValue
    if bits & Self.nominal != 0 {
      set(Self.grammaticalCase(of: bits), Self.caseShift)
      // Singular and plural, masculine and feminine, animate and inanimate are neighbouring bits.
      set(UInt32(truncatingIfNeeded: bits &>> 6) & 3, Self.numberShift)
      let neuter: UInt32 = grammemes.contains(.neuter) ? 3 : 0
      set(UInt32(truncatingIfNeeded: bits &>> 2) & 3 | neuter, Self.genderShift)
      set(UInt32(truncatingIfNeeded: bits) & 3, Self.animacyShift)
    }
    let persons = UInt32(truncatingIfNeeded: bits &>> 39) & 7
    if persons != 0 { set(UInt32(persons.trailingZeroBitCount) &+ 1, Self.personShift) }
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

  /// The first of nominative, genitive, dative, accusative, instrumental, prepositional and
  /// vocative among grammemes, from one; their second forms count as the first.
  @inline(__always)
  private static func grammaticalCase(of grammemes: UInt64) -> UInt32 {
    let second = (grammemes &>> 18) & 0b111
    let cases =
      (grammemes &>> 11) & 0b111_1111
      | (second & 1) &<< 1 | (second & 2) &<< 2 | (second & 4) &<< 3
    return cases == 0 ? 0 : UInt32(cases.trailingZeroBitCount) &+ 1
  }

  /// The bits of cases, numbers and genders.
  private static var nominal: UInt64 { 0x3FF &<< 11 | 0b11 &<< 6 | 0b111 &<< 2 }

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
