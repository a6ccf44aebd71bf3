import ServiceStandards

/// Where a phrase that could not be compiled is wrong.
extension PhraseCompiler {
  /// A mistake at the name that made it: in the phrase, or in the entry of a list that it names.
  func located(_ error: PhraseError, in phrase: StandardPhrase) -> StandardError {
    guard let name = missingList.map({ "@" + $0 }) else {
      return StandardError(
        .unknownList, "\(error.message) — во фразе «\(phrase.text)»", at: phrase.place)
    }
    let entries = lists.values.joined().filter { $0.offset(of: name) != nil }
    let source =
      phrase.offset(of: name) == nil
      ? entries.min { ($0.place.file, $0.place.line) < ($1.place.file, $1.place.line) } : nil
    let guilty = source ?? phrase
    // The name of a list is one word: «@извинение наше» was meant for «@извинение-наше».
    var message = error.message
    if let next = guilty.text.word(behind: name),
      lists["\(name.dropFirst())-\(next)"] != nil
    {
      message = """
        нет списка «\(name)»; вы имели в виду «\(name)-\(next)»? Имя списка пишется с дефисом, без \
        пробелов
        """
    }
    return StandardError(
      .unknownList, "\(message) — во фразе «\(guilty.text)»",
      at: guilty.place.moved(by: guilty.offset(of: name) ?? 0))
  }
}

extension String {
  /// The word that stands behind a name, one space between them.
  fileprivate func word(behind name: String) -> Substring? {
    guard let range = firstRange(of: name + " ") else { return nil }
    let word = self[range.upperBound...].prefix { $0.isLetter || $0 == "-" }
    return word.isEmpty ? nil : word
  }
}
