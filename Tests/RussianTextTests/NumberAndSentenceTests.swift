import RussianText
import Testing

@Suite("Spelled numbers")
struct SpelledNumberTests {
  @Test(
    "Words are this number and take this many words",
    arguments: [
      ("двадцать пять минут", 25, 2), ("двадцати пяти", 25, 2), ("пять двадцать", 5, 1),
      ("один два", 1, 1), ("сто двадцать три тысячи четыреста", 123_400, 5), ("ноль пять", 0, 1),
      ("тысяча двести", 1200, 2), ("двадцать десять", 20, 1), ("сто десять", 110, 2),
      ("два миллиона пять", 2_000_005, 3), ("в течение тридцати дней", -1, 0), ("", -1, 0),
    ])
  func parse(_ text: String, _ value: Int, _ count: Int) {
    let found = SpelledNumber.parse(text.split(separator: " ").map(String.init))
    #expect(found?.value ?? -1 == value)
    #expect(found?.count ?? 0 == count)
  }

  @Test("Digits and words in a text")
  func inText() {
    let text = Tokenizer().tokenize("ждите 30 или тридцать пять минут")
    #expect(text.cardinal(at: 1)?.value == 30)
    #expect(text.cardinal(at: 3)?.value == 35)
    #expect(text.cardinal(at: 3)?.tokens == 3..<5)
    #expect(text.cardinal(at: 0) == nil)
    #expect(text.cardinal(at: 99) == nil)
  }
}

@Suite("Ends of sentences")
struct SentenceEndTests {
  @Test(
    "Sentences of a text",
    arguments: [
      ("Да. Нет.", 2), ("Стоит 500 руб. Это так!", 1), ("И. Иванов пришёл.", 1),
      ("Ну... не знаю", 0), ("Ну… Вот", 1), ("Что?! Как?", 2), ("г. Москва", 0),
    ])
  func count(_ text: String, _ expected: Int) {
    let tokenized = Tokenizer().tokenize(text)
    #expect(tokenized.tokens.indices.count { tokenized.isSentenceEnd($0) } == expected)
  }

  @Test("Syllables are vowels, at least one")
  func syllables() {
    #expect(Syllables.count(folded: Folding.folded("Здравствуйте").utf8) == 3)
    #expect(Syllables.count(folded: "в".utf8) == 1)
    #expect(Syllables.count(folded: "".utf8) == 0)
  }
}
