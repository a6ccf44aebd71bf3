import Compliance
import Testing
import Transcripts

/// What doubtful finds make of the criteria that ask for them.
@Suite("Scoring: doubtful finds")
struct DoubtfulCriteriaTests {
  /// «О: …», «К: …» a line; of a word after «?» the recogniser was not sure.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var standard = "general"
    var dialogue: String
    var criterion: String
    var status: CriterionResult.Status
    var points = 0.0
    var reason: String
    var evidence: [String] = []
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "one, badly heard", dialogue: "О: Думаю, ?ваша вина.", criterion: "general.blame",
      status: .needsReview,
      reason: "1 сомнительное место, послушайте: «ваша вина» (слово распознано неуверенно)",
      evidence: ["ваша вина"]),
    Case(
      name: "two of them", dialogue: "О: Думаю, ?ваша вина.\nК: Нет.\nО: Сами ?виноваты.",
      criterion: "general.blame", status: .needsReview,
      reason: "2 сомнительных места, послушайте: «ваша вина», «Сами виноваты»"
        + " (слово распознано неуверенно)",
      evidence: ["ваша вина", "Сами виноваты"]),
    Case(
      name: "beside a sure one", dialogue: "О: Думаю, ?ваша вина.\nК: Нет.\nО: Сами виноваты.",
      criterion: "general.blame", status: .violated, points: 4,
      reason: "1 раз: «Сами виноваты»; ещё 1 сомнительное место, послушайте: «ваша вина»"
        + " (слово распознано неуверенно)",
      evidence: ["Сами виноваты"]),
    Case(
      name: "of another category", dialogue: "О: Думаю, ?ваша вина.", criterion: "general.refusal",
      status: .met, points: 6, reason: "нарушений не найдено"),
    Case(
      name: "the client's", dialogue: "К: Думаю, ?ваша вина.\nО: Понимаю вас.",
      criterion: "general.blame", status: .met, points: 8, reason: "нарушений не найдено"),
    Case(
      name: "a parasite that would be the only one", dialogue: "О: ?Ну, понимаю вас.",
      criterion: "general.fillers", status: .met, points: 4,
      reason: "0 на 100 слов (допустимо 2)"),
    Case(
      name: "parasites that would be too many", dialogue: "О: ?Ну, понимаю вас.\nО: Ну, понимаю.",
      criterion: "general.fillers", status: .needsReview,
      reason: "1 сомнительное место, послушайте: «Ну» (слово распознано неуверенно)",
      evidence: ["Ну", "Ну"]),
    Case(
      name: "words that are in place as often", dialogue: "О: ждите звонка после обеда окей",
      criterion: "general.jargon", status: .needsReview,
      reason: "1 сомнительное место, послушайте: «окей» (такие слова бывают и к месту)",
      evidence: ["окей"]),
    Case(
      name: "what would bring a criterion about", standard: "rzd-cfto",
      dialogue: "О: Добрый день, слушаю вас.\nК: Заявку подал, ?блядь, опять зависло всё.\n"
        + "О: Назовите, пожалуйста, номер заявки.\nК: Восемнадцать.",
      criterion: "rzd-cfto.obscene-client", status: .needsReview,
      reason: "нужно ли это здесь, решать человеку: 1 сомнительное место, послушайте: «блядь»"
        + " (слово распознано неуверенно)",
      evidence: ["блядь"]),
  ]

  @Test("A criterion that they would fail needs review", arguments: cases)
  func criterion(_ example: Case) throws {
    let analysis = try SampleAnalyzers.analyze(Self.call(example))
    let result = try #require(
      analysis.score?.criteria.first { $0.criterion == example.criterion })
    #expect(result.status == example.status, "\(analysis.findings) \(analysis.review)")
    #expect(result.points == example.points)
    #expect(result.reason == example.reason)
    #expect(result.evidence.map(\.quote) == example.evidence)
  }

  private static func call(_ example: Case) -> Call {
    let turns = example.dialogue.split(separator: "\n").map { line in
      let text = line.dropFirst(3)
      let words = text.split(separator: " ").map { word in
        Word(
          text: word.filter(\.isLetter), start: nil, end: nil,
          confidence: word.hasPrefix("?") ? 0.3 : 1)
      }
      return Turn(
        speaker: line.hasPrefix("К: ") ? .client : .operator, text: text.filter { $0 != "?" },
        words: words)
    }
    return Call(id: "call", standard: example.standard, turns: turns)
  }
}
