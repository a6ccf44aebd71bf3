import Foundation
import ServiceStandards
import Testing

@Suite("Replacements kept in an archive")
struct ReplacementRoundTripTests {
  private static func kept(_ replacement: Replacement) throws -> Replacement {
    try JSONDecoder().decode(Replacement.self, from: JSONEncoder().encode(replacement))
  }

  @Test("Every replacement of the lexicons is the same when it is read back")
  func lexicons() throws {
    var read: [String: ServiceStandard] = [:]
    var replacements: Set<Replacement> = []
    for id in try ownLibrary.identifiers() {
      let standard = try ownLibrary.standard(id, read: &read)
      replacements.formUnion(standard.rules.flatMap(\.replacements))
      replacements.formUnion(standard.rules.flatMap(\.phrases).flatMap { $0.replacements ?? [] })
      replacements.formUnion(standard.rewordings.flatMap(\.replacements))
    }
    #expect(replacements.count > 300)
    for replacement in replacements {
      #expect(try Self.kept(replacement) == replacement, "\(replacement)")
    }
  }

  @Test(
    "A replacement is kept as its notation says it",
    arguments: [
      ("plain text", "подождите, пожалуйста"), ("nothing", ""),
      ("inflected before a slot", "~кредитная карта {1:-1}"),
      ("a slot in a case, courtesy", "назовите[, пожалуйста,] {пов:-1 вин}"),
      ("a request", "{1:просьба}[, пожалуйста,] {просьба:-1}"),
    ])
  func notation(_ name: String, _ text: String) throws {
    let written = try JSONEncoder().encode(text)
    let replacement = try JSONDecoder().decode(Replacement.self, from: written)
    #expect(replacement.description == text, "\(name)")
  }

  @Test("What is no replacement is told", arguments: ["~", "[, пожалуйста", "{1", "{1 им чего}"])
  func mistake(_ text: String) throws {
    let written = try JSONEncoder().encode(text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Replacement.self, from: written)
    }
  }
}
