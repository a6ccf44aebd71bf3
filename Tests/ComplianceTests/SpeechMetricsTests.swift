import Compliance
import ServiceStandards
import Testing
import Transcripts

@Suite("Speech metrics")
struct SpeechMetricsTests {
  private func metrics(_ turns: [Turn]) throws -> [String: Double] {
    var cache = WordCache()
    return try analyzer(rules: "lists: {а: ['а']}")
      .analyze(Call(id: "call", turns: turns), cache: &cache).metrics
  }

  private func turn(_ speaker: Speaker, _ text: String, _ start: Double?, _ end: Double?) -> Turn {
    Turn(speaker: speaker, text: text, start: start, end: end)
  }

  @Test("Without times only words are counted")
  func words() throws {
    let metrics = try metrics([
      turn(.operator, "Добрый день, слушаю вас.", nil, nil),
      turn(.client, "Здравствуйте.", nil, nil),
    ])
    #expect(metrics[MetricName.operatorWords] == 4)
    #expect(metrics[MetricName.clientWords] == 1)
    #expect(metrics[MetricName.operatorWordShare] == 0.8)
    #expect(metrics[MetricName.duration] == nil)
    #expect(metrics[MetricName.interruptions] == nil)
  }

  @Test("Silences, holds, shares and interruptions come from the times of turns")
  func times() throws {
    let metrics = try metrics([
      turn(.operator, "Добрый день.", 2, 4), turn(.client, "Здравствуйте, вопрос.", 5, 15),
      turn(.operator, "Я вас перебью сейчас.", 13, 16), turn(.operator, "Нашла.", 40, 42),
      turn(.client, "Спасибо.", 43, 44),
    ])
    #expect(metrics[MetricName.duration] == 42)
    #expect(metrics[MetricName.answer] == 2)
    #expect(metrics[MetricName.longestSilence] == 24)
    #expect(metrics[MetricName.longestOperatorSilence] == 24)
    #expect(metrics[MetricName.holds] == 1)
    #expect(metrics[MetricName.interruptions] == 1)
    #expect(metrics[MetricName.operatorSpeech] == 7)
    #expect(metrics[MetricName.operatorTalkShare] == 0.39)
    #expect(metrics[MetricName.clientPace] == 16.36)
    #expect(metrics[MetricName.operatorPace] == nil)
  }

  @Test("A word of assent does not interrupt")
  func assent() throws {
    let metrics = try metrics([
      turn(.client, "Я хотел узнать о вагонах.", 0, 10), turn(.operator, "Да, да.", 4, 5),
    ])
    #expect(metrics[MetricName.interruptions] == 0)
  }

  @Test("Starts alone give the length, and times that run backwards are no times")
  func partial() throws {
    let starts = try metrics([
      turn(.operator, "Да.", 1, nil), turn(.client, "Нет.", 5, nil),
    ])
    #expect(starts[MetricName.duration] == 4)
    #expect(starts[MetricName.longestSilence] == nil)
    let backwards = try metrics([turn(.operator, "Да.", 5, 1), turn(.client, "Нет.", -3, 2)])
    #expect(backwards[MetricName.longestSilence] == nil)
    #expect(backwards[MetricName.duration] == 0)
  }
}
