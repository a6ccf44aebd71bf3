import RussianMorphology
import Testing

@Suite("Inflection")
struct InflectionTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  @Test(
    "A form is put into other cases, numbers, persons",
    arguments: [
      ("минута", [.genitive, .plural], "минут"), ("Заявку", .instrumental, "Заявкой"),
      ("СЧЁТ", .genitive, "СЧЁТА"), ("день", [.plural, .dative], "дням"),
      ("хорошая", .masculine, "хороший"), ("новый", [.plural, .genitive], "новых"),
      ("скажу", .secondPerson, "скажешь"), ("сказать", [.imperative, .plural], "скажите"),
      ("сказать", [.past, .feminine], "сказала"), ("ёлка", [.genitive, .plural], "ёлок"),
      ("елка", [.genitive, .singular], "ёлки"), ("номерок", .dative, "номерку"),
      ("интернет-магазин", .genitive, "интернет-магазина"),
      ("рубль", [.plural, .genitive], "рублей"),
    ] as [(String, Grammemes, String)])
  func inflect(_ form: String, to wanted: Grammemes, gives expected: String) {
    let reading = morphology.readings(of: form)[0]
    #expect(morphology.inflect(form, reading: reading, to: wanted) == expected)
  }

  @Test("What a paradigm lacks is nil")
  func lacking() {
    let reading = morphology.readings(of: "минута")[0]
    #expect(morphology.inflect("минута", reading: reading, to: .imperative) == nil)
    let number = morphology.readings(of: "25")[0]
    #expect(morphology.inflect("25", reading: number, to: .genitive) == nil)
  }

  @Test("A paradigm starts with its lemma and holds the form")
  func paradigm() {
    let reading = morphology.readings(of: "счетов")[0]
    let forms = morphology.forms(of: reading, form: "счетов").map(\.form)
    #expect(forms.first == "счёт")
    #expect(forms.contains("счетов"))
  }
}
