import CallStore
import Compliance
import Foundation
import ServiceStandards
import Transcripts

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kamerton-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { "\(path)/calls.sqlite" }

  func store(_ indexing: WordIndexing = .sample) throws -> Store {
    try Store(path: database, indexing: indexing)
  }
}

extension WordIndexing {
  /// A dictionary of a few words.
  static let sample = WordIndexing(
    version: "1",
    lemmas: { word in
      switch word {
      case "заявка", "заявки", "заявок", "заявку": ["заявка"]
      case "заявочку", "заявочка": ["заявочка"]
      case "стали": ["сталь", "стать"]
      case "информации", "информация": ["информация"]
      case "нет": ["нет"]
      default: [word]
      }
    },
    bases: { $0.hasPrefix("заявочк") ? ["заявка"] : [] })
}

/// A call of one operator's turns.
func call(
  _ id: String, _ texts: String..., employee: String? = nil, startedAt: String? = nil
) -> Call {
  Call(
    id: id, employee: employee, startedAt: startedAt,
    turns: texts.enumerated().map { index, text in
      Turn(speaker: index % 2 == 0 ? .operator : .client, text: text, start: Double(index) * 5)
    })
}

/// Finds «алло» at the start of a turn; everyone else is good.
@Sendable func analyse(_ call: Call) -> Analysis {
  var analysis = Analysis(id: call.id, standard: call.standard ?? "general", standardVersion: "v1")
  for (index, turn) in call.turns.enumerated() where turn.text.hasPrefix("Алло") {
    analysis.findings.append(
      Finding(
        rule: "allo", category: .rudeRepeat, turn: index, speaker: turn.speaker,
        range: ScalarRange(0, 4), quote: "Алло", start: turn.start, replacements: ["Слушаю"],
        clause: "табл. 2", reason: "прямые слова правила"))
  }
  analysis.elements = Element.allCases.map { element in
    ElementResult(element: element, status: .absent, reason: "не сказано")
  }
  analysis.metrics = ["turns": Double(call.turns.count)]
  let isBad = !analysis.findings.isEmpty
  analysis.score = Score(
    total: isBad ? 40 : 100, passed: !isBad,
    criteria: [
      CriterionResult(
        criterion: "polite", section: "Речь", title: "Вежливость", clause: "2.1",
        status: isBad ? .violated : .met, points: isBad ? 0 : 10, maximum: 10, critical: false,
        reason: isBad ? "«алло» посреди разговора" : "",
        evidence: analysis.findings.map {
          Evidence(turn: $0.turn, range: $0.range, quote: $0.quote)
        })
    ])
  return analysis
}

let judge = CallJudge(
  engine: "1",
  standard: { call in
    guard call.standard != "нет такого" else {
      throw StoreError(.unusable, "неизвестный стандарт «нет такого»")
    }
    return CallJudge.Standard(id: call.standard ?? "general", version: "v1")
  },
  makeWorker: { { analyse($0) } })

func stored(_ call: Call) -> StoredCall {
  StoredCall(
    call: call, analysis: analyse(call),
    origin: StoredCall.Origin(source: "a.ndjson", line: 1, engine: "1", analysedAt: "2026-03-01"))
}
