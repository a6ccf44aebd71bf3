import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Words on which careful people disagree are left to a person; their clear neighbours are not.
@Suite("Findings: ambiguous uses")
struct AmbiguousUseTests {
  /// A line of `Cases/ambiguous.txt`.
  struct Case: CustomTestStringConvertible, Sendable {
    var kind: Character
    var category: Category
    var turns: [Turn]
    /// What is judged, in Unicode scalars of the last turn that has a mark; nil for all of the call.
    var mark: (turn: Int, range: Range<Int>)?
    var line: String
    var testDescription: String { line }
  }

  @Test("Doubtful, clear and harmless", arguments: try cases())
  func judged(_ example: Case) throws {
    let call = Call(id: "call", standard: "general", turns: example.turns)
    let analysis = try SampleAnalyzers.analyze(call)
    func found(_ findings: [Finding]) -> [Finding] {
      findings.filter { finding in
        guard finding.category == example.category else { return false }
        guard let mark = example.mark else { return true }
        return finding.turn == mark.turn && finding.range.start < mark.range.upperBound
          && mark.range.lowerBound < finding.range.end
      }
    }
    let (clear, doubtful) = (found(analysis.findings), found(analysis.review))
    let all = analysis.findings + analysis.review
    #expect(clear.isEmpty == (example.kind != "!"), "\(all.map { ($0.rule, $0.quote) })")
    #expect(doubtful.isEmpty == (example.kind != "?"), "\(all.map { ($0.rule, $0.quote) })")
  }

  @Test("Every category that words can make doubtful has a case, thirty of them at least")
  func coverage() throws {
    let doubtful = try Self.cases().filter { $0.kind == "?" }
    #expect(doubtful.count >= 30)
    #expect(
      Set(Category.allCases).subtracting(doubtful.map(\.category)) == [.moneyTalk])
  }

  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/ambiguous.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { line in
        let parts = line.split(separator: "|", maxSplits: 1)
        let head = try #require(parts.first).split(separator: " ")
        var example = Case(
          kind: try #require(line.first),
          category: try #require(Category(rawValue: String(head[1]))), turns: [],
          line: String(line))
        for (index, said) in parts[1].split(separator: "/").enumerated() {
          var text = said.trimmingCharacters(in: .whitespaces)
          let isClient = text.hasPrefix("К: ")
          if isClient { text.removeFirst(3) }
          if let start = text.firstRange(of: "[["), let end = text.firstRange(of: "]]") {
            let before = text[..<start.lowerBound].unicodeScalars.count
            let length = text[start.upperBound..<end.lowerBound].unicodeScalars.count
            example.mark = (index, before..<before + length)
          }
          text = text.replacing("[[", with: "").replacing("]]", with: "")
          example.turns.append(Turn(speaker: isClient ? .client : .operator, text: text))
        }
        return example
      }
  }
}
