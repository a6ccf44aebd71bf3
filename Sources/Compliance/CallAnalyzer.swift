public import RussianMorphology
import ServiceStandards
public import Transcripts

/// Judges calls by one standard. Pure: a call in, an analysis out.
public struct CallAnalyzer: Sendable {
  public let compiled: CompiledStandard
  private let morphology: Morphology
  private let reader: TurnReader
  private let paraphrases: ParaphraseFinder?
  private let uses: UseModel?
  private let elements: SpeechModel?

  /// - Parameter models: what hears that which no phrase of the standard says outright; without
  ///   them the phrases alone decide.
  public init(
    standard: CompiledStandard, morphology: Morphology, models: SpeechModels = SpeechModels()
  ) {
    compiled = standard
    self.morphology = morphology
    paraphrases = models.paraphrases.map(ParaphraseFinder.init)
    uses = models.uses
    elements = models.elements
    reader = TurnReader(morphology: morphology, bank: standard.bank, models: models)
  }

  /// - Parameter cache: words read before under the same standard; it only saves time.
  public func analyze(_ call: Call, cache: inout WordCache) -> Analysis {
    let analyzed = reader.read(call, cache: &cache)
    let matches = compiled.matches(in: analyzed, cache: cache)
    var scene = compiled.scene(of: analyzed, matches)
    var found = FindingDetector(
      compiled: compiled, morphology: morphology, paraphrases: paraphrases, uses: uses
    ).detect(in: analyzed, matches: matches, scene: &scene, cache: cache)
    guard analyzed.turns.contains(where: { $0.speaker == .operator && !$0.words.isEmpty }) else {
      return unjudged(call, found: found)
    }
    let detector = ElementDetector(
      compiled: compiled, call: analyzed, matches: matches, findings: found.findings,
      scene: scene, model: elements, cache: cache)
    let elements = detector.detect()
    scene?.add(detector.context.said)
    let isNamed = elements.contains { $0.element == .politeAddress && $0.status == .present }
    let introduction = isNamed ? nil : detector.clientIntroduction
    let filling: @Sendable () -> ScriptFilling = { [morphology] in
      ScriptFilling(call, elements: elements, introduction: introduction, morphology: morphology)
    }
    callByName(&found.findings, filling)
    callByName(&found.review, filling)
    let metrics = SpeechMetrics.measure(
      analyzed, findings: found.findings, elements: elements, matches: matches,
      compiled: compiled)
    var facts = CallFacts(
      call: analyzed, findings: found.findings, elements: elements, metrics: metrics,
      matches: matches, lists: compiled.namedLists, durations: compiled.durations, scene: scene)
    facts.doubts = found.review.enumerated().map {
      DoubtedFinding(finding: $1, isUnlikely: found.unlikely.contains($0))
    }
    facts.filling = filling
    facts.cache = cache
    if let reason = compiled.reasonNotToJudge(facts) {
      // What was said stays as it is; it only brings no score.
      return Analysis(
        id: call.id, standard: compiled.standard.id, standardVersion: compiled.standard.version,
        judged: false, reason: reason, findings: found.findings, review: found.review,
        elements: elements, metrics: metrics)
    }
    var analysis = Analysis(
      id: call.id, standard: compiled.standard.id, standardVersion: compiled.standard.version,
      findings: found.findings, review: found.review, elements: elements, metrics: metrics)
    if let reason = unclearOperator(call) {
      analysis.leaveOut(reason)
    } else {
      analysis.score = compiled.scorer.score(facts)
    }
    return analysis
  }

  /// Why a call is not judged of which nobody knows what the operator said.
  private func unclearOperator(_ call: Call) -> String? {
    guard let voice = call.operatorConfidence,
      voice < compiled.standard.certainty.unknownOperator
    else { return nil }
    return "не ясно, кто из них оператор: уверенность \(Wording.percent(voice))"
  }

  /// Lets replacements that ask for it call the client by name.
  private func callByName(_ findings: inout [Finding], _ filling: () -> ScriptFilling) {
    let asked = findings.indices.filter { ClientByName.isAsked(for: findings[$0]) }
    guard !asked.isEmpty else { return }
    let names = ClientByName(name: filling().address, morphology: morphology)
    for index in asked { names.fill(&findings[index]) }
  }

  /// The analysis of a call in which the employee says nothing: there is nothing to judge.
  private func unjudged(
    _ call: Call, found: (findings: [Finding], review: [Finding], unlikely: Set<Int>)
  ) -> Analysis {
    let reason = "в звонке нет ни слова оператора"
    return Analysis(
      id: call.id, standard: compiled.standard.id, standardVersion: compiled.standard.version,
      judged: false, reason: reason, findings: found.findings, review: found.review,
      elements: Element.allCases.map {
        ElementResult(element: $0, status: .notApplicable, reason: reason)
      })
  }

  /// How many matches of phrases a call holds: reading and matching alone, for measurements.
  package func matchCount(in call: Call, cache: inout WordCache) -> Int {
    let analyzed = reader.read(call, cache: &cache)
    return compiled.matches(in: analyzed, cache: cache).count
  }

  /// Which phrases of the first rule a call holds, by their numbers in it, for measurements.
  package func matchedPhrases(in call: Call, cache: inout WordCache) -> [Int] {
    let analyzed = reader.read(call, cache: &cache)
    guard let rule = compiled.rules.first else { return [] }
    return compiled.matches(in: analyzed, cache: cache).matches(of: rule.set).map(\.phrase)
  }

  /// Reads a call into words.
  package func read(_ call: Call, cache: inout WordCache) -> AnalyzedCall {
    reader.read(call, cache: &cache)
  }

  /// Every word of a text with its readings, one a line, for whoever mends a rule.
  func readings(of text: String) -> String {
    var cache = WordCache()
    let call = Call(id: "", turns: [Turn(speaker: .operator, text: text)])
    let turn = reader.read(call, cache: &cache).turns[0]
    return turn.words.indices.map { index in
      let form = turn.quote(index..<index + 1)
      let readings = cache.infos[Int(turn.words[index].info)].readings.prefix(4).map {
        "\(morphology.lemma(of: $0, form: form)) \(morphology.tag(of: $0))"
      }
      return "\(form): \(readings.joined(separator: " | "))"
    }.joined(separator: "\n")
  }
}
