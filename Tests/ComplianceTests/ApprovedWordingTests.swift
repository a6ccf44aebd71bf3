import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Wordings that the sources prescribe are never findings.
@Suite("Approved wordings")
struct ApprovedWordingTests {
  @Test("A prescribed wording, whole, is no finding", arguments: try Self.wordings())
  func silent(_ wording: String) throws {
    let analyzer = try Self.analyzer.get()
    for text in [wording, Self.raw(wording)] {
      #expect(findings(analyzer, in: text).map(\.quote) == [], "\(text)")
    }
  }

  @Test(
    "A fragment excuses nothing, nor does it excuse what stands beside it",
    arguments: [
      ("На Ваш взгляд, мы вас обманываем?", "blame"),
      ("Подскажите номер.", "command"),
      ("Мы ведь подготовили предложения в Ваших интересах, а вы ведь молчите.", "filler"),
      ("Нет, ничего не получится.", "refusal"),
      ("Я вынужден прекратить разговор, это ваша вина.", "blame"),
    ])
  func notSilent(text: String, category: String) throws {
    let found = findings(try Self.analyzer.get(), in: text).map(\.category.rawValue)
    #expect(found.contains(category), "\(found)")
  }

  private static let analyzer = Result {
    let standard = try StandardLibrary(folder: lexicons).standard("rzd-cfto")
    return CallAnalyzer(
      standard: try CompiledStandard(standard, morphology: morphology), morphology: morphology)
  }

  private static func wordings() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Cases/approved.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map(String.init)
  }

  /// As a recogniser writes it: lower case, no signs, no ё.
  private static func raw(_ text: String) -> String {
    let signs = Set(",.:?!«»")
    return text.lowercased().filter { !signs.contains($0) }
      .replacingOccurrences(of: "ё", with: "е").replacingOccurrences(of: " - ", with: " ")
  }
}
