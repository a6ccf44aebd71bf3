import Foundation
import ServiceStandards
import Testing

/// Whatever stands in a file, reading it ends with a standard or with a mistake and its place.
@Suite("Odd inputs")
struct OddInputTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Odd")

  @Test("Odd phrases are phrases that print back, or mistakes at a place inside them")
  func oddPhrases() throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "phrases.txt"), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count > 60)
    for line in lines { try expectReads(String(line)) }
  }

  @Test("Phrases of great length or depth end in time")
  func greatPhrases() throws {
    for sign in ["(", "[", "{", "«", "!", "<", "(!", "{а ", "а ", "*", "_", "@", "=", "а|"] {
      try expectReads(String(repeating: sign, count: 50_000))
    }
    let deep = String(repeating: "(", count: 10_000) + "а" + String(repeating: ")", count: 10_000)
    try expectReads(deep)
    try expectReads(String(repeating: "{а б в ", count: 9) + "г" + String(repeating: "}", count: 9))
  }

  @Test("Mutated phrases of the lexicons never crash the parser", arguments: 1...4)
  func mutatedPhrases(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let file = Self.folder.appending(path: "../../../Lexicons/rules/blame.yaml")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.contains("'") }
    let signs = Array("<>()[]{}|*!_«»^$?,.@-=# '\"\\абв12\u{301}\u{200D}😀\u{0}".unicodeScalars)
    for _ in 0..<5_000 {
      var scalars = Array(generator.pick(lines).unicodeScalars)
      for _ in 0...generator.below(6) {
        let place = generator.below(scalars.count)
        switch generator.below(3) {
        case 0: scalars[place] = generator.pick(signs)
        case 1: scalars.insert(generator.pick(signs), at: place)
        default: if scalars.count > 1 { scalars.remove(at: place) }
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      try expectReads(String(text))
    }
  }

  @Test("Odd files are standards, or mistakes with file, line and column")
  func oddFiles() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "yaml" }
    #expect(files.count >= 8)
    for file in files { try expectReadsFile(String(contentsOf: file, encoding: .utf8)) }
    for sign in ["[", "{a: ", "- ", "a:\n ", "&a [*a, ", "? "] {
      try expectReadsFile("rules: " + String(repeating: sign, count: 20_000))
    }
  }

  @Test("Mutated files of the lexicons never crash the reader", arguments: 1...6)
  func mutatedFiles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = [
      "rules/blame.yaml", "elements/closing.yaml", "standards/umek.yaml", "calls/unjudged.yaml",
      "approved/calls.yaml", "calls/speech.yaml",
    ]
    let source = Self.folder.appending(path: "../../../Lexicons/\(names[Int(seed) - 1])")
    let text = try String(contentsOf: source, encoding: .utf8)
    let lines = text.split(separator: "\n").prefix(160).map(String.init)
    let values = [
      "", "[]", "{}", "null", "-1", "99999999999999999999", "1e400", ".nan", "да", "'", "|", "*a",
      "&a", "!!binary x", "[[]]", "{a: {}}", "'(а'", "\t", "---", "\u{FEFF}", "999999999",
    ]
    for _ in 0..<120 {
      var changed = lines
      for _ in 0...generator.below(4) {
        let place = generator.below(changed.count)
        switch generator.below(5) {
        case 0: changed.remove(at: place)
        case 1: changed.insert(generator.pick(lines), at: place)
        case 2: changed[place] = " " + changed[place]
        case 3:
          let key = changed[place].prefix { $0 != ":" }
          changed[place] = "\(key): \(generator.pick(values))"
        default: changed[place] = String(changed[place].shuffled(using: &generator))
        }
      }
      try expectReadsFile(changed.joined(separator: "\n"))
    }
  }

  private func expectReads(_ text: String) throws {
    do {
      let phrase = try PhraseParser.parse(text)
      #expect((try? PhraseParser.parse(phrase.description)) == phrase, "\(text.prefix(200))")
    } catch {
      #expect((0...text.unicodeScalars.count).contains(error.offset), "\(text.prefix(200))")
      #expect(!error.message.isEmpty)
    }
  }

  private func expectReadsFile(_ text: String) throws {
    let library = try library(rules: text)
    defer { try? FileManager.default.removeItem(at: library.folder) }
    do throws(StandardError) {
      _ = try library.standard("general")
    } catch {
      #expect(error.place?.file.hasSuffix(".yaml") == true, "\(error)")
      #expect(error.place.map { $0.line > 0 && $0.column > 0 } == true, "\(error)")
    }
  }
}
