import Compliance
import Foundation
import ServiceStandards
import Testing

/// A company's own windows beside those of the standard that it extends, compiled and archived.
@Suite("Places in a company's own standard")
struct CompanyPlacementTests {
  private static let files = [
    "general": """
    id: general
    title: Общий
    rules:
      - {id: base.first, category: filler, clause: "1", phrases: ['барабан'], where: '3 слова от начала'}
    """,
    "lagoon": """
    id: lagoon
    title: Лагуна
    extends: general
    rules:
      - id: lagoon.trumpet
        category: jargon
        clause: "1"
        phrases: [{phrase: 'труба', speaker: any}]
        where_not: '2 слова от начала звонка'
        how_often: 'не меньше 2 раз'
      - {id: lagoon.loud, category: filler, clause: "1", phrases: ['барабан громкий'], depends_on: {rule: base.first}}
    """,
  ]

  @Test("Each rule keeps its own place, fresh and from an archive")
  func places() throws {
    let (standard, base) = try lagoon(Self.files)
    let fresh = try CompiledStandard(standard, base: base, morphology: morphology)
    var baseArchive = NumberWriter()
    try base.write(to: &baseArchive, by: JSONCoder())
    var archive = NumberWriter()
    try fresh.write(to: &archive, base: base, by: JSONCoder())
    var reader = NumberReader(baseArchive.bytes)
    let keptBase = try CompiledBase(from: &reader, by: JSONCoder())
    reader = NumberReader(archive.bytes)
    let kept = try CompiledStandard(from: &reader, base: keptBase, by: JSONCoder())
    let call = try dialogueCall(
      "О: Барабан громкий. Раз два три труба, барабан громкий.", "К: труба")
    for compiled in [fresh, kept] {
      var cache = WordCache()
      let found = CallAnalyzer(standard: compiled, morphology: morphology)
        .analyze(call, cache: &cache).findings
      #expect(
        found.map { "\($0.rule) \($0.turn): \($0.quote)" } == [
          "lagoon.loud 0: Барабан громкий", "lagoon.trumpet 0: труба", "lagoon.trumpet 1: труба",
        ])
    }
  }
}
