import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// The models of speech that the lexicons hold.
let speechModels = SpeechModels(
  paraphrases: try? SpeechModel(bytes: paraphraseBytes),
  uses: try? UseModel(bytes: modelBytes("uses")),
  elements: try? SpeechModel(bytes: modelBytes("elements")))

private let paraphraseBytes = modelBytes("paraphrases")

/// The bytes of a model of speech that the lexicons hold.
func modelBytes(_ name: String) -> [UInt8] {
  Array((try? Data(contentsOf: lexicons.appending(path: "speech/\(name).model"))) ?? Data())
}

@Suite struct ParaphraseTests {
  private static let rules = """
    rules:
      - id: money_talk.heard
        category: money_talk
        clause: "табл. 2"
        detector: paraphrase
        unless_turn: ['лечиться']
      - id: blame.heard
        category: blame
        clause: "перечень 1"
        detector: paraphrase
      - id: blame.said
        category: blame
        clause: "перечень 1"
        phrases: ['вы их сами']
    """

  private func heard(_ text: String, speaker: Speaker = .operator) throws -> [Finding] {
    try analysis(text, speaker: speaker).findings
  }

  private func analysis(
    certainty: String = "", _ text: String, speaker: Speaker = .operator
  ) throws -> Analysis {
    let plain = try analyzer(rules: Self.rules + "\n" + certainty)
    let model = try SpeechModel(bytes: paraphraseBytes)
    var cache = WordCache()
    let call = Call(id: "call", turns: [Turn(speaker: speaker, text: text)])
    return CallAnalyzer(
      standard: plain.compiled, morphology: morphology, models: SpeechModels(paraphrases: model)
    ).analyze(call, cache: &cache)
  }

  @Test func whatNoPhraseSaysIsHeardWithItsProbability() throws {
    let findings = try heard("а сколько вы вообще тратить на погашение готовы")
    #expect(findings.map(\.rule) == ["money_talk.heard"])
    #expect(findings.allSatisfy { $0.confidence > 0.5 && $0.confidence < 1 })
    #expect(findings.map(\.reason) == ["сказано другими словами: похоже на размеченные нарушения"])
  }

  @Test func whatIsHeardUnsurelyIsForAPersonToDecide() throws {
    let said = "а сколько вы вообще тратить на погашение готовы"
    let analysis = try analysis(certainty: "certainty: {paraphrase: 1}", said)
    #expect(analysis.findings.isEmpty)
    #expect(analysis.review.map(\.rule) == ["money_talk.heard"])
    let found = try heard(said).map(\.confidence)
    #expect(analysis.review.map(\.confidence) == found.map { ($0 * 50).rounded() / 100 })
    #expect(
      analysis.review.map(\.reason) == [
        "сказано другими словами: похоже на размеченные нарушения, но не наверняка"
      ])
  }

  @Test(arguments: [
    ("exception of the rule", "За какую цену вы вообще согласны у нас лечиться?"),
    ("clean speech", "Добрый день, ваш заказ собран и приедет завтра до обеда."),
    ("words of care", "Не волнуйтесь, деньги вернутся на карту в течение трёх дней."),
    ("no words", "…"),
    ("one word", "Да."),
  ])
  func silence(name: String, text: String) throws {
    #expect(try heard(text).isEmpty, "\(name)")
  }

  @Test func theClientIsNotJudged() throws {
    #expect(try heard("а сколько вы вообще тратить готовы", speaker: .client).isEmpty)
  }

  @Test func whatARuleFoundIsNotSaidTwice() throws {
    let findings = try heard("Батареи холодные, так как вы их сами завоздушили.")
    #expect(findings.map(\.rule) == ["blame.said"])
  }

  @Test func aLongTurnIsHeardToItsEnd() throws {
    let long = Array(repeating: "ваш заказ собран и приедет завтра до обеда", count: 12)
      .joined(separator: " ")
    let findings = try heard(long + " а сколько вы вообще тратить на погашение готовы")
    #expect(findings.map(\.category) == [.moneyTalk])
  }

  enum Damage: CaseIterable {
    case emptied, replaced, cut, lengthened, changed

    func done(to bytes: [UInt8]) -> [UInt8] {
      switch self {
      case .emptied: return []
      case .replaced: return Array("KAMCONTX".utf8) + Array(repeating: 0, count: 99)
      case .cut: return Array(bytes.dropLast(7))
      case .lengthened: return bytes + [0]
      case .changed:
        var bytes = bytes
        bytes[5_000] ^= 0x40
        return bytes
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func damagedFilesAreRefused(damage: Damage) {
    #expect(throws: SpeechModel.Damaged.self) {
      try SpeechModel(bytes: damage.done(to: paraphraseBytes))
    }
  }
}
