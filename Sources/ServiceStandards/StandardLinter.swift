/// Looks for what a standard's author forgot.
public enum StandardLinter {
  /// One remark, with its place.
  public struct Remark: Sendable, CustomStringConvertible {
    public var message: String
    public var place: Place
    public var isError: Bool

    public var description: String {
      "\(place): \(isError ? "ошибка" : "предупреждение"): \(message)"
    }
  }

  /// How many good examples and how many look-alikes a rule owes.
  private static let leastExamples = 2

  /// Remarks on a standard that was read without mistakes.
  public static func remarks(on standard: ServiceStandard) -> [Remark] {
    var remarks: [Remark] = []
    var phrases: [Phrase: Place] = [:]
    for rule in standard.rules {
      if rule.phrases.isEmpty, rule.detector == nil {
        remarks.append(
          Remark(message: "у правила «\(rule.id)» нет фраз", place: rule.place, isError: true))
      }
      if rule.clause.isEmpty {
        remarks.append(
          Remark(
            message: "у правила «\(rule.id)» не назван пункт", place: rule.place, isError: true))
      }
      for (isHit, name) in [(true, "примеров срабатывания"), (false, "примеров молчания")]
      where rule.examples.count(where: { $0.isHit == isHit }) < leastExamples {
        remarks.append(
          Remark(message: "у правила «\(rule.id)» мало \(name)", place: rule.place, isError: false))
      }
      for phrase in rule.phrases {
        if let first = phrases.updateValue(phrase.phrase.place, forKey: phrase.phrase.phrase) {
          remarks.append(
            Remark(
              message: "фраза «\(phrase.phrase.text)» уже есть в \(first)",
              place: phrase.phrase.place, isError: false))
        }
      }
    }
    let present = Set(standard.elements.map(\.element))
    for element in Element.allCases where !present.contains(element) {
      remarks.append(
        Remark(
          message: "элемент «\(element.rawValue)» не описан",
          place: Place(file: "standards/\(standard.id).yaml", line: 1, column: 1), isError: true))
    }
    return remarks + criteriaRemarks(standard)
  }

  private static func criteriaRemarks(_ standard: ServiceStandard) -> [Remark] {
    var places: [String: Place] = [:]
    var remarks: [Remark] = []
    for criterion in standard.scorecard.criteria {
      if let first = places.updateValue(criterion.place, forKey: criterion.id) {
        remarks.append(
          Remark(
            message: "критерий «\(criterion.id)» уже есть в \(first)", place: criterion.place,
            isError: true))
      }
    }
    return remarks
  }
}
