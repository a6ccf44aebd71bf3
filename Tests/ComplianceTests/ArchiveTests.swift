import Compliance
import Foundation
import ServiceStandards
import Testing
import Transcripts

@Suite("Archives of compiled standards")
struct ArchiveTests {
  private let general: CompiledBase
  private let umek: CompiledStandard
  init() throws {
    var read: [String: ServiceStandard] = [:]
    let library = StandardLibrary(folder: lexicons)
    let standard = try library.standard("umek", read: &read)
    general = try CompiledBase(try #require(read["general"]), morphology: morphology)
    umek = try CompiledStandard(standard, base: general, morphology: morphology)
  }

  private func archived() throws -> (base: [UInt8], standard: [UInt8]) {
    var base = NumberWriter()
    try general.write(to: &base, by: JSONCoder())
    var standard = NumberWriter()
    try umek.write(to: &standard, base: general, by: JSONCoder())
    return (base.bytes, standard.bytes)
  }

  @Test("A standard from an archive judges every sample call as the one it was made of")
  func roundTrip() throws {
    let bytes = try archived()
    var reader = NumberReader(bytes.base)
    let base = try CompiledBase(from: &reader, by: JSONCoder())
    reader = NumberReader(bytes.standard)
    let standard = try CompiledStandard(from: &reader, base: base, by: JSONCoder())
    let fresh = CallAnalyzer(standard: umek, morphology: morphology)
    let kept = CallAnalyzer(standard: standard, morphology: morphology)
    var caches = (WordCache(), WordCache())
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for sample in SampleCall.all {
      let expected = try encoder.encode(fresh.analyze(sample.call, cache: &caches.0))
      let found = try encoder.encode(kept.analyze(sample.call, cache: &caches.1))
      #expect(found == expected, "\(sample.call.id)")
    }
  }

  @Test("A rule and a phrase whose words alone decide do so from an archive too")
  func certain() throws {
    let rules = """
      rules:
        - {id: base.heard, category: blame, clause: '1', detector: paraphrase}
        - {id: base.rule, category: blame, clause: '1', phrases: ['заказ'], certain: true}
        - id: base.phrases
          category: blame
          clause: '1'
          phrases: [{phrase: 'собрать', certain: true}, {phrase: 'обед'}]
      """
    let (standard, base) = try lagoon([
      "general": "id: general\ntitle: Общий\n" + rules,
      "lagoon": "id: lagoon\ntitle: Лагуна\nextends: general",
    ])
    var written = (base: NumberWriter(), standard: NumberWriter())
    try base.write(to: &written.base, by: JSONCoder())
    try CompiledStandard(standard, base: base, morphology: morphology)
      .write(to: &written.standard, base: base, by: JSONCoder())
    var reader = NumberReader(written.base.bytes)
    let kept = try CompiledBase(from: &reader, by: JSONCoder())
    reader = NumberReader(written.standard.bytes)
    let analyzer = CallAnalyzer(
      standard: try CompiledStandard(from: &reader, base: kept, by: JSONCoder()),
      morphology: morphology, models: speechModels)
    var cache = WordCache()
    let call = Call(
      id: "call",
      turns: [
        Turn(
          speaker: .operator, text: "Добрый день, ваш заказ собран и приедет завтра до обеда.")
      ])
    let found = analyzer.analyze(call, cache: &cache)
    #expect(found.findings.map(\.quote) == ["заказ собран"])
    #expect(found.review.map(\.quote) == ["обеда"])
  }

  @Test("What is read for phrases alone finds the same in every sample call, and judges nothing")
  func phrasesAlone() throws {
    let bytes = try archived()
    var reader = NumberReader(bytes.base)
    let base = try CompiledBase(from: &reader, by: JSONCoder(), judges: false)
    reader = NumberReader(bytes.standard)
    let standard = try CompiledStandard(from: &reader, base: base, by: JSONCoder(), judges: false)
    let fresh = CallAnalyzer(standard: umek, morphology: morphology)
    let kept = CallAnalyzer(standard: standard, morphology: morphology)
    var caches = (WordCache(), WordCache())
    for sample in SampleCall.all {
      let expected = fresh.analyze(sample.call, cache: &caches.0)
      let found = kept.analyze(sample.call, cache: &caches.1)
      #expect(found.findings == expected.findings, "\(sample.call.id)")
      #expect(found.score == nil, "\(sample.call.id)")
    }
  }

  @Test("Any other bytes are refused or read, never a crash")
  func damage() throws {
    let bytes = try archived().standard
    var generator = SystemRandomNumberGenerator()
    var refused = 0
    for round in 0..<300 {
      var damaged = bytes
      if round.isMultiple(of: 3) {
        damaged.removeLast(Int.random(in: 1..<bytes.count, using: &generator))
      } else {
        for _ in 0..<(1 << (round % 7)) {
          damaged[Int.random(in: damaged.indices, using: &generator)] = .random(in: 0...255)
        }
      }
      var reader = NumberReader(damaged)
      if (try? CompiledStandard(from: &reader, base: general, by: JSONCoder())) == nil {
        refused += 1
      }
    }
    #expect(refused >= 100)
  }
}
