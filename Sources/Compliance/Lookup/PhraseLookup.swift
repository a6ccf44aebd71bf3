public import RussianMorphology
import ServiceStandards
import Transcripts

/// Answers «what do I say instead?» for a word, a phrase or a sentence.
public struct PhraseLookup: Sendable {
  private let analyzer: CallAnalyzer
  private let morphology: Morphology

  /// - Parameter analyzer: finds in a phrase what it finds in a call.
  public init(_ analyzer: CallAnalyzer, morphology: Morphology) {
    self.analyzer = analyzer
    self.morphology = morphology
  }

  /// What is wrong with a text and what to say instead.
  public struct Answer: Sendable, Encodable {
    public var text: String
    /// As in an analysis; the text is turn 0.
    public var findings: [Finding]
    /// What a person decides on in a call; not of the contract's answer.
    public var doubtful: [Finding] = []
    /// Approved wordings of all findings, best first, each once.
    public var suggestions: [Suggestion]
    /// Wordings for the whole thought of each finding, beside its own replacements.
    public var thoughts: [[String]] = []
    /// The text mended, where every finding has a word-for-word replacement.
    public var rewrite: String?

    private enum Key: String, CodingKey { case text, findings, suggestions, rewrite }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(text, forKey: .text)
      try container.encode(findings, forKey: .findings)
      try container.encode(suggestions, forKey: .suggestions)
      // The contract wants the key also when there is nothing to rewrite.
      try container.encode(rewrite, forKey: .rewrite)
    }
  }

  /// An approved wording and the clause that gives it.
  public struct Suggestion: Sendable, Hashable, Codable {
    public var say: String
    public var clause: String

    public init(say: String, clause: String) {
      self.say = say
      self.clause = clause
    }
  }

  /// Judges `text` as an operator's turn. A bare word of the source's tables is answered as well,
  /// although alone it is no offence.
  public func answer(_ text: String) -> Answer {
    var cache = WordCache()
    let call = Call(id: "phrase", turns: [Turn(speaker: .operator, text: text)])
    let analysis = analyzer.analyze(call, cache: &cache)
    var findings = analysis.findings
    if findings.isEmpty { findings = tableFindings(text, cache: &cache) }
    var suggestions: [Suggestion] = []
    var thoughts: [[String]] = []
    for finding in findings {
      let rule = analyzer.compiled.rules.first { $0.rule.id == finding.rule }?.rule
      thoughts.append(Self.thoughts(rule?.say ?? [], beside: finding))
      for say in finding.replacements + (rule?.say ?? []) {
        let suggestion = Suggestion(say: say, clause: finding.clause)
        if !suggestions.contains(suggestion) { suggestions.append(suggestion) }
      }
    }
    return Answer(
      text: text, findings: findings, doubtful: analysis.review, suggestions: suggestions,
      thoughts: thoughts,
      rewrite: findings.lazy.compactMap(\.rewrite).first)
  }

  /// The wordings of a rule that say more than a finding's own replacements. An order is asked for in
  /// its own verb: the openings that a table gives («Назовите, пожалуйста…») ask for something else.
  private static func thoughts(_ say: [String], beside finding: Finding) -> [String] {
    let isOrder = finding.category == .command
    if isOrder, !finding.replacements.isEmpty { return [] }
    let known = Set(finding.replacements.map { $0.lowercased() })
    return say.filter { !known.contains($0.lowercased()) && !(isOrder && $0.hasSuffix("…")) }
  }

  /// Findings for a text that is nothing but words of a table.
  private func tableFindings(_ text: String, cache: inout WordCache) -> [Finding] {
    let call = Call(id: "phrase", turns: [Turn(speaker: .operator, text: text)])
    let analyzed = analyzer.read(call, cache: &cache)
    let turn = analyzed.turns[0]
    guard !turn.words.isEmpty else { return [] }
    let compiled = analyzer.compiled
    let matches = compiled.matches(in: analyzed, cache: cache)
    for (index, rule) in compiled.rules.enumerated() {
      guard
        let located = matches.matches(of: rule.lookup)
          .first(where: { $0.match.whole == turn.words.indices })
      else { continue }
      let candidate = FindingCandidate(
        rule: index, category: rule.rule.category, turn: 0, range: located.match.range,
        taken: Array(located.match.range), confidence: 0.5, isReview: false)
      return FindingWriter(compiled: compiled, morphology: morphology)
        .write([candidate], turn: turn, in: analyzed, matches: matches, cache: cache)
    }
    return []
  }
}
