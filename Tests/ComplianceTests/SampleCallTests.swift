import Compliance
import RussianMorphology
import ServiceStandards
import Testing
import Transcripts

@Suite("Sample calls")
struct SampleCallTests {
  @Test("There are at least six calls a standard, of both directions")
  func coverage() {
    let standards = ["general", "rzd-cfto", "rzd-remote", "umek", "finterra", "mosenergosbyt"]
    for standard in standards {
      let calls = SampleCall.all.filter { $0.call.standard == standard }
      #expect(calls.count >= 6)
      #expect(Set(calls.map(\.call.direction)).count == 2)
    }
  }

  @Test("A call gives the findings and elements it must", arguments: SampleCall.all)
  func analysis(sample: SampleCall) throws {
    let analysis = try SampleAnalyzers.analyze(sample.call)
    let missed = sample.expected.findings.filter { label in
      !analysis.findings.contains { label.fits($0, in: sample.call) }
    }
    let accepted = sample.expected.findings + (sample.expected.ambiguous ?? [])
    let extra = analysis.findings.filter { finding in
      !accepted.contains { $0.fits(finding, in: sample.call) }
    }
    let known = sample.expected.known
    #expect(Set(missed) == Set(known?.missed ?? []), "missed")
    let knownExtra = known?.extra ?? []
    for finding in extra {
      #expect(
        knownExtra.contains { $0.fits(finding, in: sample.call) },
        "extra: \(finding.turn) \(finding.rule) «\(finding.quote)»")
    }
    for label in knownExtra {
      #expect(extra.contains { label.fits($0, in: sample.call) }, "no longer extra: \(label)")
    }
    for result in analysis.elements {
      let name = result.element.rawValue
      let expected = known?.elements?[name] ?? sample.expected.elements[name]
      #expect(
        result.status.rawValue == expected,
        "\(name): «\(result.quote ?? "")» \(result.reason ?? "")")
    }
    for (label, finding) in sample.expected.findings.compactMap({ label in
      analysis.findings.first { label.fits($0, in: sample.call) }.map { (label, $0) }
    }) {
      guard let replacement = label.replacement else { continue }
      #expect(finding.replacements.contains(replacement), "\(label): \(finding.replacements)")
    }
  }

  @Test("Evidence lies where it says", arguments: SampleCall.all)
  func evidence(sample: SampleCall) throws {
    let analysis = try SampleAnalyzers.analyze(sample.call)
    for finding in analysis.findings + analysis.review {
      let text = Array(sample.call.turns[finding.turn].text.unicodeScalars)
      let stretch = text[finding.range.start..<finding.range.end]
      #expect(String(String.UnicodeScalarView(stretch)) == finding.quote)
      #expect(sample.call.turns[finding.turn].speaker == finding.speaker)
    }
    #expect(analysis.elements.map(\.element) == Element.allCases)
  }
}

/// One analyzer a standard, compiled once for all tests.
enum SampleAnalyzers {
  private static let analyzers: [String: Result<CallAnalyzer, StandardError>] = {
    let library = StandardLibrary(folder: lexicons)
    let ids = (try? library.identifiers()) ?? []
    return Dictionary(
      uniqueKeysWithValues: ids.map { id in
        let result = Result { () throws(StandardError) -> CallAnalyzer in
          let compiled = try CompiledStandard(library.standard(id), morphology: morphology)
          return CallAnalyzer(
            standard: compiled, morphology: morphology, models: speechModels)
        }
        return (id, result)
      })
  }()

  static func analyze(_ call: Call) throws -> Analysis {
    var cache = WordCache()
    guard let analyzer = try analyzers[call.standard ?? "general"]?.get() else {
      throw StandardError(.notFound, "нет стандарта «\(call.standard ?? "")»")
    }
    return analyzer.analyze(call, cache: &cache)
  }
}
