internal import Yams

/// A mistake of the YAML itself, told in Russian with its place.
enum YAMLProblem {
  static func error(_ error: YamlError, file: String) -> StandardError {
    switch error {
    case .scanner(let context?, let problem, _, _)
    where problem.contains("found unexpected end of stream"):
      return StandardError(
        .syntax, "ошибка YAML: кавычка открыта здесь и не закрыта до конца файла",
        at: Place(file: file, line: context.mark.line, column: context.mark.column))
    case .scanner(_, let problem, let mark, let yaml), .parser(_, let problem, let mark, let yaml),
      .composer(_, let problem, let mark, let yaml):
      let place = Place(file: file, line: mark.line, column: mark.column)
      let problem = sign(at: place, in: yaml) == "\t" ? tab : russian(problem)
      return StandardError(.syntax, "ошибка YAML: \(problem)", at: place)
    case .duplicatedKeysInMapping(let names, let context):
      let names = names.map { "«\($0)»" }.joined(separator: ", ")
      return StandardError(
        .syntax, "ошибка YAML: ключ \(names) стоит дважды",
        at: Place(file: file, line: context.mark.line, column: context.mark.column))
    case .reader(_, let offset, _, let yaml):
      return StandardError(
        .syntax, "ошибка YAML: недопустимый знак",
        at: place(ofOffset: offset ?? 0, in: yaml, file: file))
    default:
      return StandardError(
        .syntax, "ошибка YAML: \(error)", at: Place(file: file, line: 1, column: 1))
    }
  }

  private static let tab = "знак табуляции; отступают пробелами"

  private static func sign(at place: Place, in yaml: String) -> Character? {
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(place.line - 1) else { return nil }
    return lines[place.line - 1].dropFirst(place.column - 1).first
  }

  private static func place(ofOffset offset: Int, in yaml: String, file: String) -> Place {
    let before = yaml.prefix(offset)
    let line = before.count(where: \.isNewline) + 1
    let column = before.reversed().prefix { !$0.isNewline }.count + 1
    return Place(file: file, line: line, column: column)
  }

  /// The words of libyaml for the mistakes that people make; others stay as they are.
  private static func russian(_ problem: String) -> String {
    let known = [
      (
        "did not find expected key",
        "здесь ожидался ключ того же уровня: проверьте отступ и кавычки"
      ),
      ("did not find expected ',' or ']'", "в списке ожидалась запятая или «]»"),
      ("did not find expected ',' or '}'", "между «{» и «}» ожидалась запятая или «}»"),
      ("did not find expected '-' indicator", "здесь ожидался знак «-» той же колонки"),
      ("did not find expected node content", "здесь ожидалось значение"),
      ("could not find expected ':'", "здесь ожидалось двоеточие после ключа"),
      (
        "mapping values are not allowed",
        "двоеточие здесь лишнее; значение с двоеточием берут в кавычки"
      ),
      (
        "block sequence entries are not allowed",
        "знак «-» здесь лишний; список начинают с новой строки"
      ),
      (
        "found character that cannot start any token",
        "с этого знака значение не начинают; возьмите его в кавычки"
      ),
      ("found a tab character", tab),
      (
        "found unknown escape character", "неизвестный знак после «\\»; пишите в одинарных кавычках"
      ),
      ("found undefined alias", "ссылка «*…» на то, чего нет; фразу берут в кавычки"),
      ("Maximum nesting level", "слишком глубокая вложенность"),
    ]
    return known.first { problem.contains($0.0) }?.1 ?? problem
  }
}
