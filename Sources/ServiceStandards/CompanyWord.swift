/// A word of the company's with the word it is declined like: «зумер как геймер».
public struct CompanyWord: Sendable, Hashable {
  public var word: String
  public var model: String
  public var place: Place
}

extension StandardLibrary {
  private static let companyWordsFile = "lists/company-words.yaml"

  /// The company's words, in the order of their file; none when there is no file.
  ///
  /// - Throws: `StandardError` with the place of an entry that is not «слово как образец».
  public func companyWords() throws(StandardError) -> [CompanyWord] {
    let file = Self.companyWordsFile
    guard has(file) else { return [] }
    let text = try text(of: file)
    guard Self.holdsEntries(text) else { return [] }
    let document = try YAMLReader.document(text, file: file)
    try document.requireKeys(["title", "words"])
    var result: [CompanyWord] = []
    guard let words = document.value("words") else { return result }
    for item in try words.items() {
      let parts = try item.string().split(separator: " ")
      guard parts.count == 3, parts[1] == "как" else {
        throw item.error("здесь ожидалось «слово как образец», например «зумер как геймер»")
      }
      result.append(
        CompanyWord(word: String(parts[0]), model: String(parts[2]), place: item.place))
    }
    return result
  }

  /// Whether a list has any entry: every command starts with it, and most lists are empty.
  private static func holdsEntries(_ text: String) -> Bool {
    text.split(whereSeparator: \.isNewline).contains { line in
      let line = line.drop { $0 == " " }
      guard !line.hasPrefix("#") else { return false }
      return line.hasPrefix("-") || (line.contains("[") && !line.contains("[]"))
    }
  }
}
