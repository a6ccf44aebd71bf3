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
    var phrases: [WrittenPhrase: Place] = [:]
    var lacking: [(rule: FindingRule, what: String)] = []
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
        lacking.append((rule, name))
      }
      if printedWording(rule) != nil { lacking.append((rule, printed)) }
      for phrase in rule.phrases {
        let written = WrittenPhrase(
          phrase: phrase.phrase.phrase, circumstances: phrase.circumstances.description)
        if let first = phrases.updateValue(phrase.phrase.place, forKey: written) {
          remarks.append(
            Remark(
              message: "фраза «\(phrase.phrase.text)» уже есть в \(first)",
              place: phrase.phrase.place, isError: false))
        }
      }
    }
    remarks += exampleRemarks(lacking) + ExampleMarks.remarks(on: standard)
    remarks += MixedWordings.remarks(on: standard) + ReplacementSlots.remarks(on: standard)
    for element in standard.elements where element.clause.isEmpty {
      remarks.append(
        Remark(
          message: "у элемента «\(element.element.rawValue)» не назван пункт", place: element.place,
          isError: true))
    }
    remarks += ScorecardRemarks.remarks(on: standard) + criteriaRemarks(standard)
    if standard.elements.isEmpty,
      NamedList.allCases.allSatisfy({ standard.lists[$0.rawValue] == nil })
    {
      let message = """
        не описан ни один элемент, и списков, которые программа ищет по имени, нет; если это стандарт \
        компании, добавьте строку «extends: general»
        """
      let place = Place(file: "standards/\(standard.id).yaml", line: 1, column: 1)
      return remarks + [Remark(message: message, place: place, isError: true)]
    }
    let present = Set(standard.elements.map(\.element))
    for element in Element.allCases where !present.contains(element) {
      remarks.append(
        Remark(
          message: "элемент «\(element.rawValue)» не описан",
          place: Place(file: "standards/\(standard.id).yaml", line: 1, column: 1), isError: true))
    }
    return remarks + NamedList.remarks(on: standard)
  }

  /// A phrase and when it counts.
  private struct WrittenPhrase: Hashable {
    var phrase: Phrase
    var circumstances: String
  }

  /// What rules lack of examples: each for itself, or all of a file in one line where a whole list
  /// was brought in.
  private static func exampleRemarks(_ lacking: [(rule: FindingRule, what: String)]) -> [Remark] {
    var remarks: [Remark] = []
    var files: [String] = []
    for (rule, _) in lacking where !files.contains(rule.place.file) {
      files.append(rule.place.file)
    }
    for file in files {
      let here = lacking.filter { $0.rule.place.file == file }
      let rules = Set(here.map(\.rule.id))
      guard rules.count > mostSingly else {
        remarks += here.map { rule, what in
          let message =
            what == printed ? printedWording(rule) ?? "" : "у правила «\(rule.id)» мало \(what)"
          return Remark(message: message, place: rule.place, isError: false)
        }
        continue
      }
      let counts = ["примеров срабатывания", "примеров молчания", printed].compactMap { what in
        let count = here.count { $0.what == what }
        return count > 0 ? "\(what) — у \(count)" : nil
      }
      remarks.append(
        Remark(
          message:
            "примеров не хватает правилам: \(rules.count) (\(counts.joined(separator: ", ")))",
          place: here[0].rule.place, isError: false))
    }
    return remarks
  }

  /// So many rules of a file are remarked on one by one.
  private static let mostSingly = 5
  private static let printed = "примеров другими словами"

  /// A rule that is tried on little else than its own wording may know nothing else. Parasites are
  /// that wording, whatever is said around them.
  private static func printedWording(_ rule: FindingRule) -> String? {
    guard rule.category != .filler, !rule.phrases.isEmpty else { return nil }
    let printed = rule.phrases.reduce(into: Set<WordPair>()) { pairs, phrase in
      pairs.formUnion(WordPair.all(in: phrase.phrase.text))
    }
    let hits = rule.examples.filter { $0.isHit && !$0.isDoubtful }
    let alike = hits.filter { !WordPair.all(in: $0.plain).isDisjoint(with: printed) }
    guard alike.count * 2 > hits.count else { return nil }
    return """
      правило «\(rule.id)»: примеры срабатывания повторяют слова фраз \
      (\(alike.count) из \(hits.count)); добавьте сказанные иначе
      """
  }

  private static func criteriaRemarks(_ standard: ServiceStandard) -> [Remark] {
    var remarks: [Remark] = []
    for criterion in standard.scorecard.criteria {
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
