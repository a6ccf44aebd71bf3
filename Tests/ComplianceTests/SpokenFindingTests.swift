import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

@Suite("A finding read beside its sentence")
struct SpokenFindingTests {
  private func finding(_ quote: String, in text: String, _ replacements: [String]) throws -> Finding
  {
    let range = try #require(text.range(of: quote))
    let start = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
    return Finding(
      rule: "a", category: .command, turn: 0, speaker: .operator,
      range: ScalarRange(start, start + quote.unicodeScalars.count), quote: quote,
      replacements: replacements, clause: "1")
  }

  @Test(
    "The negation that it stands behind goes with it, commas of the sentence do not",
    arguments: [
      (
        "Вы не сердитесь так!", "сердитесь", "сердитесь, пожалуйста,", "не сердитесь",
        "не сердитесь, пожалуйста"
      ),
      ("Не кричите", "кричите", "повышайте голос", "Не кричите", "Не повышайте голос"),
      ("не, кричите громче", "кричите", "говорите", "кричите", "говорите"),
      ("неча, не́ кричите", "кричите", "говорите", "кричите", "говорите"),
      ("Кричите не в трубку", "Кричите", "Говорите", "Кричите", "Говорите"),
      ("вне кричите", "кричите", "говорите", "кричите", "говорите"),
    ])
  func negated(
    _ text: String, _ quote: String, _ replacement: String, _ shown: String, _ better: String
  ) throws {
    let spoken = SpokenFinding(try finding(quote, in: text, [replacement]), in: text)
    #expect(spoken.quote == shown && spoken.replacements == [better])
  }

  @Test("A range outside the text adds nothing")
  func outside() {
    let finding = Finding(
      rule: "a", category: .filler, turn: 0, speaker: .operator,
      range: ScalarRange(90, 95), quote: "ну", replacements: ["", ","], clause: "1")
    #expect(SpokenFinding(finding, in: "не").replacements == ["", ""])
  }
}
