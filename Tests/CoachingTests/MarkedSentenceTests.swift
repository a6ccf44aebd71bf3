import Coaching
import Compliance
import Testing

struct MarkedSentenceTests {
  /// `[…]` marks what was found; the sentence around it is cut out.
  @Test(arguments: [
    ("Добрый день. [Говорите] номер. Спасибо.", "[Говорите] номер."),
    ("[Говорите] номер", "[Говорите] номер"),
    ("Это 5 тыс. руб. [вообще-то] много! Да?", "Это 5 тыс. руб. [вообще-то] много!"),
    ("Правда?! [Ну] хорошо… Ладно.", "[Ну] хорошо…"),
    ("Первое. Второе [здесь. И] третье. Всё.", "Второе [здесь. И] третье."),
    ("🙂 Да. [Ёлки] зелёные.", "[Ёлки] зелёные."),
  ])
  func cuts(turn: String, expected: String) throws {
    let (text, mark) = try unmarked(turn)
    let cut = SentenceCut(text)
    let sentence = try #require(cut.sentence(around: mark))
    #expect(marked(cut.marked(sentence.range, marks: [mark], focus: mark)) == expected)
  }

  @Test func rawTextIsCutAroundTheMark() throws {
    let words = String(repeating: "слово ", count: 60)
    let (text, mark) = try unmarked(words + "[короче] " + words)
    let cut = SentenceCut(text)
    let sentence = try #require(cut.sentence(around: mark))
    let result = cut.marked(sentence.range, marks: [mark], focus: mark)
    #expect(result.text.hasPrefix("… слово "))
    #expect(result.text.hasSuffix("слово …"))
    #expect(result.text.unicodeScalars.count <= 184)
    #expect(marked(result).contains("слово [короче] слово"))
  }

  @Test func rangesBeyondTheTextGiveNothing() {
    #expect(SentenceCut("Да.").sentence(around: 7..<9) == nil)
    #expect(SentenceCut("").sentence(around: 0..<1) == nil)
  }

  private func unmarked(_ text: String) throws -> (String, Range<Int>) {
    let scalars = Array(text.unicodeScalars)
    let start = try #require(scalars.firstIndex(of: "["))
    let end = try #require(scalars.firstIndex(of: "]"))
    return (text.replacing("[", with: "").replacing("]", with: ""), start..<end - 1)
  }

  private func marked(_ sentence: MarkedSentence) -> String {
    var scalars = Array(sentence.text.unicodeScalars)
    for mark in sentence.marks.reversed() {
      scalars.insert("]", at: mark.end)
      scalars.insert("[", at: mark.start)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
