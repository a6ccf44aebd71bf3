/// A set of OpenCorpora grammemes that decide matching and inflection. Grammemes of style and
/// orthography that no rule asks for are left to the tag's text.
public struct Grammemes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  public static let animate = Self(bit: 0), inanimate = Self(bit: 1)
  public static let masculine = Self(bit: 2), feminine = Self(bit: 3), neuter = Self(bit: 4)
  /// «Ms-f»: common gender.
  public static let commonGender = Self(bit: 5)
  public static let singular = Self(bit: 6), plural = Self(bit: 7)
  public static let singularOnly = Self(bit: 8), pluralOnly = Self(bit: 9)
  public static let indeclinable = Self(bit: 10)
  public static let nominative = Self(bit: 11), genitive = Self(bit: 12), dative = Self(bit: 13)
  public static let accusative = Self(bit: 14), instrumental = Self(bit: 15)
  public static let prepositional = Self(bit: 16), vocative = Self(bit: 17)
  /// gen2, acc2, loc2 (partitive, second accusative, second locative).
  public static let secondGenitive = Self(bit: 18), secondAccusative = Self(bit: 19)
  public static let secondPrepositional = Self(bit: 20)
  public static let abbreviation = Self(bit: 21)
  public static let firstName = Self(bit: 22), surname = Self(bit: 23), patronymic = Self(bit: 24)
  public static let place = Self(bit: 25), organisation = Self(bit: 26), tradeMark = Self(bit: 27)
  public static let superlative = Self(bit: 28), qualitative = Self(bit: 29)
  public static let pronominal = Self(bit: 30), ordinal = Self(bit: 31), possessive = Self(bit: 32)
  public static let perfective = Self(bit: 33), imperfective = Self(bit: 34)
  public static let transitive = Self(bit: 35), intransitive = Self(bit: 36)
  public static let impersonal = Self(bit: 37), reflexive = Self(bit: 38)
  public static let firstPerson = Self(bit: 39), secondPerson = Self(bit: 40)
  public static let thirdPerson = Self(bit: 41)
  public static let present = Self(bit: 42), past = Self(bit: 43), future = Self(bit: 44)
  public static let indicative = Self(bit: 45), imperative = Self(bit: 46)
  public static let inclusive = Self(bit: 47), exclusive = Self(bit: 48)
  public static let active = Self(bit: 49), passive = Self(bit: 50)
  public static let colloquial = Self(bit: 51), slang = Self(bit: 52), archaic = Self(bit: 53)
  public static let literary = Self(bit: 54), erroneous = Self(bit: 55), distorted = Self(bit: 56)
  public static let interrogative = Self(bit: 57), demonstrative = Self(bit: 58)
  public static let parenthetical = Self(bit: 59), predicativeUse = Self(bit: 60)
  public static let initial = Self(bit: 61), substantivized = Self(bit: 62)
  public static let collective = Self(bit: 63)

  public static let cases: Self = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .prepositional, .vocative,
    .secondGenitive, .secondAccusative, .secondPrepositional,
  ]
  public static let numbers: Self = [.singular, .plural]
  public static let genders: Self = [.masculine, .feminine, .neuter]
  public static let persons: Self = [.firstPerson, .secondPerson, .thirdPerson]
  public static let tenses: Self = [.present, .past, .future]
  public static let moods: Self = [.indicative, .imperative]
}
