import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// The model of speech beside rules whose words mean something else here.
@Suite("A second opinion on what rules find")
struct SecondOpinionTests {
  private static let heard = """
      - {id: redirect.heard, category: redirect, clause: "1", detector: paraphrase}
      - {id: refusal.heard, category: refusal, clause: "1", detector: paraphrase}
    """

  /// A standard of these rules, or one of a company that extends another without them.
  private func analyzer(_ rules: String, isOwn: Bool) throws -> CallAnalyzer {
    let general = "id: general\ntitle: Общий\nrules:\n" + Self.heard
    let own = "id: lagoon\ntitle: Лагуна\nextends: general\nrules:\n"
    let (standard, base) = try lagoon([
      "general": isOwn ? general : general + "\n" + rules,
      "lagoon": own + (isOwn ? rules : Self.heard.replacing(".heard", with: ".more")),
    ])
    return CallAnalyzer(
      standard: try CompiledStandard(standard, base: base, morphology: morphology),
      morphology: morphology, models: speechModels)
  }

  private func analysis(_ rule: String, isOwn: Bool = false, _ text: String) throws -> Analysis {
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: .operator, text: text)])
    return try analyzer("  - " + rule, isOwn: isOwn).analyze(call, cache: &cache)
  }

  private static let slang = "{id: base.slang, category: jargon, clause: '1', phrases: ['собрать']}"
  private static let clean = "Добрый день, ваш заказ собран и приедет завтра до обеда."

  @Test("What the model hears nothing of goes to a person, and the reason says why")
  func unheard() throws {
    let found = try analysis(Self.slang, Self.clean)
    #expect(found.findings.isEmpty)
    #expect(found.review.map(\.rule) == ["base.slang"])
    #expect(
      found.review.map(\.reason) == [
        "слова правила, но обученная модель речи не слышит здесь такого нарушения"
      ])
    #expect(found.review.map(\.confidence) == [0.1])
  }

  @Test("No verdict waits for a person because of it, but its reason names it")
  func verdict() throws {
    let scorecard = """

      scorecard:
        pass: 80
        sections:
          - title: Раздел
            criteria:
              - {id: one, title: Один, clause: "1", weight: 10, check: {findings: [jargon]}}
      """
    let score = try #require(try analysis(Self.slang + scorecard, Self.clean).score)
    #expect(score.criteria.map(\.status) == [.met])
    #expect(score.criteria.map(\.points) == [10])
    #expect(
      score.criteria.map(\.reason) == [
        "нарушений не найдено; похоже, но маловероятно: «собран» (слова правила, но обученная модель"
          + " речи не слышит здесь такого нарушения)"
      ])
  }

  @Test("A company's own rule is not doubted")
  func own() throws {
    let found = try analysis(Self.slang, isOwn: true, Self.clean)
    #expect(found.findings.map(\.rule) == ["base.slang"])
    #expect(found.review.isEmpty)
  }

  @Test("Where what a standard inherits is doubted, its own rule has the words again")
  func ownAgain() throws {
    let (standard, base) = try lagoon([
      "general": "id: general\ntitle: Общий\nrules:\n" + Self.heard + "\n  - " + Self.slang,
      "lagoon": """
      id: lagoon
      title: Лагуна
      extends: general
      rules: [{id: own.word, category: filler, clause: '1', phrases: ['заказ собран']}]
      """,
    ])
    let analyzer = CallAnalyzer(
      standard: try CompiledStandard(standard, base: base, morphology: morphology),
      morphology: morphology, models: speechModels)
    var cache = WordCache()
    let found = analyzer.analyze(
      Call(id: "call", turns: [Turn(speaker: .operator, text: Self.clean)]), cache: &cache)
    #expect(found.findings.map(\.rule) == ["own.word"])
    #expect(found.review.isEmpty)
  }

  @Test(
    "What a word alone decides is not doubted",
    arguments: [
      "{id: base.word, category: filler, clause: '1', phrases: ['заказ']}",
      "{id: base.word, category: diminutive, clause: '1', phrases: ['заказ']}",
      "{id: base.word, category: profanity, clause: '1', phrases: ['заказ']}",
      "{id: base.word, category: command, clause: '1', phrases: ['заказ']}",
      "{id: base.word, category: blame, clause: '1', phrases: ['заказ'], certain: true}",
      "{id: base.word, category: blame, clause: '1', phrases: [{phrase: 'заказ', certain: true}]}",
    ])
  func words(rule: String) throws {
    #expect(try analysis(rule, Self.clean).findings.map(\.rule) == ["base.word"])
  }

  @Test("Of a rule's phrases only the certain ones are beyond doubt")
  func phrases() throws {
    let rule =
      "{id: base.word, category: blame, clause: '1', phrases: [{phrase: 'заказ', certain: true}, 'обед']}"
    let found = try analysis(rule, Self.clean)
    #expect(found.findings.map(\.quote) == ["заказ"])
    #expect(found.review.map(\.quote) == ["обеда"])
  }

  @Test("Slang is told by the word, where the model all but hears nothing")
  func slang() throws {
    func found(_ category: String) throws -> Analysis {
      let rule = "{id: base.\(category), category: \(category), clause: '1', phrases: ['саппорт']}"
      return try analysis(rule, "на связи саппорт слушаю вас")
    }
    #expect(try found("jargon").findings.map(\.rule) == ["base.jargon"])
    #expect(try found("badmouthing").review.map(\.rule) == ["base.badmouthing"])
  }

  @Test("An offence that the model hears in those words takes the place of a lesser one")
  func other() throws {
    let rule = "{id: base.order, category: jargon, clause: '1', phrases: ['узнавать']}"
    let found = try analysis(rule, "точное время поезда узнавайте на вокзале билет у вас оформлен")
    #expect(found.findings.map(\.category) == [.redirect])
    #expect(found.findings.first?.quote.contains("узнавайте") == true)
  }

  @Test("What a rule and the model agree on stays the rule's")
  func agreed() throws {
    let rule = "{id: base.away, category: redirect, clause: '1', phrases: ['узнавать']}"
    let found = try analysis(rule, "точное время поезда узнавайте на вокзале билет у вас оформлен")
    #expect(found.findings.map(\.rule) == ["base.away"])
  }
}
