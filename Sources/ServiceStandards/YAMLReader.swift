internal import Yams

/// A YAML node that knows its file, so that every mistake is reported with line and column.
struct YAMLReader {
  let node: Node
  let file: String

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
      return YAMLReader(node: node, file: file)
    } catch let error as StandardError {
      throw error
    } catch let error as YamlError {
      throw YAMLProblem.error(error, file: file)
    } catch {
      throw StandardError(
        .syntax, "ошибка YAML: \(error)", at: Place(file: file, line: 1, column: 1))
    }
  }

  // MARK: Mappings

  /// The value of a key, or nil when it is absent or null.
  func value(_ key: String) -> YAMLReader? {
    guard let child = node.mapping?[Node(key)], !isNull(child) else { return nil }
    return YAMLReader(node: child, file: file)
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
    for (key, _) in mapping {
      let name = key.string ?? "?"
      guard allowed.contains(name) else {
        let known = allowed.sorted()
        throw YAMLReader(node: key, file: file).error(
          "неизвестный ключ «\(name)»\(Misspelling.hint(for: name, among: known));"
            + " есть: \(known.joined(separator: ", "))")
      }
    }
  }

  func required(_ key: String) throws(StandardError) -> YAMLReader {
    guard let value = value(key) else { throw error("не хватает ключа «\(key)»") }
    return value
  }

  /// Keys and values in the order of the file.
  func pairs() throws(StandardError) -> [(key: String, value: YAMLReader)] {
    guard let mapping = node.mapping else { throw error("здесь ожидались пары «ключ: значение»") }
    return mapping.map { ($0.key.string ?? "", YAMLReader(node: $0.value, file: file)) }
  }

  // MARK: Values

  var isMapping: Bool { node.mapping != nil }

  func items() throws(StandardError) -> [YAMLReader] {
    if let sequence = node.sequence {
      return sequence.map { YAMLReader(node: $0, file: file) }
    }
    if node.scalar != nil { return [self] }
    throw error("здесь ожидался список")
  }

  func string() throws(StandardError) -> String {
    guard let scalar = node.scalar else { throw error("здесь ожидался текст, а \(found)") }
    return scalar.string
  }

  /// What stands here, for messages.
  private var found: String {
    if let scalar = node.scalar { return "стоит «\(scalar.string.prefix(40))»" }
    return isMapping ? "стоят пары «ключ: значение»" : "стоит список"
  }

  func double() throws(StandardError) -> Double {
    guard let scalar = node.scalar, let value = Double(scalar.string), value.isFinite else {
      throw error("здесь ожидалось число, а \(found)")
    }
    guard abs(value) <= Self.largest else { throw error("число слишком велико") }
    return value
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

  private static let largest = 1_000_000.0

  func boolean() throws(StandardError) -> Bool {
    switch node.scalar?.string.lowercased() {
    case "true", "yes", "да": return true
    case "false", "no", "нет": return false
    default: throw error("здесь ожидалось true (да) или false (нет), а \(found)")
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
        .phrase, "\(error.message) — во фразе «\(text)»", at: textPlace.moved(by: error.offset))
    }
  }

  /// Where a scalar's text begins, its quotation mark passed over.
  var textPlace: Place {
    let isPlain = node.scalar?.style == .plain || node.scalar?.style == .any
    return place.moved(by: isPlain ? 0 : 1)
  }

  func phrases(_ key: String) throws(StandardError) -> [StandardPhrase] {
    guard let value = value(key) else { return [] }
    var result: [StandardPhrase] = []
    for item in try value.items() { result.append(try item.phrase()) }
    return result
  }
}
