import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// The model of how words are used, against exceptions and beside the network.
@Suite("How words are used")
struct UseModelTests {
  private static let bytes = modelBytes("uses")

  private func analysis(
    _ rest: String, _ text: String, isOwn: Bool = false, models: SpeechModels? = nil
  ) throws -> Analysis {
    let rule = "  - {id: base.rule, clause: '1', \(rest)}"
    let (standard, base) = try lagoon([
      "general": "id: general\ntitle: Общий\nrules:\n" + (isOwn ? Self.silent : rule),
      "lagoon": "id: lagoon\ntitle: Лагуна\nextends: general\nrules:\n"
        + (isOwn ? rule : Self.silent.replacing("base.", with: "own.")),
    ])
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
    return CallAnalyzer(
      standard: try CompiledStandard(standard, base: base, morphology: morphology),
      morphology: morphology,
      models: try models ?? SpeechModels(uses: try UseModel(bytes: Self.bytes))
    ).analyze(call, cache: &cache)
  }

  private static let silent =
    "  - {id: base.silent, category: filler, clause: '1', phrases: ['ничегонетут']}"
  private static let pointing = "category: filler, phrases: ['=вот'], unless: ['_ <>']"

  @Test(
    "An exception that guesses does not count where the words around tell otherwise",
    arguments: [
      ("a parasite", "ну вот я и говорю что надо было раньше", ["вот"]),
      ("it hands something over", "вот ваш договор", []),
      ("it points", "вот этот номер запишите пожалуйста", []),
    ])
  func despite(_ name: String, _ text: String, _ quotes: [String]) throws {
    let found = try analysis(Self.pointing, text).findings
    #expect(found.map(\.quote) == quotes, "\(name)")
    #expect(found.allSatisfy { $0.confidence >= 0.6 && $0.confidence < 1 })
  }

  @Test("A firm exception and a company's own rule hold whatever it says")
  func firm() throws {
    let text = "ну вот я и говорю что надо было раньше"
    #expect(try analysis(Self.pointing + ", firm: ['_ <>']", text).findings.isEmpty)
    #expect(try analysis(Self.pointing, text, isOwn: true).findings.isEmpty)
  }

  @Test("An order that is hardly one goes to a person")
  func unlikely() throws {
    let rule = "category: command, phrases: ['<глаг пов>']"
    let found = try analysis(rule, "если что звоните до свидания всего доброго")
    #expect(found.findings.isEmpty)
    #expect(found.review.map(\.quote) == ["звоните"])
    #expect(try analysis(rule, "номер договора говорите").findings.map(\.quote) == ["говорите"])
  }

  private static let slang = "category: jargon, detector: paraphrase, unless: ['_ гвоздь']"
  private static let parasite = "category: filler, detector: paraphrase, only: ['=это']"

  @Test(
    "What no rule says is heard, unless the rule that speaks for the models lets it go",
    arguments: [
      (slang, 0.65, "slang", "забить я ничего не могу", ["забить"]),
      (slang, 0.65, "done with a thing", "забить гвоздь я не могу", []),
      (slang, 0.65, "no slang", "записать я ничего не могу", []),
      (slang, 0.65, "an order, no slang", "номер договора говорите", []),
      (parasite, 0.6, "a parasite", "и то это слесарь до пяти", ["это"]),
      (parasite, 0.6, "a pronoun", "это ваш договор", []),
      (parasite, 0.6, "another parasite", "ну это ваш договор", []),
    ])
  func unsaid(
    _ rule: String, _ least: Double, _ name: String, _ text: String, _ quotes: [String]
  ) throws {
    let found = try analysis(rule, text, models: speechModels).findings
    #expect(found.map(\.quote) == quotes, "\(name)")
    #expect(found.allSatisfy { $0.confidence >= least && $0.confidence < 1 })
  }

  /// Counted by Benchmarks/speech/uses.py.
  @Test(
    "A word's traits are those that the model was trained on",
    arguments: [
      ("signs", "Вот, ваш номер — пять.", "", 0, 150, 20_622_148),
      (
        "ё, and the client's turn before", "ну подождите минуту ёлки", "Сколько мне ещё ждать?", 1,
        143, 18_135_965
      ),
      ("dots, a question, a shout", "ещё раз... да? Нет!", "", 2, 149, 19_309_487),
      ("a name, a number", "Ольга 12 раз звонила", "", 0, 139, 16_396_410),
    ])
  func traits(
    _ name: String, _ text: String, _ previous: String, _ word: Int, _ count: Int, _ sum: UInt32
  ) throws {
    var cache = WordCache()
    let call = Call(
      id: "call",
      turns: [Turn(speaker: .client, text: previous), Turn(speaker: .operator, text: text)])
    let turns = try analyzer(rules: "rules: []").read(call, cache: &cache).turns
    cache.complete(for: try UseModel(bytes: Self.bytes))
    let traits = UseTraits(
      turns[1], after: previous.isEmpty ? nil : turns[0], known: cache.useForms)
    let all = (traits.shared(inPiece: traits.piece(of: word)) + traits.traits(of: word)).map {
      $0 & 0x3FFFF
    }
    #expect(all.count == count, "\(name)")
    #expect(all.reduce(0, +) == sum, "\(name)")
  }

  @Test(
    "Both models are heard together: the mean of their log-odds",
    arguments: [(0.9, 0.9, 0.9), (0.5, 0.5, 0.5), (0.9, 0.1, 0.5), (0.99, 0.5, 0.9087)])
  func together(_ one: Double, _ other: Double, _ mean: Double) {
    #expect(abs(LogOdds.mean(Float(one), Float(other)) - Float(mean)) < 0.001)
  }

  @Test(
    "A damaged file is refused",
    arguments: ["cut", "lengthened", "changed", "replaced", "emptied"])
  func damaged(_ damage: String) {
    var bytes = Self.bytes
    switch damage {
    case "cut": bytes.removeLast(7)
    case "lengthened": bytes.append(0)
    case "changed": bytes[5_000] ^= 0x40
    case "replaced": bytes = Array("KAMPARAF".utf8) + Array(repeating: 0, count: 99)
    default: bytes = []
    }
    #expect(throws: SpeechModel.Damaged.self) { try UseModel(bytes: bytes) }
  }
}
