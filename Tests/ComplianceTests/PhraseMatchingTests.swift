import Compliance
import ServiceStandards
import Testing

@Suite("Phrase matching")
struct PhraseMatchingTests {
  /// What a rule with one phrase, and more keys of that phrase, finds in an operator's turn.
  private func found(_ phrase: String, in text: String, keys: [String: String] = [:]) throws
    -> [String]
  {
    let more = keys.map { "        \($0.key): ['\($0.value)']\n" }.joined()
    let rules = """
      lists:
        данные: ['номер', 'лицевой счёт']
      rules:
        - id: rule
          category: blame
          clause: "1"
          phrases:
            - phrase: '\(phrase)'
      """
    return try findings(analyzer(rules: rules + "\n" + more), in: text).map(\.quote)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var phrase: String
    var text: String
    var expected: [String]
    var testDescription: String { "\(phrase) ← \(text)" }

    init(_ phrase: String, _ text: String, _ expected: String...) {
      self.phrase = phrase
      self.text = text
      self.expected = expected
    }
  }

  @Test(
    "What a phrase matches",
    arguments: [
      Case("ваша вина", "Это ваша вина.", "ваша вина"),
      Case("ваша вина", "в этом вашей вины нет", "вашей вины"),
      Case("ваша вина", "ВАШУ ВИНУ", "ВАШУ ВИНУ"),
      Case("ваша вина", "ваша, вина", "ваша, вина"),
      Case("ваша вина", "Заявка ваша. Вина не доказана."),
      Case("ваша . вина", "Заявка ваша. Вина не доказана.", "ваша. Вина"),
      Case("ваша … вина", "ваша… вина, ваша, вина, ваша вина", "ваша… вина"),
      Case("вина …", "вина… Номер. Вина. Вина, номер. Вина...", "вина", "Вина"),
      Case("ваша вина", "ваша большая вина"),
      Case("ваша *1 вина", "ваша большая вина", "ваша большая вина"),
      Case("ваша *1 вина", "ваша очень большая вина"),
      Case("ваша [большая] вина", "ваша вина, ваша большая вина", "ваша вина", "ваша большая вина"),
      Case("=ваша вина", "вашей вины"),
      Case(
        "(мы|компания) потерять", "компания потеряла, мы потеряем", "компания потеряла",
        "мы потеряем"),
      Case("{ваша вина}", "вина ваша и ваша вина", "вина ваша", "ваша вина"),
      Case("{вина это}*1", "вина не это", "вина не это"),
      Case("счёт", "счета и счёт, счетом", "счета", "счёт", "счетом"),
      Case("=ч#т", "ч*т, ч**т и ч@т, но чёт", "ч*т", "ч**т", "ч@т"),
      Case("^ номер", "номер и номер. Номер", "номер", "Номер"),
      Case("^^ номер", "номер. Номер", "номер"),
      Case("номер $", "номер и номер. Номер и", "номер"),
      Case("номер $$", "номер. номер", "номер"),
      Case("номер $?", "номер. номер? номер!", "номер"),
      Case("номер $!", "номер. номер? номер!", "номер"),
      Case("номер , адрес", "номер адрес, номер, адрес", "номер, адрес"),
      Case("вы !(не) знать", "вы знаете, вы не знаете", "вы знаете"),
      Case("вы «туда звонить» зря", "вы туда звоните зря", "туда звоните"),
      Case("<глаг пов>", "скажите номер", "скажите"),
      Case("номер<мн>", "номер и номера по номерам", "номера", "номерам"),
      Case("страх*", "страховка от страха", "страховка", "страха"),
      Case("*овка", "страховка", "страховка"),
      Case("*рахов*", "страховка", "страховка"),
      Case(
        "через <число> минута", "через 10 минут, через десять минут", "через 10 минут",
        "через десять минут"),
      Case(
        "@данные договор", "номер договора, лицевой счёт договора", "номер договора",
        "лицевой счёт договора"),
    ])
  func matches(testCase: Case) throws {
    #expect(try found(testCase.phrase, in: testCase.text) == testCase.expected)
  }

  @Test("An exception with the mark fits around the match")
  func exceptionAround() throws {
    #expect(try found("вина", in: "ваша вина, не вина", keys: ["unless": "не _"]) == ["вина"])
    #expect(try found("вина", in: "вина очень велика", keys: ["unless": "_ *1 велик"]) == [])
  }

  @Test("An exception without the mark covers the match")
  func exceptionCovering() throws {
    #expect(
      try found("ошибка", in: "код ошибки 5, ваша ошибка", keys: ["unless": "код ошибка"]) == [
        "ошибка"
      ])
  }

  @Test("A softener in the sentence, and in the turn, excuses")
  func softeners() throws {
    let text = "Скажите. Скажите, пожалуйста."
    #expect(try found("сказать", in: text, keys: ["unless_sentence": "пожалуйста"]) == ["Скажите"])
    #expect(try found("сказать", in: text, keys: ["unless_turn": "пожалуйста"]) == [])
  }

  @Test("An exception does not reach back over a sentence end")
  func exceptionAcrossSentences() throws {
    #expect(try found("вина", in: "Это так. Вина наша.", keys: ["unless": "это *1 _"]) == ["Вина"])
  }

  @Test("A list that is not there is a mistake with its place")
  func missingList() {
    #expect(throws: StandardError.self) { try found("@нет", in: "текст") }
  }

  @Test("Many gaps on a long turn end in time")
  func gaps() throws {
    let text = Array(repeating: "да", count: 2_000).joined(separator: " ")
    #expect(try found("да *9 да *9 да *9 да *9 нет", in: text) == [])
  }
}
