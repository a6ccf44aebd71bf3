import Foundation
import Testing

struct StandardCacheTests {
  let program: Program

  init() throws { program = try Program() }

  private func answer(_ environment: [String: String] = [:]) throws -> Program.Answer {
    try program.run(
      "phrase", "--standard", "general", "Алло, вы где?", environment: environment)
  }

  /// What is kept of compiled standards.
  private var kept: [URL] {
    let files = FileManager.default.enumerator(atPath: "\(program.folder)/cache")?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".compiled") }.sorted()
    return (files ?? []).map { URL(filePath: "\(program.folder)/cache/\($0)") }
  }

  @Test func answersAlikeFromTheCache() throws {
    let first = try answer()
    #expect(first.code == 0)
    #expect(first.output.contains("Слушаю вас"))
    #expect(kept.count == 2)
    let second = try answer()
    #expect(second.output == first.output)
  }

  @Test func noticesAChangedStandard() throws {
    _ = try answer()
    let path = "\(program.folder)/lexicons/standards/general.yaml"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try program.write(
      "lexicons/standards/general.yaml", text.replacing("слушаю вас", with: "говорите"))
    #expect(try answer().output.contains("Говорите"))
  }

  @Test func noticesAMistakeInAStandardThatWasRight() throws {
    _ = try answer()
    try program.write("lexicons/standards/general.yaml", "id: general\ntitle: [")
    let refused = try answer()
    #expect(refused.code != 0)
    #expect(refused.errors.contains("general.yaml"))
  }

  /// Cut short, emptied, and with single bytes changed from the first to the last.
  @Test func passesOverDamagedFiles() throws {
    let first = try answer()
    for file in kept {
      let whole = try Data(contentsOf: file)
      var damaged = [Data(), whole.prefix(10), whole.prefix(whole.count / 2), whole + [0]]
      for part in 0..<8 {
        var changed = whole
        changed[part * (whole.count - 1) / 7] ^= 0x41
        damaged.append(changed)
      }
      for data in damaged {
        try data.write(to: file)
        let again = try answer()
        #expect(again.code == 0)
        #expect(again.output == first.output)
      }
    }
  }

  @Test func doesWithoutAFolder() throws {
    let first = try answer()
    let file = try program.write("no-folder", "")
    #expect(try answer(["KAMERTON_CACHE": file]).output == first.output)
    #expect(try answer(["KAMERTON_CACHE": ""]).output == first.output)
  }
}
