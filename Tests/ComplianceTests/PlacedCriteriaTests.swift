import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

/// Criteria that ask where in the call something is said, and how often.
@Suite("Scoring: places and frequencies")
struct PlacedCriteriaTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var check: String
    var when: String?
    var status: CriterionResult.Status
    var turns: [String]
    var testDescription: String { "\(check) \(when ?? "") ← \(turns)" }

    init(_ check: String, when: String? = nil, _ status: CriterionResult.Status, _ turns: String...)
    {
      self.check = check
      self.when = when
      self.status = status
      self.turns = turns
    }
  }

  @Test(
    "A criterion asks where",
    arguments: [
      Case(
        "says: ['спасибо'], where: '2 реплики до конца звонка'", .met, "О: да", "О: спасибо",
        "К: да"),
      Case(
        "says: ['спасибо'], where: '2 реплики до конца звонка'", .violated, "О: спасибо", "О: да",
        "К: да"),
      Case("says: ['спасибо'], where: '5 секунд до конца звонка'", .needsReview, "О: спасибо"),
      Case(
        "says: ['спасибо'], where: '5 секунд до конца звонка'", .met, "0-9 О: да", "9-10 О: спасибо"
      ),
      Case(
        "says: ['спасибо'], where: '5 секунд до конца звонка'", .violated, "0-1 О: спасибо",
        "9-10 О: да"),
      Case(
        "says: ['прости'], where: '10 секунд после условия'", when: "client_says: ['жалоба']", .met,
        "0-1 К: жалоба", "5-6 О: простите"),
      Case(
        "says: ['прости'], where: '10 секунд после условия'", when: "client_says: ['жалоба']",
        .violated, "0-1 О: простите", "3-4 К: жалоба", "25-26 О: простите"),
      Case(
        "avoids: ['вина'], where: '1 реплика после фразы клиента жалоба'", .violated, "К: жалоба",
        "О: вина"),
      Case(
        "avoids: ['вина'], where: '1 реплика после фразы клиента жалоба'", .met, "О: вина",
        "К: жалоба", "О: да", "О: вина"),
      Case("avoids: ['вина'], where: '3 секунды от начала'", .needsReview, "О: вина"),
      Case("findings: [blame], where: 'до правила filler.nu'", .violated, "О: ваша вина", "О: ну"),
      Case("findings: [blame], where: 'до правила filler.nu'", .met, "О: ну", "О: ваша вина"),
      Case("findings: [blame], where_not: '1 реплика до конца'", .met, "О: ваша вина"),
      Case("element: greeting, where: '3 секунды от начала'", .met, "0-2 О: здравствуйте"),
      Case(
        "element: greeting, where: '3 секунды от начала'", .violated, "0-9 К: да",
        "9-10 О: здравствуйте"),
      Case("element: greeting, where: '3 секунды от начала'", .needsReview, "О: здравствуйте"),
      Case(
        "says: ['имя'], where: '3 слова после элемента greeting'", .met, "О: здравствуйте моё имя"),
      Case(
        "says: ['имя'], where: '3 слова после элемента greeting'", .violated, "О: имя здравствуйте"),
      Case(
        "any: [{says: ['нет']}, {says: ['да'], where: '1 реплика от начала'}]", .met, "О: да"),
      Case(
        "says: ['да']", when: "client_says: ['жалоба'], where: '1 реплика от начала'",
        .notApplicable,
        "О: нет", "К: жалоба"),
      Case(
        "says: ['да']", when: "client_says: ['жалоба'], where: '1 секунда от начала'", .needsReview,
        "К: жалоба", "О: да"),
    ])
  func place(example: Case) throws { try expect(example) }

  @Test(
    "A criterion asks how often",
    arguments: [
      Case("says: ['спасибо'], how_often: 'не меньше 2 раз'", .met, "О: спасибо", "О: спасибо"),
      Case("says: ['спасибо'], how_often: 'не меньше 2 раз'", .violated, "О: спасибо"),
      Case("says: ['спасибо'], how_often: 'не меньше 2 раз'", .violated, "О: да"),
      Case("avoids: ['вина'], how_often: 'не меньше 2 раз'", .met, "О: вина"),
      Case("avoids: ['вина'], how_often: 'не меньше 2 раз'", .violated, "О: вина", "О: вина"),
      Case("findings: [blame], how_often: 'больше 20 на 100 слов'", .violated, "О: ваша вина"),
      Case("findings: [blame], how_often: 'больше 60 на 100 слов'", .met, "О: ваша вина"),
      Case("findings: [blame], how_often: 'больше 1 в минуту'", .needsReview, "О: ваша вина"),
      Case("findings: [blame], how_often: 'больше 1 в минуту'", .met, "О: да"),
      Case("findings: [blame], how_often: 'больше 1 в минуту'", .violated, "0-9 О: ваша вина"),
    ])
  func frequency(example: Case) throws { try expect(example) }

  private func expect(_ example: Case) throws {
    let when = example.when.map { ", when: {\($0)}" } ?? ""
    let standard = """
      id: general
      title: Проба
      rules:
        - {id: blame.fault, category: blame, clause: "1", phrases: ['ваша вина']}
        - {id: filler.nu, category: filler, clause: "1", phrases: ['ну']}
      elements:
        - {element: greeting, clause: "1", phrases: ['здравствуйте']}
      scorecard:
        pass: 80
        sections:
          - title: Раздел
            criteria:
              - {id: one, title: Один, clause: "1", weight: 10, check: {\(example.check)}\(when)}
      """
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "kamerton-placed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appending(path: "standards"), withIntermediateDirectories: true)
    try standard.write(
      to: folder.appending(path: "standards/general.yaml"), atomically: true, encoding: .utf8)
    let compiled = try CompiledStandard(
      StandardLibrary(folder: folder).standard("general"), morphology: morphology)
    var call = Call(id: "call", turns: [])
    for line in example.turns { call.turns += try dialogueCall(line).turns }
    var cache = WordCache()
    let analysis = CallAnalyzer(standard: compiled, morphology: morphology)
      .analyze(call, cache: &cache)
    let result = try #require(analysis.score?.criteria.first)
    #expect(result.status == example.status, "\(result.reason)")
    #expect(!result.reason.isEmpty)
  }
}
