import Compliance
import ServiceStandards
import Testing
import Transcripts

@Suite("Speech metrics")
struct SpeechMetricsTests {
  private func metrics(_ turns: [Turn]) throws -> [String: Double] {
    var cache = WordCache()
    return try analyzer(rules: Self.rules)
      .analyze(Call(id: "call", turns: turns), cache: &cache).metrics
  }

  static let rules = """
    speech:
      back_channels: [да, угу, понятно, хорошо]
      thanks_for_waiting: ['спасибо за ожидание']
    elements:
      - {element: hold_warning, clause: а, phrases: ['=подождите', '=минуту']}
    """

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

  @Test("A word that a recogniser wrote as two counts as what is written")
  func split() throws {
    let metrics = try metrics([turn(.operator, "четыр надцать рублей", nil, nil)])
    #expect(metrics[MetricName.operatorWords] == 3)
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

  @Test("A third voice counts for nobody and fills the silence")
  func thirdVoice() throws {
    let metrics = try metrics([
      turn(.operator, "Минуту, перевожу вас.", 0, 4), turn(.other, "Отдел доставки, алло.", 30, 36),
      turn(.client, "Здравствуйте.", 33, 38), turn(.other, "Слушаю вас внимательно.", 40, 50),
    ])
    #expect(metrics[MetricName.operatorWords] == 3)
    #expect(metrics[MetricName.clientWords] == 1)
    #expect(metrics[MetricName.operatorTalkShare] == 0.44)
    #expect(metrics[MetricName.clientInterruptions] == 0)
    #expect(metrics[MetricName.interruptions] == 0)
    #expect(metrics[MetricName.endedByClient] == nil)
    #expect(metrics[MetricName.duration] == 50)
  }

  /// When it began by whose clock, the client's zone, and the hour that follows.
  static let hours: [(startedAt: String, zone: String?, hour: Double, isTheirs: Bool)] = [
    ("2026-03-01T17:30:00+03:00", "+07:00", 21.5, true),
    ("2026-03-01T02:15:00Z", "+12:00", 14.25, true),
    ("2026-03-01T02:00:00+10:00", "+03:00", 19, true),
    ("2026-03-01T17:30:00+03:00", nil, 17.5, false),
    // Whose clock it is nobody knows: it cannot be compared.
    ("2026-03-01T17:30:00", "+07:00", 17.5, false),
    ("2026-03-01 09:05", nil, 9.08, false),
  ]

  @Test("The hour is the client's where their zone is known", arguments: hours)
  func hour(_ example: (startedAt: String, zone: String?, hour: Double, isTheirs: Bool)) throws {
    var cache = WordCache()
    let call = Call(
      id: "1", startedAt: example.startedAt, clientTimeZone: example.zone,
      turns: [Turn(speaker: .operator, text: "Добрый день")])
    let metrics = try analyzer(rules: Self.rules).analyze(call, cache: &cache).metrics
    #expect(metrics[MetricName.startHour] == example.hour)
    #expect((metrics[MetricName.clientZone] != nil) == example.isTheirs)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var turns: [(Speaker, String, Double, Double)]
    /// Nil where a metric must be absent.
    var metrics: [String: Double?]

    init(
      _ name: String, _ metrics: [String: Double?], _ turns: (Speaker, String, Double, Double)...
    ) {
      testDescription = name
      self.metrics = metrics
      self.turns = turns
    }
  }

  static let cases: [Case] = [
    Case(
      "a back-channel of several words",
      [MetricName.interruptions: 0, MetricName.interruption: nil],
      (.client, "Я хотел узнать о вагонах.", 0, 10), (.operator, "Да, угу, понятно.", 4, 6)),
    Case(
      "a back-channel that was written with a word in two",
      [MetricName.interruptions: 0, MetricName.interruption: nil],
      (.client, "я хотел узнать о вагонах", 0, 10), (.operator, "да по нятно", 4, 6)),
    Case(
      "two words that are no assent",
      [MetricName.interruptions: 1, MetricName.interruption: 2, MetricName.longestInterruption: 2],
      (.client, "Я хотел узнать о вагонах.", 0, 10), (.operator, "Какие вагоны?", 4, 6)),
    Case(
      "a start within the last half second", [MetricName.interruptions: 0],
      (.client, "Я хотел узнать.", 0, 10), (.operator, "Какие вагоны нужны?", 9.6, 12)),
    Case(
      "the client interrupts", [MetricName.clientInterruptions: 1, MetricName.interruptions: 0],
      (.operator, "Ваша заявка принята вчера.", 0, 10), (.client, "Нет, не вчера.", 5, 7)),
    Case(
      "a hold that is announced and thanked for",
      [
        MetricName.holds: 1, MetricName.hold: 30, MetricName.longestHold: 30,
        MetricName.unannouncedHolds: 0, MetricName.unthankedHolds: 0,
      ],
      (.operator, "Минуту, проверю.", 0, 2), (.operator, "Спасибо за ожидание, нашла.", 32, 35)),
    Case(
      "two holds, one in silence",
      [
        MetricName.holds: 2, MetricName.hold: 50, MetricName.longestHold: 30,
        MetricName.unannouncedHolds: 1, MetricName.unthankedHolds: 2,
      ],
      (.operator, "Подождите, пожалуйста.", 0, 2), (.operator, "Нашла договор.", 22, 24),
      (.client, "Какая там сумма?", 25, 27), (.operator, "Сто рублей.", 57, 59)),
    Case(
      "an announced wait that the client breaks", [MetricName.holds: 1, MetricName.hold: 20],
      (.operator, "Минуту.", 0, 2), (.client, "Алло, вы где?", 22, 24)),
    Case(
      "the client thinks long",
      [MetricName.holds: 0, MetricName.hold: nil, MetricName.silences: 1],
      (.operator, "Номер договора какой?", 0, 2), (.client, "Сорок два.", 22, 24)),
    Case(
      "short silences are breaths",
      [MetricName.silences: 1, MetricName.silence: 4, MetricName.longestSilence: 4],
      (.operator, "Добрый день.", 0, 2), (.client, "Здравствуйте.", 4.5, 5),
      (.operator, "Слушаю вас.", 9, 10)),
    Case(
      "who speaks last", [MetricName.endedByClient: 1],
      (.operator, "До свидания.", 0, 2), (.client, "До свидания.", 2, 3)),
    Case(
      "the operator speaks last", [MetricName.endedByClient: 0],
      (.client, "До свидания.", 0, 2), (.operator, "Всего доброго.", 2, 3)),
    Case(
      "too little speech has no pace",
      [MetricName.operatorPace: nil, MetricName.operatorSyllables: nil],
      (.operator, "Добрый день.", 0, 2)),
    Case(
      "pace and its spread over turns",
      [
        MetricName.operatorPace: 60, "operator_words_per_minute_p10": 37.5,
        "operator_words_per_minute_p50": 75, "operator_words_per_minute_p90": 100,
        MetricName.operatorSyllables: 1, MetricName.wordTimesShare: 0,
      ],
      (.operator, "раз два три раз два", 0, 8), (.operator, "раз два три раз два", 10, 14),
      (.operator, "раз два три раз два", 20, 23)),
    Case(
      "digits are spoken", [MetricName.operatorSyllables: 1.1],
      (.operator, "12345 да", 0, 10)),
  ]

  @Test("Times of turns give the metrics", arguments: cases)
  func measures(_ example: Case) throws {
    let found = try metrics(example.turns.map { turn($0.0, $0.1, $0.2, $0.3) })
    for (name, value) in example.metrics {
      #expect(found[name] == value, "\(name)")
      #expect(MetricName.all.contains(name))
    }
    #expect(Set(found.keys).isSubset(of: MetricName.all))
  }

  @Test("Times of words leave pauses out of the pace and find holds inside a turn")
  func wordTimes() throws {
    func word(_ text: String, _ start: Double?, _ end: Double?) -> Word {
      Word(text: text, start: start, end: end)
    }
    var long = turn(.operator, "Минуту нашла ваш договор сорок два", 0, 36)
    long.words = [
      word("Минуту", 0, 2), word("нашла", 32, 33), word("ваш", 33, 33.5), word("договор", 33.5, 34),
      word("сорок", 34, 35), word("два", 35, 36),
    ]
    let found = try metrics([long, turn(.client, "Спасибо.", 37, 38)])
    #expect(found[MetricName.operatorSpeech] == 6)
    #expect(found[MetricName.holds] == 1)
    #expect(found[MetricName.unannouncedHolds] == 0)
    #expect(found[MetricName.wordTimesShare] == 0.5)
    // A word without its time: the turn's own times count.
    long.words?[3].start = nil
    let coarse = try metrics([long])
    #expect(coarse[MetricName.operatorSpeech] == 36)
    #expect(coarse[MetricName.holds] == 0)
    #expect(coarse[MetricName.wordTimesShare] == 0)
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
