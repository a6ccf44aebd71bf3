/// The words of a text of the notation one after the other, each with its place.
struct NotationWords {
  private let scalars: [Unicode.Scalar]
  /// Where the next word begins, or the text ends.
  private(set) var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    skipSpaces()
  }

  /// The next word, case aside; nil at the end.
  var next: String? {
    let word = word(at: offset)
    return word.isEmpty ? nil : word.lowercased()
  }

  /// The next word as it is written; nil at the end.
  var nextAsWritten: String? {
    let word = word(at: offset)
    return word.isEmpty ? nil : word
  }

  /// Passes over the next word.
  mutating func advance() {
    offset += word(at: offset).unicodeScalars.count
    skipSpaces()
  }

  /// Passes over the next word if it is one of these.
  mutating func take(_ words: String...) -> Bool {
    guard let next, words.contains(next) else { return false }
    advance()
    return true
  }

  /// Everything that is left; then nothing is.
  mutating func rest() -> String {
    defer { offset = scalars.count }
    return Self.text(scalars[offset...])
  }

  /// A number of at least nothing, with a comma or a point before its fraction.
  mutating func number() throws(PhraseError) -> Double {
    let start = offset
    guard let word = next else { throw expected("число") }
    let digits = word.replacing(",", with: ".")
    let isNumber =
      digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E } && digits.utf8.count < 24
      && digits.utf8.first != 0x2E
    guard isNumber, let value = Double(digits) else { throw expected("число") }
    guard value <= 1_000_000 else { throw PhraseError("число слишком велико", at: start) }
    advance()
    return value
  }

  /// A whole number of at least one.
  mutating func count() throws(PhraseError) -> Int {
    let start = offset
    guard let count = Int(exactly: try number()), count > 0 else {
      throw PhraseError("здесь ожидалось целое число от 1", at: start)
    }
    return count
  }

  /// A mistake at the next word: something else should stand there.
  ///
  /// - Parameters:
  ///   - known: words that could stand there.
  ///   - meant: their other forms, which may have been meant.
  func expected(_ what: String, among known: [String] = [], meant: [String] = []) -> PhraseError {
    let names = known.isEmpty ? what : known.map { "«\($0)»" }.joined(separator: ", ")
    guard let found = nextAsWritten else {
      return PhraseError("здесь ожидалось \(names), а текст кончился", at: offset)
    }
    let hint = Misspelling.hint(for: found, among: known + meant)
    return PhraseError("здесь ожидалось \(names), а стоит «\(found)»\(hint)", at: offset)
  }

  /// Refuses whatever is left.
  func requireEnd() throws(PhraseError) {
    guard let found = nextAsWritten else { return }
    throw PhraseError("лишнее слово «\(found)»", at: offset)
  }

  private func word(at start: Int) -> String {
    var end = start
    while end < scalars.count, !scalars[end].properties.isWhitespace { end += 1 }
    return Self.text(scalars[start..<end])
  }

  private mutating func skipSpaces() {
    while offset < scalars.count, scalars[offset].properties.isWhitespace { offset += 1 }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
