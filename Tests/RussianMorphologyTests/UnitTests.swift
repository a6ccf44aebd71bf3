import RussianMorphology
import RussianText
import Testing

/// One line of `Benchmarks/morphology/units.tsv`.
struct UnitCase: Sendable, CustomTestStringConvertible {
  var word: String
  /// What pymorphy3 answers: lemma and tag.
  var other: String
  /// What is right: lemma, part of speech, grammemes that matter.
  var right: String

  var testDescription: String { word }

  static func all() throws -> [Self] {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let bytes = try Fixture.bytes(of: root + "/Benchmarks/morphology/units.tsv")
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return Self(word: cells[0], other: cells[2], right: cells[3])
      }
  }

  /// Whether an answer has the right lemma and the grammemes that matter.
  func isRight(lemma: String, tag: String) -> Bool {
    let wanted = right.split(separator: " ", maxSplits: 1).map(String.init)
    let have = Set(tag.split(whereSeparator: { $0 == "," || $0 == " " }))
    return Folding.folded(lemma) == Folding.folded(wanted[0])
      && have.isSuperset(of: wanted[1].split(whereSeparator: { $0 == "," || $0 == " " }))
  }
}

@Suite("Words for each analyzer unit")
struct UnitTests {
  /// Words where pymorphy3's first reading is right and ours is not: a tie of two endings, and a
  /// Roman number that is not in capitals.
  private static let worse: Set<String> = ["шаурму-то", "iv"]
  /// Words that neither reads as it should.
  private static let hard: Set<String> = [
    "смс-ку", "хайпуют", "пингану", "тегнуть", "митапы", "логинюсь", "забаненный",
    "отскриненный", "эсэмэску", "Цукерманом", "25-му", "тэкс", "руб.", "г.",
  ]

  @Test("The first reading is the right one")
  func right() throws {
    let morphology = try Fixture.morphology.get()
    let cases = try UnitCase.all()
    #expect(cases.count >= 150)
    for unit in cases {
      let reading = morphology.readings(of: unit.word)[0]
      let lemma = morphology.lemma(of: reading, form: unit.word)
      let tag = morphology.tag(of: reading)
      let isKnownMiss = Self.worse.contains(unit.word) || Self.hard.contains(unit.word)
      #expect(
        unit.isRight(lemma: lemma, tag: tag) != isKnownMiss,
        "\(unit.word): \(lemma) \(tag), right \(unit.right)")
    }
  }

  @Test("No reading of a predicted word stands twice")
  func distinct() throws {
    let morphology = try Fixture.morphology.get()
    for unit in try UnitCase.all() {
      let readings = morphology.readings(of: unit.word).filter { $0.source == .prediction }
      let keys = readings.map { "\($0.lemma.rawValue) \(morphology.tag(of: $0))" }
      #expect(Set(keys).count == keys.count, "\(unit.word)")
    }
  }
}
