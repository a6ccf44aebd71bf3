import RussianMorphology
import RussianText
import ServiceStandards
import Transcripts

/// Puts into a script what its author left for the one who says it: the client's name, one of the
/// words that a slash parts, the gender of the speaker.
package struct ScriptFilling: Sendable, Hashable {
  /// The client as the employee calls them; nil when nobody said the name.
  var address: String?
  /// Whether the employee is a woman; nil when the names do not tell.
  var isFemale: Bool?

  package init(address: String? = nil, isFemale: Bool? = nil) {
    self.address = address
    self.isFemale = isFemale
  }

  /// What a call tells of both.
  ///
  /// - Parameter introduction: the name as the client gave it, for a call in which the employee does
  ///   not say it; nil where the client gave none.
  init(
    _ call: Call, elements: [ElementResult], introduction: String?, morphology: Morphology
  ) {
    func quote(_ element: Element) -> String? {
      elements.first { $0.element == element && $0.status == .present }?.quote
        .map { Folding.plain($0) }
    }
    address =
      quote(.politeAddress).flatMap { Self.nominative($0, morphology, isCalled: true) }
      ?? introduction.flatMap { Self.nominative(Folding.plain($0), morphology) }
    isFemale =
      [call.employee, quote(.operatorFullName), quote(.operatorName)]
      .lazy.compactMap(\.self).compactMap { Self.isFemale($0, morphology) }.first
  }

  /// Lines one after another: a line that goes on with the sentence before it begins small.
  package func fill(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      let goesOn = text.last.map { !".!?…".contains($0) } ?? false
      let next = fill(line)
      let isSmall = goesOn && line.first?.isLowercase == true
      text +=
        (text.isEmpty ? "" : " ")
        + (isSmall ? next.prefix(1).lowercased() + next.dropFirst() : next)
    }
    return text
  }

  /// The line as the employee would say it.
  package func fill(_ line: String) -> String {
    let words = ScriptAside.settled(line).split(separator: " ").map { Self.first(of: $0) }
    var text = words.joined(separator: " ")
    if let isFemale { text = text.replacing(Self.genderMark, with: isFemale ? "а" : "") }
    text = Self.marked(text)
    if let address { return Self.capitalized(text.replacing(Self.name, with: address)) }
    return Self.capitalized(text.replacing(Self.name + ", ", with: ""))
  }

  /// What stands for the client's name in a script.
  static let name = Replacement.clientName
  private static let genderMark = "(-а)"

  /// The first of the words that a slash parts, with the sign after the last one.
  private static func first(of word: Substring) -> String {
    let parts = word.split(separator: "/")
    guard parts.count > 1, let last = parts.last?.last else { return String(word) }
    return parts[0] + (last.isPunctuation ? String(last) : "")
  }

  /// What is to be filled in by hand («наименование груза») in square brackets; a name in quotation
  /// marks stays as it is.
  private static func marked(_ text: String) -> String {
    var result = ""
    var isBlank = false
    for (place, character) in zip(text.indices, text) {
      if character == "«" {
        let next = text.index(after: place)
        isBlank = next < text.endIndex && text[next].isLowercase
        result.append(isBlank ? "[" : character)
      } else if character == "»" {
        result.append(isBlank ? "]" : character)
        isBlank = false
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// First name and patronymic with capitals, when every word may stand in the nominative: the surname
  /// is left out, and alone it is no address.
  ///
  /// - Parameter isCalled: whether the employee says it. Nobody is called by surname and first name
  ///   alone: that is somebody put on record («записал, Бляхин Олег»).
  private static func nominative(
    _ quote: String, _ morphology: Morphology, isCalled: Bool = false
  ) -> String? {
    let words = quote.split(separator: " ").map(String.init)
    var called: [String] = []
    for word in words {
      guard let likeliest = names(word, morphology).first else { return nil }
      if !likeliest.contains(.surname) { called.append(word) }
    }
    if isCalled, called.count == 1, words.count > 1 { return nil }
    // One word that is guessed to be a name may as well be a surname.
    if called.count == 1, !morphology.readings(of: called[0]).contains(where: Self.isFirstName) {
      return nil
    }
    return called.isEmpty ? nil : called.map { capitalized($0) }.joined(separator: " ")
  }

  private static func isFirstName(_ reading: Reading) -> Bool {
    reading.source == .dictionary && reading.grammemes.contains(.firstName)
  }

  /// Whether some words are feminine by those of their readings that count, first names and
  /// patronymics where nothing else is said; nil where they do not tell. A word that may as well be
  /// a surname («Ким») is asked last.
  static func isFemale(
    _ quote: String, _ morphology: Morphology,
    where counts: (Grammemes) -> Bool = {
      isNominativeName($0) && !$0.isDisjoint(with: [.firstName, .patronymic])
    }
  ) -> Bool? {
    let words = quote.split(whereSeparator: { !$0.isLetter && $0 != "-" })
      .map { morphology.readings(of: String($0)).map(\.grammemes) }
    let sure = words.filter { !$0.contains { $0.contains(.surname) } }
    return isFemale(sure.joined().filter(counts)) ?? isFemale(words.joined().filter(counts))
  }

  private static func isFemale(_ readings: [Grammemes]) -> Bool? {
    let feminine = readings.contains { $0.contains(.feminine) }
    let masculine = readings.contains { $0.contains(.masculine) }
    return feminine == masculine ? nil : feminine
  }

  /// Readings of a word as somebody's name in the nominative.
  private static func names(_ word: String, _ morphology: Morphology) -> [Grammemes] {
    morphology.readings(of: word).map(\.grammemes).filter(isNominativeName)
  }

  private static func isNominativeName(_ reading: Grammemes) -> Bool {
    reading.isSuperset(of: [.nominative, .singular])
      && !reading.isDisjoint(with: [.firstName, .patronymic, .surname])
  }
}
