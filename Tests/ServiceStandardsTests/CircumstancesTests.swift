import Foundation
import ServiceStandards
import Testing

@Suite("Circumstances printed and read again")
struct CircumstancesTests {
  /// What the keys say, their places aside.
  private static func content(_ circumstances: Circumstances) -> [String] {
    let lists = [
      circumstances.unless, circumstances.unlessInSentence, circumstances.unlessInTurn,
      circumstances.only, circumstances.onlyInSentence, circumstances.onlyInTurn,
      circumstances.afterClient, circumstances.unlessAfterClient,
    ]
    let windows = circumstances.placement.within + [circumstances.placement.outside]
    return lists.map { "\($0.map(\.phrase))" } + windows.map { "\($0.map(\.window))" }
      + ["\(circumstances.fromTurn as Int?)", "\(circumstances.toTurn as Int?)"]
      + ["\(circumstances.punctuated as Bool?)"]
  }

  /// Circumstances of phrases written as keys, read from one file.
  private static func read(_ keys: [String]) throws -> [Circumstances] {
    let phrases = keys.map { text in
      let lines = text.split(separator: "\n").map { "        \($0)\n" }.joined()
      return "      - phrase: 'а'\n" + lines
    }
    let rules = "rules:\n  - id: a\n    category: blame\n    clause: б\n    phrases:\n"
    let library = try library(rules: rules + phrases.joined())
    defer { try? FileManager.default.removeItem(at: library.folder) }
    return try library.standard("general").rules[0].phrases.map(\.circumstances)
  }

  @Test("Those of every phrase of the lexicons are the same after printing and reading")
  func lexicons() throws {
    let standard = try ownLibrary.standard("rzd-cfto")
    let all = (standard.rules.flatMap(\.phrases) + standard.elements.flatMap(\.phrases))
      .map(\.circumstances).filter { !$0.description.isEmpty }
    #expect(all.count > 500)
    let read = try Self.read(all.map(\.description))
    let changed = zip(all, read).filter { Self.content($0) != Self.content($1) }
    #expect(changed.isEmpty, "\(changed.prefix(3).map(\.0))")
  }

  @Test("Random ones of every key are the same after printing and reading", arguments: 1...3)
  func random(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var phrases = RandomPhrase(seed: seed)
    var windows = RandomWindow(seed: seed)
    let texts = (0..<200).map { _ in
      var lines: [String] = []
      for key in [
        "unless", "unless_sentence", "unless_turn", "only", "only_sentence", "only_turn",
        "after_client", "unless_after_client",
      ] where generator.below(4) == 0 {
        let list = (0...generator.below(3)).map { _ in Self.quoted(phrases.next().description) }
        lines.append("\(key): [\(list.joined(separator: ", "))]")
      }
      if generator.below(4) == 0 { lines.append("from_turn: \(generator.below(9))") }
      if generator.below(4) == 0 { lines.append("to_turn: \(generator.below(9))") }
      if generator.below(4) == 0 { lines.append("punctuated: \(generator.below(2) == 0)") }
      for key in ["where", "where_any", "where_not"] where generator.below(3) == 0 {
        let list = (0...1 + generator.below(2)).map { _ in
          Self.quoted(windows.nextWindow().description)
        }
        lines.append("\(key): [\(list.joined(separator: ", "))]")
      }
      return lines.joined(separator: "\n")
    }
    let read = try Self.read(texts)
    #expect(read.map(\.description) == texts)
    let again = try Self.read(read.map(\.description))
    #expect(read.map(Self.content) == again.map(Self.content))
  }

  private static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }
}
