import RussianMorphology
import Testing

/// Wordings put in place of a word, groups of nouns put into a case, spellings of prepositions.
@Suite("Wordings in their place")
struct WordingTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  struct Place: Sendable, CustomTestStringConvertible {
    var wording: String
    var form: String
    var expected: String?
    var mayDiffer = false
    var isCounted = false
    var testDescription: String { "\(wording) for \(form)" }
  }

  @Test(
    "A wording takes the form of a noun",
    arguments: [
      Place(wording: "кредитная карта", form: "картой", expected: "кредитной картой"),
      Place(
        wording: "технический специалист", form: "мастеров", expected: "технических специалистов"),
      Place(wording: "панель управления", form: "программе", expected: "панели управления"),
      // Another gender in the singular needs leave, the plural does not.
      Place(wording: "мобильный телефон", form: "трубку", expected: nil),
      Place(
        wording: "мобильный телефон", form: "трубку", expected: "мобильный телефон",
        mayDiffer: true),
      Place(wording: "мобильный телефон", form: "трубками", expected: "мобильными телефонами"),
      // What is given in the plural has no singular.
      Place(wording: "личные сообщения", form: "почту", expected: nil),
      Place(
        wording: "личные сообщения", form: "почту", expected: "личные сообщения", mayDiffer: true),
      // «две кредитные карты», «два порожних вагона».
      Place(
        wording: "кредитная карта", form: "заявки", expected: "кредитные карты", isCounted: true),
      Place(
        wording: "порожний вагон", form: "договора", expected: "порожних вагона", isCounted: true),
    ])
  func wording(_ place: Place) throws {
    let reading = try #require(
      morphology.readings(of: place.form).first { $0.partOfSpeech == .noun })
    #expect(
      morphology.substitute(
        wording: place.wording.split(separator: " ").map(String.init), for: reading,
        mayDiffer: place.mayDiffer, isCounted: place.isCounted) == place.expected)
  }

  @Test(
    "A group of nouns is declined, attributes and all",
    arguments: [
      ("фамилия", "фамилию"), ("ваша электронная почта", "вашу электронную почту"),
      ("серия и номер паспорта", "серию и номер паспорта"),
      ("номер вагона и станция назначения", "номер вагона и станцию назначения"),
      ("фамилия имя отчество", "фамилию, имя, отчество"),
      ("последние четыре цифры карты", "последние четыре цифры карты"),
      ("ИНН организации", "ИНН организации"), ("дату рождения", "дату рождения"),
      ("проверить заявку", nil),
    ] as [(String, String?)])
  func group(words: String, expected: String?) {
    let group = words.split(separator: " ").map {
      GroupWord(text: String($0), readings: morphology.readings(of: String($0)))
    }
    #expect(morphology.decline(group, to: .accusative) == expected)
  }

  @Test(
    "A preposition is spelled by what follows it",
    arguments: [
      ("о", "администраторе", "об"), ("об", "сроке", "о"), ("с", "счётом", "со"),
      ("с", "справкой", "со"), ("в", "вторник", "во"), ("В", "вторник", "Во"),
      ("со", "заявкой", "с"), ("к", "специалисту", "к"), ("для", "заявки", nil),
    ] as [(String, String, String?)])
  func preposition(written: String, next: String, expected: String?) {
    #expect(Prepositions.spelling(of: written, before: next) == expected)
  }

  @Test(
    "Some nouns have a second prepositional case behind «в» and «на»",
    arguments: [
      ("год", "в", true), ("час", "в", true), ("край", "на", true), ("год", "о", false),
      ("дом", "в", false), ("час", "на", false),
    ])
  func secondCase(noun: String, preposition: String, expected: Bool) {
    #expect(Prepositions.takesSecondCase(noun, after: preposition) == expected)
  }
}
