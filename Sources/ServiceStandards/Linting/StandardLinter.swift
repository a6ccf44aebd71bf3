internal import RussianText

/// Looks for what a standard's author forgot.
public enum StandardLinter {
  /// One remark, with its place.
  public struct Remark: Sendable, CustomStringConvertible {
    public var message: String
    public var place: Place
    public var isError: Bool

    public init(message: String, place: Place, isError: Bool) {
      self.message = message
      self.place = place
      self.isError = isError
    }

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
      if let remark = printedWordingRemark(rule) { remarks.append(remark) }
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
    return remarks + NamedList.remarks(on: standard) + criteriaRemarks(standard)
  }

  /// A rule that is tried on little else than its own wording may know nothing else. Parasites are
  /// that wording, whatever is said around them.
  private static func printedWordingRemark(_ rule: FindingRule) -> Remark? {
    guard rule.category != .filler, !rule.phrases.isEmpty else { return nil }
    let printed = rule.phrases.reduce(into: Set<WordPair>()) { pairs, phrase in
      pairs.formUnion(WordPair.all(in: phrase.phrase.text))
    }
    let hits = rule.examples.filter { $0.isHit && !$0.isDoubtful }
    let alike = hits.filter { !WordPair.all(in: $0.plain).isDisjoint(with: printed) }
    guard alike.count * 2 > hits.count else { return nil }
    return Remark(
      message: """
        правило «\(rule.id)»: примеры срабатывания повторяют слова фраз \
        (\(alike.count) из \(hits.count)); добавьте сказанные иначе
        """,
      place: rule.place, isError: false)
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
      if criterion.check.asksForDuration, standard.durations.units.isEmpty {
        remarks.append(
          Remark(
            message: """
              критерий «\(criterion.id)» спрашивает срок (spoken_limit), а единиц времени в стандарте \
              нет: не хватает durations с ключом units
              """,
            place: criterion.place, isError: true))
      }
    }
    return remarks
  }
}

/// Two words that stand side by side.
private struct WordPair: Hashable {
  var first: String
  var second: String

  /// The pairs of a text or of a phrase as it is written, its signs passed over.
  static func all(in text: String) -> Set<WordPair> {
    let text = Tokenizer().tokenize(text)
    let words = text.tokens.lazy.filter { $0.kind == .word || $0.kind == .number }
      .map { String(decoding: text.folded($0), as: UTF8.self) }
    return Set(zip(words, words.dropFirst()).map(WordPair.init))
  }
}
