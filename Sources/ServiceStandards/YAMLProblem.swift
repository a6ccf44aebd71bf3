internal import Yams

/// A mistake of the YAML itself, told in Russian with its place.
enum YAMLProblem {
  static func error(_ error: YamlError, file: String) -> StandardError {
    switch error {
    case .scanner(let context, let problem, let mark, let yaml),
      .parser(let context, let problem, let mark, let yaml),
      .composer(let context, let problem, let mark, let yaml):
      let mistake = YAMLMistake(
        problem: problem, context: context?.text ?? "",
        place: Place(file: file, line: mark.line, column: mark.column),
        opened: context.map { Place(file: file, line: $0.mark.line, column: $0.mark.column) },
        lines: lines(of: yaml))
      return told(mistake.message, at: mistake.guilty)
    case .duplicatedKeysInMapping(let names, let context):
      let start = Place(file: file, line: context.mark.line, column: context.mark.column)
      return duplicated(names, from: start)
    case .reader(_, let offset, let value, let yaml):
      let sign = value >= 0 ? " U+" + hexadecimal(value) : ""
      return told(
        "недопустимый знак\(sign): сотрите его",
        at: place(ofOffset: offset ?? 0, in: yaml, file: file))
    default:
      return told("файл не читается", at: Place(file: file, line: 1, column: 1))
    }
  }

  /// Where the second of two equal keys stands is not told by the reader of YAML: the text is looked
  /// through for it where there is one.
  static func error(_ error: YamlError, file: String, text: String) -> StandardError {
    guard case .duplicatedKeysInMapping(let names, let context) = error else {
      return self.error(error, file: file)
    }
    let start = Place(file: file, line: context.mark.line, column: context.mark.column)
    let lines = lines(of: text)
    let places = names.compactMap { second($0, from: start, in: lines) }
    guard let first = places.min(by: { $0.line < $1.line }) else {
      return duplicated(names, from: start)
    }
    let hint = names.count > 1 ? "; похоже, выше пропущен «-» новой записи" : ""
    let found = names.map { "«\($0)»" }.sorted().joined(separator: ", ")
    return told("ключ \(found) стоит дважды\(hint)", at: first)
  }

  private static func duplicated(_ names: [String], from start: Place) -> StandardError {
    let names = names.map { "«\($0)»" }.sorted().joined(separator: ", ")
    return told("ключ \(names) стоит дважды", at: start)
  }

  /// The second line of a mapping that begins with a key.
  private static func second(_ key: String, from start: Place, in lines: [Substring]) -> Place? {
    let indent = start.column - 1
    func isItem(_ line: Substring) -> Bool { line.prefix(indent).hasSuffix("- ") }
    // The reader names one of the keys; the others of its mapping may stand above.
    var top = min(start.line, lines.count) - 1
    while top > 0, !isItem(lines[top]) {
      let above = lines[top - 1]
      let space = above.prefix { $0 == " " }.count
      guard space >= indent || space == above.count || isItem(above) else { break }
      top -= 1
    }
    var isKnown = false
    for (index, line) in lines.enumerated().dropFirst(top) {
      let text = line.dropFirst(indent)
      if index > top, isItem(line) { break }
      guard index == top || line.prefix(while: { $0 == " " }).count == indent, text.hasPrefix(key),
        text.dropFirst(key.count).drop(while: { $0 == " " }).hasPrefix(":")
      else { continue }
      if isKnown { return Place(file: start.file, line: index + 1, column: indent + 1) }
      isKnown = true
    }
    return nil
  }

  private static func told(_ message: String, at place: Place) -> StandardError {
    StandardError(.syntax, "ошибка YAML: \(message)", at: place)
  }

  private static func lines(of yaml: String) -> [Substring] {
    yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  private static func hexadecimal(_ value: Int32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func place(ofOffset offset: Int, in yaml: String, file: String) -> Place {
    let before = yaml.prefix(offset)
    let line = before.count(where: \.isNewline) + 1
    let column = before.reversed().prefix { !$0.isNewline }.count + 1
    return Place(file: file, line: line, column: column)
  }
}
