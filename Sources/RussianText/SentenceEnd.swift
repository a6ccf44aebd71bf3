extension TokenizedText {
  /// Whether the token at `index` ends a sentence: «.», «!», «?» or «…», unless the full stop
  /// belongs to an abbreviation («руб.», «т. е.») or to an initial («И. Иванов»).
  public func isSentenceEnd(_ index: Int) -> Bool {
    guard tokens.indices.contains(index), tokens[index].kind == .punctuation else { return false }
    let token = tokens[index]
    let text = bytes[Int(token.start)..<Int(token.end)]
    guard let first = text.first else { return false }
    if first == 0x21 || first == 0x3F { return true }
    let isEllipsis = text.elementsEqual([0xE2, 0x80, 0xA6]) || (first == 0x2E && text.count > 1)
    guard first == 0x2E || isEllipsis else { return false }
    guard index + 1 < tokens.count else { return true }
    if startsLowerCase(tokens[index + 1]) { return false }
    guard !isEllipsis, index > 0, tokens[index - 1].end == token.start else { return true }
    return !isAbbreviation(tokens[index - 1])
  }

  private func startsLowerCase(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    let start = Int(token.start)
    let first = bytes[start]
    if first < 0x80 { return first >= 0x61 && first <= 0x7A }
    guard start + 1 < bytes.count else { return false }
    return first == 0xD1 && bytes[start + 1] >= 0x80 || first == 0xD0 && bytes[start + 1] >= 0xB0
  }

  private func isAbbreviation(_ token: Token) -> Bool {
    guard token.kind == .word else { return false }
    // A single letter is an initial or «г.», «т.», «д.».
    if token.end - token.start <= 2 { return true }
    return Self.abbreviations.contains(String(decoding: folded(token), as: UTF8.self))
  }

  /// Abbreviations that are followed by a capital or a number more often than by a new sentence.
  private static let abbreviations: Set<String> = [
    "гг", "вв", "ст", "ул", "пр", "пер", "наб", "пл", "обл", "руб", "коп", "тыс", "млн", "млрд",
    "тел", "доб", "стр", "рис", "им", "проф", "акад", "др", "напр", "см", "ср", "мин", "сек",
    "час", "корп", "оф", "кв", "эт", "просп", "бул", "пос", "дер", "гор", "гр", "чел",
  ]
}
