import Compliance
import Foundation
import ServiceStandards
import Testing

/// What `Lexicons/notation.md` and `Lexicons/README.md` show is what the program reads and does.
@Suite("Examples of the notation's description")
struct NotationExamplesTests {
  struct Block: CustomTestStringConvertible, Sendable {
    var file: String
    var line: Int
    var text: String
    var testDescription: String { "\(file):\(line)" }
  }

  /// Every block of YAML that could stand in a standard's file.
  static let blocks: [Block] = {
    ["notation.md", "README.md"].flatMap { file in
      let text = (try? String(contentsOf: lexicons.appending(path: file), encoding: .utf8)) ?? ""
      var blocks: [Block] = []
      var open: Block?
      for (index, line) in text.components(separatedBy: "\n").enumerated() {
        if line == "```yaml" {
          open = Block(file: file, line: index + 2, text: "")
        } else if line.hasPrefix("```") {
          if let block = open { blocks.append(block) }
          open = nil
        } else {
          open?.text += line + "\n"
        }
      }
      return blocks.filter { block in
        ["rules:", "lists:", "speech:", "elements:", "scorecard:", "unjudged:"].contains {
          block.text.hasPrefix($0)
        }
      }
    }
  }()

  @Test("There are examples of every key") func completeness() {
    #expect(Self.blocks.count >= 7)
    let text = Self.blocks.map(\.text).joined()
    for key in [
      "where:", "where_any:", "where_not:", "how_often:", "fires:", "depends_on:", "speaker:",
      "unless_rule:", "review: true", "review: [",
    ] {
      #expect(text.contains(key), "\(key)")
    }
  }

  @Test("An example is read, and its rules find what it says", arguments: blocks)
  func example(block: Block) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-notation-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "standards"), withIntermediateDirectories: true)
    let scorecard = block.text.contains("scorecard:") ? "" : "scorecard: {pass: 0, sections: []}\n"
    try "id: general\ntitle: Пример\n\(scorecard)\(block.text)".write(
      to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
    let standard = try StandardLibrary(folder: folder).standard("general")
    let compiled = try CompiledStandard(standard, morphology: morphology)
    let outcomes = ExampleRun(standard: compiled, morphology: morphology).run()
    for failure in outcomes.flatMap(\.failures) {
      Issue.record("\(failure.rule): \(failure.message): \(failure.example.text)")
    }
    let examples = standard.rules.flatMap(\.examples) + standard.unjudged.flatMap(\.examples)
    #expect(outcomes.reduce(0) { $0 + $1.passed } == examples.count)
  }
}
