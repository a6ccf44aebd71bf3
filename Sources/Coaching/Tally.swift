internal import CallStore
internal import Compliance
internal import ServiceStandards
internal import Transcripts

/// Everything a report counts, added up call by call.
struct Tally {
  var calls = 0
  var scores = Scores()
  var passed = 0
  var toReview = 0
  /// What doubtful places are doubted for.
  var doubts: [String: Int] = [:]
  /// Why calls have no score, and how many.
  var notScored: [String: Int] = [:]
  /// Scored calls by standard.
  var standards: [String: Int] = [:]
  /// Those of them that are judged by another version of it than the present one.
  var outdated: [String: Int] = [:]
  var habits: [HabitSubject: HabitTally] = [:]
  var elements: [Element: ElementTally] = [:]
  var others: [String: OtherTally] = [:]

  struct HabitTally {
    var title: String
    var points = 0.0
    var occurrences = 0
    var calls = 0
    var costlyCalls = 0
    var failedCalls = 0
    var rules: [String: [String: Int]] = [:]
    var places: [Place] = []
  }

  struct ElementTally {
    var points = 0.0
    var applicable = 0
    var missed = 0
    var late = 0
  }

  struct OtherTally {
    var title: String
    var points = 0.0
    var calls = 0
    var failedCalls = 0
  }

  /// One stretch of one call.
  struct Place {
    var call: CallDigest
    var turn: Int
    var range: ScalarRange
    var finding: Finding?
    var isCostly: Bool
  }

  mutating func add(_ call: CallDigest, guidance: Guidance) {
    calls += 1
    guard let score = call.score, call.judged else {
      notScored[call.reason ?? "причина не указана", default: 0] += 1
      return
    }
    scores.add(score.total)
    passed += score.passed ? 1 : 0
    toReview += call.toReview
    doubts.merge(call.doubts, uniquingKeysWith: +)
    standards[call.standard, default: 0] += 1
    if guidance.isOutdated(call) { outdated[call.standard, default: 0] += 1 }
    let costs = CallCosts(call, guidance: guidance)
    addFindings(call, costs)
    addCriteria(call, score, costs)
    addElements(call, score, costs, guidance)
  }

  private mutating func addFindings(_ call: CallDigest, _ costs: CallCosts) {
    var seen: Set<ServiceStandards.Category> = []
    for finding in call.findings where finding.speaker == .operator {
      let subject = HabitSubject.category(finding.category)
      let isCostly = costs.habits[subject] != nil
      let isNew = seen.insert(finding.category).inserted
      // In place: a copy of the places for each finding would take the square of their number.
      change(subject, finding.category.title) { habit in
        habit.occurrences += 1
        habit.calls += isNew ? 1 : 0
        habit.rules[call.standard, default: [:]][finding.rule, default: 0] += 1
        habit.places.append(
          Place(
            call: call, turn: finding.turn, range: finding.range, finding: finding,
            isCostly: isCostly))
      }
    }
    for (subject, points) in costs.habits {
      guard case .category(let category) = subject else { continue }
      addCost(points, to: subject, title: category.title, costs)
    }
  }

  private mutating func addCriteria(_ call: CallDigest, _ score: Score, _ costs: CallCosts) {
    for criterion in score.criteria {
      let failed = criterion.critical && criterion.status == .violated ? 1 : 0
      if let points = costs.others[criterion.criterion] {
        var other = others[criterion.criterion] ?? OtherTally(title: criterion.title)
        other.points += points
        other.calls += 1
        other.failedCalls += failed
        others[criterion.criterion] = other
      }
      if let proofs = costs.proofs[criterion.criterion] {
        let subject = HabitSubject.criterion(criterion.criterion)
        addCost(costs.habits[subject] ?? 0, to: subject, title: criterion.title, costs)
        change(subject, criterion.title) { habit in
          habit.calls += 1
          habit.occurrences += proofs.count
          habit.places += proofs.map { proof in
            Place(call: call, turn: proof.turn, range: proof.range, finding: nil, isCostly: true)
          }
        }
      }
    }
  }

  private mutating func addCost(
    _ points: Double, to subject: HabitSubject, title: String, _ costs: CallCosts
  ) {
    change(subject, title) { habit in
      habit.points += points
      habit.costlyCalls += 1
      habit.failedCalls += costs.critical.contains(subject) ? 1 : 0
    }
  }

  private mutating func change(
    _ subject: HabitSubject, _ title: String, _ body: (inout HabitTally) -> Void
  ) {
    body(&habits[subject, default: HabitTally(title: title)])
  }

  /// Elements count where the call's standard asks for them.
  private mutating func addElements(
    _ call: CallDigest, _ score: Score, _ costs: CallCosts, _ guidance: Guidance
  ) {
    let subjects = guidance.subjects[call.standard]
    var asked: Set<Element> = []
    for criterion in score.criteria where criterion.status != .notApplicable {
      if let element = subjects?[criterion.criterion]?.element { asked.insert(element) }
    }
    for result in call.elements where result.status != .notApplicable {
      guard subjects == nil || asked.contains(result.element) else { continue }
      var element = elements[result.element] ?? ElementTally()
      let points = costs.elements[result.element] ?? 0
      element.applicable += 1
      element.points += points
      element.missed += result.status == .absent ? 1 : 0
      element.late += result.status == .present && points > 0 ? 1 : 0
      elements[result.element] = element
    }
  }
}
