import Compliance
import Testing
import Transcripts

/// A whole recording in one turn, as a recogniser that tells no speakers gives it.
@Suite("Turns of thousands of findings")
struct LongTurnTests {
  private static let rules = """
    rules:
      - id: command.wait
        category: command
        clause: п. 1
        phrases: [=подождите]
        replacements: ["подождите, пожалуйста"]
        examples: {hit: ["Подождите."], silent: ["Подожду."]}
    """

  /// The findings of so many orders on end.
  private func orders(_ count: Int) throws -> [Finding] {
    let text = Array(repeating: "подождите минуту", count: count).joined(separator: " ")
    return findings(try analyzer(rules: Self.rules), in: text)
  }

  @Test("Each is found in its place", arguments: [1, 600, 20_000])
  func places(count: Int) throws {
    let length = "подождите минуту ".unicodeScalars.count
    #expect(
      try orders(count).map(\.range)
        == (0..<count).map { ScalarRange($0 * length, $0 * length + 9) })
  }

  @Test(
    "A turn is rewritten while a person could read it",
    arguments: [(100, true), (101, false), (20_000, false)])
  func rewrite(count: Int, isRewritten: Bool) throws {
    let found = try orders(count)
    #expect(found.allSatisfy { ($0.rewrite != nil) == isRewritten })
    #expect(Set(found.map(\.replacements)) == [["подождите, пожалуйста"]])
  }
}
