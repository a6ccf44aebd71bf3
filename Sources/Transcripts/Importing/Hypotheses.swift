internal import JSONBytes

/// Chooses among the hypotheses of phrases, and counts where there was a choice.
struct Hypotheses {
  private var several = 0

  /// The first of them: the best in most formats.
  mutating func first(_ list: JSONValue?) -> JSONValue? {
    guard var elements = list?.elements, let first = elements.next() else { return nil }
    if elements.next() != nil { several += 1 }
    return first
  }

  /// The one with the highest confidence, of equal ones the first.
  mutating func surest(_ list: JSONValue?) -> JSONValue? {
    var best: (value: JSONValue, confidence: Double)?
    var count = 0
    for candidate in list?.elements.lazy.map({ $0 }) ?? [] {
      count += 1
      let confidence = candidate["confidence"]?.amount ?? 0
      if best.map({ confidence > $0.confidence }) ?? true { best = (candidate, confidence) }
    }
    if count > 1 { several += 1 }
    return best?.value
  }

  /// What is told on the call.
  var notes: [String] { several > 0 ? ["гипотез несколько, взята лучшая: \(several)"] : [] }
}
