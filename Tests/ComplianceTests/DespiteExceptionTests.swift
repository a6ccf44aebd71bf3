import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// The model of speech against exceptions that look at the words around a match.
@Suite("An exception that the model does not believe")
struct DespiteExceptionTests {
  private static let said = "точное время поезда узнавайте на вокзале билет у вас оформлен"

  private func analysis(
    _ rest: String, _ text: String = said, isOwn: Bool = false
  ) throws -> Analysis {
    let rule =
      "  - {id: base.away, category: redirect, clause: '1', phrases: ['узнавать'], \(rest)}"
    let heard = "  - {id: redirect.heard, category: redirect, clause: '1', detector: paraphrase}\n"
    let (standard, base) = try lagoon([
      "general": "id: general\ntitle: Общий\nrules:\n" + heard + (isOwn ? "" : rule),
      "lagoon": "id: lagoon\ntitle: Лагуна\nextends: general\nrules:\n"
        + (isOwn ? rule : heard.replacing(".heard", with: ".more")),
    ])
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
    return CallAnalyzer(
      standard: try CompiledStandard(standard, base: base, morphology: morphology),
      morphology: morphology, models: speechModels
    ).analyze(call, cache: &cache)
  }

  @Test(
    "What a neighbouring word or sentence excuses counts where the offence is heard",
    arguments: ["unless: ['(время|=билет) *4 _']", "unless_sentence: ['билет']"])
  func overruled(exception: String) throws {
    let found = try analysis(exception)
    #expect(found.findings.map(\.rule) == ["base.away"])
    #expect(found.findings.map(\.quote) == ["узнавайте"])
    #expect(found.findings.allSatisfy { $0.confidence >= 0.9 && $0.confidence < 1 })
    #expect(
      found.findings.map(\.reason) == [
        "слова правила: исключение их извиняет, но обученная модель речи слышит нарушение"
      ])
  }

  @Test(
    "What else excuses it holds",
    arguments: [
      ("the whole turn", "unless_turn: ['билет']"),
      ("no word that it asks for", "only: ['дракон *3 _'], unless: ['время *4 _']"),
      ("a firm exception", "unless: ['время *4 _'], firm: ['время *4 _']"),
      ("a rule of words alone", "unless: ['время *4 _'], certain: true"),
      ("the turn's place", "unless: ['время *4 _'], from_turn: 2"),
    ])
  func holds(name: String, rest: String) throws {
    #expect(try analysis(rest).findings.isEmpty, "\(name)")
  }

  @Test("A company's own exception holds")
  func own() throws {
    #expect(try analysis("unless: ['время *4 _']", isOwn: true).findings.isEmpty)
  }

  @Test("Where no offence is heard, the exception holds")
  func look() throws {
    let clean = "приятно узнавать вас по голосу ваш заказ приедет завтра"
    #expect(try analysis("unless: ['_ *1 вас']", clean).findings.isEmpty)
  }
}
