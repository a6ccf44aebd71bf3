import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// What is said instead, sentence by sentence: `Cases/rewrites.txt`, each read by eye.
@Suite("Replacements and rewritten turns")
struct RewriteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    /// `category «quote» → replacement | replacement` of every finding.
    var findings: [String]
    var rewrite: String?
    var testDescription: String { text }
  }

  @Test("A sentence gets the replacements and the rewriting that were read", arguments: try cases())
  func golden(_ example: Case) throws {
    let found = findings(try Self.analyzer.get(), in: example.text)
    #expect(found.map(Self.line) == example.findings)
    #expect(Set(found.map(\.rewrite)).count <= 1)
    #expect(found.first?.rewrite == example.rewrite)
  }

  @Test(
    "A replacement put into its range is what the rewritten turn says, or is clean like it",
    arguments: try cases())
  func replacementGivesRewrite(_ example: Case) throws {
    let analyzer = try Self.analyzer.get()
    let found = findings(analyzer, in: example.text)
    guard found.count == 1, let finding = found.first, let rewrite = finding.rewrite,
      let replacement = finding.replacements.first
    else { return }
    var scalars = Array(example.text.unicodeScalars)
    scalars.replaceSubrange(
      finding.range.start..<finding.range.end, with: Array(replacement.unicodeScalars))
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    // What was shouted is asked for calmly in the rewritten turn.
    let isSame = String(text).replacing("!", with: ".") == rewrite.replacing("!", with: ".")
    // The turn's mending may take more words than the finding: «Сколько вы готовы отдать за контейнер?»
    let left = findings(analyzer, in: String(text)).filter { $0.category == finding.category }
    #expect(isSame || left.isEmpty, "\(String(text))")
  }

  @Test("A rewritten turn holds nothing of what it mends", arguments: try cases())
  func rewriteIsClean(_ example: Case) throws {
    let analyzer = try Self.analyzer.get()
    guard let rewrite = findings(analyzer, in: example.text).lazy.compactMap(\.rewrite).first
    else { return }
    let mended = Set(findings(analyzer, in: example.text).map(\.category))
    let left = findings(analyzer, in: rewrite)
    #expect(left.filter { mended.contains($0.category) }.map(\.quote) == [], "\(rewrite)")
  }

  @Test(
    "A rewritten turn is spelled as a sentence is",
    arguments: try cases().filter { $0.rewrite != nil })
  func spelling(_ example: Case) throws {
    let rewrite = try #require(example.rewrite)
    for wrong in [" ,", " .", " ?", " !", ",,", "  ", ", .", ",.", ",?", ",!", "{", "}", "~", "["] {
      #expect(!rewrite.contains(wrong))
    }
    #expect(rewrite.first?.isWhitespace == false)
    #expect(rewrite.contains { $0.isLetter })
    let first = rewrite.first { $0.isLetter }
    if example.text.first(where: { $0.isLetter })?.isUppercase == true {
      #expect(first?.isUppercase == true)
    }
  }

  private static func line(_ finding: Finding) -> String {
    let replacements = finding.replacements.isEmpty ? ["—"] : finding.replacements
    return "\(finding.category.rawValue) «\(finding.quote)» → "
      + replacements.joined(separator: " | ")
  }

  private static let analyzer = Result {
    let standard = try StandardLibrary(folder: lexicons).standard("rzd-cfto")
    return CallAnalyzer(
      standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
  }

  /// Blocks of a sentence, its findings («  …»), and the rewritten turn («  = …»).
  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/rewrites.txt")
    var result: [Case] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { continue }
      if line.hasPrefix("  = ") {
        let text = String(line.dropFirst(4))
        result[result.count - 1].rewrite = text == "—" ? nil : text
      } else if line.hasPrefix("  ") {
        result[result.count - 1].findings.append(String(line.dropFirst(2)))
      } else {
        result.append(Case(text: String(line), findings: [], rewrite: nil))
      }
    }
    return result
  }
}
