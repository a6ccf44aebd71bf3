import ServiceStandards

/// A find that was left to a person, for the criteria that ask for its category.
package struct DoubtedFinding: Sendable {
  package var finding: Finding
  /// The models of speech hear nothing of it: no verdict waits for a person because of it.
  package var isUnlikely: Bool
}

extension [DoubtedFinding] {
  /// What they are and why they are doubted: «2 сомнительных места, послушайте: «гляну», «ну»
  /// (такие слова бывают и к месту)».
  var request: String {
    let places = Wording.count(
      count, "сомнительное место", "сомнительных места", "сомнительных мест")
    return "\(places), послушайте: \(told)"
  }

  /// Their words and why they are doubted.
  var told: String { "\(Wording.quotes(map { Evidence($0.finding) })) (\(why))" }

  /// Their reasons without what is each one's own.
  private var why: String {
    var reasons: [String] = []
    for part in flatMap({ ($0.finding.reason ?? "").split(separator: "; ") }) {
      // «Слова правила: исключение…» has nothing of its own after the colon.
      let reason = String(part.prefix { $0 != ":" })
      if !reason.isEmpty, !reasons.contains(reason) { reasons.append(reason) }
    }
    return reasons.joined(separator: "; ")
  }
}

extension CriterionResult {
  static let unlikely = "похоже, но маловероятно: "

  /// What was heard that hardly is an offence, where the criterion is met in spite of it.
  public var unlikelyDoubts: Substring? {
    guard status == .met, let told = reason.firstRange(of: Self.unlikely) else { return nil }
    return reason[told.lowerBound...]
  }
}

extension CheckJudge {
  /// The verdict on findings, with what the doubtful ones of the same kind make of it: a criterion
  /// that they would fail is for a person to decide, what is violated already stays so.
  ///
  /// - Parameter verdict: the verdict on the sure findings with some of the doubtful ones.
  func weighing(_ doubts: [DoubtedFinding], _ verdict: ([DoubtedFinding]) -> CheckVerdict)
    -> CheckVerdict
  {
    var sure = verdict([])
    let serious = doubts.filter { !$0.isUnlikely }
    switch sure.outcome {
    case .violated where !serious.isEmpty:
      sure.reason += "; ещё \(serious.request)"
    case .met where !doubts.isEmpty:
      let worst = verdict(serious)
      if worst.outcome != .met { return .review(serious.request, worst.evidence) }
      if verdict(doubts).outcome != .met {
        sure.reason += "; " + CriterionResult.unlikely + "\(doubts.filter(\.isUnlikely).told)"
      }
    default: break
    }
    return sure
  }
}

extension CallFacts {
  /// Doubtful finds of the categories, or of the rules, by a speaker.
  func doubts(of categories: [Category], rules: [String] = [], by speaker: FindingRule.Scope)
    -> [DoubtedFinding]
  {
    doubts.filter {
      isSeen($0.finding.turn) && speaker.covers($0.finding.speaker)
        && (categories.contains($0.finding.category) || rules.contains($0.finding.rule))
    }
  }
}

extension [Finding] {
  /// These and some doubtful ones, in the order of the call.
  func with(_ doubts: [DoubtedFinding]) -> [Finding] {
    guard !doubts.isEmpty else { return self }
    return (self + doubts.map(\.finding)).sorted {
      ($0.turn, $0.range.start) < ($1.turn, $1.range.start)
    }
  }
}
