import Compliance
import Testing
import Transcripts

/// How sure a finding is, and why: what the recording tells of words and voices.
@Suite("Findings: certainty")
struct CertaintyTests {
  /// One turn of an operator under `general`, with what is known of it.
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text = "Думаю, ваша вина."
    /// The recogniser's words, where they are others than the last of the text.
    var heard: String?
    /// Confidences of the recogniser, word by word; nil leaves the turn without words.
    var words: [Double?]?
    /// Confidences of the diarization, word by word, and of the whole turn.
    var speakers: [Double?]?
    var turnSpeaker: Double?
    var operatorVoice: Double?
    var isFinding: Bool
    var confidence: Double
    var reason: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "nothing known", isFinding: true, confidence: 0.95, reason: "прямые слова правила"),
    Case(
      name: "words without confidences", words: [nil, nil, nil], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "sure words", words: [0.2, 0.97, 0.99], isFinding: true, confidence: 0.92,
      reason: "прямые слова правила; распознано уверенно"),
    Case(
      name: "a word at the bound is sure", words: [1, 0.8, 1], isFinding: true, confidence: 0.76,
      reason: "прямые слова правила; распознано уверенно"),
    Case(
      name: "a word not quite sure", words: [1, 0.79, 1], isFinding: true, confidence: 0.75,
      reason: "прямые слова правила; распознано не вполне уверенно: «ваша», 79 %"),
    Case(
      name: "a word just sure enough", words: [1, 1, 0.53], isFinding: true, confidence: 0.5,
      reason: "прямые слова правила; распознано не вполне уверенно: «вина», 53 %"),
    Case(
      name: "less than half sure all told", words: [1, 1, 0.5], isFinding: false,
      confidence: 0.48, reason: "слово распознано не вполне уверенно: «вина», 50 %"),
    Case(
      name: "a percentage is no share", words: [95, 95, 20], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "less than nothing", words: [1, -0.5, 0.9], isFinding: true, confidence: 0.86,
      reason: "прямые слова правила; распознано уверенно"),
    Case(
      name: "more than anything", words: [1, 1e300, .nan], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "words of another text", heard: "совсем другие слова", words: [0.2, 0.2, 0.2],
      isFinding: true, confidence: 0.95, reason: "прямые слова правила"),
    Case(
      name: "another word in its place", heard: "думаю ваша вилка", words: [1, 1, 0.2],
      isFinding: false, confidence: 0.19, reason: "слово распознано неуверенно: «вина», 20 %"),
    Case(
      name: "a doubtful word", words: [1, 1, 0.49], isFinding: false, confidence: 0.47,
      reason: "слово распознано неуверенно: «вина», 49 %"),
    Case(
      name: "the least sure word tells", words: [1, 0.4, 0.3], isFinding: false, confidence: 0.28,
      reason: "слово распознано неуверенно: «вина», 30 %"),
    Case(
      name: "a doubtful word beside the finding", words: [0.1, 0.9, 0.9], isFinding: true,
      confidence: 0.86, reason: "прямые слова правила; распознано уверенно"),
    Case(
      name: "one word of two has a confidence", words: [nil, nil, 0.3], isFinding: false,
      confidence: 0.28, reason: "слово распознано неуверенно: «вина», 30 %"),
    Case(
      name: "raw text", text: "нет вы перепутали", words: [1, 0.3, 1], isFinding: false,
      confidence: 0.28, reason: "слово распознано неуверенно: «вы», 30 %"),
    Case(
      name: "fewer words than the text has", text: "Нет, думаю — ваша вина!", words: [1, 0.3, 1],
      isFinding: false, confidence: 0.28, reason: "слово распознано неуверенно: «ваша», 30 %"),
    Case(
      name: "the text writes as one what the recogniser heard as two",
      text: "Какой-то ужас, ваша вина.", heard: "какой то ужас ваша вина",
      words: [1, 1, 1, 0.3, 1], isFinding: false, confidence: 0.28,
      reason: "слово распознано неуверенно: «ваша», 30 %"),
    Case(
      name: "a doubtful number before the finding, written in digits",
      text: "Там 42, ваша вина.", heard: "там сорок два ваша вина", words: [1, 0.1, 0.1, 0.9, 0.9],
      isFinding: true, confidence: 0.86, reason: "прямые слова правила; распознано уверенно"),
    Case(
      name: "a sure voice", operatorVoice: 0.9, isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "a voice at the bound", operatorVoice: 0.7, isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "an impossible voice", operatorVoice: 57, isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "a doubtful voice", operatorVoice: 0.57, isFinding: false, confidence: 0.54,
      reason: "неясно, кто оператор: уверенность 57 %"),
    Case(
      name: "word and voice doubtful", words: [1, 0.4, 1], operatorVoice: 0.6, isFinding: false,
      confidence: 0.23,
      reason: "слово распознано неуверенно: «ваша», 40 %; неясно, кто оператор: уверенность 60 %"),
    Case(
      name: "sure whose words", speakers: [0.3, 0.9, 0.6], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "whose words: at the bound", speakers: [1, 0.4, 1], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "whose words: doubtful", speakers: [1, 0.9, 0.31], isFinding: false, confidence: 0.29,
      reason: "неясно, чьи это слова: «вина», 31 %"),
    Case(
      name: "whose words: no share", speakers: [1, -1, 31], isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "whose words: one of two is told", speakers: [nil, nil, 0.2], isFinding: false,
      confidence: 0.19, reason: "неясно, чьи это слова: «вина», 20 %"),
    Case(
      name: "whose words: doubtful beside the finding", speakers: [0.1, 0.9, 0.9], isFinding: true,
      confidence: 0.95, reason: "прямые слова правила"),
    Case(
      name: "whose turn: sure", turnSpeaker: 0.9, isFinding: true, confidence: 0.95,
      reason: "прямые слова правила"),
    Case(
      name: "whose turn: doubtful", turnSpeaker: 0.25, isFinding: false, confidence: 0.24,
      reason: "неясно, чьи это слова: вся реплика, 25 %"),
    Case(
      name: "a sure word goes before a doubtful turn", speakers: [1, 0.8, 0.8], turnSpeaker: 0.25,
      isFinding: true, confidence: 0.95, reason: "прямые слова правила"),
    Case(
      name: "a sure word of a doubtful speaker", words: [1, 1, 1], speakers: [1, 0.2, 1],
      isFinding: false, confidence: 0.19, reason: "неясно, чьи это слова: «ваша», 20 %"),
    Case(
      name: "word and speaker doubtful", words: [1, 1, 0.4], speakers: [1, 0.3, 1],
      isFinding: false, confidence: 0.11,
      reason: "слово распознано неуверенно: «вина», 40 %; неясно, чьи это слова: «ваша», 30 %"),
    Case(
      name: "a diminutive by the rule of the language", text: "Подождите минуточку, пожалуйста.",
      isFinding: true, confidence: 0.95, reason: "уменьшительное слово по правилу языка"),
    Case(
      name: "a doubtful diminutive", text: "подождите минуточку пожалуйста", words: [1, 0.3, 1],
      isFinding: false, confidence: 0.28, reason: "слово распознано неуверенно: «минуточку», 30 %"),
  ]

  @Test("What is doubtful goes to review, and the reason says why", arguments: cases)
  func certainty(_ example: Case) throws {
    let analysis = try SampleAnalyzers.analyze(Self.call(example))
    let found = example.isFinding ? analysis.findings : analysis.review
    let other = example.isFinding ? analysis.review : analysis.findings
    let finding = try #require(found.first, "\(analysis.findings) \(analysis.review)")
    #expect(found.count == 1)
    #expect(other.isEmpty)
    #expect(finding.confidence == example.confidence)
    #expect(finding.reason == example.reason)
  }

  @Test("The surer a word, the surer the finding, and from some bound on it counts")
  func monotone() throws {
    var last = (isFinding: false, confidence: 0.0)
    for hundredths in 0...100 {
      var example = Self.cases[2]
      example.words = [1, Double(hundredths) / 100, 1]
      let analysis = try SampleAnalyzers.analyze(Self.call(example))
      let finding = try #require((analysis.findings + analysis.review).first)
      let isFinding = !analysis.findings.isEmpty
      #expect(isFinding || !last.isFinding, "\(hundredths)")
      #expect(finding.confidence >= last.confidence, "\(hundredths)")
      #expect(isFinding == (finding.confidence >= 0.5), "\(hundredths)")
      last = (isFinding, finding.confidence)
    }
    #expect(last.isFinding)
  }

  @Test(
    "Where it is hardly known who the operator is, the call is not judged",
    arguments: [(0.05, false), (0.32, false), (0.33, true), (0.6, true), (-1, true), (5, true)])
  func unknownOperator(voice: Double, isJudged: Bool) throws {
    var example = Self.cases[0]
    example.operatorVoice = voice
    let analysis = try SampleAnalyzers.analyze(Self.call(example))
    #expect(analysis.judged == isJudged)
    #expect((analysis.score == nil) == !isJudged)
    #expect(analysis.elements.contains { $0.status == .absent } == isJudged)
    if !isJudged {
      #expect(analysis.findings.isEmpty)
      #expect(analysis.reason?.hasPrefix("не ясно, кто из них оператор: уверенность") == true)
    }
  }

  @Test("What a rule itself doubts says so")
  func doubtfulPhrase() throws {
    let call = Call(
      id: "call", turns: [Turn(speaker: .operator, text: "Ну да, так сказать, в принципе.")])
    let analysis = try SampleAnalyzers.analyze(call)
    #expect(!analysis.findings.isEmpty)
    #expect((analysis.findings + analysis.review).allSatisfy { $0.reason?.isEmpty == false })
    #expect(analysis.review.allSatisfy { $0.reason == "такие слова бывают и к месту" })
    #expect(analysis.review.allSatisfy { $0.confidence < 0.5 })
  }

  private static func call(_ example: Case) -> Call {
    // As a recogniser gives them: the last words of the text, without its signs.
    let texts = (example.heard ?? example.text).split(whereSeparator: { !$0.isLetter }).map(
      String.init)
    let count = example.words?.count ?? example.speakers?.count
    let words = count.map { count in
      zip(texts.suffix(count), 0..<count).map { text, index in
        Word(
          text: text, start: nil, end: nil, confidence: example.words?[index],
          speakerConfidence: example.speakers?[index])
      }
    }
    return Call(
      id: "call", standard: "general", operatorConfidence: example.operatorVoice,
      turns: [
        Turn(
          speaker: .operator, text: example.text, words: words,
          speakerConfidence: example.turnSpeaker)
      ])
  }
}
