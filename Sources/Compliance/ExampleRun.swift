public import RussianMorphology
public import ServiceStandards
import Transcripts

/// Runs the examples of a standard's rules through the very path that scores calls.
public struct ExampleRun: Sendable {
  private let analyzer: CallAnalyzer
  private let variants: ExampleVariants
  /// The rules that a company's standard has from its base.
  private let inherited: Set<String>

  public init(
    standard: CompiledStandard, morphology: Morphology, models: SpeechModels = SpeechModels()
  ) {
    // An example is too short for the model of elements, which judges by whole calls.
    analyzer = CallAnalyzer(
      standard: standard, morphology: morphology,
      models: SpeechModels(paraphrases: models.paraphrases, uses: models.uses))
    variants = ExampleVariants(morphology: morphology)
    let rules = standard.rules.prefix(standard.ownRules).map(\.rule.id)
    inherited = standard.ownRules < standard.rules.count ? Set(rules) : []
  }

  /// An example that did not do what it must.
  public struct Failure: Sendable {
    public var rule: String
    public var example: RuleExample
    /// What was expected and what was found instead, in Russian.
    public var message: String
    /// Readings of every word, for whoever mends the rule.
    public var readings: String
  }

  /// How the examples of one rule or element went.
  public struct Outcome: Sendable {
    public var rule: String
    public var passed = 0
    public var failures: [Failure] = []
    /// Generated variants, which are reported apart, by what was changed.
    public var variants: [Variants] = []
  }

  /// How the variants of one kind went.
  public struct Variants: Sendable {
    /// What was changed, in Russian.
    public var change: String
    public var passed = 0
    /// Sentences that were judged otherwise than the example they were made of.
    public var failed: [String] = []
  }

  /// Runs every example of every rule and element.
  ///
  /// - Parameter withVariants: whether variants of the examples are made and tried as well, which
  ///   takes several times as long.
  public func run(withVariants: Bool = true) -> [Outcome] {
    var cache = WordCache()
    var outcomes: [Outcome] = []
    for rule in analyzer.compiled.standard.rules {
      var outcome = Outcome(rule: rule.id)
      for example in rule.examples {
        let message = failure(of: example, rule: rule, text: example.plain, cache: &cache)
        record(message, example, rule.id, &outcome)
        guard withVariants, message == nil, example.turns.isEmpty else { continue }
        for (kind, variant) in variants.variants(of: example) {
          let isRight = failure(of: variant, rule: rule, text: variant.plain, cache: &cache) == nil
          outcome.record(variant.plain, isRight: isRight, change: kind.title)
        }
      }
      outcomes.append(outcome)
    }
    for rule in analyzer.compiled.standard.elements where !givesWay(rule) {
      var outcome = Outcome(rule: "element.\(rule.element.rawValue)")
      for example in rule.examples {
        let message = failure(of: example, element: rule.element, cache: &cache)
        record(message, example, outcome.rule, &outcome)
      }
      outcomes.append(outcome)
    }
    for kind in analyzer.compiled.standard.unjudged {
      var outcome = Outcome(rule: "unjudged.\(kind.id)")
      for example in kind.examples {
        let message = failure(of: example, kind: kind, cache: &cache)
        record(message, example, outcome.rule, &outcome)
      }
      outcomes.append(outcome)
    }
    return outcomes
  }

  private func failure(of example: RuleExample, kind: UnjudgedKind, cache: inout WordCache)
    -> String?
  {
    let analysis = analyzer.analyze(Self.dialogue(example.plain), cache: &cache)
    if example.isHit {
      return analysis.reason == kind.reason
        ? nil : "звонок не отнесён к этому виду: \(analysis.reason ?? "он оценивается")"
    }
    return analysis.judged ? nil : "должен оцениваться, а не оценивается: \(analysis.reason ?? "")"
  }

  /// «О: …» and «К: …», a line a turn, and the direction in brackets.
  private static func dialogue(_ text: String) -> Call {
    var call = Call(id: "example", turns: [])
    for line in text.split(whereSeparator: \.isNewline) {
      switch line {
      case "[входящий]": call.direction = .incoming
      case "[исходящий]": call.direction = .outgoing
      default:
        call.turns.append(
          Turn(speaker: line.hasPrefix("К") ? .client : .operator, text: String(line.dropFirst(3))))
      }
    }
    return call
  }

  /// Whether the standard's own company names take the place of a shared rule's phrases.
  private func givesWay(_ rule: ElementRule) -> Bool {
    rule.element == .company && !analyzer.compiled.companyNames.isEmpty
      && !rule.place.file.contains("standards/")
  }

  private func record(
    _ message: String?, _ example: RuleExample, _ rule: String, _ outcome: inout Outcome
  ) {
    guard let message else {
      outcome.passed += 1
      return
    }
    outcome.failures.append(
      Failure(
        rule: rule, example: example, message: message,
        readings: analyzer.readings(of: example.plain)))
  }

  private func failure(
    of example: RuleExample, rule: FindingRule, text: String, cache: inout WordCache
  ) -> String? {
    let analysis = analyzer.analyze(example.call, cache: &cache)
    let speaker: Speaker = rule.speaker == .client ? .client : .operator
    let own = (example.isDoubtful ? analysis.review : analysis.findings).filter {
      $0.category == rule.category && (!example.turns.isEmpty || $0.speaker == speaker)
    }
    // What the company's own rules say of the same words stands in place of the base's answer.
    let answers = inherited.contains(rule.id) ? own + analysis.findings.filter(isCompanys) : own
    guard example.isHit else {
      let wrong = own.filter { $0.rule == rule.id }
      return wrong.isEmpty
        ? nil : "должно молчать, а найдено: \(Self.list(wrong))"
    }
    guard !answers.isEmpty else { return Self.others(analysis) }
    let marks =
      example.turns.isEmpty
      ? example.marks.map { (turn: example.client == nil ? 0 : 1, mark: $0) }
      : example.turns.enumerated().flatMap { turn, said in said.marks.map { (turn, $0) } }
    for (turn, mark) in marks
    where !answers.contains(where: {
      $0.turn == turn && $0.range.start < mark.upperBound && mark.lowerBound < $0.range.end
    }) {
      return "помеченное не найдено; есть: \(Self.list(answers))"
    }
    return nil
  }

  private func failure(of example: RuleExample, element: Element, cache: inout WordCache)
    -> String?
  {
    let analysis = analyzer.analyze(example.call, cache: &cache)
    let result = analysis.elements.first { $0.element == element }
    let isPresent = result?.status == .present
    if isPresent == example.isHit { return nil }
    return example.isHit
      ? "элемент не найден: \(result?.reason ?? "")"
      : "элемента быть не должно, а найдено «\(result?.quote ?? "")»"
  }

  private func isCompanys(_ finding: Finding) -> Bool { !inherited.contains(finding.rule) }

  /// What was found instead, and what a person would decide on and why.
  private static func others(_ analysis: Analysis) -> String {
    var parts: [String] = []
    if !analysis.findings.isEmpty { parts.append("есть другое: \(list(analysis.findings))") }
    if !analysis.review.isEmpty {
      let doubtful = analysis.review.map { "\(list([$0])): \($0.reason ?? "")" }
      parts.append("на проверку ушло: " + doubtful.joined(separator: ", "))
    }
    return parts.isEmpty ? "ничего не найдено" : "не найдено; " + parts.joined(separator: "; ")
  }

  private static func list(_ findings: [Finding]) -> String {
    findings.map { "«\($0.quote)» (\($0.rule))" }.joined(separator: ", ")
  }
}

extension ExampleRun.Outcome {
  fileprivate mutating func record(_ text: String, isRight: Bool, change: String) {
    let index =
      variants.firstIndex { $0.change == change }
      ?? {
        variants.append(ExampleRun.Variants(change: change))
        return variants.count - 1
      }()
    if isRight { variants[index].passed += 1 } else { variants[index].failed.append(text) }
  }
}
