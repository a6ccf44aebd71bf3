/// Reading of the kinds of calls that are not judged.
extension YAMLReader {
  func unjudgedKind() throws(StandardError) -> UnjudgedKind {
    try requireKeys([
      "id", "reason", "direction", "says", "client_says", "client_says_at_least", "operator_says",
      "operator_says_at_least", "goes_with", "unless_client_says", "unless_operator_says",
      "unless_findings", "at_most", "at_least", "examples",
    ])
    var kind = UnjudgedKind(
      id: try required("id").string(), reason: try required("reason").string(), place: place)
    if let direction = value("direction") {
      let text = try direction.string()
      guard ["incoming", "outgoing"].contains(text) else {
        throw direction.error("направление — incoming или outgoing")
      }
      kind.direction = text
    }
    kind.says = try phrases("says")
    kind.clientSays = try phrases("client_says")
    kind.clientSaysAtLeast = try value("client_says_at_least")?.integer() ?? 1
    kind.operatorSays = try phrases("operator_says")
    kind.operatorSaysAtLeast = try value("operator_says_at_least")?.integer() ?? 1
    kind.goesWith = try phrases("goes_with")
    kind.unlessClientSays = try phrases("unless_client_says")
    kind.unlessOperatorSays = try phrases("unless_operator_says")
    for item in try value("unless_findings")?.items() ?? [] {
      kind.unlessFindings.append(try item.category())
    }
    kind.atMost = try bounds("at_most")
    kind.atLeast = try bounds("at_least")
    guard !kind.atMost.isEmpty else {
      throw error("виду «\(kind.id)» нужна граница at_most: без неё не оценятся и долгие звонки")
    }
    kind.examples = try dialogues()
    return kind
  }

  private func bounds(_ key: String) throws(StandardError) -> [String: Double] {
    var result: [String: Double] = [:]
    for (name, bound) in try value(key)?.pairs() ?? [] { result[name] = try bound.double() }
    return result
  }

  private func dialogues() throws(StandardError) -> [RuleExample] {
    guard let examples = value("examples") else { return [] }
    try examples.requireKeys(["hit", "silent"])
    var result: [RuleExample] = []
    for (key, isHit) in [("hit", true), ("silent", false)] {
      for item in try examples.value(key)?.items() ?? [] {
        let text = try item.string()
        let lines = text.split(whereSeparator: \.isNewline)
        guard !lines.isEmpty,
          lines.allSatisfy({ $0.hasPrefix("О: ") || $0.hasPrefix("К: ") || $0.hasPrefix("[") })
        else { throw item.error("пример — реплики «О: …» и «К: …» по одной в строке") }
        result.append(
          RuleExample(
            client: nil, text: text, plain: text, marks: [], isHit: isHit, place: item.place))
      }
    }
    return result
  }
}
