/// What the reader of YAML stumbled over, in the words of a person who edits the file: what is wrong
/// there and what to do. libyaml has a closed set of complaints; each is known here.
struct YAMLMistake {
  /// The complaint of libyaml, and what it was about then.
  var problem: String
  var context: String
  /// Where it was noticed.
  var place: Place
  /// Where what was being read had begun.
  var opened: Place?
  var lines: [Substring]

  /// Where the person should look: mostly where it was noticed.
  var guilty: Place {
    switch problem {
    case "found unexpected end of stream", "could not find expected ':'": opened ?? place
    default: place
    }
  }

  /// What is wrong and what to do, in Russian.
  var message: String {
    // A tab in a line's indentation comes to light in different ways.
    if sign == "\t" { return Self.tab }
    return (isAboutDirective ? Self.directive : told) + spaceHint
  }

  private var told: String {
    switch problem {
    case "found unexpected end of stream": "кавычка открыта здесь и не закрыта до конца файла"
    case "found unexpected document indicator":
      "строка «---» или «...» внутри кавычек; похоже, кавычка выше не закрыта"
    case "could not find expected ':'": openQuote ?? missingColon
    case "mapping values are not allowed in this context", "found unexpected ':'": strayColon
    case "did not find expected '-' indicator", "did not find expected key":
      openQuote ?? strayText ?? misplaced
    case "did not find expected ',' or ']'":
      openQuote ?? "в списке ожидалась запятая или «]»" + opening("[")
    case "did not find expected ',' or '}'":
      openQuote ?? "между «{» и «}» ожидалась запятая или «}»" + opening("{")
    case "did not find expected node content": "здесь ожидалось значение"
    case "block sequence entries are not allowed in this context":
      "знак «-» здесь лишний; список начинают с новой строки"
    case "mapping keys are not allowed in this context":
      "знак «?» с пробелом здесь лишний; значение с ним берут в одинарные кавычки"
    case "found character that cannot start any token":
      "значение не начинают знаком «\(sign ?? "?")»; возьмите его в одинарные кавычки"
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      "неизвестный знак после «\\»; пишите в одинарных кавычках"
    case "did not find expected <document start>": behindTheEnd
    case "but found another document": "в файле второй документ («---»): оставьте один"
    case "did not find expected alphabetic or numeric character":
      "за знаком «*» или «&» ожидалось имя; фразу с такого знака берут в одинарные кавычки"
    case "found undefined alias": "ссылка «*…» на то, чего нет; фразу берут в одинарные кавычки"
    case "control characters are not allowed": "недопустимый знак"
    default: rarer
    }
  }

  private var rarer: String {
    if problem.contains("tab character") { return Self.tab }
    if problem.contains("Maximum nesting level") { return "слишком глубокая вложенность" }
    if context.contains("block scalar") {
      return """
        за «|» или «>» стоит текст: с этих знаков начинают текст на несколько строк; фразу с такого \
        знака берут в одинарные кавычки
        """
    }
    if context.contains("tag") || problem.contains("tag") {
      return "«!» в начале значения — метка YAML; фразу с этого знака берут в одинарные кавычки"
    }
    return
      "здесь файл не читается; проверьте отступ, кавычки и скобки в этой строке и в той, что выше"
  }

  private static let tab = "знак табуляции; отступают пробелами"
  private static let directive =
    "«%» в начале строки — указание для YAML; уберите его или возьмите значение в одинарные кавычки"

  private var isAboutDirective: Bool {
    context.contains("irective") || problem.contains("irective") || problem.contains("%TAG")
      || problem == "found incompatible YAML document"
  }

  // MARK: What stands there

  private func line(_ number: Int) -> Substring {
    lines.indices.contains(number - 1) ? lines[number - 1] : ""
  }

  private var sign: Character? { line(place.line).dropFirst(place.column - 1).first }

  /// The place's line as far as the place, without indentation and the dash of a list.
  private var before: Substring {
    var text = line(place.line).prefix(place.column - 1).drop { $0 == " " }
    while text.hasPrefix("- ") { text = text.dropFirst(2).drop { $0 == " " } }
    return text
  }

  private var missingColon: String {
    Self.missingSpace(line(guilty.line).dropFirst(guilty.column - 1))
      ?? "здесь ожидалось «ключ: значение»: за ключом нужно двоеточие с пробелом"
  }

  /// What is to be done about «ключ:значение».
  private static func missingSpace(_ text: Substring) -> String? {
    guard let colon = text.firstIndex(of: ":"),
      !text[..<colon].contains(where: { " '\"".contains($0) })
    else { return nil }
    let value = text[text.index(after: colon)...]
    guard let first = value.first, first != " " else { return nil }
    return "за двоеточием нужен пробел: «\(text[..<colon]): \(value)»"
  }

  private var strayColon: String {
    if before.contains(":") {
      return "двоеточие здесь лишнее; значение с двоеточием берут в одинарные кавычки"
    }
    let above = line(place.line - 1).drop { $0 == " " || $0 == "-" }
    return Self.missingSpace(above).map { "в строке выше \($0)" }
      ?? "строка читается как продолжение той, что выше: выровняйте её отступ по соседним ключам"
  }

  /// Where a bracket was opened, if above.
  private func opening(_ bracket: String) -> String {
    guard let opened, opened.line != place.line else { return "" }
    return "; «\(bracket)» открыта в строке \(opened.line)"
  }

  private var behindTheEnd: String {
    let first = lines.firstIndex { line in
      let text = line.drop { $0 == " " }
      return !text.isEmpty && !text.hasPrefix("#") && !text.hasPrefix("---")
    }
    if let first, lines[first].prefix(while: { $0 == " " }).count >= place.column {
      return "строка левее первой строки файла (\(first + 1)): уберите отступ там"
    }
    return "лишний текст: то, что выше, уже закончено"
  }

  /// A text behind the bracket or the quotation mark that closes a value.
  private var strayText: String? {
    guard !before.isEmpty else { return nil }
    let value = before.split(separator: ": ", maxSplits: 1).last ?? before
    switch value.first {
    case "'", "\"":
      return """
        за закрывающей кавычкой стоит ещё текст; кавычку внутри значения удваивают ('') или пишут «…»
        """
    case "[", "{":
      return """
        за закрывающей скобкой стоит ещё текст; фразу со скобки берут в одинарные кавычки целиком
        """
    default: return nil
    }
  }

  /// What has another indentation than the list or the keys that it belongs to.
  private var misplaced: String {
    let text = line(place.line).dropFirst(place.column - 1)
    if text.hasPrefix("-"), !text.hasPrefix("- "), text.count > 1 {
      return "за «-» нужен пробел: «- \(text.dropFirst())»"
    }
    guard before.isEmpty, let opened else {
      return "здесь ожидался ключ того же уровня: проверьте отступ и кавычки"
    }
    let isList = problem.contains("'-'")
    guard opened.column != place.column else {
      return isList
        ? "здесь ожидался пункт списка, который начинается с «- »"
        : "здесь ожидался ключ того же уровня, а не пункт списка: проверьте отступ"
    }
    return """
      отступ этой строки — \(place.column - 1), а \(isList ? "список начат" : "ключи начаты") в строке \
      \(opened.line) с отступом \(opened.column - 1); пункты одного списка начинаются в одной колонке, \
      ключи одной записи — тоже
      """
  }

  /// A mark that was left open swallows what stands behind it as far as the next one, and the mistake
  /// is seen only there.
  private var openQuote: String? {
    let odd = lines.prefix(place.line - 1).lastIndex { line in
      var open: Character?
      for sign in line {
        if let mark = open {
          if sign == mark { open = nil }
        } else if sign == "#" {
          break
        } else if sign == "'" || sign == "\"" {
          open = sign
        }
      }
      return open != nil
    }
    return odd.map { "похоже, в строке \($0 + 1) не закрыта кавычка" }
  }

  /// Spaces that no eye tells from a plain one, and that are none to YAML.
  private var spaceHint: String {
    let odd: Set<Character> = [
      "\u{A0}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{3000}", "\u{200B}", "\u{FEFF}",
    ]
    for number in max(1, place.line - 2)...place.line {
      let line = line(number)
      let indent = line.prefix { $0 == " " || $0 == "-" || odd.contains($0) }
      let behindKey = line.split(separator: ":", maxSplits: 1).dropFirst().first?.first
      if indent.contains(where: odd.contains) || behindKey.map(odd.contains) == true {
        return "; в строке \(number) вместо пробела стоит неразрывный: наберите его заново"
      }
    }
    return ""
  }
}
