/// What of a scorecard costs nothing or can never be met. What makes its points senseless is refused
/// when it is read.
enum ScorecardRemarks {
  static func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var remarks: [StandardLinter.Remark] = []
    for criterion in standard.scorecard.criteria {
      let name = "критерий «\(criterion.id)»"
      if criterion.clause.isEmpty {
        remarks.append(error("у критерия «\(criterion.id)» не назван пункт", criterion.place))
      }
      if criterion.weight == 0, !criterion.isCritical {
        remarks.append(
          error("\(name): при весе (weight) 0 он ничего не стоит", criterion.place, isError: false))
      }
      for reason in criterion.check.mistakes {
        remarks.append(error("\(name): \(reason)", criterion.place))
      }
    }
    return remarks
  }

  private static func error(_ message: String, _ place: Place, isError: Bool = true)
    -> StandardLinter.Remark
  {
    StandardLinter.Remark(message: message, place: place, isError: isError)
  }
}

extension Check {
  /// Rules whose findings it counts.
  var rules: [String] {
    switch self {
    case .findings(_, let rules, _, _): rules
    case .placed(let check, _, _), .answer(let check, _): check.rules
    case .any(let checks), .all(let checks): checks.flatMap(\.rules)
    default: []
    }
  }

  /// What makes it the same in every call, in Russian.
  fileprivate var mistakes: [String] {
    switch self {
    case .placed(let check, let placement, let frequency):
      check.mistakes + [placement.contradiction, frequency?.contradiction].compactMap(\.self)
    case .answer(let check, _): check.mistakes
    case .any(let checks), .all(let checks): checks.flatMap(\.mistakes)
    default: []
    }
  }
}

extension Placement {
  /// Why nothing can stand there, in Russian; nil where something may.
  var contradiction: String? {
    for group in within {
      let barred = Set(outside.map(\.window))
      if let window = group.first, group.allSatisfy({ barred.contains($0.window) }) {
        return "условие «\(window.text)» стоит и в where, и в where_not: никогда не выполнится"
      }
    }
    return nil
  }
}

extension Frequency {
  /// Why it can never be so often, in Russian; nil where it may.
  var contradiction: String? {
    var least = 0
    var most = Int.max
    for bound in bounds {
      switch bound {
      case .atLeast(let count, _): least = max(least, count)
      case .atMost(let count): most = min(most, count)
      case .morePerWords, .morePerMinute: break
      }
    }
    return least > most
      ? "частота «\(self)» никогда не выполнится: не меньше \(least) и не больше \(most)" : nil
  }
}
