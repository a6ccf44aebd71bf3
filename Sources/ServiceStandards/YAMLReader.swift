internal import Yams

/// A YAML node that knows its file, so that every mistake is reported with line and column.
struct YAMLReader {
  let node: Node
  let file: String
  /// The text that the node was read from.
  var source: YAMLSource?

  var place: Place {
    Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  func error(_ message: String) -> StandardError { StandardError(.shape, message, at: place) }

  /// Parses a file's text.
  static func document(_ text: String, file: String) throws(StandardError) -> YAMLReader {
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw StandardError(
          .shape, "файл пуст", at: Place(file: file, line: 1, column: 1))
      }
      return YAMLReader(node: node, file: file, source: YAMLSource(text))
    } catch let error as StandardError {
      throw error
    } catch let error as YamlError {
      throw YAMLProblem.error(error, file: file, text: text)
    } catch {
      throw StandardError(
        .syntax, "ошибка YAML: файл не читается", at: Place(file: file, line: 1, column: 1))
    }
  }

  // MARK: Mappings

  /// The value of a key, or nil when it is absent or null.
  func value(_ key: String) -> YAMLReader? {
    guard let child = node.mapping?[Node(key)], !isNull(child) else { return nil }
    return YAMLReader(node: child, file: file, source: source)
  }

  private func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .any || scalar.style == .plain else {
      return false
    }
    return ["", "null", "~"].contains(scalar.string)
  }

  /// Refuses keys that are not among `allowed`, so that a misspelt key is never ignored.
  func requireKeys(_ allowed: Set<String>) throws(StandardError) {
    guard let mapping = node.mapping else { throw error("здесь ожидались пары «ключ: значение»") }
    var errors: [StandardError] = []
    for (key, _) in mapping {
      let name = key.string ?? "?"
      guard !allowed.contains(name) else { continue }
      let known = allowed.sorted()
      errors.append(
        YAMLReader(node: key, file: file).error(
          "неизвестный ключ «\(name)»\(Misspelling.hint(for: name, among: known));"
            + " есть: \(known.joined(separator: ", "))"))
    }
    if let error = StandardError.joined(errors) { throw error }
  }

  func required(_ key: String) throws(StandardError) -> YAMLReader {
    if let value = value(key) { return value }
    guard let empty = node.mapping?[Node(key)] else { throw error("не хватает ключа «\(key)»") }
    let here = YAMLReader(node: empty, file: file)
    let line = source.flatMap { source in
      source.lines.indices.contains(here.place.line - 1) ? source.lines[here.place.line - 1] : nil
    }
    let hint =
      line?.contains("#") == true
      ? "; с «#» начинается примечание: значение с этим знаком берут в кавычки" : ""
    throw here.error("у ключа «\(key)» нет значения\(hint)")
  }

  /// Keys and values in the order of the file.
  func pairs() throws(StandardError) -> [(key: String, value: YAMLReader)] {
    guard let mapping = node.mapping else { throw error("здесь ожидались пары «ключ: значение»") }
    return mapping.map {
      ($0.key.string ?? "", YAMLReader(node: $0.value, file: file, source: source))
    }
  }

  // MARK: Values

  var isMapping: Bool { node.mapping != nil }

  func items() throws(StandardError) -> [YAMLReader] {
    if let sequence = node.sequence {
      return sequence.map { YAMLReader(node: $0, file: file, source: source) }
    }
    if node.scalar != nil { return [self] }
    throw error("здесь ожидался список")
  }

  func string() throws(StandardError) -> String {
    guard let scalar = node.scalar else { throw error("здесь ожидался текст, а \(found)") }
    return scalar.string
  }

  /// A text that people read, such as a title: not left empty.
  func writing() throws(StandardError) -> String {
    let text = try string()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw error("здесь нужен текст, а стоит пустой")
    }
    return text
  }

  /// What stands here, for messages.
  private var found: String {
    if let scalar = node.scalar { return "стоит «\(scalar.string.prefix(40))»" }
    return isMapping ? "стоят пары «ключ: значение»" : "стоит список"
  }

  func double() throws(StandardError) -> Double {
    guard let scalar = node.scalar, let value = Double(scalar.string), value.isFinite else {
      throw error("здесь ожидалось число, а \(found)\(numberHint)")
    }
    guard abs(value) <= Self.largest else { throw error("число слишком велико") }
    return value
  }

  /// How a number that people write otherwise is written here.
  private var numberHint: String {
    guard var text = node.scalar?.string else { return "" }
    let hasPercent = text.last == "%"
    if hasPercent { text.removeLast() }
    text = text.replacing(",", with: ".").filter { $0 != " " }
    guard Double(text)?.isFinite == true else { return "" }
    return "; напишите \(text)" + (hasPercent ? " без знака процента" : " с точкой")
  }

  /// A count: no number of a standard is negative.
  func integer() throws(StandardError) -> Int {
    guard let scalar = node.scalar, let value = Int(scalar.string) else {
      throw error("здесь ожидалось целое число, а \(found)")
    }
    guard (0...Int(Self.largest)).contains(value) else {
      throw error("здесь ожидалось число от 0 до \(Int(Self.largest))")
    }
    return value
  }

  /// Turns among which something is looked for: among none nothing is ever found.
  func turns() throws(StandardError) -> Int {
    let turns = try integer()
    guard turns > 0 else { throw error("реплик — больше нуля: иначе не выполнится никогда") }
    return turns
  }

  /// Seconds, minutes and the like.
  func length() throws(StandardError) -> Double {
    let number = try double()
    guard number > 0 else { throw error("здесь ожидалось число больше нуля") }
    return number
  }

  private static let largest = 1_000_000.0

  func boolean() throws(StandardError) -> Bool {
    guard let value = switched else {
      throw error("здесь ожидалось true (да) или false (нет), а \(found)")
    }
    return value
  }

  /// Whether «yes» or «no» is written here.
  var isSwitch: Bool { switched != nil }

  private var switched: Bool? {
    switch node.scalar?.string.lowercased() {
    case "true", "yes", "да": true
    case "false", "no", "нет": false
    default: nil
    }
  }

  func choice<Value: RawRepresentable & CaseIterable>(_ type: Value.Type) throws(StandardError)
    -> Value where Value.RawValue == String
  {
    let text = try string()
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue)
      throw error(
        "неизвестное значение «\(text)»\(Misspelling.hint(for: text, among: known));"
          + " есть: \(known.joined(separator: ", "))")
    }
    return value
  }

  func strings(_ key: String) throws(StandardError) -> [String] {
    guard let value = value(key) else { return [] }
    var result: [String] = []
    for item in try value.items() { result.append(try item.string()) }
    return result
  }

  // MARK: Phrases

  func phrase() throws(StandardError) -> StandardPhrase {
    let text = try string()
    do {
      return try StandardPhrase(text: text, place: textPlace)
    } catch {
      throw StandardError(
        .phrase, "\(error.message) — во фразе «\(text)»", at: place(ofOffset: error.offset))
    }
  }

  func phrases(_ key: String) throws(StandardError) -> [StandardPhrase] {
    guard let value = value(key) else { return [] }
    var result: [StandardPhrase] = []
    for item in try value.items() { result.append(try item.phrase()) }
    return result
  }
}
