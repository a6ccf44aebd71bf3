import RussianMorphology
import Testing

@Suite("Words written as they are heard")
struct SoundAlikesTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  private func meant(by form: String) -> [String] {
    morphology.soundAlikes(of: (Array(form.utf8), morphology.readings(of: form)))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "A form that the dictionary lacks is one slip away from what it was meant for",
    arguments: [
      // Vowels that are not stressed.
      ("даговор", "договор"), ("извените", "извините"), ("сегоднешний", "сегодняшний"),
      ("приложиние", "приложение"), ("реквезиты", "реквизиты"),
      // Consonants that are voiced or not.
      ("велосипет", "велосипед"), ("погруска", "погрузка"), ("тетратку", "тетрадку"),
      ("платешка", "платежка"),
      // One letter for two, and two for one.
      ("киловат", "киловатт"), ("собственик", "собственник"), ("оператторы", "операторы"),
      // Soft signs.
      ("обращатся", "обращаться"), ("отображаеться", "отображается"), ("пятдесят", "пятьдесят"),
      // What is not said.
      ("чуствую", "чувствую"), ("празник", "праздник"),
      // «Г» that sounds as «в».
      ("двадцатово", "двадцатого"), ("подсолнечнова", "подсолнечного"),
      // First names and patronymics.
      ("лейло", "лейла"), ("нодира", "надира"),
      // Little words, and verbs of five letters.
      ("чдо", "что"), ("нада", "надо"), ("ждити", "ждите"),
    ])
  func meant(_ form: String, _ expected: String) {
    let found = meant(by: form)
    #expect(!morphology.isKnown(form))
    #expect(found.contains(expected))
  }

  @Test(
    "What the dictionary has, surnames, short nouns, and what nothing is near are left alone",
    arguments: [
      "минутко", "минегали", "менда", "бато", "хаб", "тумен", "эдо2",
      "wi-fi", "как-нибудька", "щшщшщ", "а", "",
    ])
  func leftAlone(_ form: String) {
    #expect(meant(by: form) == [])
  }

  @Test("Any bytes are answered")
  func bytes() {
    var generator = SystemRandomNumberGenerator()
    var readings: [Reading] = []
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        UInt8.random(in: 0x80...0xD1, using: &generator)
      }
      morphology.readings(folded: bytes, into: &readings)
      for found in morphology.soundAlikes(of: (bytes, readings)) {
        #expect(morphology.isKnown(String(decoding: found, as: UTF8.self)))
      }
    }
  }
}
