/// Words that a recogniser wrote as two: «четыр надцать», «за терялась», «не вы йдет».
extension Morphology {
  /// The one word of the dictionary that two written one after the other are, folded; nil where they
  /// may well be two.
  ///
  /// They are one where the dictionary lacks one of them, or where a preposition stands before a verb,
  /// which nothing but its object may follow, and both together are a verb.
  ///
  /// - Parameters:
  ///   - first: the first form in lower-case UTF-8, with its readings, best first.
  ///   - second: the same of the second.
  public func joined(
    _ first: (form: [UInt8], readings: [Reading]), _ second: (form: [UInt8], readings: [Reading])
  ) -> [UInt8]? {
    let isBroken = [first, second].contains { SplitWords.isFragment($0.form, $0.readings) }
    let isPrefixed =
      first.readings.first?.partOfSpeech == .preposition
      && second.readings.first.map { PartsOfSpeech.verbs.contains($0.partOfSpeech) } == true
    guard isBroken || isPrefixed,
      [first, second].allSatisfy({ SplitWords.isPart($0.form, $0.readings) })
    else { return nil }
    let whole = first.form + second.form
    guard whole.count >= SplitWords.shortestWhole,
      dictionary.forms.value(of: whole.span) != Automaton.noValue
    else { return nil }
    guard isPrefixed, !isBroken else { return whole }
    var readings: [Reading] = []
    self.readings(folded: whole, into: &readings)
    return readings.first.map { PartsOfSpeech.verbs.contains($0.partOfSpeech) } == true
      ? whole : nil
  }
}

private enum SplitWords {
  /// In bytes: five letters.
  static let shortestWhole = 10
  /// In bytes: two letters.
  private static let shortestPart = 4

  /// Whether a form is no word itself. Two letters may be anything («дом ру»), but for the reflexive.
  static func isFragment(_ form: [UInt8], _ readings: [Reading]) -> Bool {
    readings.allSatisfy { $0.source != .dictionary }
      && (form.count > shortestPart || form.elementsEqual("ся".utf8))
  }

  /// Whether a form may be part of a word: letters, and no hesitation. One letter is oftener put in
  /// before a word than torn off it.
  static func isPart(_ form: [UInt8], _ readings: [Reading]) -> Bool {
    form.count >= shortestPart && form.allSatisfy { $0 >= 0x80 }
      && readings.first?.partOfSpeech != .interjection
  }
}
