internal import RussianText

/// Finds wordings to say instead in which a Latin letter stands among Cyrillic ones: they look right,
/// and no search finds them.
enum MixedWordings {
  static func remarks(on standard: ServiceStandard) -> [StandardLinter.Remark] {
    var remarks: [StandardLinter.Remark] = []
    func look(_ text: String, _ told: String, _ place: Place) {
      guard let word = mixedWord(of: text) else { return }
      remarks.append(
        StandardLinter.Remark(
          message: """
            \(told) «\(text)»: в слове «\(word)» среди русских букв стоят латинские; наберите его заново
            """,
          place: place, isError: false))
    }
    func look(_ replacements: [Replacement], _ place: Place) {
      for replacement in replacements { look("\(replacement)", "замена", place) }
    }
    for rule in standard.rules {
      look(rule.replacements, rule.place)
      for phrase in rule.phrases { look(phrase.replacements ?? [], phrase.phrase.place) }
      for say in rule.say { look(say, "слова", rule.place) }
    }
    for rewording in standard.rewordings {
      guard let place = rewording.phrases.first?.place else { continue }
      look(rewording.replacements, place)
    }
    for criterion in standard.scorecard.criteria {
      for say in criterion.say { look(say, "слова", criterion.place) }
    }
    return remarks
  }

  private static func mixedWord(of text: String) -> String? {
    guard text.utf8.contains(where: { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }) else { return nil }
    return text.split(whereSeparator: { !$0.isLetter }).map(String.init).first {
      Folding.plain($0) != $0
    }
  }
}
