import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// The seventeen elements on the dialogues of `Cases/elements-*.txt`.
@Suite("Elements")
struct ElementsTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var element: String
    var status: String
    /// Words that the quote must hold.
    var quote: String?
    var call: Call
    var testDescription: String { "\(element) \(status): \(name)" }
  }

  @Test("How calls open", arguments: try ElementCases.read("opening"))
  func opening(_ example: Case) throws { try Self.check(example) }

  @Test("Whose name it is", arguments: try ElementCases.read("names"))
  func names(_ example: Case) throws { try Self.check(example) }

  @Test(
    "Whose name it is where the data names the employee",
    arguments: try ElementCases.read("employee"))
  func employee(_ example: Case) throws { try Self.check(example) }

  @Test("The course of calls", arguments: try ElementCases.read("course"))
  func course(_ example: Case) throws { try Self.check(example) }

  @Test("How calls end", arguments: try ElementCases.read("closing"))
  func closing(_ example: Case) throws { try Self.check(example) }

  @Test("As a recogniser writes them", arguments: try ElementCases.read("misheard"))
  func misheard(_ example: Case) throws { try Self.check(example) }

  @Test("What the model hears beside the phrases", arguments: try ElementCases.read("heard"))
  func heard(_ example: Case) throws {
    try Self.check(example, heardBy: speechModels)
    // Each case is one that the phrases alone decide otherwise.
    let unheard = try #require(
      try Self.elements(of: example.call).first { $0.element.rawValue == example.element })
    #expect(unheard.status.rawValue != example.status)
  }

  @Test("What the model does not hear", arguments: try ElementCases.read("unheard"))
  func unheard(_ example: Case) throws { try Self.check(example, heardBy: speechModels) }

  @Test("Whole calls", arguments: try ElementCases.read("calls"))
  func calls(_ example: Case) throws { try Self.check(example) }

  @Test("Every element stands in an analysis once, with its proof or its reason")
  func complete() throws {
    for example in try ElementCases.read("calls") {
      let elements = try Self.elements(of: example.call)
      #expect(elements.map(\.element) == Element.allCases)
      for result in elements {
        switch result.status {
        case .present:
          let turn = try #require(result.turn)
          let range = try #require(result.range)
          let scalars = Array(example.call.turns[turn].text.unicodeScalars)
          var quote = String.UnicodeScalarView()
          quote.append(contentsOf: scalars[range.start..<range.end])
          #expect(String(quote) == result.quote)
          #expect(example.call.turns[turn].speaker == .operator)
        case .absent, .notApplicable:
          #expect(result.reason?.isEmpty == false, "\(result.element)")
        }
      }
    }
  }

  @Test("What came nearest to an absent element", arguments: try ElementCases.read("nearest"))
  func nearest(_ example: Case) throws {
    let result = try #require(
      try Self.elements(of: example.call).first { $0.element.rawValue == example.element })
    #expect(result.status.rawValue == example.status, "\(result)")
    let reason = result.reason ?? ""
    #expect(reason.hasSuffix(example.quote ?? ""), "\(reason)")
    // What is quoted stands where it is said to stand.
    if let turn = result.turn, let range = result.range {
      let scalars = Array(example.call.turns[turn].text.unicodeScalars)[range.start..<range.end]
      #expect(String(String.UnicodeScalarView(scalars)) == result.quote)
    }
  }

  @Test(
    "Where an apology is missing, the client's complaint is quoted, a long one from its clause on",
    arguments: [
      (
        "третий день жду курьера никто не едет и не звонит",
        "третий день жду курьера никто не едет и не звонит"
      ),
      (
        "Добрый вечер. Третий раз за неделю сидим без воды, безобразие!",
        "Третий раз за неделю сидим без воды, безобразие"
      ),
      (
        "Я записана на шесть, а врач принимает с опозданием на час, и никто ничего не сказал.",
        "…а врач принимает с опозданием на час, и никто ничего не сказал"
      ),
    ])
  func complaint(said: String, quote: String) throws {
    let call = Call(
      id: "complaint",
      turns: [
        Turn(speaker: .operator, text: "Слушаю вас."), Turn(speaker: .client, text: said),
        Turn(speaker: .operator, text: "Назовите, пожалуйста, фамилию."),
      ])
    let results = try Self.elements(of: call, heardBy: speechModels)
    let apology = try #require(results.first { $0.element == .apology })
    #expect(apology.status == .absent)
    #expect(apology.reason?.contains("клиент: «\(quote)»") == true, "\(apology.reason ?? "")")
  }

  @Test(
    "The proof is whole, and no neighbour's words are in it",
    arguments: [
      ("company", "Магазин «Лилия», Роза, слушаю.", "Магазин «Лилия»"),
      ("company", "Добрый день, фирма «Лев и партнёры», Инга.", "фирма «Лев и партнёры»"),
      ("company", "стоматология улыбка регистратура слушаю", "стоматология улыбка"),
      ("department", "ЮМЭК, клиентский офис «Химки», Инга.", "клиентский офис «Химки»"),
      ("position", "Бюро «Право», помощник юриста Ким.", "помощник юриста"),
      (
        "position", "добрый день специалист первой категории инга слушаю",
        "специалист первой категории"
      ),
      ("thanks", "Спасибо за обращение, до свидания.", "Спасибо за обращение"),
      ("thanks", "Спасибо, Инга Львовна, до свидания.", "Спасибо, Инга Львовна, до свидания"),
      ("farewell", "Ждём вас снова, всего доброго!", "всего доброго"),
      ("invite_again", "Ждём вас снова, всего доброго!", "Ждём вас снова"),
      (
        "more_questions", "есть ещё какие-нибудь вопросы ко мне",
        "есть ещё какие-нибудь вопросы ко мне"
      ),
    ])
  func proof(_ element: String, _ text: String, _ quote: String) throws {
    let call = Call(
      id: "proof",
      turns: [
        Turn(
          speaker: .operator,
          text: ["farewell", "more_questions"].contains(element) ? "Слушаю." : text),
        Turn(speaker: .client, text: "Хорошо."), Turn(speaker: .operator, text: text),
      ])
    let result = try #require(
      try Self.elements(of: call).first { $0.element.rawValue == element })
    #expect(result.quote == quote)
  }

  private static func check(_ example: Case, heardBy models: SpeechModels = SpeechModels()) throws {
    let result = try #require(
      try elements(of: example.call, heardBy: models).first {
        $0.element.rawValue == example.element
      })
    #expect(
      result.status.rawValue == example.status,
      "\(result.quote ?? result.reason ?? ""); \(example.call.turns.map(\.text))")
    if let quote = example.quote {
      #expect(result.quote?.lowercased().contains(quote.lowercased()) == true, "\(result)")
    }
  }

  private static func elements(of call: Call, heardBy models: SpeechModels = SpeechModels()) throws
    -> [ElementResult]
  {
    let standard = try #require(try standards.get()[call.standard ?? "general"])
    let analyzer = CallAnalyzer(standard: standard, morphology: morphology, models: models)
    var cache = WordCache()
    return analyzer.analyze(call, cache: &cache).elements
  }

  private static let standards = Result {
    let library = StandardLibrary(folder: lexicons)
    var standards: [String: CompiledStandard] = [:]
    for id in try library.identifiers() {
      standards[id] = try CompiledStandard(library.standard(id), morphology: morphology)
    }
    return standards
  }
}

/// Reads the dialogues of `Cases/elements-*.txt`.
enum ElementCases {
  enum Mistake: Error {
    case line(String)
  }

  static func read(_ name: String) throws -> [ElementsTests.Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/elements-\(name).txt")
    let blocks = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.split(separator: "")
    return try blocks.flatMap { try cases(Array($0).map(String.init)) }
  }

  private static func cases(_ lines: [String]) throws -> [ElementsTests.Case] {
    let head = lines[0].dropFirst(2).split(separator: "[")
    let attributes = head.count > 1 ? head[1].dropLast().split(separator: " ").map(String.init) : []
    let name = head[0].trimmingCharacters(in: .whitespaces)
    let turns = try lines.dropFirst().filter(isTurn).map(turn)
    let call = Call(
      id: name, standard: attributes.first { Call.Direction(rawValue: $0) == nil },
      direction: attributes.compactMap(Call.Direction.init).first,
      employee: lines.first { $0.hasPrefix(employee) }.map { String($0.dropFirst(employee.count)) },
      turns: turns)
    return lines.dropFirst().filter { !isTurn($0) && !$0.hasPrefix(employee) }.map { line in
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      return ElementsTests.Case(
        name: name, element: parts[0], status: parts[1],
        quote: parts.count > 2 ? String(parts[2].dropFirst().dropLast()) : nil, call: call)
    }
  }

  /// What the call's data says of who answered.
  private static let employee = "С: "

  private static func isTurn(_ line: String) -> Bool {
    line.hasPrefix("К: ") || line.hasPrefix("О: ")
  }

  private static func turn(_ line: String) throws -> Turn {
    let parts = line.dropFirst(3).split(separator: "@").map(String.init)
    var turn = Turn(speaker: line.hasPrefix("К: ") ? .client : .operator, text: parts[0])
    guard parts.count > 1 else { return turn }
    let times = parts[1].split(separator: "-").compactMap { Double($0) }
    guard times.count == 2 else { throw Mistake.line(line) }
    turn.start = times[0]
    turn.end = times[1]
    return turn
  }
}
