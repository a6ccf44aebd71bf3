import RussianMorphology
import Testing

@Suite("Agreement and substitution")
struct AgreementTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  @Test(
    "A word agrees with a noun",
    arguments: [
      ("новый", .adjective, "заявку", .accusative, "новую"),
      ("новый", .adjective, "клиента", .accusative, "нового"),
      ("новый", .adjective, "договор", .accusative, "новый"),
      ("новая", .adjective, "клиентов", .accusative, "новых"),
      ("новая", .adjective, "заявки", .accusative, "новые"),
      ("Ваш", .adjective, "заявкой", .instrumental, "Вашей"),
      ("этот", .adjective, "документах", .prepositional, "этих"),
      ("этот", .adjective, "году", .secondPrepositional, "этом"),
      ("первый", .adjective, "числа", .genitive, "первого"),
      ("оплаченный", .participle, "счетов", .genitive, "оплаченных"),
      ("готов", .shortAdjective, "справка", .nominative, "готова"),
      ("оплачен", .shortParticiple, "счета", .nominative, "оплачены"),
      ("пришёл", .verb, "письмо", .nominative, "пришло"),
      ("пришла", .verb, "деньги", .nominative, "пришли"),
      ("наш", .adjective, "коллегу", .accusative, "нашего"),
      ("наша", .adjective, "коллегу", .accusative, "нашу"),
      ("горячий", .adjective, "кофе", .nominative, "горячий"),
    ] as [(String, PartOfSpeech, String, Grammemes, String)])
  func agrees(
    _ word: String, _ part: PartOfSpeech, _ noun: String, _ nounCase: Grammemes, _ expected: String
  ) throws {
    let reading = try #require(morphology.readings(of: word).first { $0.partOfSpeech == part })
    let other = try #require(
      morphology.readings(of: noun).first {
        $0.partOfSpeech == .noun && $0.grammemes.contains(nounCase)
      })
    #expect(morphology.agree(word, reading: reading, with: other) == expected)
  }

  @Test("What does not agree is refused")
  func refused() {
    let noun = morphology.readings(of: "заявка")[0]
    for word in ["быстро", "сказать", "скажу", "быстрее", "заявка", "и"] {
      let reading = morphology.readings(of: word)[0]
      #expect(morphology.agree(word, reading: reading, with: noun) == nil, "\(word)")
    }
    let verb = morphology.readings(of: "сказать")[0]
    let adjective = morphology.readings(of: "новый")[0]
    #expect(morphology.agree("новый", reading: adjective, with: verb) == nil)
  }

  @Test(
    "A word takes the form of what it replaces",
    arguments: [
      ("квитанция", "справкой", "квитанцией"), ("квитанция", "Справкам", "квитанциям"),
      ("проверить", "узнаю", "проверю"), ("проверить", "узнала", "проверила"),
      ("проверить", "узнайте", "проверьте"), ("проверять", "узнаёшь", "проверяешь"),
      ("проверить", "узнав", "проверив"), ("проверить", "узнать", "проверить"),
      ("хороший", "нормальную", "хорошую"), ("хорошие", "нормальными", "хорошими"),
      ("хороший", "нормален", "хорош"), ("вопрос", "проблемы", nil),
      ("вопрос", "проблему", nil), ("проверять", "узнаю", "проверяю"),
      ("проверить", "спрашивает", nil), ("договор", "быстро", nil), ("скоро", "быстро", "скоро"),
      ("деньги", "рубль", nil), ("деньги", "рублями", "деньгами"),
      ("оплаченный", "закрытых", "оплаченных"), ("году", "месяца", "года"),
    ] as [(String, String, String?)])
  func substitutes(_ word: String, for place: String, gives expected: String?) {
    var readings = morphology.readings(of: place)
    if word == "вопрос", place == "проблемы" {
      // In the singular the words around agree with its gender.
      readings.removeAll { $0.grammemes.contains(.plural) }
    }
    let found = readings.lazy.compactMap { morphology.substitute(word, for: $0) }.first
    #expect(found == expected)
  }

  @Test("In the plural gender does not matter")
  func plural() throws {
    let place = try #require(
      morphology.readings(of: "проблемами").first { $0.partOfSpeech == .noun })
    #expect(morphology.substitute("вопрос", for: place) == "вопросами")
  }
}
