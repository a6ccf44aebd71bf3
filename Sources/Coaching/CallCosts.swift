internal import CallStore
internal import Compliance
internal import ServiceStandards
internal import Transcripts

/// What a habit is about: words of one category, or a criterion that no category covers.
enum HabitSubject: Sendable, Hashable {
  case category(ServiceStandards.Category)
  case criterion(String)

  /// What a report calls it. A criterion's title tells what a good employee does, so it needs a
  /// word more where it was not done.
  func name(_ title: String) -> String {
    switch self {
    case .category: title
    case .criterion: "не выполнено: «\(title)»"
    }
  }
}

/// Where the points of one call went, in points of its score: all parts together are what the
/// call lacks to 100.
struct CallCosts {
  /// What the employee said and what it cost.
  var habits: [HabitSubject: Double] = [:]
  /// The employee's words that prove a criterion no category covers.
  var proofs: [String: [Evidence]] = [:]
  /// Elements that were missing, or came too late.
  var elements: [Element: Double] = [:]
  /// Criteria without words to show.
  var others: [String: Double] = [:]
  /// Habits and elements of which a critical criterion failed the call.
  var critical: Set<HabitSubject> = []

  private let call: CallDigest
  private let said: [Finding]

  init(_ call: CallDigest, guidance: Guidance) {
    self.call = call
    said = call.findings.filter { $0.speaker == .operator }
    guard let score = call.score else { return }
    let violated = score.criteria.filter { $0.status == .violated && $0.points < $0.maximum }
    let lost = violated.reduce(0) { $0 + $1.maximum - $1.points }
    guard lost > 0 else { return }
    // Weights are the standard's own; shares of the score can be compared between standards.
    let scale = max(0, 100 - score.total) / lost
    for criterion in violated {
      let subject = guidance.subjects[call.standard]?[criterion.criterion]
      attribute(criterion, points: (criterion.maximum - criterion.points) * scale, to: subject)
    }
  }

  private mutating func attribute(
    _ criterion: CriterionResult, points: Double, to subject: Guidance.Subject?
  ) {
    if let element = subject?.element {
      elements[element, default: 0] += points
      return
    }
    let evidence = criterion.evidence.filter { call.turns[$0.turn] != nil }
    var shares = evidence.map { proof in
      said.first { isSame($0, proof, subject) }.map { HabitSubject.category($0.category) }
        ?? .criterion(criterion.criterion)
    }
    if !shares.contains(where: { $0 != .criterion(criterion.criterion) }), let subject {
      // Without proofs of its own, a criterion about categories is about all that was found.
      let found = said.filter { subject.categories.contains($0.category) }
      if !found.isEmpty { shares = found.map { .category($0.category) } }
    }
    guard !shares.isEmpty else {
      others[criterion.criterion, default: 0] += points
      return
    }
    for share in shares {
      habits[share, default: 0] += points / Double(shares.count)
      if criterion.critical { critical.insert(share) }
      if share == .criterion(criterion.criterion) { proofs[criterion.criterion] = evidence }
    }
  }

  private func isSame(_ finding: Finding, _ proof: Evidence, _ subject: Guidance.Subject?) -> Bool {
    guard finding.turn == proof.turn, finding.range.start < proof.range.end,
      proof.range.start < finding.range.end
    else { return false }
    guard let subject, !subject.categories.isEmpty else {
      return finding.range == proof.range && subject == nil
    }
    return subject.categories.contains(finding.category)
  }
}
