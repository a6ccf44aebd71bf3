import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Lists that the program asks for by name: a company adds to each, and is obeyed.
@Suite("A company's own words in the lists of the language")
struct CompanyListsTests {
  private static let scorecard = """
    extends: general
    scorecard:
      pass: 80
      sections:
        - title: Раздел
          criteria:
            - {id: promise, title: Обещал, clause: "1", weight: 1, check: {says: [=обещаю]}}
            - {id: number, title: Номер, clause: "1", weight: 1, check: {says: [=сообщите]}}
            - {id: term, title: Срок, clause: "1", weight: 1, check: {spoken_limit: ['=через *4 $$'], minutes: 10}}

    """
  private static let own = """
    lists:
      э-внутри-имени: [=да]
      отрицают-следующее: ['=вряд =ли']
      вежливо-после-не: [=сообщите]
      запятая-перед: [=нежели]
      соединяют-без-запятой: [=ибо]
      без-запятой-после: [=притом]
      вводный-оборот: ['=на =беду']
    durations:
      units: [{minutes: 45, phrases: [урок]}]
      numbers: [{number: 12, phrases: [дюжина]}, {number: 3, phrases: [=несколько]}]
      between: [=полных]
    """

  /// Analyzers of a standard without words of its own and of one with them.
  private static let analyzers = Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-lists-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: lexicons, to: folder)
    var read: [String: ServiceStandard] = [:]
    return try [("plain", ""), ("own", own)].map { id, words in
      try "id: \(id)\ntitle: Проба\n\(scorecard)\(words)\n".write(
        to: folder.appending(path: "standards/\(id).yaml"), atomically: true, encoding: .utf8)
      let standard = try StandardLibrary(folder: folder).standard(id, read: &read)
      return CallAnalyzer(
        standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
    }
  }

  private static func analyses(of text: String) throws -> [Analysis] {
    let call = Call(
      id: "call",
      turns: [Turn(speaker: .operator, text: text), Turn(speaker: .client, text: "Понятно.")])
    return try analyzers.get().map { analyzer in
      var cache = WordCache()
      return analyzer.analyze(call, cache: &cache)
    }
  }

  @Test(
    "Criteria hear the company's negations, courtesies and terms",
    arguments: [
      ("вряд ли обещаю", "promise", "сказано: «обещаю»", "не сказано"),
      ("не обещаю", "promise", "не сказано", "не сказано"),
      ("не сообщите номер", "number", "не сказано", "сказано: «сообщите»"),
      ("через урок", "term", "срок назван без числа", "назван срок: 45 минут, допустимо 10 минут"),
      (
        "через дюжину минут", "term", "назван срок: 1 минута",
        "назван срок: 12 минут, допустимо 10 минут"
      ),
      ("через пять полных минут", "term", "назван срок: 1 минута", "назван срок: 5 минут"),
      ("через пять рабочих минут", "term", "назван срок: 5 минут", "назван срок: 5 минут"),
      ("через несколько минут", "term", "назван срок: 5 минут", "назван срок: 3 минуты"),
    ])
  func criteria(text: String, criterion: String, plain: String, own: String) throws {
    let reasons = try Self.analyses(of: text).map { analysis in
      analysis.score?.criteria.first { $0.criterion == criterion }?.reason
    }
    #expect(reasons == [plain, own])
  }

  @Test(
    "A rewritten turn keeps the commas that the company's words ask for",
    arguments: [
      ("before", "Пломба, ну, нежели замок.", "Пломба нежели замок.", "Пломба, нежели замок."),
      ("joining", "Вагон стоит, ну, ибо едет.", "Вагон стоит, ибо едет.", "Вагон стоит ибо едет."),
      (
        "after", "Стоит вагон притом, ну, едет груз.", "Стоит вагон притом, едет груз.",
        "Стоит вагон притом едет груз."
      ),
      (
        "aside", "На беду, ну, вагон задержан.", "На беду вагон задержан.",
        "На беду, вагон задержан."
      ),
      (
        "shared aside", "К счастью, ну, вагон прибыл.", "К счастью, вагон прибыл.",
        "К счастью, вагон прибыл."
      ),
    ])
  func commas(name: String, text: String, plain: String, own: String) throws {
    #expect(try Self.analyses(of: text).map(\.findings.first?.rewrite) == [plain, own], "\(name)")
  }

  @Test(
    "A name goes on behind the company's words inside names",
    arguments: [
      ("меня зовут тьягу да сильвейра слушаю вас", "тьягу", "тьягу да сильвейра"),
      ("меня зовут тьягу ван сильвейра слушаю вас", "тьягу ван сильвейра", "тьягу ван сильвейра"),
    ])
  func names(text: String, plain: String, own: String) throws {
    let quotes = try Self.analyses(of: text).map { analysis in
      analysis.elements.first { $0.element == .operatorName }?.quote
    }
    #expect(quotes == [plain, own])
  }
}
