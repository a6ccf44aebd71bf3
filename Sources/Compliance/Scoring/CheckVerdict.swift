/// How a check came out: the share of the criterion's points it brings and the reason.
struct CheckVerdict {
  enum Outcome {
    case met, violated, needsReview, notApplicable
  }

  var outcome: Outcome
  /// Share of the points, 0…1; 1 when met.
  var share: Double
  /// In Russian, whole: the reader of a score sees nothing else.
  var reason: String
  var evidence: [Evidence]
  /// It was said after all, but too late: where.
  var late: String?
  /// What the scripts say in place of what was missed.
  var say: [String] = []

  /// The reason with what came too late.
  var wholeReason: String { [reason, late].compactMap(\.self).joined(separator: "; ") }

  static func met(_ reason: String, _ evidence: [Evidence] = []) -> CheckVerdict {
    CheckVerdict(outcome: .met, share: 1, reason: reason, evidence: evidence)
  }

  static func violated(_ reason: String, share: Double = 0, _ evidence: [Evidence] = [])
    -> CheckVerdict
  {
    CheckVerdict(
      outcome: .violated, share: min(max(share, 0), 1), reason: reason, evidence: evidence)
  }

  static func review(_ reason: String, _ evidence: [Evidence] = []) -> CheckVerdict {
    CheckVerdict(outcome: .needsReview, share: 0, reason: reason, evidence: evidence)
  }

  static func notApplicable(_ reason: String) -> CheckVerdict {
    CheckVerdict(outcome: .notApplicable, share: 0, reason: reason, evidence: [])
  }
}

/// Words of reasons.
enum Wording {
  /// «95 %» of 0.95.
  static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  /// «1 реплика», «3 реплики», «5 реплик».
  static func count(_ number: Int, _ one: String, _ few: String, _ many: String) -> String {
    let form =
      switch (number % 100, number % 10) {
      case (11...14, _): many
      case (_, 1): one
      case (_, 2...4): few
      default: many
      }
    return "\(number) \(form)"
  }

  /// A number to a tenth with its noun: «5 слогов», «2,5 слога».
  static func fraction(_ value: Double, _ one: String, _ few: String, _ many: String) -> String {
    let text = number(value)
    return Int(text).map { count($0, one, few, many) } ?? "\(text) \(few)"
  }

  /// A number as a person writes it: «3», «2,5».
  static func number(_ value: Double) -> String {
    // What is heard as «99999999999999999999 минут» is more than an integer holds.
    guard value.magnitude < 1e15 else { return "\(value)" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole),\(rest)"
  }

  /// Minutes as «40 секунд», «10 минут», «2 часа», «10 дней».
  static func duration(minutes: Double) -> String {
    if minutes < 1 { return count(Int((minutes * 60).rounded()), "секунда", "секунды", "секунд") }
    if minutes < 60 {
      return minutes == minutes.rounded()
        ? count(Int(minutes), "минута", "минуты", "минут") : "\(number(minutes)) минуты"
    }
    let hours = minutes / 60
    if hours < 24 {
      return hours == hours.rounded()
        ? count(Int(hours), "час", "часа", "часов") : "\(number(hours)) часа"
    }
    let days = (hours / 24).rounded()
    guard days < 36_500 else { return "больше ста лет" }
    return count(Int(days), "день", "дня", "дней")
  }

  /// The first quotations of some evidence: «звоночек», «минуточку» и ещё 2.
  static func quotes(_ evidence: [Evidence], limit: Int = 3) -> String {
    var quotes: [String] = []
    for item in evidence where !quotes.contains(item.quote) { quotes.append(item.quote) }
    let shown = quotes.prefix(limit).map { "«\($0)»" }.joined(separator: ", ")
    return quotes.count > limit ? "\(shown) и ещё \(quotes.count - limit)" : shown
  }
}
