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
    return StandardError(
      .unknownList, "\(error.message) — во фразе «\(guilty.text)»",
      at: guilty.place.moved(by: guilty.offset(of: name) ?? 0))
  }
}
