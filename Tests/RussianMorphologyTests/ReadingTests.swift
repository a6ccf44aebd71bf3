import RussianMorphology
import RussianText
import Testing

@Suite("Readings")
struct ReadingTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  @Test(
    "The first reading has this lemma",
    arguments: [
      ("есть", "быть"), ("должны", "должен"), ("деньги", "деньги"), ("денег", "деньги"),
      ("счастья", "счастье"), ("нашли", "найти"), ("пошли", "пойти"), ("ладно", "ладно"),
      ("стоит", "стоить"), ("люди", "человек"), ("детей", "ребёнок"), ("это", "это"),
      ("Петровну", "петровна"), ("заказами", "заказ"), ("сказали", "сказать"),
      ("перевозчиков", "перевозчик"), ("Счёт", "счёт"), ("счет", "счёт"), ("ЕЩЕ", "ещё"),
      // Colloquial spellings.
      ("щас", "сейчас"), ("чё", "что"), ("ваще", "вообще"), ("тыщи", "тысяча"),
      ("скока", "сколько"),
      // Words the dictionary does not have.
      ("скажите-ка", "сказать"), ("супервыгодного", "супервыгодный"),
      ("интернет-магазином", "интернет-магазин"), ("по-клиентски", "по-клиентски"),
      ("договорчиков", "договорчик"), ("инфу", "инфа"), ("кэшбэком", "кэшбэк"),
      ("э-э-э", "э-э-э"), ("ммм", "ммм"), ("rzd", "rzd"), ("25", "25"), ("?!", "?!"),
      ("", ""), ("-", "-"), ("х*й", "х*й"),
    ])
  func lemma(of form: String, is expected: String) {
    let readings = morphology.readings(of: form)
    #expect(!readings.isEmpty)
    let lemma = morphology.lemma(of: readings[0], form: form)
    #expect(lemma == expected, "\(readings.map { morphology.tag(of: $0) })")
  }

  @Test(
    "The key of a lemma is the hash of the lemma",
    arguments: [
      "счётов", "её", "скажите-ка", "супервыгодного", "человека-паука", "щас", "Ивановой",
      "наилучших", "побыстрее", "договорчики", "5-го", "чей-то", "из-за", "А", "ёлок",
    ])
  func keys(of form: String) {
    for reading in morphology.readings(of: form) {
      let lemma = Folding.folded(morphology.lemma(of: reading, form: form))
      #expect(reading.lemma == LemmaKey(folded: lemma.utf8), "\(lemma)")
    }
  }

  @Test(
    "ё and е give the same readings", arguments: [("её", "ее"), ("счёт", "счет"), ("всё", "все")])
  func yo(_ left: String, _ right: String) {
    #expect(morphology.readings(of: left) == morphology.readings(of: right))
    var readings = [Reading]()
    morphology.readings(folded: Array(left.utf8), into: &readings)
    #expect(readings == morphology.readings(of: right))
  }

  @Test("Probabilities fall and sum to one", arguments: ["есть", "дома", "фыва", "кэшбэки", "А"])
  func probabilities(of form: String) {
    let readings = morphology.readings(of: form)
    for (left, right) in zip(readings, readings.dropFirst()) where form != "А" {
      #expect(left.probability >= right.probability)
    }
    let sum = readings.reduce(0) { $0 + $1.probability }
    #expect(abs(sum - 1) < 0.15)
  }

  @Test("Colloquial spellings are marked")
  func colloquial() {
    let reading = morphology.readings(of: "щас")[0]
    #expect(reading.grammemes.contains(.colloquial))
    #expect(reading.partOfSpeech == .adverb)
    #expect(morphology.isKnown("щас"))
    #expect(!morphology.isKnown("договорчики"))
  }

  @Test("Initials, numbers and Latin words are read by their shape")
  func shapes() {
    #expect(morphology.readings(of: "Ю").contains { $0.grammemes.contains(.initial) })
    #expect(morphology.readings(of: "XIV")[0].partOfSpeech == .roman)
    #expect(morphology.readings(of: "crm")[0].partOfSpeech == .latin)
    #expect(morphology.readings(of: "100")[0].partOfSpeech == .number)
    #expect(morphology.readings(of: "...")[0].partOfSpeech == .punctuation)
  }

  @Test("Random forms never crash, and the key is always the lemma's")
  func randomForms() {
    var state: UInt64 = 7
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 40)
    }
    let letters = Array("абвгдеёжзийклмнопрстуфхцчшщъыьэюя--0a.'")
    for _ in 0..<20_000 {
      let form = String((0..<(next() % 12)).map { _ in letters[next() % letters.count] })
      for reading in morphology.readings(of: form) {
        let lemma = Folding.folded(morphology.lemma(of: reading, form: form))
        #expect(reading.lemma == LemmaKey(folded: lemma.utf8), "\(form) \(lemma)")
      }
    }
  }
}
