import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Criteria of the six standards on the dialogues of `Cases/criteria.txt`.
@Suite("Scoring: criteria of the standards")
struct ScoringCasesTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var criterion: String
    var status: String
    var call: Call
    var testDescription: String { "\(criterion) \(status): \(call.turns.map(\.text))" }
  }

  @Test("A dialogue gives a criterion its status", arguments: try Self.cases())
  func status(_ example: Case) throws {
    let result = try #require(
      try Self.score(example).criteria.first {
        $0.criterion == example.criterion
      })
    #expect(
      result.status.rawValue == example.status, "\(result.reason); \(result.evidence.map(\.quote))")
    #expect(!result.reason.isEmpty)
  }

  @Test("A situation is noticed, and its look-alike is not", arguments: try Self.situations())
  func situation(_ example: Case) throws {
    let result = try #require(
      try Self.score(example).criteria.first { $0.criterion == example.criterion })
    let isNoticed = result.status != .notApplicable
    let isRight =
      switch example.status {
      case "+": isNoticed
      case "-": !isNoticed
      default: result.status.rawValue == example.status
      }
    #expect(
      isRight,
      "\(result.reason); \(result.evidence.map(\.quote))")
  }

  private static func score(_ example: Case) throws -> Score {
    let standard = example.call.standard ?? "general"
    let analyzer = try #require(try analyzers.get()[standard])
    var cache = WordCache()
    return try #require(analyzer.analyze(example.call, cache: &cache).score)
  }

  private static let analyzers = Result {
    let library = StandardLibrary(folder: lexicons)
    var analyzers: [String: CallAnalyzer] = [:]
    for id in try library.identifiers() {
      analyzers[id] = CallAnalyzer(
        standard: try CompiledStandard(library.standard(id), morphology: morphology),
        morphology: morphology)
    }
    return analyzers
  }

  /// Blocks of the file: «criterion status [direction]», then turns.
  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/criteria.txt")
    let text = try String(contentsOf: file, encoding: .utf8)
    let blocks = text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.split(separator: "")
    return try blocks.map { block in
      let lines = Array(block)
      let head = lines[0].split(separator: " ").map(String.init)
      let turns = try lines.dropFirst().map { line in
        let speaker: Speaker? =
          line.hasPrefix("К: ") ? .client : line.hasPrefix("О: ") ? .operator : nil
        return Turn(speaker: try #require(speaker), text: String(line.dropFirst(3)))
      }
      return Case(
        criterion: head[0], status: head[1],
        call: Call(
          id: head[0], standard: head[0].split(separator: ".").first.map(String.init),
          direction: head.count > 2 ? Call.Direction(rawValue: head[2]) : nil, turns: turns))
    }
  }

  /// Lines of the other file: «criterion + К: …».
  private static func situations() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/conditions.txt")
    let outgoing: Set = ["umek.out-call-back", "rzd-cfto.call-back-apology"]
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let words = line.split(separator: " ")
        var turns: [Turn] = []
        for word in words.dropFirst(2) {
          if word == "К:" || word == "О:" {
            turns.append(Turn(speaker: word == "К:" ? .client : .operator, text: ""))
          } else {
            turns[turns.count - 1].text += turns[turns.count - 1].text.isEmpty ? word : " \(word)"
          }
        }
        if turns.last?.speaker == .client { turns.append(Turn(speaker: .operator, text: "Ага.")) }
        let criterion = String(words[0])
        return Case(
          criterion: criterion, status: String(words[1]),
          call: Call(
            id: criterion, standard: criterion.split(separator: ".").first.map(String.init),
            direction: outgoing.contains(criterion) ? .outgoing : .incoming, turns: turns))
      }
  }
}
