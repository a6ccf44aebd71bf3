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
      ("сим-карта", [.instrumental, .plural], "сим-картами"), ("пин-код", .genitive, "пин-кода"),
      ("вагон-цистерна", .instrumental, "вагоном-цистерной"),
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

  @Test(
    "A verb gives its other kinds of forms",
    arguments: [
      ("оплатит", .infinitive, [], "оплатить"), ("оплатила", .gerund, [], "оплатив"),
      ("оплатить", .shortParticiple, [.feminine], "оплачена"),
      ("оплатить", .participle, [.passive, .past, .plural, .genitive], "оплаченных"),
      ("работать", .participle, [.active, .present, .feminine, .dative], "работающей"),
      ("новая", .shortAdjective, [.neuter], "ново"), ("новая", .comparative, [], "новее"),
      ("оплатить", .participle, [.active, .present], nil), ("новый", .gerund, [], nil),
      ("минута", .verb, [], nil),
    ] as [(String, PartOfSpeech, Grammemes, String?)])
  func kinds(
    _ form: String, as part: PartOfSpeech, to wanted: Grammemes, gives expected: String?
  ) {
    let reading = morphology.readings(of: form)[0]
    #expect(morphology.inflect(form, reading: reading, to: wanted, as: part) == expected)
  }

  @Test(
    "No other form stands in for one that is missing",
    arguments: [
      ("молоко", [.plural, .genitive, .vocative]),
      ("сутки", .singular), ("мне", [.plural, .thirdPerson]), ("минуту", [.genitive, .dative]),
      ("скажет", [.present]), ("быстро", .genitive), ("кофе", .imperative),
    ] as [(String, Grammemes)])
  func missing(_ form: String, to wanted: Grammemes) {
    let reading = morphology.readings(of: form)[0]
    #expect(morphology.inflect(form, reading: reading, to: wanted) == nil)
  }

  @Test("A form is what it is inflected to by its own grammemes; answers are in the paradigm")
  func own() {
    var state: UInt64 = 11
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var checked = 0
    while checked < 20_000 {
      let form = morphology.dictionary.form(choosing: next)
      let readings = morphology.readings(of: form).filter { $0.source == .dictionary }
      guard !readings.isEmpty else { continue }
      let reading = readings[next(readings.count)]
      checked += 1
      let spelling = morphology.spelling(of: form, reading: reading)
      let again = morphology.inflect(form, reading: reading, to: reading.grammemes)
      #expect(again == spelling, "\(form) \(morphology.tag(of: reading))")
      let forms = Set(morphology.forms(of: reading, form: form).map(\.form))
      for wanted in Self.some {
        guard let answer = morphology.inflect(form, reading: reading, to: wanted) else { continue }
        #expect(forms.contains(answer), "\(form) → \(answer)")
      }
    }
  }

  private static let some: [Grammemes] = [
    .dative, .plural, [.instrumental, .plural], .past, .imperative, .feminine,
  ]
}
