import RussianMorphology
import Testing

@Suite("What the analysis takes words for")
struct MeantWordTests {
  let morphology: Morphology

  init() throws { morphology = try Fixture.morphology.get() }

  /// What each word of the text is meant for, «+» on the side of the word it is one with.
  private func meant(by text: String) -> [String] {
    morphology.meant(by: text.split(separator: " ").map { Array($0.utf8) }).map { words in
      words.map { word in
        switch word.extent {
        case .itself: word.form
        case .withNext: word.form + "+"
        case .withPrevious: "+" + word.form
        }
      }.joined(separator: " ")
    }
  }

  @Test(
    "Misspelt words and halves of words are meant for words of the dictionary",
    arguments: [
      ("подпишите даговор", ["", "договор"]),
      ("Извените", ["извините"]),
      ("через четыр надцать дней", ["", "четырнадцать+", "+четырнадцать", ""]),
      ("Не Вы йдет", ["", "выйдет+", "+выйдет"]),
      // A half is no misspelling, and no half of two words.
      ("занимаем ся ся", ["занимаемся+", "+занимаемся", ""]),
    ])
  func other(text: String, words: [String]) {
    #expect(meant(by: text) == words)
  }

  @Test(
    "Words that stand for themselves",
    arguments: [
      "подпишите договор", "за явку на работу", "четыр , надцать", "12 надцать", "ё", "",
      "дом ру", "wi-fi", "минутко",
    ])
  func themselves(text: String) {
    #expect(meant(by: text).filter { !$0.isEmpty } == [])
  }
}
