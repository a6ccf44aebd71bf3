import Foundation
import Testing
import Transcripts

/// Odd files that were met or thought of, each with what is made of it: kept so that nothing of
/// the kind hangs or crashes again. `DamageTests` goes on from them.
struct OddInputTests {
  static let files: [(name: String, answer: [String])] = [
    ("empty-objects.json", Array(repeating: "missing_key:1", count: 50)),
    ("bare-numbers.json", ["no_speakers"]), ("segments-of-nothing.json", ["unknown_format"]),
    ("infinite-times.json", ["no_speakers"]), ("huge-numbers.json", ["unjudged"]),
    ("one-talk-many-shapes.json", ["empty", "empty", "empty", "unjudged"]),
    ("surrogates.json", ["unjudged"]), ("nul.srt", ["no_speakers"]),
    ("arrow-only.srt", ["no_speakers"]), ("header-only.vtt", ["empty"]),
    ("open-tag.vtt", ["no_speakers"]), ("header-only.csv", ["empty"]), ("open-quote.csv", ["файл"]),
    ("short-rows.csv", ["файл"]), ("same-columns.csv", ["файл"]), ("noises-only.ctm", ["empty"]),
    ("late-mistake.ctm", ["no_speakers", "invalid_value:3", "no_speakers"]),
    ("many-tiers.TextGrid", ["invalid_value"]), ("open-text.TextGrid", ["invalid_value"]),
    ("half-unit.txt", ["no_speakers"]), ("lone-returns.txt", ["файл"]),
    ("labels-only.txt", ["файл"]), ("open-braces.txt", ["invalid_value:4"]),
    ("marks.json", ["no_speakers"]),
  ]

  @Test(arguments: files)
  func reads(_ example: (name: String, answer: [String])) throws {
    var told = options
    told.operatorChannel = example.name.hasSuffix("ctm") ? "A" : nil
    let answers = try items("odd/\(example.name)", options: told).map { item -> String in
      if case .call(let call) = item, call.reasonNotToJudge != nil { return "unjudged" }
      return short(item)
    }
    #expect(answers == example.answer, "\(example.name)")
  }

  @Test func namesEveryFile() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/odd")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(Self.files.map(\.name)))
  }
}
